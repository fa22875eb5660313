// Under which day of its round a piece stands: the claimed one while that counts as on time, afterwards the day it came.
import { calendarDayAt, freeDayAt, type Midnights } from '#src/fests/claims/pieces/free-days.ts'
import type { Day } from '#src/fests/rounds/rounds.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'

export type ForDay = { readonly day: number; readonly zone: string; readonly graceEnd: Instant }

type OfClaim = Pick<ForDay, 'day' | 'zone'> & { readonly deadlines: { readonly graceEnd: { readonly at: Instant } } }

export const forDay = ({ day, zone, deadlines }: OfClaim): ForDay => ({ day, zone, graceEnd: deadlines.graceEnd.at })

export type Filing = {
  readonly round: Midnights
  readonly days: readonly Day[]
  /** The claim it came for; undefined for a piece without one. */
  readonly claim: ForDay | undefined
  /** Whose calendar counts, where there is no claim. */
  readonly zone: string
  /** The press of the button, which decides "on time". */
  readonly handedInAt: Instant
  /** When readers get it. */
  readonly upAt: Instant
}

export type Filed = {
  /** None for what came on a day that the round does not have. */
  readonly day: number | null
  readonly cameOn: CalendarDay
}

/** A free-for-all day takes what comes in its grace; what comes on any other day of the round stands under that. */
export function filedUnder({ round, days, claim, zone, handedInAt, upAt }: Filing): Filed {
  const where = claim?.zone ?? zone
  const cameOn = calendarDayAt(round, where, upAt)
  if (claim && handedInAt < claim.graceEnd) return { day: claim.day, cameOn }
  const free = freeDayAt(round, days, where, upAt)
  return { day: (free ?? days.find(({ on }) => on === cameOn))?.id ?? null, cameOn }
}
