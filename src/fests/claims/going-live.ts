// The moment of a scheduled piece has come: what its claim says of it, and turns into.
import { asTable, notSaid, recordTurn } from '#src/fests/claims/claim-record.ts'
import { findClaimById, updateClaim, updatePieces } from '#src/fests/claims/claims.store.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Tx } from '#src/platform/context.ts'

/** `not-now`: the claim was moved, and its day is still to come. `not-any-more`: it was given back, or the piece taken down. */
export type GoingLive =
  | { readonly kind: 'up' | 'not-any-more' }
  | { readonly kind: 'not-now'; readonly goesUpAt: Instant }

/** Within the transaction that holds the round. `dueAt` is the moment that was promised, however late it is noticed. */
export async function goLive(
  tx: Tx,
  id: number,
  role: 'main' | 'part' | 'stand-in',
  dueAt: Instant,
): Promise<GoingLive> {
  const claim = await findClaimById(tx.db, id)
  if (!claim || ['given-back', 'taken-over', 'waiting', 'offered'].includes(claim.state))
    return { kind: 'not-any-more' }
  const { start } = claim.deadlines
  if (tx.now() < start.at) return { kind: 'not-now', goesUpAt: start.at }
  if (role === 'stand-in') return { kind: 'up' }
  if (claim.pieces[role] !== 'scheduled') return { kind: 'not-any-more' }
  const outcome = turn(asTable(claim), { kind: 'goes-live', role, dueAt }, tx.now())
  await updatePieces(tx, id, { ...claim.pieces, [role]: 'up' })
  if (outcome.kind !== 'turned') return { kind: 'up' }
  await updateClaim(tx, id, { state: outcome.to, place: claim.place, ...notSaid(outcome) })
  const record = {
    claim: id,
    round: claim.round,
    event: 'goes-live',
    outcome,
    from: claim.state,
    fromDay: null,
    toDay: null,
  } as const
  await recordTurn(tx, { ...record, by: 'clock', news: 'claim.turned' })
  return { kind: 'up' }
}
