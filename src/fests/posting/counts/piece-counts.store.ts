// How many pieces are up in rounds, for those who may see them.
import { visibleTo } from '#src/library/works/visible.store.ts'
import type { Reader } from '#src/platform/context.ts'

type Beholder = Parameters<typeof visibleTo>[1]

export async function countUp(db: Reader, beholder: Beholder, rounds: readonly number[]): Promise<Map<number, number>> {
  if (rounds.length === 0) return new Map()
  const rows = await db
    .selectFrom('works')
    .innerJoin('pieces', 'pieces.work_id', 'works.id')
    .select(['pieces.round_id as round', db.fn.countAll<number>().as('count')])
    .where('pieces.round_id', 'in', rounds)
    .where('works.state', '=', 'posted')
    .where((eb) => visibleTo(eb, beholder))
    .groupBy('pieces.round_id')
    .execute()
  return new Map(rows.map(({ round, count }) => [round, count]))
}
