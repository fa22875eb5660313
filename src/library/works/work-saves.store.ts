// Reads a work as its writer left it: the fields as they were typed, and every save there was; and erases one of them.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import { pack, unpack } from '#src/platform/text/pack.ts'
import type { TextForm, WorkState } from '#src/schema/library/works.ts'
import { beforeTidying, type TidyKind } from '#src/text/tidy/kinds.ts'
import { placeIn, spoilersIn } from './setting/setting-row.store.ts'
import type { Around, WorkFields } from './work-fields.ts'

export type KeptFields = {
  readonly fields: WorkFields
  readonly audience: 'everyone' | 'members'
  readonly isAdult: boolean
  readonly state: WorkState
  readonly community: number | null
  readonly changedAt: Instant
  readonly words: number
  /** Grows by one with every save. */
  readonly version: number
}

export async function findFields(db: Reader, id: number): Promise<KeptFields | undefined> {
  const row = await db.selectFrom('works').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const spoilers = spoilersIn({ spoilersTo: row.spoilers_to, spoilersBy: row.spoilers_by })
  const fields: WorkFields = {
    title: row.title,
    form: row.form,
    summary: row.summary,
    preface: row.preface,
    epigraph: row.epigraph,
    epigraphBy: row.epigraph_by,
    notes: row.notes,
    header: JSON.parse(row.header) as Record<string, string>,
    fandom: row.fandom_id ?? undefined,
    timing: row.timing,
    place: placeIn({
      timingFrom: row.timing_from,
      timingTo: row.timing_to,
      timingConfidence: row.timing_confidence,
      timingRelation: row.timing_relation,
      timingOff: row.timing_off,
      timingStatement: row.timing_statement,
    }),
    ...(row.timing_choice === '' ? {} : { placeChoice: row.timing_choice }),
    ...(spoilers === undefined ? {} : { spoilers }),
    link: row.link_url ?? undefined,
  }
  return {
    fields,
    audience: row.audience,
    isAdult: row.is_adult === 1,
    state: row.state,
    community: row.community_id,
    changedAt: row.changed_at,
    words: row.words,
    version: row.version,
  }
}

export type Save = {
  readonly version: number
  readonly madeAt: Instant
  readonly by: string | undefined
  readonly words: number | undefined
}

/** The newest first. Whoever saved is named as the work names them, a mod as in its community: other names are nobody’s business. */
export async function listSaves(db: Reader, work: number): Promise<Save[]> {
  const rows = await db
    .selectFrom('work_revisions')
    .select(['version', 'made_at as madeAt', 'fields', 'by_account as account'])
    .select((eb) =>
      eb
        .selectFrom('work_creators')
        .innerJoin('pen_names', 'pen_names.id', 'work_creators.pen_name_id')
        .select('pen_names.name')
        .whereRef('work_creators.work_id', '=', 'work_revisions.work_id')
        .whereRef('pen_names.account_id', '=', 'work_revisions.by_account')
        .orderBy('work_creators.position')
        .limit(1)
        .as('by'),
    )
    // Whoever has stepped out keeps the name under which they wrote it: the one of the community may be another of theirs.
    .select((eb) =>
      eb
        .selectFrom('work_asks')
        .innerJoin('pen_names', 'pen_names.id', 'work_asks.to_pen_name_id')
        .select('pen_names.name')
        .whereRef('work_asks.work_id', '=', 'work_revisions.work_id')
        .whereRef('pen_names.account_id', '=', 'work_revisions.by_account')
        .where('work_asks.kind', '=', 'co-author')
        .where((each) =>
          each.not(
            each.exists(
              each
                .selectFrom('leavings')
                .select('leavings.account_id')
                .whereRef('leavings.account_id', '=', 'pen_names.account_id')
                .where('leavings.works', '<>', 'named'),
            ),
          ),
        )
        .orderBy('work_asks.id')
        .limit(1)
        .as('formerly'),
    )
    .select((eb) =>
      eb
        .selectFrom('memberships')
        .innerJoin('works', 'works.community_id', 'memberships.community_id')
        .innerJoin('pen_names', 'pen_names.id', 'memberships.pen_name_id')
        .select('pen_names.name')
        .whereRef('works.id', '=', 'work_revisions.work_id')
        .whereRef('memberships.account_id', '=', 'work_revisions.by_account')
        .as('mod'),
    )
    .where('work_id', '=', work)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ version, madeAt, fields, by, formerly, mod, account }) => ({
    version,
    madeAt,
    by: by ?? formerly ?? mod ?? (account === null ? undefined : 'a mod'),
    words: (JSON.parse(fields) as { words?: number }).words,
  }))
}

export type Saved = {
  readonly version: number
  readonly fields: WorkFields
  /** Undefined for a save made before saves kept it. */
  readonly around: Around | undefined
  readonly source: string
  readonly form: TextForm
  readonly leave: readonly TidyKind[]
}

/** In the same column as the fields. */
type KeptBeside = { words?: number; leave?: readonly TidyKind[]; around?: Around }

export async function findSave(db: Reader, work: number, version: number): Promise<Saved | undefined> {
  const row = await db
    .selectFrom('work_revisions')
    .select(['fields', 'source', 'source_form as form'])
    .where('work_id', '=', work)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) return undefined
  const { words: _, leave, around, ...fields } = JSON.parse(row.fields) as WorkFields & KeptBeside
  return {
    version,
    fields: { ...fields, fandom: fields.fandom, place: fields.place, link: fields.link },
    around,
    source: unpack(row.source),
    form: row.form,
    leave: leave ?? beforeTidying,
  }
}

/** The save before this one that is still there. */
export async function findVersionBefore(db: Reader, work: number, version: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('work_revisions')
    .select('version')
    .where('work_id', '=', work)
    .where('version', '<', version)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version
}

/** Whether what a mod changed is told from this save: it is the correction itself, or the one before it. */
export async function isBesideCorrection(db: Reader, work: number, version: number): Promise<boolean> {
  const found = db.selectFrom('corrections').select('id').where('work_id', '=', work)
  return (await found.where('version', 'in', [version, version + 1]).executeTakeFirst()) !== undefined
}

export async function eraseRevision(tx: Tx, work: number, version: number): Promise<void> {
  await tx.db.deleteFrom('work_revisions').where('work_id', '=', work).where('version', '=', version).execute()
}

/** Everything of its writer’s own is gone; the header stays, without which nobody could tell what a mod changed. */
export async function blankRevision(tx: Tx, work: number, version: number): Promise<void> {
  const found = tx.db.selectFrom('work_revisions').select(['id', 'fields']).where('work_id', '=', work)
  const row = await found.where('version', '=', version).executeTakeFirst()
  if (!row) return
  const { words: _, link: __, ...fields } = JSON.parse(row.fields) as WorkFields & { words?: number }
  const blank = { ...fields, preface: '', epigraph: '', epigraphBy: '', notes: '' }
  const set = { fields: JSON.stringify(blank), source: pack(''), source_form: 'plain' as const }
  await tx.db.updateTable('work_revisions').set(set).where('id', '=', row.id).execute()
}
