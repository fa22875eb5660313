// Counts and finds the works of a fandom by where they are set, in pages, of those that somebody may see.
import { type ExpressionBuilder, sql } from 'kysely'
import type { Reader, Tx } from '#src/platform/context.ts'
import type { TimingRelation } from '#src/schema/library/works.ts'
import type { Tables } from '#src/schema/tables.ts'
import { visibleTo } from '#src/library/works/visible.store.ts'
import type { Beholder } from '#src/library/works/visibility.ts'

type Works = ExpressionBuilder<Tables, 'works'>

/** What stands at one place: surely there or not, or at none. */
export type Spot = {
  readonly from: number | null
  readonly to: number | null
  readonly relation: TimingRelation
  readonly isSure: boolean
}

/** `sure` in hundredths: from there on a place is believed. */
export type Wanted = {
  readonly fandom: number
  readonly sure: number
  /** Only what gives away no more than is known by this position. */
  readonly upTo?: number | undefined
}

const of = (db: Reader, beholder: Beholder, { fandom, upTo }: Pick<Wanted, 'fandom' | 'upTo'>) => {
  const all = db
    .selectFrom('works')
    .where('works.fandom_id', '=', fandom)
    .where('works.state', '=', 'posted')
    .where((eb) => visibleTo(eb, beholder))
  return upTo === undefined ? all : all.where('works.spoilers_to', '<=', upTo)
}

/** Of how many works nobody knows how far they give it away. */
export async function countUnknown(db: Reader, beholder: Beholder, fandom: number): Promise<number> {
  const row = await of(db, beholder, { fandom })
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('works.spoilers_to', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

export async function countPosted(db: Reader, beholder: Beholder, fandom: number): Promise<number> {
  const row = await of(db, beholder, { fandom })
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

const isSure = (eb: Works, sure: number) => eb.case().when('works.timing_confidence', '>=', sure).then(1).else(0).end()

/** As many rows as there are places, however many works. */
export async function countSpots(
  db: Reader,
  beholder: Beholder,
  wanted: Wanted,
): Promise<(Spot & { readonly count: number })[]> {
  const rows = await of(db, beholder, wanted)
    .select(['works.timing_from as from', 'works.timing_to as to', 'works.timing_relation as relation'])
    .select((eb) => isSure(eb, wanted.sure).as('isSure'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy(['works.timing_from', 'works.timing_to', 'works.timing_relation', 'isSure'])
    .execute()
  return rows.map((row) => ({ ...row, isSure: row.isSure === 1 }))
}

/** As they came: what stood elsewhere before has the date of that. */
export async function listAt(
  db: Reader,
  beholder: Beholder,
  wanted: Wanted,
  spots: readonly Spot[],
  { skip, take }: { readonly skip: number; readonly take: number },
): Promise<number[]> {
  if (spots.length === 0 || take === 0) return []
  const rows = await of(db, beholder, wanted)
    .select('works.id')
    .where((eb) =>
      eb.or(
        spots.map((spot) =>
          eb.and([
            eb('works.timing_from', 'is not distinct from', spot.from),
            eb('works.timing_to', 'is not distinct from', spot.to),
            eb('works.timing_relation', '=', spot.relation),
            eb(isSure(eb, wanted.sure), '=', spot.isSure ? 1 : 0),
          ]),
        ),
      ),
    )
    .orderBy(sql`coalesce(works.first_posted_on, substr(works.revealed_at, 1, 10))`)
    .orderBy('works.id')
    .offset(skip)
    .limit(take)
    .execute()
  return rows.map(({ id }) => id)
}

/** Of all works, whoever may see them: only to be moved. */
export async function listSettings(db: Reader, fandom: number): Promise<Placed[]> {
  const rows = await db
    .selectFrom('works')
    .select(['id', 'timing_from as from', 'timing_to as to', 'timing_off as off', 'spoilers_to as spoilers'])
    .where('fandom_id', '=', fandom)
    .execute()
  return rows.filter(({ from, spoilers }) => from !== null || spoilers !== null)
}

/** Everything of a work that is a position on the timeline. */
export type Positions = {
  readonly from: number | null
  readonly to: number | null
  readonly off: number | null
  readonly spoilers: number | null
}

type Placed = Positions & { readonly id: number }

export async function updateSettings(
  tx: Tx,
  works: readonly number[],
  { from, to, off, spoilers }: Positions,
): Promise<void> {
  await tx.db
    .updateTable('works')
    .set({ timing_from: from, timing_to: to, timing_off: off, spoilers_to: spoilers })
    .where('id', 'in', [...works])
    .execute()
}
