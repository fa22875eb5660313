// Taking a day without an account: a new name and an address, to which the key goes; nobody learns whose the address is.
import type { StoredClaim, Where } from '#src/fests/claims/claim-access.ts'
import { take } from '#src/fests/claims/claims.ts'
import { postKey } from '#src/fests/claims/keys/key-letter.ts'
import { cutKey } from '#src/fests/claims/keys/keys.ts'
import { listOpenDays, readBoard } from '#src/fests/claims/round-of-claims.ts'
import { type Day, findRound, type Round, type RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { reserveNewName } from '#src/people/accounts/accounts.ts'
import { guestsMayClaim } from '#src/people/communities/posting-access.ts'
import type { Ctx } from '#src/platform/context.ts'

export type GuestClaim = {
  readonly day: number
  readonly name: string
  readonly email: string
  readonly zone: string | undefined
}

/**
 * Held for 48 hours, unless somebody who reads the mail of the address says that it is theirs. Refuses where days are for members,
 * names that are anybody’s or too much like one (`name`), and as claiming does (`day`). What it answers is the same for every address.
 */
export async function claimAsGuest(ctx: Ctx, where: Where, wanted: GuestClaim): Promise<StoredClaim> {
  const home = await findRound(ctx, where.community, where.round)
  if (!guestsMayClaim(home.community)) throw refuseGuest(home)
  return ctx.atomically({ rounds: home.round.id }, async (tx) => {
    const holder = {
      penName: await reserveNewName(tx, wanted.name),
      account: null,
      zone: wanted.zone ?? home.round.timeZone,
      by: 'holder',
      actor: null,
    } as const
    const claim = await take(tx, home.round.id, wanted.day, holder, where)
    const { email } = wanted
    await cutKey(tx, { claim: claim.id, email, askedBy: 'guest', madeBy: null, confirmedAt: null })
    await postKey(tx, { claim, round: home.round.name, email, occasion: 'own' })
    return claim
  })
}

export const refuseGuest = ({ community: { name } }: RoundAtHome): Refusal =>
  new Refusal('forbidden', 'claim/sign-in', `In ${name} days are for its members. Please sign in to take one.`)

/** What can be had now, by the midnight of where the guest seems to be. */
export async function openDaysForGuest(
  ctx: Ctx,
  where: Where,
  zone: string | undefined,
): Promise<{ readonly round: Round; readonly days: readonly Day[] }> {
  const { round } = await findRound(ctx, where.community, where.round)
  const chooser = { penName: 0, zone: zone ?? round.timeZone, by: 'holder' } as const
  return { round, days: listOpenDays(await readBoard(ctx.db, round), chooser, ctx.now()) }
}
