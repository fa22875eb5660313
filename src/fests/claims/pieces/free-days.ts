// Free-for-all days as somebody meets them: by whose midnight they begin and end, with their grace, and which one comes next.
import { claimTimes } from '#src/fests/claims/table/claim-clock.ts'
import type { Day, Round } from '#src/fests/rounds/rounds.ts'
import { type CalendarDay, dayAt } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'

/** What the midnight of a day depends on. */
export type Midnights = Pick<Round, 'midnight' | 'timeZone' | 'graceDays'>

/** Grace holds for free-for-all days too. Of several that hold `at` the last is meant. */
export const freeDayAt = (round: Midnights, days: readonly Day[], zone: string, at: Instant): Day | undefined =>
  days.findLast((day) => {
    const { start, graceEnd } = stretchOf(round, day, zone)
    return day.kind === 'free' && start <= at && at < graceEnd
  })

export type NextFreeDay = { readonly on: CalendarDay; readonly startsAt: Instant }

/** The first that has yet to begin; undefined where none comes any more. */
export function nextFreeDay(
  round: Midnights,
  days: readonly Day[],
  zone: string,
  at: Instant,
): NextFreeDay | undefined {
  return days
    .filter(({ kind }) => kind === 'free')
    .map((day) => ({ on: day.on, startsAt: stretchOf(round, day, zone).start }))
    .find(({ startsAt }) => startsAt > at)
}

/** The calendar day it is for a piece that comes at that moment. */
export const calendarDayAt = ({ midnight, timeZone }: Midnights, zone: string, at: Instant): CalendarDay =>
  dayAt(at, midnight === 'round' ? timeZone : zone)

function stretchOf(round: Midnights, { on }: Day, zone: string): { start: Instant; graceEnd: Instant } {
  const times = claimTimes({
    day: on,
    midnight: round.midnight,
    posterZone: zone,
    roundZone: round.timeZone,
    graceDays: round.graceDays,
    lastFreeDay: undefined,
    lastPostingDay: on,
  })
  return { start: times.start.at, graceEnd: times.graceEnd.at }
}
