// Who posts, under which name and by whose midnight: the holder of a claim, a member, or a mod for a reserved name.
import { findClaim, isHolder, type StoredClaim } from '#src/fests/claims/claim-access.ts'
import type { RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { findOrReserveName, zoneOf } from '#src/people/accounts/accounts.ts'
import { mustBeKnown } from '#src/people/accounts/sign-up/standing.ts'
import { type Membership, membershipOf } from '#src/people/communities/communities.ts'
import { chosenOr } from '#src/people/communities/names/names-in.ts'
import { mustBeLet, whyNot } from '#src/people/communities/posting-access.ts'
import type { Tx } from '#src/platform/context.ts'
import { paths } from '#src/schema/paths.ts'

export type Poster = { readonly penName: number; readonly zone: string; readonly isMod: boolean }

type Asked = {
  readonly claim: number | undefined
  readonly reservedName: string | undefined
  readonly under?: number | undefined
  readonly zone: string | undefined
}

/** Refuses guests, strangers, claims of others, and mods who would post under somebody's own name. */
export async function posterFor(tx: Tx, home: RoundAtHome, asked: Asked): Promise<Poster> {
  const { viewer } = tx
  const claim = asked.claim === undefined ? undefined : await findClaim(tx.db, home.round.id, asked.claim)
  if (viewer.kind === 'key' && claim) return byKey(tx, claim)
  if (viewer.kind !== 'person') throw mustSignIn()
  if (claim) return holderOf(tx, home, claim)
  if (asked.reservedName !== undefined) return reserved(tx, home, asked.reservedName, asked.zone)
  const membership = await memberOf(tx, home)
  const own = await zoneOf(tx.db, viewer.account)
  const penName = await chosenOr(tx.db, viewer.account, asked.under, membership.penName)
  return { penName, zone: own ?? asked.zone ?? home.round.timeZone, isMod: false }
}

export const mustSignIn = (): Refusal => new Refusal('forbidden', 'post/sign-in', 'Please sign in to post a piece.')

/** The key opens this one claim, under the name that it stands under. */
function byKey(tx: Tx, claim: StoredClaim): Poster {
  if (!isHolder(tx, claim)) throw isMissing('claim')
  return { penName: claim.penName, zone: claim.zone, isMod: false }
}

/** Refuses strangers with the way in. What members may put up without a day is another question, asked when they do. */
async function memberOf(tx: Tx, { community, round }: RoundAtHome): Promise<Membership> {
  const membership = await membershipOf(tx.db, community.id, tx.viewer)
  if (membership) return membership
  throw (
    whyNot('post', community, membership, paths.post(community.slug, round.slug)) ??
    new Error('Nothing but a membership lets anybody in')
  )
}

const isHeld = ({ state }: StoredClaim): boolean => ['held', 'later', 'kept', 'closed'].includes(state)

/**
 * A day that is held carries its piece, whatever its community has chosen since; all else is as without a day: for whoever
 * may post in the community. A day is held for strangers for a while and lapses; a piece does not, so one without a day is not
 * put up for them.
 */
export async function mustBeLetUp(tx: Tx, home: RoundAtHome, claim: StoredClaim | undefined): Promise<void> {
  if (claim && isHeld(claim)) return
  const { community, round } = home
  const back = paths.post(community.slug, round.slug)
  const { account } = await mustBeLet(tx.db, 'post', { community, viewer: tx.viewer, back })
  await mustBeKnown(tx.db, account)
}

/** The claim says the name and the midnight; a mod may post for a holder who has no account. */
async function holderOf(tx: Tx, home: RoundAtHome, claim: StoredClaim): Promise<Poster> {
  if (tx.viewer.kind === 'person' && claim.account === tx.viewer.account) {
    await memberOf(tx, home)
    return { penName: claim.penName, zone: claim.zone, isMod: false }
  }
  if (home.isMod && claim.account === null && !claim.hasLeft)
    return { penName: claim.penName, zone: claim.zone, isMod: true }
  throw isMissing('claim')
}

async function reserved(tx: Tx, home: RoundAtHome, name: string, zone: string | undefined): Promise<Poster> {
  if (!home.isMod)
    throw new Refusal('forbidden', 'post/mods-only', 'Only mods can post for somebody else.', { about: 'reservedName' })
  const penName = await findOrReserveName(tx, name)
  if (penName.account !== null) {
    throw new Refusal(
      'forbidden',
      'post/has-account',
      `${penName.name} has an account here and posts under that name alone.`,
      { about: 'reservedName' },
    )
  }
  return { penName: penName.id, zone: zone ?? home.round.timeZone, isMod: true }
}
