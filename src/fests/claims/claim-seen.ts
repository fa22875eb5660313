// Who may see a claim, and whose name it shows: the one function that every page, mail, feed and list asks.
import { clockOf, type Clock, momentsOf } from '#src/fests/claims/table/claim-clock.ts'
import { asTable } from '#src/fests/claims/claim-record.ts'
import { type ClaimState, standingAt } from '#src/fests/claims/table/claim-states.ts'
import type { StoredClaim } from '#src/fests/claims/claims.store.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'

/** Who looks: the account of somebody signed in, and whether they are a mod of this community; or the holder of a key. */
export type Looker = {
  readonly account: number | undefined
  readonly isMod: boolean
  /** The claim whose key they hold, while they have no account. */
  readonly keyTo?: number | undefined
}

export type ClaimSeen = {
  readonly id: number
  readonly day: number
  readonly on: CalendarDay
  readonly name: string
  readonly state: ClaimState
  readonly clock: Clock
  readonly isMine: boolean
  /** The holder and the mods may open its own page, where it is moved and given back. */
  readonly mayOpen: boolean
}

/** What was given back or waits in line is nobody's business but its holder's and the mods'. */
const PUBLIC: readonly ClaimState[] = ['held', 'later', 'kept', 'closed']

export function seeClaim(claim: StoredClaim, looker: Looker, now: Instant): ClaimSeen | undefined {
  const isMine = claim.account === null ? looker.keyTo === claim.id : claim.account === looker.account
  const mayOpen = isMine || looker.isMod
  if (!mayOpen && !PUBLIC.includes(claim.state)) return undefined
  const times = momentsOf(claim.deadlines)
  const standing = standingAt(asTable(claim), now)
  return {
    id: claim.id,
    day: claim.day,
    on: claim.on,
    name: claim.name,
    state: standing === 'none' ? claim.state : standing,
    clock: clockOf(times, now),
    isMine,
    mayOpen,
  }
}
