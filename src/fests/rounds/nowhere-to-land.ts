// Whether what comes later has a free-for-all day to land on: for the mods, who can add one; never an error.
import type { Day } from '#src/fests/rounds/rounds.ts'
import { sayDay } from '#src/kit/date-words.ts'

/** Undefined where a free-for-all day comes after the last day that can be claimed, or where none can be. */
export function nowhereToLand(days: readonly Pick<Day, 'on' | 'kind' | 'places'>[]): string | undefined {
  const last = days.findLast(({ kind, places }) => kind !== 'closed' && places > 0)
  if (last === undefined || days.some(({ kind, on }) => kind === 'free' && on > last.on)) return undefined
  return `No free-for-all day comes after ${sayDay(last.on)}, the last day to claim: there is no day for what comes later; it will be welcome until the round is over. Adding one gives it a day.`
}
