// Rows of the table about handing a piece in: before the day, on it and in grace, on a free-for-all day, after the round.

import { type Effect, logged, type Moment, open, type Row } from '#src/fests/claims/table/claim-row.ts'
import { NO } from '#src/fests/claims/table/claim-refusals.ts'
import { CLAIM_STATES } from '#src/fests/claims/table/claim-states.ts'
import { earlier, type Instant } from '#src/kit/instants.ts'

type HandedIn = Moment<'hand-in'>

// Pieces outside the claim: the round's own rules say who may post them, and the claim stays as it is.
const untouched: readonly Row<'hand-in'>[] = [
  { from: ['none', ...CLAIM_STATES], when: ({ event }) => event.role === 'extra', nothing: 'not-concerned' },
  { from: ['closed'], when: isStandIn, nothing: 'not-concerned' },
  { from: ['given-back', 'taken-over'], refuse: NO.extraOnly },
]

const beforeTheDay: readonly Row<'hand-in'>[] = [
  { from: ['held', 'later', 'kept'], when: isSecondMain, refuse: NO.mainIsIn },
  {
    from: ['held', 'later'],
    when: (it) => isBefore(it) && it.event.when === 'now' && !it.event.allowsEarly,
    refuse: NO.notEarly,
  },
  {
    row: 10,
    from: ['held', 'later'],
    when: (it) => isMain(it) && isBefore(it) && it.event.when === 'now',
    to: 'kept',
    effects: onTime,
    undoUntil: open,
  },
  {
    row: 10,
    from: ['held', 'later'],
    when: (it) => isMain(it) && isBefore(it),
    to: 'held',
    effects: ({ event }) => ['schedule-piece', ...logged(event.by)],
    undoUntil: ({ claim }) => claim.times.start,
    scheduleFor: ({ claim }) => claim.times.start,
  },
]

const onTheDay: readonly Row<'hand-in'>[] = [
  {
    row: 11,
    from: ['held', 'later', 'closed'],
    when: (it) => isMain(it) && isOnTime(it),
    to: 'kept',
    effects: onTime,
    undoUntil: open,
  },
]

// Scheduled for the start of the day like a main piece, unless its writer and the round want it now.
const smallPieces: readonly Row<'hand-in'>[] = [
  {
    row: 12,
    from: ['held', 'later'],
    when: (it) => isStandIn(it) && waitsForItsDay(it),
    to: ({ claim }) => (claim.state === 'later' ? 'later' : 'held'),
    effects: ({ event }) => ['schedule-piece', 'more-to-come', ...logged(event.by)],
    undoUntil: open,
    scheduleFor: ({ claim }) => claim.times.start,
  },
  {
    row: 12,
    from: ['held', 'later'],
    when: isStandIn,
    to: ({ claim }) => (claim.state === 'later' ? 'later' : 'held'),
    effects: ({ event }) => ['piece-goes-up', 'more-to-come', ...logged(event.by)],
    undoUntil: open,
  },
  {
    row: 13,
    from: ['held', 'later'],
    when: (it) => isPart(it) && waitsForItsDay(it),
    to: 'held',
    effects: ({ event }) => ['schedule-piece', 'more-follows', ...logged(event.by)],
    undoUntil: open,
    scheduleFor: ({ claim }) => claim.times.start,
  },
  {
    row: 13,
    from: ['held', 'later', 'closed'],
    when: (it) => isPart(it) && triedAt(it) < it.claim.times.graceEnd,
    // One that was begun in time and came through after grace counts at once: its `graceEnd` has passed.
    to: ({ claim, now }) => (now < claim.times.graceEnd ? 'held' : 'kept'),
    effects: ({ event }) => ['piece-goes-up', 'more-follows', ...logged(event.by)],
    undoUntil: open,
  },
]

const alreadyKept: readonly Row<'hand-in'>[] = [
  { row: 12, from: ['kept'], when: isStandIn, to: 'kept', effects: goesUp, undoUntil: open },
  { row: 13, from: ['kept'], to: 'kept', effects: goesUp, undoUntil: open },
]

const expectedLater: readonly Row<'hand-in'>[] = [
  {
    row: 16,
    from: ['later'],
    when: ({ event }) => event.freeForAllToday,
    to: 'kept',
    effects: onAnotherDay,
    undoUntil: open,
  },
  {
    row: 17,
    from: ['later'],
    when: ({ event }) => event.laterRule === 'waits' && event.nextFreeDayAt !== undefined,
    to: 'later',
    effects: ({ event }) => ['schedule-piece', 'say-when-it-goes-up', ...logged(event.by)],
    undoUntil: nextFreeDay,
    scheduleFor: nextFreeDay,
  },
  { row: 17, from: ['later'], to: 'kept', effects: onAnotherDay, undoUntil: open },
]

const afterTheRound: readonly Row<'hand-in'>[] = [
  {
    from: ['closed'],
    when: ({ event }) => event.afterRound === 'until-next' && event.nextRoundOpen,
    refuse: NO.nextRoundOpened,
  },
  { from: ['closed'], when: ({ event }) => event.afterRound === 'ask-mods' && event.by !== 'mod', refuse: NO.askMods },
  {
    row: 23,
    from: ['closed'],
    to: 'kept',
    effects: (it) => [...goesUp(it), 'came-later', 'no-notice-to-round'],
    undoUntil: open,
  },
]

export const HAND_IN_ROWS: readonly Row<'hand-in'>[] = [
  ...untouched,
  ...beforeTheDay,
  ...onTheDay,
  ...smallPieces,
  ...alreadyKept,
  ...expectedLater,
  ...afterTheRound,
]

function isMain({ event }: HandedIn): boolean {
  return event.role === 'main'
}

function isPart({ event }: HandedIn): boolean {
  return event.role === 'part'
}

function isStandIn({ event }: HandedIn): boolean {
  return event.role === 'stand-in'
}

function isSecondMain(it: HandedIn): boolean {
  return isMain(it) && it.claim.pieces.main !== 'none'
}

function isBefore({ clock }: HandedIn): boolean {
  return clock === 'before'
}

function waitsForItsDay(it: HandedIn): boolean {
  return isBefore(it) && it.event.when === 'on-the-day'
}

// The first attempt decides, not the press that came through; nobody's attempt lies in the future.
function triedAt({ event, now }: HandedIn): Instant {
  return earlier(event.handedInAt, now)
}

function isOnTime(it: HandedIn): boolean {
  return !isBefore(it) && triedAt(it) < it.claim.times.graceEnd
}

function nextFreeDay({ event, now }: HandedIn): Instant {
  return event.nextFreeDayAt ?? now
}

function goesUp({ claim, event }: HandedIn): readonly Effect[] {
  const linked: readonly Effect[] = claim.pieces.standIn && event.role !== 'stand-in' ? ['link-stand-in'] : []
  return ['piece-goes-up', ...linked, ...logged(event.by)]
}

function onTime(it: HandedIn): readonly Effect[] {
  return [...goesUp(it), 'counts-on-time', 'file-under-claimed-day']
}

function onAnotherDay(it: HandedIn): readonly Effect[] {
  return [...goesUp(it), 'list-under-both-days']
}
