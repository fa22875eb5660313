// How far a round has come, in a few words for lists.
import type { ListedRound } from '#src/fests/rounds/rounds.ts'
import { sayCount } from '#src/kit/date-words.ts'
import { type CalendarDay, daysBetween } from '#src/kit/days.ts'

export function whenWords(round: ListedRound, today: CalendarDay): string {
  if (round.openedAt === undefined) return 'planned, not open yet'
  if (round.first === undefined || round.last === undefined) return 'without days yet'
  const until = daysBetween(today, round.first)
  if (until > 0) return `begins in ${sayCount(until, 'day', 'days')}`
  const left = daysBetween(today, round.last)
  if (left < 0) return 'over'
  return left === 0 ? 'the last day' : `${left + 1} days left`
}
