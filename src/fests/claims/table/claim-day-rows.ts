// Rows of the table about the day itself: claiming, moving, giving back, taking back, and "it will be later".

import { type Row, type Rows, type Effect, logged, type Moment, open } from '#src/fests/claims/table/claim-row.ts'
import type { Clock } from '#src/fests/claims/table/claim-clock.ts'
import type { Actor, EventOf } from '#src/fests/claims/table/claim-events.ts'
import { claimByClock } from '#src/fests/claims/table/claim-states.ts'
import { NO } from '#src/fests/claims/table/claim-refusals.ts'
import { addMillis, hours, later } from '#src/kit/instants.ts'

/** A mod may still enter somebody in grace: then what comes is on time, and that is what they were promised elsewhere. */
const isClaimable: Readonly<Record<Actor, readonly Clock[]>> = {
  holder: ['before', 'today'],
  mod: ['before', 'today', 'grace'],
}

const claiming: readonly Row<'claim'>[] = [
  { from: ['none'], when: ({ event }) => event.claimingOpen === 'never', refuse: NO.notForClaiming },
  { from: ['none'], when: ({ event }) => event.claimingOpen === 'not-yet', refuse: NO.claimingNotYet },
  { from: ['none'], when: ({ event }) => event.claimingOpen === 'over', refuse: NO.claimingOver },
  { from: ['none'], when: ({ clock, event }) => !isClaimable[event.by].includes(clock), refuse: NO.dayOver },
  { from: ['none'], when: ({ event }) => !event.placeLeft, refuse: NO.noPlace },
  { from: ['none'], when: ({ event }) => !event.underLimit, refuse: NO.tooManyDays },
  { row: 1, from: ['none'], to: 'held', effects: ({ event }) => logged(event.by), undoUntil: open },
]

const moving: readonly Row<'move'>[] = [
  { from: ['held'], when: ({ event, clock }) => event.by === 'holder' && clock !== 'before', refuse: NO.dayHasBegun },
  { from: ['later'], when: ({ event }) => event.by === 'holder', refuse: NO.newDayFromMods },
  { from: ['held', 'later'], when: ({ event }) => event.toOpen === 'never', refuse: NO.notForClaiming },
  {
    from: ['held', 'later'],
    when: ({ event }) => event.by === 'holder' && event.toOpen === 'not-yet',
    refuse: NO.claimingNotYet,
  },
  {
    from: ['held', 'later'],
    when: ({ event }) => event.by === 'holder' && event.toOpen === 'over',
    refuse: NO.claimingOver,
  },
  { from: ['held', 'later'], when: ({ event }) => !event.toPlaceLeft, refuse: NO.noPlace },
  { row: 6, from: ['held', 'later'], to: 'held', effects: whenMoved, undoUntil: open },
]

const givingBack: readonly Row<'give-back'>[] = [
  {
    row: 7,
    from: ['held'],
    when: ({ clock }) => clock === 'before',
    to: 'given-back',
    effects: (moment) => [...placeBefore(moment.event), ...whenGiven(moment)],
    undoUntil: ({ now }) => addMillis(now, hours(24)),
  },
  {
    row: 8,
    from: ['held'],
    to: 'given-back',
    effects: (moment) => ['take-name-off-day', freedPlace(moment.event), ...whenGiven(moment)],
    undoUntil: ({ claim }) => claim.times.graceEnd,
  },
  {
    row: 20,
    from: ['later'],
    to: 'given-back',
    // Said within 24 hours before the day, "later" may be given back while the place is still of use to somebody.
    effects: (moment) => [...(moment.clock === 'before' ? placeBefore(moment.event) : []), ...whenGiven(moment)],
    undoUntil: ({ claim }) => later(claim.times.roundEnd, claim.times.graceEnd),
  },
]

/** As giving back, from whatever it was; what is kept stays kept. */
const leaving: readonly Row<'leave'>[] = [
  {
    row: 24,
    from: ['waiting', 'offered', 'held', 'later'],
    to: 'given-back',
    effects: (moment) => [...(moment.claim.state === 'held' ? (['free-place'] as const) : []), ...whenGiven(moment)],
    undoUntil: open,
  },
]

