// Deleting a round: asked twice, gone for everybody at once, and to be brought back for thirty days.
import { addMillis, daysLong, type Instant } from '#src/kit/instants.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { type Community, findCommunity, mustMod } from '#src/people/communities/communities.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'
import { forgetBannerOf } from './banner/banner.ts'
import {
  type DeletedRound,
  eraseRound,
  listDeleted,
  listDeletedBefore,
  markDeleted,
  markRestored,
} from './deletion.store.ts'
import { findRound, type Round, roundById } from './rounds.ts'

export type { DeletedRound } from './deletion.store.ts'

export const KEPT_DAYS = 30

const KEPT = daysLong(KEPT_DAYS)

/** Claims and days stay as they are, unseen, in case it comes back. */
export async function deleteRound(ctx: Ctx, community: string, slug: string): Promise<Round> {
  const { round } = await findRound(ctx, community, slug)
  await mustMod(ctx.db, round.community, ctx.viewer)
  return ctx.atomically({ rounds: round.id }, async (tx) => {
    const current = await roundById(tx.db, round.id)
    await markDeleted(tx, round.id, ctx.viewer.kind === 'person' ? ctx.viewer.account : null)
    tx.announce({ name: 'round.deleted', round: round.id })
    return current
  })
}

/** Refuses once the thirty days are over, even where the sweep has not been by yet. */
export async function bringRoundBack(ctx: Ctx, community: string, id: number): Promise<DeletedRound> {
  const home = await findCommunity(ctx.db, community)
  await mustMod(ctx.db, home.id, ctx.viewer)
  return ctx.atomically({ rounds: id }, async (tx) => {
    const round = (await listDeleted(tx.db, home.id)).find((deleted) => deleted.id === id)
    if (!round) throw isMissing('round')
    if (keptUntil(round) <= tx.now())
      throw new Refusal(
        'closed',
        'round/erased',
        `It was deleted more than ${KEPT_DAYS} days ago, and cannot be brought back.`,
      )
    await markRestored(tx, id)
    tx.announce({ name: 'round.restored', round: id })
    return round
  })
}

export const keptUntil = (round: DeletedRound): Instant => addMillis(round.deletedAt, KEPT)

export async function listDeletedRounds(
  ctx: Ctx,
  community: string,
): Promise<{ community: Community; rounds: DeletedRound[] }> {
  const home = await findCommunity(ctx.db, community)
  await mustMod(ctx.db, home.id, ctx.viewer)
  const rounds = await listDeleted(ctx.db, home.id)
  return { community: home, rounds: rounds.filter((round) => keptUntil(round) > ctx.now()) }
}

/** The ids of rounds whose thirty days are over. */
export const roundsToErase = (ctx: Pick<Ctx, 'now'> & { db: Reader }): Promise<number[]> =>
  listDeletedBefore(ctx.db, addMillis(ctx.now(), -KEPT))

/** Within the transaction of whoever has erased what else belonged to it. */
export async function eraseDeletedRound(tx: Tx, round: number): Promise<void> {
  await forgetBannerOf(tx, round)
  await eraseRound(tx, round)
}
