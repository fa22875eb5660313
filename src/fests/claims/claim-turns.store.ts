// The log of every turn a claim took: by whom, by which row of the table, and when it counts as having happened.
import type { ClaimState, Standing } from '#src/fests/claims/table/claim-states.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export type NewTurn = {
  readonly claim: number
  readonly row: number
  readonly event: string
  readonly from: Standing
  readonly to: ClaimState
  readonly fromDay: number | null
  readonly toDay: number | null
  readonly by: 'holder' | 'mod' | 'clock'
  readonly account: number | null
  /** What a mod said to the person; nobody else reads it. */
  readonly reason: string | null
  readonly countsAt: Instant
}

export async function insertTurn(tx: Tx, turn: NewTurn): Promise<number> {
  const row = {
    claim_id: turn.claim,
    row_number: turn.row,
    event: turn.event,
    from_state: turn.from,
    to_state: turn.to,
    from_day_id: turn.fromDay,
    to_day_id: turn.toDay,
    by_whom: turn.by,
    by_account: turn.account,
    reason: turn.reason,
    counts_at: turn.countsAt,
    made_at: tx.now(),
  }
  const { id } = await tx.db.insertInto('claim_turns').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export type PastTurn = {
  readonly event: string
  readonly by: 'holder' | 'mod' | 'clock'
  readonly from: Standing
  readonly to: ClaimState
  readonly reason: string | null
  readonly at: Instant
  readonly fromDay: CalendarDay | null
  readonly toDay: CalendarDay | null
}

/** Oldest first. */
export function listTurns(db: Reader, claim: number): Promise<PastTurn[]> {
  return db
    .selectFrom('claim_turns')
    .leftJoin('days as old', 'old.id', 'claim_turns.from_day_id')
    .leftJoin('days as new', 'new.id', 'claim_turns.to_day_id')
    .select([
      'claim_turns.event',
      'claim_turns.by_whom as by',
      'claim_turns.from_state as from',
      'claim_turns.to_state as to',
      'claim_turns.reason',
      'claim_turns.counts_at as at',
      'old.on_day as fromDay',
      'new.on_day as toDay',
    ])
    .where('claim_turns.claim_id', '=', claim)
    .orderBy('claim_turns.id')
    .execute()
}

export function findLastTurn(db: Reader, claim: number) {
  return db
    .selectFrom('claim_turns')
    .select(['id', 'by_whom as by', 'event', 'row_number as row', 'from_state as from', 'reason'])
    .where('claim_id', '=', claim)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
