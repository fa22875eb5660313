// Deadlines as people set them: a time on the wall, the zone whose wall it is, and the moment that makes of them.

import { addDays, type CalendarDay } from '#src/kit/days.ts'
import { type Instant, instantAt } from '#src/kit/instants.ts'

export type Deadline = {
  /** `YYYY-MM-DD` for the first moment of that day there, which is not always midnight, or `YYYY-MM-DDTHH:mm`. */
  readonly wall: string
  readonly zone: string
  /** What wall and zone come to under the zone data of the day it was reckoned. */
  readonly at: Instant
}

const BARE_DATE = /^\d{4}-\d\d-\d\d$/
const DATE_AND_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/

/** Throws a RangeError for a wall time or a zone that does not exist as text; one skipped by its zone's clocks moves on. */
export function deadlineAt(wall: string, zone: string): Deadline {
  return { wall, zone, at: instantAt(reckoned(wall, zone).epochMilliseconds) }
}

export function dayStart(day: CalendarDay, zone: string): Deadline {
  return deadlineAt(day, zone)
}

/** The end of a day is the start of the next, and is written so. */
export function dayEnd(day: CalendarDay, zone: string): Deadline {
  return dayStart(addDays(day, 1), zone)
}

/** The same wall and zone under today's zone data: governments move clocks, the promise is the wall. */
export function recomputed(deadline: Deadline): Deadline {
  return deadlineAt(deadline.wall, deadline.zone)
}

export function laterDeadline(a: Deadline, b: Deadline): Deadline {
  return a.at < b.at ? b : a
}

/** True when the deadline is the edge between two days, not a time of day that somebody chose. */
export function isBareDate(deadline: Deadline): boolean {
  return BARE_DATE.test(deadline.wall)
}

function reckoned(wall: string, zone: string): Temporal.ZonedDateTime {
  if (BARE_DATE.test(wall)) return Temporal.PlainDate.from(wall, { overflow: 'reject' }).toZonedDateTime(zone)
  if (!DATE_AND_TIME.test(wall)) throw new RangeError(`Not a wall time: ${JSON.stringify(wall)}`)
  // 'compatible': a time inside the gap of spring moves on by the gap, one that autumn repeats is its first coming.
  return Temporal.PlainDateTime.from(wall, { overflow: 'reject' }).toZonedDateTime(zone, {
    disambiguation: 'compatible',
  })
}