const takingBack: readonly Row<'restore'>[] = [
  { from: ['given-back'], when: isPastUndo, refuse: NO.undoIsOver },
  { row: 20, from: ['given-back'], when: ({ event }) => event.from === 'later', to: 'later', effects: byMod },
  {
    row: 7,
    from: ['given-back'],
    when: ({ event, clock }) => !event.placeLeft && clock === 'before',
    to: 'waiting',
    effects: (moment) => ['head-of-line', ...byMod(moment)],
  },
  { from: ['given-back'], when: ({ event }) => !event.placeLeft, refuse: NO.placeIsGone },
  { row: 7, from: ['given-back'], when: wasGivenBefore, to: ({ clock }) => claimByClock(clock), effects: byMod },
  { row: 8, from: ['given-back'], to: 'held', effects: byMod },
  { from: ['taken-over'], refuse: NO.placeIsGone },
]

const sayingLater: readonly Row<'say-later'>[] = [
  { from: ['held'], when: ({ claim }) => claim.pieces.main !== 'none', refuse: NO.mainIsScheduled },
  { from: ['held'], when: ({ claim, now }) => now < addMillis(claim.times.start, -hours(24)), refuse: NO.tooSoonToSay },
  {
    row: 14,
    from: ['held'],
    to: 'later',
    effects: ({ event }) => ['cancel-reminders', 'name-next-free-day', ...logged(event.by)],
    undoUntil: ({ claim }) => claim.times.graceEnd,
  },
  { from: ['later'], refuse: NO.saidAlready },
]

const unsayingLater: readonly Row<'unsay-later'>[] = [
  { from: ['later'], when: ({ claim, now }) => now >= claim.times.graceEnd, refuse: NO.graceIsOver },
  { row: 14, from: ['later'], to: 'held', effects: ({ event }) => logged(event.by) },
]

export const DAY_ROWS: Rows<'claim' | 'move' | 'give-back' | 'leave' | 'restore' | 'say-later' | 'unsay-later'> = {
  claim: claiming,
  move: moving,
  'give-back': givingBack,
  leave: leaving,
  restore: takingBack,
  'say-later': sayingLater,
  'unsay-later': unsayingLater,
}

function whenMoved({ claim, event }: Moment<'move'>): readonly Effect[] {
  const along: readonly Effect[] = hasScheduled(claim.pieces) ? ['move-scheduled-piece'] : []
  const freed: readonly Effect[] = claim.state === 'held' ? ['free-place'] : []
  return [...freed, ...along, 'log-moved', 'cancel-reminders', ...logged(event.by)]
}

function whenGiven({ claim, event }: Moment<'give-back'> | Moment<'leave'>): readonly Effect[] {
  const draft: readonly Effect[] = hasScheduled(claim.pieces) ? ['piece-back-to-draft'] : []
  return [...draft, 'cancel-reminders', ...logged(event.by)]
}

function placeBefore(event: EventOf<'give-back'>): readonly Effect[] {
  if (event.waitingList) return ['offer-to-list']
  return event.claimingOpen === 'open' ? ['free-place'] : [freedPlace(event)]
}

function freedPlace({ freedPlaceRule }: EventOf<'give-back'>): Effect {
  if (freedPlaceRule === 'backups') return 'ask-backups'
  return freedPlaceRule === 'free-for-all' ? 'make-day-free-for-all' : 'free-place'
}

function hasScheduled(pieces: Moment<'move'>['claim']['pieces']): boolean {
  return pieces.main === 'scheduled' || pieces.part === 'scheduled'
}

function isPastUndo(moment: Moment<'restore'>): boolean {
  const { claim, event, now, clock } = moment
  if (clock === 'round-over') return true
  if (event.from === 'later') return false
  return now >= (wasGivenBefore(moment) ? addMillis(event.gaveBackAt, hours(24)) : claim.times.graceEnd)
}

function wasGivenBefore({ claim, event }: Moment<'restore'>): boolean {
  return event.gaveBackAt < claim.times.start
}

function byMod({ event }: Moment<'restore'>): readonly Effect[] {
  return logged(event.by)
}
