// Calendar days as `YYYY-MM-DD`: a square on a calendar, without a time or a place until a zone is given.

import { type Instant, millisOf } from '#src/kit/instants.ts'

export type CalendarDay = string & { readonly calendarDay: unique symbol }

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const FORM = /^\d{4}-\d\d-\d\d$/

/** The day if the text is one that the calendar has, else undefined. */
export function toDay(text: string): CalendarDay | undefined {
  return isDay(text) ? text : undefined
}

/** Throws a RangeError outside the years 0000 to 9999. */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  return written(Temporal.PlainDate.from(day).add({ days: count }))
}

/** Every day from the first to the last, both included; none when the last lies before the first. */
export function daysFrom(first: CalendarDay, last: CalendarDay): CalendarDay[] {
  const count = Math.max(0, daysBetween(first, last) + 1)
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}

/** How many days later `b` is than `a`; negative when it is earlier. */
export function daysBetween(a: CalendarDay, b: CalendarDay): number {
  return Temporal.PlainDate.from(a).until(b, { largestUnit: 'day' }).days
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(day: CalendarDay): Weekday {
  const number = Temporal.PlainDate.from(day).dayOfWeek
  if (isWeekday(number)) return number
  throw new RangeError(`No such weekday: ${number}`)
}

/** The month as `YYYY-MM`. */
export function monthOf(day: CalendarDay): string {
  return day.slice(0, 7)
}

/** Which day it is in that zone at that moment. */
export function dayAt(instant: Instant, zone: string): CalendarDay {
  const there = Temporal.Instant.fromEpochMilliseconds(millisOf(instant)).toZonedDateTimeISO(zone)
  return written(there.toPlainDate())
}

// The calendar normalises nothing by itself here: '2026-02-30' is refused, not moved to March.
function isDay(text: string): text is CalendarDay {
  if (!FORM.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

function isWeekday(number: number): number is Weekday {
  return Number.isInteger(number) && number >= 1 && number <= 7
}

function written(date: Temporal.PlainDate): CalendarDay {
  const text = date.toString()
  if (isDay(text)) return text
  throw new RangeError(`No ten-character text for the day ${text}`)
}
