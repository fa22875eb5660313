// The next dates of the rounds that everybody knows of, in a few words, for the margin of the first page.
import type { ListedRound } from '#src/fests/rounds/rounds.ts'
import { sayDayShort } from '#src/kit/date-words.ts'
import type { CalendarDay } from '#src/kit/days.ts'

export type NextDate = { readonly when: string; readonly what: string }

const FEW = 4

/** First and last days that are still to come, the nearest first. What mods only plan is not announced, also to them. */
export function nextDates(rounds: readonly ListedRound[], today: CalendarDay): NextDate[] {
  return rounds
    .filter(({ openedAt }) => openedAt !== undefined)
    .flatMap(({ name, first, last }) => [
      ...(first !== undefined && first > today ? [{ on: first, what: `${name} begins` }] : []),
      ...(last !== undefined && last > today && (first ?? last) <= today
        ? [{ on: last, what: `the last day of ${name}` }]
        : []),
    ])
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .slice(0, FEW)
    .map(({ on, what }) => ({ when: sayDayShort(on), what }))
}
