// One claim with its moments, every event with its usual facts, and ways to read a turn: for the tests of the table of claims.

import assert from 'node:assert/strict'
import { claimTimes, momentsOf } from '#src/fests/claims/table/claim-clock.ts'
import type { EventKind, EventOf } from '#src/fests/claims/table/claim-events.ts'
import type { Turn, Turned } from '#src/fests/claims/table/claim-row.ts'
import type { Claim } from '#src/fests/claims/table/claim-states.ts'
import { toDay } from '#src/kit/days.ts'
import { addMillis, daysLong, hours } from '#src/kit/instants.ts'

const DAY = toDay('2026-11-12') ?? assert.fail()
export const times = momentsOf(
  claimTimes({
    day: DAY,
    midnight: 'round',
    posterZone: 'UTC',
    roundZone: 'UTC',
    graceDays: 1,
    lastFreeDay: toDay('2026-11-28'),
    lastPostingDay: DAY,
  }),
)

export const WEEK_BEFORE = addMillis(times.start, -daysLong(7))
export const HOUR_BEFORE = addMillis(times.start, -hours(1))
export const TODAY = addMillis(times.start, hours(10))
export const GRACE = addMillis(times.end, hours(10))
export const LATER = addMillis(times.graceEnd, hours(10))
export const OVER = addMillis(times.roundEnd, hours(10))
export const SECOND = 1000

export function claim(state: Claim['state'], more: Partial<Claim['pieces']> & { saidLater?: boolean } = {}): Claim {
  const { saidLater = false, ...pieces } = more
  return { state, times, saidLater, pieces: { main: 'none', part: 'none', standIn: false, ...pieces } }
}

const facts: { [K in EventKind]: EventOf<K> } = {
  claim: { kind: 'claim', by: 'holder', claimingOpen: 'open', placeLeft: true, underLimit: true },
  move: { kind: 'move', by: 'holder', toOpen: 'open', toPlaceLeft: true },
  'give-back': {
    kind: 'give-back',
    by: 'holder',
    waitingList: false,
    claimingOpen: 'open',
    freedPlaceRule: 'stays-open',
  },
  leave: { kind: 'leave', by: 'holder' },
  restore: { kind: 'restore', by: 'holder', gaveBackAt: WEEK_BEFORE, from: 'held', placeLeft: true },
  'say-later': { kind: 'say-later', by: 'holder' },
  'unsay-later': { kind: 'unsay-later', by: 'holder' },
  'hand-in': {
    kind: 'hand-in',
    by: 'holder',
    role: 'main',
    handedInAt: OVER,
    when: 'on-the-day',
    allowsEarly: false,
    freeForAllToday: false,
    laterRule: 'waits',
    nextFreeDayAt: addMillis(times.graceEnd, daysLong(3)),
    afterRound: 'always',
    nextRoundOpen: false,
  },
  'let-through': { kind: 'let-through' },
  'withdraw-main': { kind: 'withdraw-main', by: 'holder', remaining: { main: false, part: false } },
  'restore-main': { kind: 'restore-main', by: 'holder', withdrawnAt: TODAY },
  hide: { kind: 'hide' },
  'not-counted': {
    kind: 'not-counted',
    reason: 'It is the piece of another round.',
    remaining: { main: false, part: false },
  },
  'counted-again': { kind: 'counted-again', role: 'main' },
  set: { kind: 'set', to: 'kept', reason: 'It came by mail.' },
  'goes-live': { kind: 'goes-live', role: 'main', dueAt: times.start },
  'grace-passes': { kind: 'grace-passes' },
  'round-ends': { kind: 'round-ends' },
}

/** The event with its usual facts, and what differs. */
export function event<K extends EventKind>(kind: K, more: Partial<EventOf<K>> = {}): EventOf<K> {
  return { ...facts[kind], ...more }
}

export function turned(result: Turn): Turned {
  return result.kind === 'turned' ? result : assert.fail(JSON.stringify(result))
}

export function rowAndState(result: Turn): [number, string] {
  const { row, to } = turned(result)
  return [row, to]
}

export function refusal(result: Turn): string {
  return result.kind === 'refused' ? result.refusal.code : assert.fail(JSON.stringify(result))
}

export function effects(result: Turn): readonly string[] {
  return turned(result).effects
}
