// Somebody left a community or was removed from it: the days that they hold in its rounds are given back, their pieces stay.
import { asTable, recordTurn } from '#src/fests/claims/claim-record.ts'
import { caughtUp } from '#src/fests/claims/claim-sweep.ts'
import { listClaimsOf, type StoredClaim, updateClaim, updatePieces } from '#src/fests/claims/claims.store.ts'
import type { Actor } from '#src/fests/claims/table/claim-events.ts'
import { withoutScheduled } from '#src/fests/claims/table/claim-states.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import { isMember } from '#src/people/communities/communities.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import { listRoundIds } from './leaving.store.ts'

export type Gone = { readonly community: number; readonly account: number; readonly by: Actor }

/**
 * Every round, under its lock: whoever was taking a day in it at that moment has either taken it, and gives it back here, or
 * is asked again whether they are a member. May run twice; whoever is back meanwhile keeps what they have.
 */
export async function giveBackAllOf(ctx: Ctx, gone: Gone): Promise<void> {
  for (const round of await listRoundIds(ctx.db, gone.community)) {
    await ctx.atomically({ rounds: round }, async (tx) => {
      if (await isMember(tx.db, gone.community, gone.account)) return
      for (const claim of await listClaimsOf(tx.db, round, gone.account)) await giveBack(tx, claim, gone.by)
    })
  }
}

async function giveBack(tx: Tx, before: StoredClaim, by: Actor): Promise<void> {
  const claim = await caughtUp(tx, before)
  const outcome = turn(asTable(claim), { kind: 'leave', by }, tx.now())
  if (outcome.kind !== 'turned') return
  await updateClaim(tx, claim.id, { state: outcome.to, place: null })
  await updatePieces(tx, claim.id, withoutScheduled(claim.pieces))
  await recordTurn(tx, {
    claim: claim.id,
    outcome,
    event: 'leave',
    from: claim.state,
    fromDay: claim.day,
    toDay: null,
    by,
    news: 'claim.given-back',
    round: claim.round,
  })
}
