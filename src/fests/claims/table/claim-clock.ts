// What the clock says of one claim: four moments, reckoned when the day is claimed, and the stretch that now lies in.

import { addDays, type CalendarDay } from '#src/kit/days.ts'
import { dayEnd, dayStart, type Deadline, laterDeadline } from '#src/kit/deadline.ts'
import type { Instant } from '#src/kit/instants.ts'

/** Computed, never stored: a stored clock would be wrong between two sweeps. */
export type Clock = 'before' | 'today' | 'grace' | 'after-grace' | 'round-over'

export type ClaimTimes = {
  readonly start: Instant
  readonly end: Instant
  readonly graceEnd: Instant
  readonly roundEnd: Instant
}

/** The same four as they are kept: with their walls and zones, so that they can be reckoned again. */
export type ClaimDeadlines = { readonly [K in keyof ClaimTimes]: Deadline }

/** Whose midnight counts: the poster's own, the round's, or "until it is over everywhere". */
export type Midnight = 'poster' | 'round' | 'everywhere'

export type ClaimDay = {
  readonly day: CalendarDay
  readonly midnight: Midnight
  readonly posterZone: string
  readonly roundZone: string
  /** 0 to 14; one day of grace lasts to the end of the next day. */
  readonly graceDays: number
  readonly lastFreeDay: CalendarDay | undefined
  readonly lastPostingDay: CalendarDay
}

/** The first place where a day begins, and the last where it ends; the zone database counts these the other way round. */
const FIRST_ZONE = 'Etc/GMT-14'
const LAST_ZONE = 'Etc/GMT+12'

/** Each stretch holds its first moment and not its last. Grace wins over a round that ends before it. */
export function clockOf(times: ClaimTimes, now: Instant): Clock {
  if (now < times.start) return 'before'
  if (now < times.end) return 'today'
  if (now < times.graceEnd) return 'grace'
  return now < times.roundEnd ? 'after-grace' : 'round-over'
}

/** Throws a RangeError for a grace that is not a whole number of days from 0 to 14. */
export function claimTimes(claim: ClaimDay): ClaimDeadlines {
  const grace = graceOf(claim)
  const { startZone, endZone } = zonesOf(claim)
  const graceEnd = dayEnd(addDays(claim.day, grace), endZone)
  const landing = dayEnd(addDays(landingDay(claim), grace), endZone)
  return {
    start: dayStart(claim.day, startZone),
    end: dayEnd(claim.day, endZone),
    graceEnd,
    roundEnd: laterDeadline(graceEnd, landing),
  }
}

export function momentsOf(deadlines: ClaimDeadlines): ClaimTimes {
  return {
    start: deadlines.start.at,
    end: deadlines.end.at,
    graceEnd: deadlines.graceEnd.at,
    roundEnd: deadlines.roundEnd.at,
  }
}

function graceOf({ graceDays }: ClaimDay): number {
  if (Number.isInteger(graceDays) && graceDays >= 0 && graceDays <= 14) return graceDays
  throw new RangeError(`Grace is 0 to 14 whole days, not ${graceDays}`)
}

function zonesOf({ midnight, posterZone, roundZone }: ClaimDay): { startZone: string; endZone: string } {
  if (midnight === 'everywhere') return { startZone: FIRST_ZONE, endZone: LAST_ZONE }
  const zone = midnight === 'poster' ? posterZone : roundZone
  return { startZone: zone, endZone: zone }
}

// A free-for-all day before the claimed one is no place for its piece to land: then the round's end is.
function landingDay({ day, lastFreeDay, lastPostingDay }: ClaimDay): CalendarDay {
  return lastFreeDay !== undefined && lastFreeDay >= day ? lastFreeDay : lastPostingDay
}
