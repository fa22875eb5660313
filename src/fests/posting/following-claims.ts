// Scheduled pieces follow their claims: to the new day when it is moved, back to draft when it is given back.
import { findPieceOf, keepPiece, listScheduledFor } from '#src/fests/posting/pieces.store.ts'
import { claimIfThere } from '#src/fests/claims/news/claim-news.ts'
import { backToDraft, schedule } from '#src/library/works/works.ts'
import type { Ctx } from '#src/platform/context.ts'

/** May run twice, and after the claim has turned again: it goes by what the claim is now. */
export async function followClaim(
  ctx: Ctx,
  happened: { readonly claim: number; readonly round: number },
): Promise<void> {
  await ctx.atomically({ rounds: happened.round }, async (tx) => {
    const claim = await claimIfThere(tx.db, happened.claim)
    for (const work of await listScheduledFor(tx.db, happened.claim)) {
      const piece = await findPieceOf(tx.db, work)
      if (!piece || !claim) continue
      if (claim.state === 'held') {
        await keepPiece(tx, { ...piece, day: claim.day })
        await schedule(tx, work, claim.deadlines.start.at)
      } else if (claim.state === 'given-back' || claim.state === 'taken-over') {
        await keepPiece(tx, { ...piece, day: null, handedInAt: null, cameOn: null })
        await backToDraft(tx, work)
      }
    }
  })
}
