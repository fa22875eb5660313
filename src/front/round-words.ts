// How far a round has come, in a few words for lists, and what of it can be taken.
import type { RoundShown } from '#src/fests/claims/round-shown.ts'
import type { ListedRound } from '#src/fests/rounds/rounds.ts'
import { sayCount, sayDayShort, sayMoment } from '#src/kit/date-words.ts'
import { addDays, type CalendarDay, dayAt, daysBetween } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'

export function whenWords(round: ListedRound, today: CalendarDay): string {
  if (round.openedAt === undefined) return 'planned, not open yet'
  if (round.first === undefined || round.last === undefined) return 'without days yet'
  const until = daysBetween(today, round.first)
  if (until > 0) return `begins in ${sayCount(until, 'day', 'days')}`
  const left = daysBetween(today, round.last)
  if (left < 0) return afterLast(round.graceDays, round.last, today)
  return left === 0 ? 'the last day' : `${left + 1} days left, until ${sayDayShort(round.last)}`
}

/** The last day has its grace like every other, and the round ends with it. */
function afterLast(graceDays: number, last: CalendarDay, today: CalendarDay): string {
  const end = addDays(last, graceDays)
  return daysBetween(today, end) < 0 ? 'over' : `grace until ${sayDayShort(end)}`
}

/** What there is to take, for whoever looks at the round. */
export function openWords({ round, days }: RoundShown, { now, zone }: { now: Instant; zone: string }): string {
  const open = days.filter((day) => day.claiming === 'open').reduce((sum, day) => sum + day.left, 0)
  if (open > 0) return `${sayCount(open, 'place is', 'places are')} open to claim.`
  if (round.openedAt === undefined) return 'Nobody can take a day yet.'
  const isAhead = days.some((day) => day.claiming === 'not-yet')
  if (isAhead && round.claimsOpen) return `Days can be taken from ${sayMoment(round.claimsOpen.at, zone)} on.`
  const last = days.at(-1)?.day.on
  if (last !== undefined && addDays(last, round.graceDays) < dayAt(now, zone)) return 'The round is over.'
  return 'No place is open to claim right now.'
}
