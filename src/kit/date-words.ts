// Dates, durations, counts and lists in English words, written out here so that no runtime's language data can change them.

import { type CalendarDay, dayAt, weekdayOf } from '#src/kit/days.ts'
import { type Deadline, isBareDate } from '#src/kit/deadline.ts'
import { addMillis, daysLong, hours, type Instant, millisOf, minutes } from '#src/kit/instants.ts'
import { offsetWords, placeOf } from '#src/kit/zones.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** "Friday 20 November" */
export function sayDay(day: CalendarDay): string {
  return `${weekdayName(day)} ${dayNumber(day)} ${monthName(day)}`
}

/** "Fri 20 Nov" */
export function sayDayShort(day: CalendarDay): string {
  return `${weekdayName(day).slice(0, 3)} ${dayNumber(day)} ${monthName(day).slice(0, 3)}`
}

/** "Friday 20 November 2026" */
export function sayDayLong(day: CalendarDay): string {
  return `${sayDay(day)} ${Number(day.slice(0, 4))}`
}

/** "Friday 20 November, 23:59 (Lisbon)" */
export function sayMoment(at: Instant, zone: string): string {
  return `${sayDay(dayAt(at, zone))}, ${sayClock(at, zone)} (${placeOf(zone)})`
}

/** "23:59" */
export function sayClock(at: Instant, zone: string): string {
  const there = Temporal.Instant.fromEpochMilliseconds(millisOf(at)).toZonedDateTimeISO(zone)
  return `${twoDigits(there.hour)}:${twoDigits(there.minute)}`
}

/** "in 9 days", "in 3 hours", "in 20 minutes", "now"; rounded down, so that nobody counts on time that is not there. */
export function sayUntil(now: Instant, at: Instant): string {
  const left = millisOf(at) - millisOf(now)
  if (left >= daysLong(2)) return `in ${Math.floor(left / daysLong(1))} days`
  if (left >= hours(2)) return `in ${Math.floor(left / hours(1))} hours`
  if (left >= minutes(1)) return `in ${sayCount(Math.floor(left / minutes(1)), 'minute', 'minutes')}`
  return 'now'
}

/**
 * An end, as its own zone's people say it and as the viewer's clock will show it.
 * The edge between two days is "24:00" of the day that ends. A start is said with `sayStart`.
 */
export function sayDeadline(deadline: Deadline, viewerZone: string): string {
  const say = isBareDate(deadline) ? sayEnd : sayDayAndClock
  const own = `${say(deadline.at, deadline.zone)} (${placeOf(deadline.zone)})`
  if (offsetWords(viewerZone, deadline.at) === offsetWords(deadline.zone, deadline.at)) return own
  return `${own}, which is ${say(deadline.at, viewerZone)} for you`
}

/** A start, as its own zone's people say it and as the viewer's clock will show it. */
export function sayStart({ at, zone }: Deadline, viewerZone: string): string {
  const own = sayMoment(at, zone)
  if (offsetWords(viewerZone, at) === offsetWords(zone, at)) return own
  return `${own}, which is ${sayDayAndClock(at, viewerZone)} for you`
}

/** "a, b and c" */
export function sayList(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.slice(-1).join('')}`
}

/** "1 place", "3 places" */
export function sayCount(count: number, one: string, many: string): string {
  return `${sayNumber(count)} ${count === 1 ? one : many}`
}

// A day may begin at 01:00 after its clocks were put forward; that moment, too, is 24:00 of the day before.
function sayEnd(at: Instant, zone: string): string {
  const before = dayAt(addMillis(at, -1), zone)
  return before === dayAt(at, zone) ? sayDayAndClock(at, zone) : `${sayDay(before)}, 24:00`
}

function sayDayAndClock(at: Instant, zone: string): string {
  return `${sayDay(dayAt(at, zone))}, ${sayClock(at, zone)}`
}

function sayNumber(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

function weekdayName(day: CalendarDay): string {
  return nameAt(WEEKDAYS, weekdayOf(day))
}

function monthName(day: CalendarDay): string {
  return nameAt(MONTHS, Number(day.slice(5, 7)))
}

function nameAt(names: readonly string[], number: number): string {
  const name = names[number - 1]
  if (name === undefined) throw new RangeError(`No name for ${number}`)
  return name
}

function dayNumber(day: CalendarDay): string {
  return String(Number(day.slice(8, 10)))
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
