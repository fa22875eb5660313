// Until when a day is held for somebody of whom nothing is known, as mods are told it; and their word that keeps it theirs.
import { findClaim, type StoredClaim, type Where } from '#src/fests/claims/claim-access.ts'
import { keyOf } from '#src/fests/claims/keys/keys.ts'
import { setKeyVouched } from '#src/fests/claims/keys/keys.store.ts'
import { findRound } from '#src/fests/rounds/rounds.ts'
import { addMillis, type Instant } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { HOLD } from '#src/people/accounts/sign-up/standing.ts'
import { mustMod } from '#src/people/communities/communities.ts'
import type { Ctx, Reader } from '#src/platform/context.ts'
import { listHolds } from './lapsing.store.ts'

export type HeldUntil = {
  readonly until: Instant
  /** A key is confirmed by mods; an account by its address, or by an admin. */
  readonly by: 'account' | 'key'
}

export async function listHeldUntil(db: Reader, round: number): Promise<ReadonlyMap<number, HeldUntil>> {
  return new Map((await listHolds(db, round)).map(({ id, madeAt, by }) => [id, { until: addMillis(madeAt, HOLD), by }]))
}

/**
 * A mod stands for whoever took a day without an account, as for those whom they enter: the day stays theirs. Whether the address
 * is theirs remains open, and the links that were mailed go on working. Refuses where nothing is held so.
 */
export async function confirmHold(ctx: Ctx, where: Where, id: number): Promise<StoredClaim> {
  const home = await findRound(ctx, where.community, where.round)
  await mustMod(ctx.db, home.community.id, ctx.viewer)
  return ctx.atomically({ rounds: home.round.id }, async (tx) => {
    const claim = await findClaim(tx.db, home.round.id, id)
    const key = await keyOf(tx, id)
    if (claim.account !== null || key === undefined || claim.state !== 'held') throw nothingHeld()
    if (key.askedBy === 'guest' && key.confirmedAt === null)
      await setKeyVouched(tx, key.id, tx.viewer.kind === 'person' ? tx.viewer.account : null)
    return claim
  })
}

const nothingHeld = (): Refusal =>
  new Refusal('closed', 'claim/not-on-hold', 'This day is not held for 48 hours only: there is nothing to confirm.')
