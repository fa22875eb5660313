// Dates are exact; hours are the reader's, with the deadline's own when they differ.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  sayClock,
  sayCount,
  sayDay,
  sayDayLong,
  sayDayShort,
  sayDeadline,
  sayList,
  sayMoment,
  sayUntil,
} from '#src/kit/date-words.ts'
import { type CalendarDay, daysFrom, toDay } from '#src/kit/days.ts'
import { dayEnd, deadlineAt } from '#src/kit/deadline.ts'
import { addMillis, daysLong, hours, minutes, toInstant } from '#src/kit/instants.ts'

function day(text: string): CalendarDay {
  return toDay(text) ?? assert.fail(text)
}

const NOW = toInstant('2026-11-22T10:00:00.000Z')

describe('a day in words', () => {
  it('is written out, short, or with its year', () => {
    assert.equal(sayDay(day('2026-11-20')), 'Friday 20 November')
    assert.equal(sayDayShort(day('2026-11-20')), 'Fri 20 Nov')
    assert.equal(sayDayLong(day('2026-11-02')), 'Monday 2 November 2026')
  })

  it('has a name on each day of the week', () => {
    const names = daysFrom(day('2026-11-16'), day('2026-11-22')).map((date) => sayDayShort(date).slice(0, 3))
    assert.deepEqual(names, ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
  })
})

describe('a moment in words', () => {
  it('names the place whose clock it is', () => {
    const at = toInstant('2026-11-20T23:59:00.000Z')
    assert.equal(sayMoment(at, 'Europe/Lisbon'), 'Friday 20 November, 23:59 (Lisbon)')
    assert.equal(sayMoment(at, 'Pacific/Auckland'), 'Saturday 21 November, 12:59 (Auckland)')
    assert.equal(sayClock(at, 'America/St_Johns'), '20:29')
  })

  it('counts down without promising time that is not there', () => {
    const said = (left: number) => sayUntil(NOW, addMillis(NOW, left))
    assert.equal(said(daysLong(9)), 'in 9 days')
    assert.equal(said(daysLong(9) - 1), 'in 8 days')
    assert.equal(said(daysLong(2) - 1), 'in 47 hours')
    assert.equal(said(hours(3)), 'in 3 hours')
    assert.equal(said(hours(2) - 1), 'in 119 minutes')
    assert.equal(said(minutes(20)), 'in 20 minutes')
    assert.equal(said(minutes(1)), 'in 1 minute')
    assert.equal(said(minutes(1) - 1), 'now')
    assert.equal(said(0), 'now')
    assert.equal(said(-5), 'now')
  })
})

describe('the end of a day in words', () => {
  const auckland = dayEnd(day('2026-11-12'), 'Pacific/Auckland')

  it('is 24:00 of that day, not midnight of the next', () => {
    assert.equal(sayDeadline(auckland, 'Pacific/Auckland'), 'Thursday 12 November, 24:00 (Auckland)')
  })

  it('adds the moment on the clock of a viewer elsewhere', () => {
    assert.equal(
      sayDeadline(auckland, 'Europe/Lisbon'),
      'Thursday 12 November, 24:00 (Auckland), which is Thursday 12 November, 11:00 for you',
    )
  })

  it('adds nothing for a viewer elsewhere whose clock shows the same', () => {
    assert.equal(
      sayDeadline(dayEnd(day('2026-11-12'), 'Europe/Lisbon'), 'Europe/London'),
      'Thursday 12 November, 24:00 (Lisbon)',
    )
  })

  it('is 24:00 on both walls where two zones are a whole day apart', () => {
    assert.equal(
      sayDeadline(dayEnd(day('2026-11-12'), 'Pacific/Kiritimati'), 'Pacific/Honolulu'),
      'Thursday 12 November, 24:00 (Kiritimati), which is Wednesday 11 November, 24:00 for you',
    )
  })

  it('stays 24:00 where the next day has no midnight, and names the last real day where a date was skipped', () => {
    assert.equal(
      sayDeadline(dayEnd(day('2026-04-23'), 'Africa/Cairo'), 'Africa/Cairo'),
      'Thursday 23 April, 24:00 (Cairo)',
    )
    assert.equal(
      sayDeadline(dayEnd(day('2011-12-30'), 'Pacific/Apia'), 'Pacific/Apia'),
      'Thursday 29 December, 24:00 (Apia)',
    )
  })

  it('is the typed hour where an hour was typed', () => {
    const chosen = deadlineAt('2026-11-20T23:59', 'Europe/Lisbon')
    assert.equal(sayDeadline(chosen, 'UTC'), 'Friday 20 November, 23:59 (Lisbon)')
    assert.equal(
      sayDeadline(chosen, 'Asia/Kolkata'),
      'Friday 20 November, 23:59 (Lisbon), which is Saturday 21 November, 05:29 for you',
    )
    assert.equal(sayDeadline(deadlineAt('2026-11-20T00:00', 'UTC'), 'UTC'), 'Friday 20 November, 00:00 (UTC)')
  })
})

describe('lists and counts in words', () => {
  it('join the last with "and"', () => {
    assert.equal(sayList([]), '')
    assert.equal(sayList(['a']), 'a')
    assert.equal(sayList(['a', 'b']), 'a and b')
    assert.equal(sayList(['a', 'b', 'c']), 'a, b and c')
  })

  it('know one from many, and group thousands', () => {
    assert.equal(sayCount(1, 'place', 'places'), '1 place')
    assert.equal(sayCount(0, 'place', 'places'), '0 places')
    assert.equal(sayCount(2910, 'word', 'words'), '2,910 words')
    assert.equal(sayCount(1234567, 'word', 'words'), '1,234,567 words')
  })
})
