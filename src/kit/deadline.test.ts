// A date that is shown does what it says, in every zone and on every odd day that clocks have made.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, type CalendarDay, dayAt, toDay } from '#src/kit/days.ts'
import { dayEnd, dayStart, deadlineAt, isBareDate, laterDeadline, recomputed } from '#src/kit/deadline.ts'
import { addMillis, hours, millisOf } from '#src/kit/instants.ts'

function day(text: string): CalendarDay {
  return toDay(text) ?? assert.fail(text)
}

function hoursOf(text: string, zone: string): number {
  return (millisOf(dayEnd(day(text), zone).at) - millisOf(dayStart(day(text), zone).at)) / hours(1)
}

const zones = fc.constantFrom(
  'UTC',
  'Etc/GMT+12',
  'Etc/GMT-14',
  'Pacific/Kiritimati',
  ...Intl.supportedValuesOf('timeZone'),
)
const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(day('1972-01-01'), count))

describe('the start of a day', () => {
  it('comes first at UTC+14 and last at UTC−12', () => {
    assert.equal(dayStart(day('2026-11-20'), 'Pacific/Kiritimati').at, '2026-11-19T10:00:00.000Z')
    assert.equal(dayStart(day('2026-11-20'), 'Etc/GMT-14').at, '2026-11-19T10:00:00.000Z')
    assert.equal(dayStart(day('2026-11-20'), 'Etc/GMT+12').at, '2026-11-20T12:00:00.000Z')
  })

  it('is 01:00 where that day has no midnight', () => {
    assert.equal(dayStart(day('2026-04-24'), 'Africa/Cairo').at, '2026-04-23T22:00:00.000Z')
    assert.equal(hoursOf('2026-04-24', 'Africa/Cairo'), 23)
    assert.equal(dayStart(day('2017-10-15'), 'America/Sao_Paulo').at, '2017-10-15T03:00:00.000Z')
    assert.equal(hoursOf('2017-10-15', 'America/Sao_Paulo'), 23)
  })

  it('is the start of the next day where the date was skipped, so that the day has no length', () => {
    const skipped = dayStart(day('2011-12-30'), 'Pacific/Apia')
    assert.equal(skipped.at, dayStart(day('2011-12-31'), 'Pacific/Apia').at)
    assert.equal(skipped.at, '2011-12-30T10:00:00.000Z')
    assert.equal(hoursOf('2011-12-29', 'Pacific/Apia'), 24)
    assert.equal(hoursOf('2011-12-30', 'Pacific/Apia'), 0)
  })
})

describe('summer time', () => {
  it('makes a day of 23 hours and one of 25', () => {
    assert.equal(hoursOf('2026-03-29', 'Europe/London'), 23)
    assert.equal(hoursOf('2026-10-25', 'Europe/London'), 25)
    assert.equal(hoursOf('2026-10-26', 'Europe/London'), 24)
  })

  it('moves a wall time inside the gap on by the gap', () => {
    assert.equal(deadlineAt('2026-03-29T01:30', 'Europe/London').at, '2026-03-29T01:30:00.000Z')
    assert.equal(deadlineAt('2026-03-29T02:30', 'Europe/London').at, '2026-03-29T01:30:00.000Z')
  })

  it('takes the first of an hour that comes twice', () => {
    assert.equal(deadlineAt('2026-10-25T01:30', 'Europe/London').at, '2026-10-25T00:30:00.000Z')
  })
})

describe('a deadline', () => {
  it('keeps the wall as typed, and a day ends on the wall of the next', () => {
    const chosen = deadlineAt('2026-11-20T23:59', 'Europe/Lisbon')
    assert.deepEqual(chosen, { wall: '2026-11-20T23:59', zone: 'Europe/Lisbon', at: '2026-11-20T23:59:00.000Z' })
    assert.equal(dayEnd(day('2026-11-12'), 'Pacific/Auckland').wall, '2026-11-13')
    assert.equal(isBareDate(chosen), false)
    assert.equal(isBareDate(dayEnd(day('2026-11-12'), 'Pacific/Auckland')), true)
  })

  it('is not made of nonsense', () => {
    for (const wall of ['', '2026-02-30', '2026-11-20T24:00', '2026-11-20T10:00:00', '2026-11-20T10:00Z', '20261120'])
      assert.throws(() => deadlineAt(wall, 'UTC'), RangeError, wall)
    assert.throws(() => deadlineAt('2026-11-20', 'Europe/Atlantis'), RangeError)
  })

  it('moves with the zone data, never its wall', () => {
    const asReckonedOnce = { ...deadlineAt('2026-11-20', 'Europe/Lisbon'), at: deadlineAt('2026-11-20', 'UTC').at }
    const wrong = { ...asReckonedOnce, at: addMillis(asReckonedOnce.at, hours(1)) }
    assert.deepEqual(recomputed(wrong), asReckonedOnce)
  })

  it('gives way to the later of two, whatever the zones', () => {
    const auckland = dayEnd(day('2026-11-12'), 'Pacific/Auckland')
    const lisbon = dayEnd(day('2026-11-12'), 'Europe/Lisbon')
    assert.equal(laterDeadline(auckland, lisbon), lisbon)
    assert.equal(laterDeadline(lisbon, auckland), lisbon)
    assert.equal(laterDeadline(auckland, auckland), auckland)
  })
})

describe('on any day in any zone', () => {
  it('a day ends when the next begins, and never before it began', () => {
    fc.assert(
      fc.property(days, zones, (date, zone) => {
        const start = dayStart(date, zone)
        assert.equal(dayEnd(date, zone).at, dayStart(addDays(date, 1), zone).at)
        assert.ok(start.at <= dayEnd(date, zone).at)
        assert.deepEqual(recomputed(start), start)
      }),
      { numRuns: 500 },
    )
  })

  it('the first moment of a day lies on that day, or on the next when the date was skipped', () => {
    fc.assert(
      fc.property(days, zones, (date, zone) => {
        const start = dayStart(date, zone)
        const skipped = start.at === dayEnd(date, zone).at
        assert.equal(dayAt(start.at, zone), skipped ? addDays(date, 1) : date)
        assert.notEqual(dayAt(addMillis(start.at, -1), zone), dayAt(start.at, zone))
      }),
      { numRuns: 500 },
    )
  })
})
