// The dry run of the desk: what it says of a minute is what the table makes of the claim at that minute, and nothing is left out.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asTable } from '#src/fests/claims/claim-record.ts'
import type { StoredClaim } from '#src/fests/claims/claims.store.ts'
import { claimTimes, clockOf, momentsOf } from '#src/fests/claims/table/claim-clock.ts'
import { standingAt } from '#src/fests/claims/table/claim-states.ts'
import { addMillis, daysLong, type Instant, toInstant } from '#src/kit/instants.ts'
import { day } from '#tests/world/tidewater.ts'
import { clockAhead } from './desk-claims.ts'

const far = toInstant('2027-12-01T00:00:00.000Z')
const base = toInstant('2026-11-01T00:00:00.000Z')

const claims: fc.Arbitrary<StoredClaim> = fc
  .record({
    state: fc.constantFrom('held', 'later', 'kept', 'given-back', 'closed'),
    part: fc.constantFrom('none', 'scheduled', 'up'),
    standIn: fc.boolean(),
    saidLater: fc.boolean(),
    graceDays: fc.integer({ min: 0, max: 3 }),
    zone: fc.constantFrom('Europe/Lisbon', 'Pacific/Auckland', 'America/Los_Angeles'),
    lastFreeDay: fc.constantFrom(undefined, day('2026-11-12'), day('2026-11-28')),
  })
  .map(({ state, part, standIn, saidLater, graceDays, zone, lastFreeDay }) => ({
    id: 1,
    round: 1,
    day: 1,
    on: day('2026-11-12'),
    penName: 1,
    name: 'Oriel Finch',
    account: 3,
    state,
    place: 1,
    zone,
    deadlines: claimTimes({
      day: day('2026-11-12'),
      midnight: 'poster',
      posterZone: zone,
      roundZone: 'UTC',
      graceDays,
      lastFreeDay,
      lastPostingDay: day('2026-11-12'),
    }),
    pieces: { main: 'none', part, standIn },
    saidLater,
    madeAt: base,
  }))

const moments: fc.Arbitrary<Instant> = fc.integer({ min: 0, max: 40 }).map((days) => addMillis(base, daysLong(days)))

const stateAfter = { 'expected-later': 'later', counts: 'kept', closed: 'closed' } as const

test('what it says will become of a claim is what it then stands in', () => {
  fc.assert(
    fc.property(claims, moments, (claim, now) => {
      for (const { at, what } of clockAhead(claim, now, far)) {
        assert.ok(at > now)
        const clock = clockOf(momentsOf(claim.deadlines), at)
        if (what === 'day-begins') assert.ok(clock !== 'before')
        else if (what === 'grace-begins') assert.ok(clock !== 'before' && clock !== 'today')
        else assert.equal(standingAt(asTable(claim), at), stateAfter[what])
      }
    }),
    { numRuns: 2_000 },
  )
})

test('nobody is turned without its having been said', () => {
  fc.assert(
    fc.property(claims, moments, (claim, now) => {
      const before = standingAt(asTable(claim), now)
      const after = standingAt(asTable(claim), far)
      const said = clockAhead(claim, now, far).map(({ what }) => what)
      if (before !== after)
        assert.equal(
          said.some((what) => what in stateAfter),
          true,
        )
    }),
    { numRuns: 2_000 },
  )
})

test('only what lies within the window is told', () => {
  fc.assert(
    fc.property(claims, moments, moments, (claim, now, until) => {
      const within = clockAhead(claim, now, until)
      assert.deepEqual(
        within,
        clockAhead(claim, now, far).filter(({ at }) => at <= until),
      )
    }),
  )
})
