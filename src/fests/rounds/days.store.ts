// What is kept about the days of a round.
import type { CalendarDay } from '#src/kit/days.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import type { DayKind } from '#src/schema/fests/rounds.ts'

export type Day = {
  readonly id: number
  readonly round: number
  readonly on: CalendarDay
  readonly kind: DayKind
  readonly places: number
  readonly note: string
}

export type DayPlan = Pick<Day, 'on' | 'kind' | 'places' | 'note'>

const columns = ['id', 'round_id as round', 'on_day as on', 'kind', 'places', 'note'] as const

export async function insertDays(tx: Tx, round: number, days: readonly DayPlan[]): Promise<void> {
  for (const { on, kind, places, note } of days) {
    await tx.db.insertInto('days').values({ uid: tx.uid(), round_id: round, on_day: on, kind, places, note }).execute()
  }
}

export async function updateDay(tx: Tx, id: number, plan: Omit<DayPlan, 'on'>): Promise<void> {
  await tx.db.updateTable('days').set(plan).where('id', '=', id).execute()
}

export async function deleteDay(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('days').where('id', '=', id).execute()
}

export function listDaysOfRound(db: Reader, round: number): Promise<Day[]> {
  return db.selectFrom('days').select(columns).where('round_id', '=', round).orderBy('on_day').execute()
}

export function findDayOfRound(db: Reader, round: number, id: number): Promise<Day | undefined> {
  return db.selectFrom('days').select(columns).where('round_id', '=', round).where('id', '=', id).executeTakeFirst()
}

export type Stretch = { readonly round: number; readonly first: CalendarDay; readonly last: CalendarDay }

/** From which day to which each round of a community runs. */
export function listStretches(db: Reader, community: number): Promise<Stretch[]> {
  return db
    .selectFrom('days')
    .innerJoin('rounds', 'rounds.id', 'days.round_id')
    .select(({ fn }) => ['days.round_id as round', fn.min('days.on_day').as('first'), fn.max('days.on_day').as('last')])
    .where('rounds.community_id', '=', community)
    .groupBy('days.round_id')
    .execute()
}

/** The ids of days that any claim, of whatever state, refers to. */
export async function listDaysWithClaims(db: Reader, round: number): Promise<Set<number>> {
  const rows = await db.selectFrom('claims').select('day_id').distinct().where('round_id', '=', round).execute()
  const moved = await db
    .selectFrom('claim_turns')
    .innerJoin('claims', 'claims.id', 'claim_turns.claim_id')
    .select('claim_turns.from_day_id as day')
    .distinct()
    .where('claims.round_id', '=', round)
    .where('claim_turns.from_day_id', 'is not', null)
    .execute()
  return new Set([...rows.map((row) => row.day_id), ...moved.flatMap((row) => row.day ?? [])])
}

/** How many claims hold a place, by day. */
export async function countHeldPlaces(db: Reader, round: number): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('claims')
    .select(({ fn }) => ['day_id as day', fn.countAll<number>().as('held')])
    .where('round_id', '=', round)
    .where('place', 'is not', null)
    .groupBy('day_id')
    .execute()
  return new Map(rows.map((row) => [row.day, row.held]))
}
