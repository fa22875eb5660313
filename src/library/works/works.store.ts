// What is kept of works: what they are, and every save of them. Their texts are chapters.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import { pack } from '#src/platform/text/pack.ts'
import type { WorkState } from '#src/schema/library/works.ts'
import { SETTING_READER } from '#src/text/timing/statements.ts'
import type { Around, WorkFields, WorkText } from './work-fields.ts'

const fieldColumns = (fields: WorkFields, titleKey: string) => ({
  title: fields.title,
  title_key: titleKey,
  form: fields.form,
  header: JSON.stringify(fields.header),
  summary: fields.summary,
  preface: fields.preface,
  epigraph: fields.epigraph,
  epigraph_by: fields.epigraphBy,
  notes: fields.notes,
  fandom_id: fields.fandom ?? null,
  timing: fields.timing,
  ...settingColumns(fields),
  link_url: fields.link ?? null,
})

/** Whatever wrote it, it was read by the reader as it is now. */
export const settingColumns = ({ place, placeChoice, spoilers }: Setting) => ({
  timing_from: place?.from ?? null,
  timing_to: place?.to ?? null,
  timing_confidence: place === undefined ? null : Math.round(place.confidence * 100),
  timing_relation: place?.relation ?? ('during' as const),
  timing_off: place?.off ?? null,
  timing_statement: place?.statement ?? '',
  timing_choice: placeChoice ?? '',
  spoilers_to: spoilers?.to ?? null,
  spoilers_by: spoilers?.by ?? ('' as const),
  timing_reader: SETTING_READER,
})

type Setting = Pick<WorkFields, 'place' | 'placeChoice' | 'spoilers'>

export type NewWork = {
  readonly fields: WorkFields
  readonly titleKey: string
  readonly words: number
  readonly community: number | null
  readonly isAdult: boolean
  readonly audience: 'everyone' | 'members'
  readonly onceKey: string
  readonly createdBy: number | null
}

export async function insertWork(tx: Tx, work: NewWork): Promise<number> {
  const now = tx.now()
  const row = {
    uid: tx.uid(),
    ...fieldColumns(work.fields, work.titleKey),
    state: 'draft' as const,
    audience: work.audience,
    community_id: work.community,
    is_unrevealed: 0 as const,
    is_anonymous: 0 as const,
    is_adult: work.isAdult ? (1 as const) : (0 as const),
    words: work.words,
    version: 1,
    once_key: work.onceKey,
    created_by: work.createdBy,
    created_at: now,
    changed_at: now,
  }
  const { id } = await tx.db.insertInto('works').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function findWorkByKey(db: Reader, onceKey: string): Promise<number | undefined> {
  return (await db.selectFrom('works').select('id').where('once_key', '=', onceKey).executeTakeFirst())?.id
}

export type WorkChange = Pick<NewWork, 'fields' | 'titleKey' | 'isAdult' | 'audience'> & {
  readonly version: number
}

export async function updateWork(tx: Tx, id: number, change: WorkChange): Promise<void> {
  const set = {
    ...fieldColumns(change.fields, change.titleKey),
    is_adult: change.isAdult ? (1 as const) : (0 as const),
    audience: change.audience,
    version: change.version,
    changed_at: tx.now(),
  }
  await tx.db.updateTable('works').set(set).where('id', '=', id).execute()
}

export type Life = { readonly state: WorkState; readonly goesUpAt: Instant | null; readonly postedAt: Instant | null }

/** The reveal date is the date: a work that nobody holds back is revealed when it is posted. */
export async function updateLife(tx: Tx, id: number, { state, goesUpAt, postedAt }: Life): Promise<void> {
  const set = { state, goes_up_at: goesUpAt, posted_at: postedAt, revealed_at: postedAt, changed_at: tx.now() }
  await tx.db.updateTable('works').set(set).where('id', '=', id).execute()
}

export function findLife(db: Reader, id: number) {
  return db.selectFrom('works').select(['state', 'goes_up_at as goesUpAt']).where('id', '=', id).executeTakeFirst()
}

export type Revision = {
  readonly work: number
  readonly version: number
  readonly fields: WorkFields
  readonly around: Around
  readonly text: Pick<WorkText, 'source' | 'form' | 'leave' | 'words'>
  readonly by: number | null
}

export async function insertRevision(tx: Tx, revision: Revision): Promise<void> {
  const { work, version, fields, around, text, by } = revision
  const row = {
    work_id: work,
    version,
    fields: JSON.stringify({ ...fields, words: text.words, leave: text.leave ?? [], around }),
    source: pack(text.source),
    source_form: text.form,
    by_account: by,
    made_at: tx.now(),
  }
  await tx.db.insertInto('work_revisions').values(row).execute()
}

/** Saves made before a save kept everything: the newest is completed before the next one covers what it was. */
export async function completeRevision(tx: Tx, work: number, version: number, around: Around): Promise<void> {
  const found = tx.db.selectFrom('work_revisions').select(['id', 'fields']).where('work_id', '=', work)
  const row = await found.where('version', '=', version).executeTakeFirst()
  const fields = row && (JSON.parse(row.fields) as { around?: Around })
  if (!row || fields?.around !== undefined) return
  const set = { fields: JSON.stringify({ ...fields, around }) }
  await tx.db.updateTable('work_revisions').set(set).where('id', '=', row.id).execute()
}

/** Hidden by a mod from everybody but its creators and the mods; null is hidden no more. */
export async function updateHidden(tx: Tx, work: number, hiddenAt: Instant | null): Promise<void> {
  await tx.db.updateTable('works').set({ hidden_at: hiddenAt }).where('id', '=', work).execute()
}

export async function replaceCreators(tx: Tx, work: number, penNames: readonly number[]): Promise<void> {
  await tx.db.deleteFrom('work_creators').where('work_id', '=', work).execute()
  for (const [position, penName] of penNames.entries()) {
    await tx.db.insertInto('work_creators').values({ work_id: work, pen_name_id: penName, position }).execute()
  }
}

export async function replacePlaces(tx: Tx, work: number, urls: readonly string[]): Promise<void> {
  await tx.db.deleteFrom('work_places').where('work_id', '=', work).execute()
  for (const url of urls) await tx.db.insertInto('work_places').values({ work_id: work, url }).execute()
}

export async function listPlacesOf(db: Reader, work: number): Promise<string[]> {
  const rows = await db.selectFrom('work_places').select('url').where('work_id', '=', work).orderBy('id').execute()
  return rows.map(({ url }) => url)
}
