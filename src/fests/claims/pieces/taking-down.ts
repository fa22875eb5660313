// A piece of a claim is taken down, or put up again within its thirty days: what the table makes of the claim then.
import { actorOn, findClaim } from '#src/fests/claims/claim-access.ts'
import { asTable, recordTurn } from '#src/fests/claims/claim-record.ts'
import { refuseTurn } from '#src/fests/claims/claim-refusal-words.ts'
import { type StoredClaim, updateClaim, updatePieces } from '#src/fests/claims/claims.store.ts'
import type { ClaimEvent } from '#src/fests/claims/table/claim-events.ts'
import type { Pieces } from '#src/fests/claims/table/claim-states.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import type { RoundAtHome } from '#src/fests/rounds/rounds.ts'
import type { Instant } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'
import type { Tx } from '#src/platform/context.ts'

/** `remaining` is what the claim still has without the piece. Within the transaction that holds the round. */
export async function withdrawFrom(tx: Tx, home: RoundAtHome, id: number, remaining: Pieces): Promise<void> {
  const claim = await findClaim(tx.db, home.round.id, id)
  const by = actorOn(tx, home, claim)
  const isStill = { main: remaining.main !== 'none', part: remaining.part !== 'none' }
  const losesMain = claim.pieces.main !== 'none' && !isStill.main
  // A claim that a part has kept is turned with the part; what else is small leaves the claim as it is.
  const losesPart = claim.pieces.part !== 'none' && !isStill.part && claim.state === 'kept'
  if (losesMain || losesPart) await apply(tx, claim, { kind: 'withdraw-main', by, remaining: isStill })
  await updatePieces(tx, claim.id, remaining)
}

/** Refuses where another main piece is in by now, and once the thirty days are over. */
export async function restoreMain(tx: Tx, home: RoundAtHome, id: number, withdrawnAt: Instant): Promise<void> {
  const claim = await findClaim(tx.db, home.round.id, id)
  const by = actorOn(tx, home, claim)
  await apply(tx, claim, { kind: 'restore-main', by, withdrawnAt })
  await updatePieces(tx, claim.id, { ...claim.pieces, main: 'up' })
}

type Deed = Extract<ClaimEvent, { kind: 'withdraw-main' | 'restore-main' }>

async function apply(tx: Tx, claim: StoredClaim, event: Deed): Promise<void> {
  const outcome = turn(asTable(claim), event, tx.now())
  if (outcome.kind === 'nothing') return
  if (outcome.kind === 'refused') {
    const { kind, code, sentence } = refuseTurn(outcome)
    throw new Refusal(kind === 'missing' ? 'closed' : kind, code, sentence)
  }
  await updateClaim(tx, claim.id, { state: outcome.to, place: claim.place })
  const days = { fromDay: null, toDay: null }
  const turned = { claim: claim.id, round: claim.round, event: event.kind, outcome, from: claim.state, by: event.by }
  await recordTurn(tx, { ...turned, ...days, news: 'claim.turned' })
}
