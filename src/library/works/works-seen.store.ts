// Reads works for those who may see them; nothing that this file gives out has not been asked of the rule.
import type { Reader } from '#src/platform/context.ts'
import { findByKey } from './keyed-works.store.ts'
import { heldBack, namedTo, visibleTo } from './visible.store.ts'
import type { Beholder } from './visibility.ts'

const cardColumns = [
  'works.id',
  'works.uid',
  'works.title',
  'works.form',
  'works.summary',
  'works.timing',
  'works.words',
  'works.chapters_posted as chaptersPosted',
  'works.chapters_planned as chaptersPlanned',
  'works.last_chapter_at as lastChapterAt',
  'works.first_posted_on as firstPostedOn',
  'works.link_url as link',
  'works.is_adult as isAdult',
  'works.revealed_at as revealedAt',
  'works.community_id as community',
  'works.fandom_id as fandom',
  'works.version',
  'works.state',
  'works.changed_at as changedAt',
  'works.timing_from as timingFrom',
  'works.timing_to as timingTo',
  'works.timing_confidence as timingConfidence',
  'works.timing_relation as timingRelation',
  'works.timing_off as timingOff',
  'works.timing_statement as timingStatement',
  'works.spoilers_to as spoilersTo',
  'works.spoilers_by as spoilersBy',
] as const

const seenBy = (db: Reader, beholder: Beholder) =>
  db
    .selectFrom('works')
    .select(cardColumns)
    .select((eb) => eb.case().when(namedTo(eb, beholder)).then(1).else(0).end().as('isNamed'))
    .select((eb) => eb.case().when(heldBack(eb)).then(1).else(0).end().as('isHeldBack'))
    .where((eb) => visibleTo(eb, beholder))

/** Those of `ids` that may be seen, in no order. */
export function listCards(db: Reader, beholder: Beholder, ids: readonly number[]) {
  return ids.length === 0
    ? Promise.resolve([])
    : seenBy(db, beholder)
        .where('works.id', 'in', [...ids])
        .execute()
}

/** The newest that are up, for lists and feeds. */
export function listNewest(db: Reader, beholder: Beholder, limit: number, community?: number) {
  const newest = seenBy(db, beholder)
    .where('works.state', '=', 'posted')
    // What has no date yet is new to nobody; the two engines would not agree where it stands.
    .where('works.revealed_at', 'is not', null)
    .orderBy('works.revealed_at', 'desc')
    .orderBy('works.id', 'desc')
  return (community === undefined ? newest : newest.where('works.community_id', '=', community)).limit(limit).execute()
}

export function findWhole(db: Reader, beholder: Beholder, id: number) {
  return seenBy(db, beholder)
    .select([
      'works.header',
      'works.preface',
      'works.epigraph',
      'works.epigraph_by as epigraphBy',
      'works.notes',
      'works.wishes',
      'works.audience',
      'works.goes_up_at as goesUpAt',
    ])
    .where('works.id', '=', id)
    .executeTakeFirst()
}

/** Those of `ids` whose names this beholder is not to know, whether or not they may see the work itself. */
export async function listNameless(db: Reader, beholder: Beholder, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('works')
    .select('works.id')
    .where('works.id', 'in', [...ids])
    .where((eb) => eb.not(namedTo(eb, beholder)))
    .execute()
  return rows.map(({ id }) => id)
}

export type Creator = { readonly work: number; readonly penName: number; readonly name: string }

/** Only for works whose names may be shown: whoever asks has looked. */
export function listCreators(db: Reader, works: readonly number[]): Promise<Creator[]> {
  if (works.length === 0) return Promise.resolve([])
  return db
    .selectFrom('work_creators')
    .innerJoin('pen_names', 'pen_names.id', 'work_creators.pen_name_id')
    .select(['work_creators.work_id as work', 'pen_names.id as penName', 'pen_names.name'])
    .where('work_creators.work_id', 'in', [...works])
    .orderBy('work_creators.position')
    .execute()
}

/** For the proof that somebody may edit: the state and version as they are under the lock, and whose it is. */
export async function findForEdit(db: Reader, id: number) {
  const work = await db
    .selectFrom('works')
    .select(['id', 'version', 'state', 'community_id as community'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!work) return undefined
  const accounts = await db
    .selectFrom('work_creators')
    .innerJoin('pen_names', 'pen_names.id', 'work_creators.pen_name_id')
    .select(['pen_names.account_id as account', 'pen_names.left_at as leftAt'])
    .where('work_creators.work_id', '=', id)
    .execute()
  return {
    ...work,
    creators: accounts.flatMap(({ account }) => account ?? []),
    hasLeft: accounts.some(({ leftAt }) => leftAt !== null),
    byKey: await findByKey(db, id),
  }
}
