// A mod corrects the header or the tags of somebody else's work: one more save, with a line to its writer, who can put it back.
import { isMissing } from '#src/kit/refusal.ts'
import { addMillis, daysLong, type Instant } from '#src/kit/instants.ts'
import { tagsOf, tagWork } from '#src/library/tags/tags.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { type Correctable, type Editable, mayCorrect } from '#src/library/works/work-access.ts'
import { findSource } from '#src/library/works/chapters/chapters.store.ts'
import type { Around, WorkFields } from '#src/library/works/work-fields.ts'
import { findFields, findSave, type Saved } from '#src/library/works/work-saves.store.ts'
import { aroundOf, completeSave, titleKey } from '#src/library/works/works.ts'
import { insertRevision, updateWork } from '#src/library/works/works.store.ts'
import { findForEdit } from '#src/library/works/works-seen.store.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'
import {
  type Correction,
  findCorrection,
  insertCorrection,
  listCorrectionsIn,
  listCorrectionsOf,
  listStanding,
  markPutBack,
  type NamedCorrection,
} from './corrections.store.ts'
import { putBackInto } from './putting-back.ts'

export type { Correction, NamedCorrection } from './corrections.store.ts'

/** What may be corrected: the header and the tags, and with them the mark for adults. */
export type Corrected = Pick<Around, 'tags' | 'isAdult'> & {
  readonly fields: Omit<WorkFields, keyof OfTheWriter>
}

/** Words of the writer's own around the story, and where it stands, are no more a mod's to change than the story is. */
type OfTheWriter = Pick<WorkFields, 'preface' | 'epigraph' | 'epigraphBy' | 'notes' | 'link'>

export type WorkToCorrect = Corrected & {
  readonly id: number
  readonly version: number
  readonly community: number | null
}

/** For everybody but its mods there is no such work; and the text is not given out at all. */
export async function openToCorrect({ db, viewer }: Pick<Ctx, 'db' | 'viewer'>, id: number): Promise<WorkToCorrect> {
  if (!(await mayCorrect(db, await beholderOf(db, viewer), id))) throw isMissing('work')
  const [kept, work] = [await findFields(db, id), await findForEdit(db, id)]
  if (!kept || !work) throw isMissing('work')
  const { preface: _, epigraph: __, epigraphBy: ___, notes: ____, link: _____, ...fields } = kept.fields
  return {
    id,
    version: work.version,
    community: work.community,
    fields,
    isAdult: kept.isAdult,
    tags: (await tagsOf(db, [id])).get(id) ?? [],
  }
}

/** The text, its places and who may read it stay as they are. */
export async function correctWork(tx: Tx, work: Correctable, said: Corrected, line: string): Promise<number> {
  const [kept, around] = await mustBeKept(tx.db, work.id)
  const version = await saveHeader(tx, work, { ...kept.fields, ...said.fields }, { ...around, ...pickAround(said) })
  const correction = await insertCorrection(tx, { work: work.id, version, line })
  tx.announce({ name: 'work.corrected', work: work.id, correction })
  return correction
}

const pickAround = ({ tags, isAdult }: Corrected): Pick<Around, 'tags' | 'isAdult'> => ({ tags, isAdult })

/** What the correction changed is as it was before it; what its writer did since stays. Once is enough. */
export async function putCorrectionBack(tx: Tx, work: Editable, id: number): Promise<void> {
  const correction = await findCorrection(tx.db, id)
  if (correction?.work !== work.id) throw isMissing('correction')
  if (correction.putBackAt !== null) return
  const saves = await savesAround(tx.db, correction)
  const [kept, around] = await mustBeKept(tx.db, work.id)
  const { fields, around: after } = putBackInto({ fields: kept.fields, around }, saves)
  await saveHeader(tx, work, fields, after)
  await markPutBack(tx, id)
}

type Kept = NonNullable<Awaited<ReturnType<typeof findFields>>>

async function mustBeKept(db: Reader, id: number): Promise<[Kept, Around]> {
  const [kept, around] = [await findFields(db, id), await aroundOf(db, id)]
  if (!kept || !around) throw isMissing('work')
  return [kept, around]
}

/** One more save of the same text. */
async function saveHeader(tx: Tx, work: Editable | Correctable, fields: WorkFields, around: Around): Promise<number> {
  const text = await findSource(tx.db, work.id)
  if (!text) throw isMissing('work')
  const version = work.version + 1
  await completeSave(tx, work)
  const { isAdult, audience, tags } = around
  await updateWork(tx, work.id, { fields, titleKey: titleKey(fields.title), isAdult, audience, version })
  const by = tx.viewer.kind === 'person' ? tx.viewer.account : null
  const plainTags = tags.map(({ kind, name }) => ({ kind, name }))
  await insertRevision(tx, { work: work.id, version, fields, around: { ...around, tags: plainTags }, text, by })
  await tagWork(tx, work.id, tags)
  tx.announce({ name: work.state === 'draft' ? 'work.drafted' : 'work.revised', work: work.id })
  return version
}

export type SavesAround = { readonly before: Saved; readonly after: Saved }

/** The save that was corrected, and the one that the correction made. */
async function savesAround(db: Reader, { work, version }: Correction): Promise<SavesAround> {
  const [before, after] = [await findSave(db, work, version - 1), await findSave(db, work, version)]
  if (!before || !after) throw isMissing('work')
  return { before, after }
}

export type CorrectionSeen = Correction & SavesAround

const seen = async (db: Reader, correction: Correction): Promise<CorrectionSeen> => ({
  ...correction,
  ...(await savesAround(db, correction)),
})

/** Whoever asks has made sure that this work may be edited or corrected. The newest first. */
export async function correctionsOf(db: Reader, work: number): Promise<CorrectionSeen[]> {
  const all: CorrectionSeen[] = []
  for (const correction of await listCorrectionsOf(db, work)) all.push(await seen(db, correction))
  return all
}

const LATELY = daysLong(14)

/** What others have changed of these works lately, for whoever may edit them: they are told wherever they look. */
export async function changedByOthers(
  { db, viewer, now }: Pick<Ctx, 'db' | 'viewer' | 'now'>,
  works: readonly number[],
): Promise<Correction[]> {
  const own = viewer.kind === 'person' ? viewer.account : undefined
  const all = await listStanding(db, works, addMillis(now(), -LATELY))
  return all.filter(({ madeBy }) => madeBy !== own)
}

/** For the news of it. */
export async function correctionIfThere(db: Reader, id: number): Promise<CorrectionSeen | undefined> {
  const correction = await findCorrection(db, id)
  return correction && seen(db, correction)
}

/** For mods; the works themselves are asked of the rule of who may see them. */
export const correctionsIn = (db: Reader, community: number, since: Instant): Promise<NamedCorrection[]> =>
  listCorrectionsIn(db, community, since)

/** The accounts that write to a work's creators; reserved names have none. */
export const creatorsToTell = async (db: Reader, work: number): Promise<readonly number[]> =>
  (await findForEdit(db, work))?.creators ?? []
