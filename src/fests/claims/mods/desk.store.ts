// What the mods' desk reads of claims in one go: who gave a day back or had it set aside, and what the clock has done.
import type { Standing } from '#src/fests/claims/table/claim-states.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Reader } from '#src/platform/context.ts'

export type Ending = { readonly claim: number; readonly at: Instant; readonly by: string | null }

/** The last turn to each state that takes a day from somebody, with the name of the mod who did it; null is its holder. */
export async function listEndings(db: Reader, round: number): Promise<Ending[]> {
  return db
    .selectFrom('claim_turns')
    .innerJoin('claims', 'claims.id', 'claim_turns.claim_id')
    .select((eb) => [
      'claim_turns.claim_id as claim',
      'claim_turns.counts_at as at',
      eb
        .selectFrom('pen_names')
        .select('pen_names.name')
        .whereRef('pen_names.account_id', '=', 'claim_turns.by_account')
        .where('claim_turns.by_whom', '=', 'mod')
        .orderBy('pen_names.id')
        .limit(1)
        .as('by'),
    ])
    .where('claims.round_id', '=', round)
    .where('claims.state', 'in', ['given-back', 'taken-over'])
    .where('claim_turns.to_state', 'in', ['given-back', 'taken-over'])
    .orderBy('claim_turns.id')
    .execute()
}

export type ClockTurn = {
  readonly claim: number
  readonly event: string
  readonly from: Standing
  readonly to: Standing
  /** The minute that was promised. */
  readonly at: Instant
  /** When it was done, which is later where the server was down. */
  readonly doneAt: Instant
}

/** Newest first. */
export function listClockTurns(db: Reader, round: number, limit: number): Promise<ClockTurn[]> {
  return db
    .selectFrom('claim_turns')
    .innerJoin('claims', 'claims.id', 'claim_turns.claim_id')
    .select([
      'claim_turns.claim_id as claim',
      'claim_turns.event',
      'claim_turns.from_state as from',
      'claim_turns.to_state as to',
      'claim_turns.counts_at as at',
      'claim_turns.made_at as doneAt',
    ])
    .where('claims.round_id', '=', round)
    .where('claim_turns.by_whom', '=', 'clock')
    .orderBy('claim_turns.counts_at', 'desc')
    .orderBy('claim_turns.id', 'desc')
    .limit(limit)
    .execute()
}
