// What every turn leaves behind: a line in the claim's log and the news of it, in the same transaction.
import type { Actor, EventKind } from '#src/fests/claims/table/claim-events.ts'
import { momentsOf } from '#src/fests/claims/table/claim-clock.ts'
import type { Turned } from '#src/fests/claims/table/claim-row.ts'
import type { Claim, Standing } from '#src/fests/claims/table/claim-states.ts'
import { insertTurn } from '#src/fests/claims/claim-turns.store.ts'
import type { StoredClaim } from '#src/fests/claims/claims.store.ts'
import type { Board } from '#src/fests/claims/round-of-claims.ts'
import type { Tx } from '#src/platform/context.ts'

/** A claim as the table sees it. */
export const asTable = (claim: StoredClaim): Claim => ({
  state: claim.state,
  times: momentsOf(claim.deadlines),
  pieces: claim.pieces,
  saidLater: claim.saidLater,
})

export type Deed = { readonly claim: StoredClaim; readonly board: Board; readonly by: Actor }

/** Whatever is held again, or kept, no longer waits for what was said before. */
export const notSaid = ({ to }: Turned): { saidLater?: false } =>
  to === 'held' || to === 'kept' ? { saidLater: false } : {}

type News =
  | 'claim.made'
  | 'claim.moved'
  | 'claim.given-back'
  | 'claim.taken-back'
  | 'claim.said-later'
  | 'claim.turned'
  | 'claim.set'

export type TurnRecord = {
  readonly claim: number
  readonly round: number
  readonly event: EventKind
  readonly outcome: Turned
  readonly from: Standing
  readonly fromDay: number | null
  readonly toDay: number | null
  readonly by: Actor | 'clock'
  /** With a mod's deed: what the person is told of why. */
  readonly reason?: string
  readonly news: News
}

/** A turn of the clock counts from the minute that was promised, however late it was noticed. */
export async function recordTurn(tx: Tx, record: TurnRecord): Promise<void> {
  const { claim, round, event, outcome, from, fromDay, toDay, by, news } = record
  const account = tx.viewer.kind === 'person' ? tx.viewer.account : null
  const row = {
    claim,
    row: outcome.row,
    event,
    from,
    to: outcome.to,
    fromDay,
    toDay,
    by,
    account,
    reason: record.reason ?? null,
    countsAt: outcome.dueAt ?? tx.now(),
  }
  const turn = await insertTurn(tx, row)
  tx.announce({ name: news, claim, round, turn })
}
