// The eight states a claim is stored in, and the state it truly stands in when a sweep has not been by yet.

import { type ClaimTimes, type Clock, clockOf } from '#src/fests/claims/table/claim-clock.ts'
import type { Instant } from '#src/kit/instants.ts'

export const CLAIM_STATES = [
  'waiting',
  'offered',
  'held',
  'later',
  'kept',
  'given-back',
  'taken-over',
  'closed',
] as const

export type ClaimState = (typeof CLAIM_STATES)[number]

/** `none` stands before a claim exists. */
export type Standing = ClaimState | 'none'

export type PieceLife = 'none' | 'scheduled' | 'up'

/** The pieces of a claim as far as its state depends on them. A scheduled piece has been handed in. */
export type Pieces = { readonly main: PieceLife; readonly part: PieceLife; readonly standIn: boolean }

export type Claim = {
  readonly state: Standing
  readonly times: ClaimTimes
  readonly pieces: Pieces
  /** "It will be later" was said, and not taken back. */
  readonly saidLater: boolean
}

/** What forbids goes by the clock at the request: this is what the sweep would have made of the claim by now. */
export function standingAt(claim: Claim, now: Instant): Standing {
  const clock = clockOf(claim.times, now)
  if (clock !== 'after-grace' && clock !== 'round-over') return claim.state
  if (claim.state === 'held') return isHandedIn(claim.pieces) ? 'kept' : claimByClock(clock)
  if (claim.state !== 'later') return claim.state
  // After grace a piece that waits for a free-for-all day has yet to go up; a part that is up has begun the claim.
  if (clock === 'after-grace') return claim.pieces.part === 'up' ? 'kept' : 'later'
  return isHandedIn(claim.pieces) ? 'kept' : 'closed'
}

/** What a claim without any piece is at each time. */
export function claimByClock(clock: Clock): 'held' | 'later' | 'closed' {
  if (clock === 'round-over') return 'closed'
  return clock === 'after-grace' ? 'later' : 'held'
}

export function isHandedIn(pieces: Pieces): boolean {
  return pieces.main !== 'none' || pieces.part !== 'none'
}

/** What a claim stands on while nothing has been handed in for it. */
export const noPieces: Pieces = { main: 'none', part: 'none', standIn: false }

/** A scheduled piece goes back to draft with the day it was scheduled for, and is never live by itself. */
export function withoutScheduled({ main, part, standIn }: Pieces): Pieces {
  return { main: main === 'scheduled' ? 'none' : main, part: part === 'scheduled' ? 'none' : part, standIn }
}
