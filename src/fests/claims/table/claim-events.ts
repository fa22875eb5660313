// Everything that can happen to a claim, each with the plain facts that its rules ask for.

import type { ClaimState } from '#src/fests/claims/table/claim-states.ts'
import type { Instant } from '#src/kit/instants.ts'

/** A mod who acts for the holder is bound by the same rules, and logged. */
export type Actor = 'holder' | 'mod'

/** `never`: the day is closed, or free for all without places to claim. */
export type ClaimingOpen = 'not-yet' | 'open' | 'over' | 'never'

/** What the round does with a place that comes free after claiming has closed. */
export type FreedPlaceRule = 'stays-open' | 'free-for-all' | 'backups'

export type Remaining = { readonly main: boolean; readonly part: boolean }

type HandIn = {
  readonly by: Actor
  readonly role: 'main' | 'part' | 'stand-in' | 'extra'
  /** The first attempt, even if a field was missing then. */
  readonly handedInAt: Instant
  /** Before the day begins: at its start by itself, or at once where the round allows that. */
  readonly when: 'on-the-day' | 'now'
  readonly allowsEarly: boolean
  readonly freeForAllToday: boolean
  readonly laterRule: 'waits' | 'at-once'
  readonly nextFreeDayAt: Instant | undefined
  readonly afterRound: 'always' | 'until-next' | 'ask-mods'
  readonly nextRoundOpen: boolean
}

type EventFacts = {
  claim: {
    readonly by: Actor
    readonly claimingOpen: ClaimingOpen
    readonly placeLeft: boolean
    readonly underLimit: boolean
  }
  /** The facts are those of the day to move to. */
  move: { readonly by: Actor; readonly toOpen: ClaimingOpen; readonly toPlaceLeft: boolean }
  'give-back': {
    readonly by: Actor
    readonly waitingList: boolean
    readonly claimingOpen: ClaimingOpen
    readonly freedPlaceRule: FreedPlaceRule
  }
  /** The holder leaves the community, or is removed from it: asked by nobody's clock, and no word of why. */
  leave: { readonly by: Actor }
  /** Taking back a day given back; `from` is the state in which it was given. */
  restore: {
    readonly by: Actor
    readonly gaveBackAt: Instant
    readonly from: 'held' | 'later'
    readonly placeLeft: boolean
  }
  'say-later': { readonly by: Actor }
  /** "It will be on the day after all." */
  'unsay-later': { readonly by: Actor }
  'hand-in': HandIn
  /** A mod lets a piece up that waits for a free-for-all day. */
  'let-through': object
  /** The main piece is taken down or put back to draft, or its role changes; `remaining` is what there is without it. */
  'withdraw-main': { readonly by: Actor; readonly remaining: Remaining }
  'restore-main': { readonly by: Actor; readonly withdrawnAt: Instant }
  /** A mod hides the piece, asks for a fix, or has not read the queue. */
  hide: object
  'not-counted': { readonly reason: string; readonly remaining: Remaining }
  /** A mod lets a piece count that did not; `role` is what it was for its day. */
  'counted-again': { readonly role: 'main' | 'part' }
  set: { readonly to: ClaimState; readonly reason: string }
  'goes-live': { readonly role: 'main' | 'part'; readonly dueAt: Instant }
  'grace-passes': object
  'round-ends': object
}

export type EventKind = keyof EventFacts

export type EventOf<K extends EventKind> = { [P in K]: { readonly kind: P } & EventFacts[P] }[K]

export type ClaimEvent = EventOf<EventKind>
