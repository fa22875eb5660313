// Erases rounds whose thirty days after their deletion are over: claims first, then days, then the round.
import { eraseClaims } from '#src/fests/claims/claims.store.ts'
import { eraseDeletedRound, roundsToErase } from '#src/fests/rounds/deletion.ts'
import type { Ctx } from '#src/platform/context.ts'

/** A sweep. What a person deleted and did not want back is gone for good; reserved names stay their owners'. */
export async function eraseOldRounds(ctx: Ctx): Promise<void> {
  for (const round of await roundsToErase(ctx)) {
    await ctx.atomically({ rounds: round }, async (tx) => {
      if (!(await roundsToErase(tx)).includes(round)) return
      await eraseClaims(tx, round)
      await eraseDeletedRound(tx, round)
    })
  }
}
