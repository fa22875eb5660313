// One more day for somebody who came by a key: under the same name, with a key of its own, which is mailed to the same address.
import type { StoredClaim, Where } from '#src/fests/claims/claim-access.ts'
import { refuse, take } from '#src/fests/claims/claims.ts'
import { findClaimById } from '#src/fests/claims/claims.store.ts'
import { postKey } from '#src/fests/claims/keys/key-letter.ts'
import { cutKey, keyOf } from '#src/fests/claims/keys/keys.ts'
import { readBoard } from '#src/fests/claims/round-of-claims.ts'
import { NO } from '#src/fests/claims/table/claim-refusals.ts'
import { findRound, type RoundAtHome, roundById } from '#src/fests/rounds/rounds.ts'
import { isMissing } from '#src/kit/refusal.ts'
import { refuseGuest } from '#src/fests/claims/keys/guest-claims.ts'
import { guestsMayClaim } from '#src/people/communities/posting-access.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'

/** Only in the round of the key. Refuses as claiming does, and where days are for members; the limit counts for the name. */
export async function claimByKey(ctx: Ctx, where: Where, day: number): Promise<StoredClaim> {
  const home = await findRound(ctx, where.community, where.round)
  if (!guestsMayClaim(home.community)) throw refuseGuest(home)
  return ctx.atomically({ rounds: home.round.id }, async (tx) => {
    const { own, key } = await mineIn(tx, home)
    const { penName, zone } = own
    const board = await readBoard(tx.db, await roundById(tx.db, home.round.id))
    const mine = board.holding.filter((claim) => claim.penName === penName)
    const had = mine.find((claim) => claim.day === day)
    if (had) return had
    if (mine.length >= (board.round.daysPerPerson ?? Number.POSITIVE_INFINITY)) throw refuse(NO.tooManyDays)
    const claim = await take(tx, home.round.id, day, { penName, account: null, zone, by: 'holder', actor: null }, where)
    const { email, askedBy, madeBy } = key
    await cutKey(tx, { claim: claim.id, email, askedBy, madeBy, confirmedAt: tx.now() })
    await postKey(tx, { claim, round: home.round.name, email, occasion: 'more' })
    return claim
  })
}

async function mineIn(tx: Tx, { round }: RoundAtHome) {
  const { viewer } = tx
  const own = viewer.kind === 'key' ? await findClaimById(tx.db, viewer.claim) : undefined
  const key = own && (await keyOf(tx, own.id))
  if (!own || !key || own.round !== round.id) throw isMissing('claim')
  return { own, key }
}
