// Rows of the table that the clock turns. Each is stamped with the moment it should have had, however long after it the sweep came.

import type { Effect, Moment, Row, Rows } from '#src/fests/claims/table/claim-row.ts'
import { CLAIM_STATES, isHandedIn } from '#src/fests/claims/table/claim-states.ts'
import { type Instant, later } from '#src/kit/instants.ts'

const goingLive: readonly Row<'goes-live'>[] = [
  { from: ['held', 'later', 'kept'], when: ({ event, now }) => now < event.dueAt, nothing: 'not-yet' },
  { from: ['held', 'later', 'kept'], when: isNotScheduled, nothing: 'not-concerned' },
  {
    row: 11,
    from: ['held'],
    when: ({ event }) => event.role === 'main',
    to: 'kept',
    effects: (it) => [...upWithLink(it), 'counts-on-time', 'file-under-claimed-day'],
    dueAt: whenDue,
  },
  {
    row: 13,
    from: ['held', 'later'],
    when: ({ event, clock }) => event.role === 'part' && (clock === 'before' || clock === 'today' || clock === 'grace'),
    to: 'held',
    effects: () => ['piece-goes-up', 'more-follows'],
    dueAt: whenDue,
  },
  { row: 13, from: ['held'], to: 'kept', effects: () => ['piece-goes-up', 'more-follows'], dueAt: whenDue },
  {
    row: 17,
    from: ['later'],
    to: 'kept',
    effects: (it) => [...upWithLink(it), 'list-under-both-days'],
    dueAt: whenDue,
  },
  // Handed in and counted already, and only now going up.
  { row: 11, from: ['kept'], to: 'kept', effects: upWithLink, dueAt: whenDue },
]

const gracePassing: readonly Row<'grace-passes'>[] = [
  { from: ['held', 'later'], when: ({ claim, now }) => now < claim.times.graceEnd, nothing: 'not-yet' },
  {
    row: 11,
    from: ['held'],
    when: ({ claim }) => claim.pieces.main !== 'none',
    to: 'kept',
    effects: () => ['counts-on-time', 'file-under-claimed-day'],
    dueAt: graceEnd,
  },
  {
    row: 13,
    from: ['held', 'later'],
    when: ({ claim }) => (claim.state === 'held' ? claim.pieces.part !== 'none' : claim.pieces.part === 'up'),
    to: 'kept',
    effects: () => ['counts-on-time'],
    dueAt: graceEnd,
  },
  {
    row: 15,
    from: ['held'],
    to: 'later',
    effects: ({ claim }) => (claim.saidLater ? [] : ['mail-kindly']),
    dueAt: graceEnd,
  },
]

// A held claim is not closed here: its grace has to pass first, by its own row.
const roundEnding: readonly Row<'round-ends'>[] = [
  { from: ['held', 'later'], when: ({ clock }) => clock !== 'round-over', nothing: 'not-yet' },
  { row: 17, from: ['later'], when: ({ claim }) => isHandedIn(claim.pieces), to: 'kept', dueAt: roundEnd },
  {
    row: 22,
    from: ['later'],
    to: 'closed',
    effects: ({ claim }) => [...(claim.pieces.standIn ? (['end-more-to-come'] as const) : []), 'mail-still-welcome'],
    dueAt: roundEnd,
  },
]

export const TIME_ROWS: Rows<'goes-live' | 'grace-passes' | 'round-ends'> = {
  'goes-live': [...goingLive, ...everythingElse<'goes-live'>()],
  'grace-passes': [...gracePassing, ...everythingElse<'grace-passes'>()],
  'round-ends': [...roundEnding, ...everythingElse<'round-ends'>()],
}

// A clock asks nobody, so it gets no sentence: a claim that is past its moment is left as it is.
function everythingElse<K extends keyof typeof TIME_ROWS>(): readonly Row<K>[] {
  return [{ from: ['none', ...CLAIM_STATES], nothing: 'not-concerned' }]
}

function isNotScheduled({ claim, event }: Moment<'goes-live'>): boolean {
  return (event.role === 'main' ? claim.pieces.main : claim.pieces.part) !== 'scheduled'
}

function upWithLink({ claim }: Moment<'goes-live'>): readonly Effect[] {
  return claim.pieces.standIn ? ['piece-goes-up', 'link-stand-in'] : ['piece-goes-up']
}

function whenDue({ event }: Moment<'goes-live'>): Instant {
  return event.dueAt
}

function graceEnd({ claim }: Moment<'grace-passes'>): Instant {
  return claim.times.graceEnd
}

function roundEnd({ claim }: Moment<'round-ends'>): Instant {
  return later(claim.times.roundEnd, claim.times.graceEnd)
}
