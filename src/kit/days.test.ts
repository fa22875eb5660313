// Calendar days are real dates, counted without clocks.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDays, type CalendarDay, dayAt, daysBetween, daysFrom, monthOf, toDay, weekdayOf } from '#src/kit/days.ts'
import { toInstant } from '#src/kit/instants.ts'

function day(text: string): CalendarDay {
  return toDay(text) ?? assert.fail(text)
}

describe('days', () => {
  it('are only those that the calendar has', () => {
    assert.equal(toDay('2028-02-29'), '2028-02-29')
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-11-31',
      '2026-1-1',
      '26-01-01',
      '',
      '2026-11-20T00:00',
      'Friday',
    ])
      assert.equal(toDay(text), undefined, text)
  })

  it('are added over the ends of months and years', () => {
    assert.equal(addDays(day('2026-12-31'), 1), '2027-01-01')
    assert.equal(addDays(day('2028-03-01'), -1), '2028-02-29')
    assert.throws(() => addDays(day('9999-12-31'), 1), RangeError)
  })

  it('make a stretch with both its ends', () => {
    assert.deepEqual(daysFrom(day('2026-10-30'), day('2026-11-01')), ['2026-10-30', '2026-10-31', '2026-11-01'])
    assert.deepEqual(daysFrom(day('2026-10-30'), day('2026-10-30')), ['2026-10-30'])
    assert.deepEqual(daysFrom(day('2026-10-30'), day('2026-10-29')), [])
    assert.equal(daysBetween(day('2026-10-30'), day('2026-11-02')), 3)
    assert.equal(daysBetween(day('2027-01-01'), day('2026-01-01')), -365)
  })

  it('begin the week on Monday', () => {
    assert.equal(weekdayOf(day('2026-11-23')), 1)
    assert.equal(weekdayOf(day('2026-11-22')), 7)
    assert.equal(monthOf(day('2026-11-22')), '2026-11')
  })

  it('are three different ones at one moment, from one end of the world to the other', () => {
    const at = toInstant('2026-11-22T10:30:00.000Z')
    assert.equal(dayAt(at, 'Pacific/Kiritimati'), '2026-11-23')
    assert.equal(dayAt(at, 'UTC'), '2026-11-22')
    assert.equal(dayAt(at, 'Etc/GMT+12'), '2026-11-21')
  })
})
