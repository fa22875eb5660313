// A mod lets a piece through that waits for the next free-for-all day: it is up at once, and its day is kept.
import type { Where } from '#src/fests/claims/claim-access.ts'
import { letThrough } from '#src/fests/claims/mods/mod-turns.ts'
import { filedNow } from '#src/fests/posting/going-up.ts'
import { findPieceOf, keepPiece, listScheduledFor } from '#src/fests/posting/pieces.store.ts'
import { findRound, roundById } from '#src/fests/rounds/rounds.ts'
import { putUp } from '#src/library/works/works.ts'
import type { Ctx } from '#src/platform/context.ts'

/** Refuses where nothing waits. Answers the works that went up. */
export async function letPieceThrough(ctx: Ctx, where: Where, claim: number): Promise<number[]> {
  const home = await findRound(ctx, where.community, where.round)
  return ctx.atomically({ rounds: home.round.id }, async (tx) => {
    await letThrough(tx, { ...home, round: await roundById(tx.db, home.round.id) }, claim)
    const up: number[] = []
    for (const work of await listScheduledFor(tx.db, claim)) {
      const piece = await findPieceOf(tx.db, work)
      if (piece?.role !== 'main' && piece?.role !== 'part') continue
      await keepPiece(tx, { ...piece, ...(await filedNow(tx, piece, tx.now())) })
      await putUp(tx, work, tx.now())
      up.push(work)
    }
    return up
  })
}
