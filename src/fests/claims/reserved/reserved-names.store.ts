// Reads where a reserved name stands: on which claims, and in which communities.
import type { Reader } from '#src/platform/context.ts'
import type { StoredClaimState } from '#src/schema/fests/claims.ts'

export type ReservedIn = {
  readonly id: number
  readonly name: string
  readonly days: number
  readonly works: number
}

const daysIn = (db: Reader, community: number) =>
  db
    .selectFrom('claims')
    .innerJoin('rounds', 'rounds.id', 'claims.round_id')
    .select(['claims.pen_name_id as penName'])
    .where('rounds.community_id', '=', community)

const worksIn = (db: Reader, community: number) =>
  db
    .selectFrom('work_creators')
    .innerJoin('works', 'works.id', 'work_creators.work_id')
    .select(['work_creators.pen_name_id as penName'])
    .where('works.community_id', '=', community)
    .where('works.deleted_at', 'is', null)

/** By name: those that stand on a day or a work of the community, with how many. */
export async function listReservedIn(db: Reader, community: number): Promise<ReservedIn[]> {
  const names = await db
    .selectFrom('pen_names')
    .select(['id', 'name'])
    .where('account_id', 'is', null)
    .where('left_at', 'is', null)
    .where(({ eb, or }) => or([eb('id', 'in', daysIn(db, community)), eb('id', 'in', worksIn(db, community))]))
    .orderBy('name_key')
    .execute()
  const counted = (rows: readonly { penName: number }[]): Map<number, number> =>
    rows.reduce((counts, { penName }) => counts.set(penName, (counts.get(penName) ?? 0) + 1), new Map<number, number>())
  const days = counted(await daysIn(db, community).execute())
  const works = counted(await worksIn(db, community).execute())
  return names.map((each) => ({ ...each, days: days.get(each.id) ?? 0, works: works.get(each.id) ?? 0 }))
}

/** Every community in which something stands under the name. */
export async function listCommunitiesOf(db: Reader, penName: number): Promise<number[]> {
  const days = await db
    .selectFrom('claims')
    .innerJoin('rounds', 'rounds.id', 'claims.round_id')
    .select('rounds.community_id as community')
    .where('claims.pen_name_id', '=', penName)
    .execute()
  const works = await db
    .selectFrom('work_creators')
    .innerJoin('works', 'works.id', 'work_creators.work_id')
    .select('works.community_id as community')
    .where('work_creators.pen_name_id', '=', penName)
    .execute()
  return [...new Set([...days, ...works].flatMap(({ community }) => community ?? []))].toSorted(
    (one, other) => one - other,
  )
}

export function listClaimsUnder(
  db: Reader,
  penName: number,
): Promise<{ id: number; round: number; state: StoredClaimState }[]> {
  return db
    .selectFrom('claims')
    .select(['id', 'round_id as round', 'state'])
    .where('pen_name_id', '=', penName)
    .orderBy('round_id')
    .orderBy('id')
    .execute()
}

export async function countWorksUnder(db: Reader, penName: number): Promise<number> {
  const { count } = await db
    .selectFrom('work_creators')
    .select(db.fn.countAll<number>().as('count'))
    .where('pen_name_id', '=', penName)
    .executeTakeFirstOrThrow()
  return count
}
