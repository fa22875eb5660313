// Who posts, under which name and by whose midnight: the holder of a claim, a member, or a mod for a reserved name.
import { findClaim } from '#src/fests/claims/claim-access.ts'
import type { RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { findOrReserveName, zoneOf } from '#src/people/accounts/accounts.ts'
import { membershipOf, offerToJoin } from '#src/people/communities/communities.ts'
import { chosenOr } from '#src/people/communities/names/names-in.ts'
import type { Tx } from '#src/platform/context.ts'

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
  if (viewer.kind !== 'person') throw new Refusal('forbidden', 'post/sign-in', 'Please sign in to post a piece.')
  const claim = asked.claim === undefined ? undefined : await findClaim(tx.db, home.round.id, asked.claim)
  if (claim) return holderOf(home, claim, viewer.account)
  if (asked.reservedName !== undefined) return reserved(tx, home, asked.reservedName, asked.zone)
  const membership = await membershipOf(tx.db, home.community.id, viewer)
  if (!membership) {
    throw notAMember(home)
  }
  const own = await zoneOf(tx.db, viewer.account)
  const penName = await chosenOr(tx.db, viewer.account, asked.under, membership.penName)
  return { penName, zone: own ?? asked.zone ?? home.round.timeZone, isMod: false }
}

export const notAMember = ({ community }: RoundAtHome): Refusal =>
  new Refusal(
    'forbidden',
    'post/not-a-member',
    `Pieces are posted by members of ${community.name}. Joining is one button.`,
    { offers: [offerToJoin(community)] },
  )

/** The claim says the name and the midnight; a mod may post for a holder who has no account. */
function holderOf(home: RoundAtHome, claim: Awaited<ReturnType<typeof findClaim>>, account: number): Poster {
  if (claim.account === account) return { penName: claim.penName, zone: claim.zone, isMod: false }
  if (home.isMod && claim.account === null) return { penName: claim.penName, zone: claim.zone, isMod: true }
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
