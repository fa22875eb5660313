// Erases rounds whose thirty days after their deletion are over: pieces are let go, then claims, then days, then the round.
import { eraseClaimsOf } from '#src/fests/claims/round-erasure.ts'
import { forgetRound, listScheduledIn } from '#src/fests/posting/pieces.store.ts'
import { eraseDeletedRound, roundsToErase } from '#src/fests/rounds/deletion.ts'
import { backToDraft } from '#src/library/works/works.ts'
import type { Ctx } from '#src/platform/context.ts'

/** A sweep. Works stay their writers', outside every round; what was still to go up is a draft again. Reserved names stay too. */
export async function eraseOldRounds(ctx: Ctx): Promise<void> {
  for (const round of await roundsToErase(ctx)) {
    await ctx.atomically({ rounds: round }, async (tx) => {
      if (!(await roundsToErase(tx)).includes(round)) return
      for (const work of await listScheduledIn(tx.db, round)) await backToDraft(tx, work)
      await forgetRound(tx, round)
      await eraseClaimsOf(tx, round)
      await eraseDeletedRound(tx, round)
    })
  }
}
