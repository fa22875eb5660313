// For whom a day is taken: for oneself, or by a mod for somebody who may have no account at all.
import type { Actor } from '#src/fests/claims/table/claim-events.ts'
import type { RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { findOrReserveName, zoneOf } from '#src/people/accounts/accounts.ts'
import { mayHoldDays } from '#src/people/accounts/sign-up/standing.ts'
import { isMember } from '#src/people/communities/communities.ts'
import { chosenOr } from '#src/people/communities/names/names-in.ts'
import { mustBeLet } from '#src/people/communities/posting-access.ts'
import type { Tx } from '#src/platform/context.ts'
import { paths } from '#src/schema/paths.ts'

export type Holder = {
  readonly penName: number
  /** Null for a reserved name. */
  readonly account: number | null
  /** The midnight that counts for them, frozen into the claim. */
  readonly zone: string
  readonly by: Actor
  /** The name that was chosen, where one was: buttons for other days keep to it. */
  readonly under?: number | undefined
  /** The account that acts, which for a mod is not the holder's. */
  readonly actor: number | null
}

/** Where they seem to be, and which of their names they chose, if any. */
export type Wished = { readonly zone: string | undefined; readonly under?: number | undefined }

/**
 * Refuses guests, whoever may not take days here (strangers with the way in), and who has not confirmed their address in time.
 * In the transaction that takes the day.
 */
export async function holderOf(tx: Tx, home: RoundAtHome, { zone, under }: Wished): Promise<Holder> {
  const { viewer } = tx
  if (viewer.kind !== 'person') throw new Refusal('forbidden', 'claim/sign-in', 'Please sign in to take a day.')
  const membership = await mustBeLet(tx.db, 'claim', {
    community: home.community,
    viewer,
    back: paths.round(home.community.slug, home.round.slug),
  })
  await mayHoldDays(tx, viewer.account)
  const own = await zoneOf(tx.db, viewer.account)
  return {
    penName: await chosenOr(tx.db, viewer.account, under, membership.penName),
    under,
    account: viewer.account,
    zone: own ?? zone ?? home.round.timeZone,
    by: 'holder',
    actor: viewer.account,
  }
}

/** Somebody whose name has an account must be a member: a mod cannot put strangers on a calendar. */
export async function holderFor(tx: Tx, home: RoundAtHome, name: string, zone: string | undefined): Promise<Holder> {
  const penName = await findOrReserveName(tx, name)
  const { account } = penName
  if (account !== null && !(await isMember(tx.db, home.community.id, account))) {
    throw new Refusal(
      'forbidden',
      'claim/not-a-member',
      `${penName.name} has an account here, but is not a member of ${home.community.name}. They can join and take a day themselves.`,
      { about: 'name' },
    )
  }
  const own = account === null ? null : await zoneOf(tx.db, account)
  const actor = tx.viewer.kind === 'person' ? tx.viewer.account : null
  return { penName: penName.id, account, zone: own ?? zone ?? home.round.timeZone, by: 'mod', actor }
}
