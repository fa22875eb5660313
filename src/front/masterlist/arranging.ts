// The masterlist of a round in one of its orders: headings, and under each what stands there. Pure: it arranges what a viewer may see.
import type { ListedPiece } from '#src/fests/posting/pieces-seen.ts'
import { sayDay } from '#src/kit/date-words.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import { byCreator, byKind, byRating } from './by-heading.ts'
import { byTiming, type Canon } from './by-timing.ts'
import type { Listable } from './listable.ts'
import { claimedDayOf, dayOf } from './references.ts'

export const orders = ['day', 'creator', 'kind', 'rating', 'timing'] as const
export type Order = (typeof orders)[number]

export type Line = {
  readonly listed: ListedPiece
  /** It stands elsewhere in the list, and is only pointed at from here. */
  readonly isReference?: true
  /** Where in canon it seems to be set. */
  readonly guess?: string
}

export type Group<L = Line> = {
  /** Where it is one: the way back from a piece leads there. */
  readonly day?: CalendarDay
  readonly title: string
  readonly says?: string
  readonly lines: readonly L[]
  readonly groups: readonly Group<L>[]
}

export const isOrder = (text: string | undefined): text is Order => orders.some((order) => order === text)

/** What a list is put in order by, besides itself. */
export type OrderedBy = {
  readonly canons: readonly Canon[]
  /** The community's own lists, in its order. */
  readonly kinds: readonly string[]
  readonly ratings: readonly string[]
}

export const byItself: OrderedBy = { canons: [], kinds: [], ratings: [] }

export function arrange(seen: Listable, by: Order, { canons, kinds, ratings }: OrderedBy): Group[] {
  const { listed } = seen
  if (by === 'day') return byDay(seen)
  if (by === 'creator') return byCreator(listed)
  if (by === 'kind') return byKind(listed, kinds)
  return by === 'rating' ? byRating(listed, ratings) : byTiming(listed, canons)
}

/** Pieces under a heading and everything below it; pointing at one is not having it. */
export const countOf = ({ lines, groups }: Group): number =>
  lines.filter(({ isReference }) => isReference !== true).length +
  groups.reduce((sum, group) => sum + countOf(group), 0)

function byDay(seen: Listable): Group[] {
  const here = Map.groupBy(seen.listed, dayOf)
  const pointing = Map.groupBy(seen.listed, (listed) => claimedDayOf(seen, listed))
  const days = [...new Set([...here.keys(), ...pointing.keys()])].filter((day) => day !== undefined).toSorted()
  const groups = days.map((day) => ({
    day,
    title: sayDay(day),
    lines: [
      ...(here.get(day) ?? []).map((listed) => ({ listed })),
      ...(pointing.get(day) ?? []).map((listed) => ({ listed, isReference: true as const })),
    ],
    groups: [],
  }))
  const afterwards = here.get(undefined)?.map((listed) => ({ listed })) ?? []
  return afterwards.length === 0 ? groups : [...groups, { title: 'Came afterwards', lines: afterwards, groups: [] }]
}
