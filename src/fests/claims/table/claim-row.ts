// The shape of one row of the table of claims, and what comes of an event: a turn, a sentence, or nothing.

import type { Clock } from '#src/fests/claims/table/claim-clock.ts'
import type { EventKind, EventOf } from '#src/fests/claims/table/claim-events.ts'
import type { Claim, ClaimState, Standing } from '#src/fests/claims/table/claim-states.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { RefusalKind } from '#src/kit/refusal.ts'

/** What else happens; whoever turns the claim does these in the same transaction. */
export type Effect =
  | 'log-by-mod'
  | 'free-place'
  | 'offer-to-list'
  | 'make-day-free-for-all'
  | 'ask-backups'
  | 'take-name-off-day'
  | 'head-of-line'
  | 'log-moved'
  | 'cancel-reminders'
  | 'move-scheduled-piece'
  | 'schedule-piece'
  | 'say-when-it-goes-up'
  | 'piece-goes-up'
  | 'piece-back-to-draft'
  | 'counts-on-time'
  | 'file-under-claimed-day'
  | 'list-under-both-days'
  | 'link-stand-in'
  | 'more-to-come'
  | 'end-more-to-come'
  | 'more-follows'
  | 'name-next-free-day'
  | 'came-later'
  | 'no-notice-to-round'
  | 'mail-kindly'
  | 'mail-still-welcome'
  | 'tell-person'
  | 'log-without-reason'

export type ClaimRefusal = { readonly kind: RefusalKind; readonly code: string; readonly sentence: string }

/** `open`: it can be undone without a date of its own, as long as the rule of the undoing event lets it. */
export type UndoUntil = Instant | 'open'

export type Turned = {
  readonly kind: 'turned'
  /** The number of the row in the table. */
  readonly row: number
  readonly to: ClaimState
  readonly effects: readonly Effect[]
  readonly undoUntil?: UndoUntil
  /** For time events: the moment that the turn is stamped with, however long after it the sweep came. */
  readonly dueAt?: Instant
  /** With `schedule-piece`: when the piece is to go up. */
  readonly scheduleFor?: Instant
}

export type Turn =
  | Turned
  | { readonly kind: 'refused'; readonly refusal: ClaimRefusal }
  /** A time event whose moment has not come or which this claim is past, or a piece that does not touch the claim. */
  | { readonly kind: 'nothing'; readonly why: 'not-yet' | 'not-concerned' }

export type Moment<K extends EventKind> = {
  /** With the state it stands in; for time events the stored one. */
  readonly claim: Claim
  readonly event: EventOf<K>
  readonly clock: Clock
  readonly now: Instant
}

type Where<K extends EventKind> = {
  readonly from: readonly Standing[]
  readonly when?: (moment: Moment<K>) => boolean
}

type Turning<K extends EventKind> = {
  readonly row: number
  readonly to: ClaimState | ((moment: Moment<K>) => ClaimState)
  readonly effects?: (moment: Moment<K>) => readonly Effect[]
  readonly undoUntil?: (moment: Moment<K>) => UndoUntil
  readonly dueAt?: (moment: Moment<K>) => Instant
  readonly scheduleFor?: (moment: Moment<K>) => Instant
}

type Refusing = { readonly refuse: ClaimRefusal }

type Leaving = { readonly nothing: 'not-yet' | 'not-concerned' }

/** The first row whose `from` and `when` hold is the one that counts. */
export type Row<K extends EventKind> = Where<K> & (Turning<K> | Refusing | Leaving)

export type Rows<K extends EventKind> = { readonly [P in K]: readonly Row<P>[] }

/** For `undoUntil` where the table names an event or a mod, not a date. */
export function open(): 'open' {
  return 'open'
}

/** "Logged as such": what a mod does for the holder. */
export function logged(by: 'holder' | 'mod'): readonly Effect[] {
  return by === 'mod' ? ['log-by-mod'] : []
}
