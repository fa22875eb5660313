// The words in which the demo's world is told: who does what, so many days before or after today, at which hour of the round's clock.
import type { RoundPlan } from '#src/fests/rounds/rounds.ts'
import type { DayPlan } from '#src/fests/rounds/rounds.ts'
import { deadlineAt } from '#src/kit/deadline.ts'
import { addDays, type CalendarDay, monthOf, weekdayOf } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Who } from './people.ts'

/** Whose today the world is built around. */
export const ZONE = 'Europe/Lisbon'

/** Days from today, and an hour on the wall in ZONE. */
export type When = readonly [day: number, clock: string]

export type Act =
  | { readonly does: 'take'; readonly day: number }
  /** A mod enters somebody who has no account. */
  | { readonly does: 'enter'; readonly name: string; readonly day: number }
  | { readonly does: 'move'; readonly day: number }
  | { readonly does: 'give back' }
  | { readonly does: 'say later' }
  | ({ readonly does: 'post' } & Pasting)
  | ({ readonly does: 'draft' } & Pasting)

export type Deed = { readonly at: When; readonly who: Who } & Act

export type Pasting = {
  /** The post as it is pasted: a file in the round's folder. */
  readonly file: string
  /** Whose claim it is for: one's own, that of a name without an account, or none. */
  readonly claimOf?: string
  /** Without a claim, for a name that has no account. */
  readonly reservedName?: string
  /** What its writer says in the form, beside what was read from the post. */
  readonly says?: Readonly<Record<string, string>>
}

export type DayWish = { readonly day: number } & Partial<Omit<DayPlan, 'on'>>

export type RoundScript = {
  /** How the other parts of the world call it. */
  readonly key: string
  readonly community: string
  /** Where its posts lie, below `demo/`. */
  readonly folder: string
  readonly mod: Who
  readonly planned: When
  readonly opened: When
  readonly first: number
  readonly last: number
  readonly claimsOpen: When
  readonly plan: Pick<RoundPlan, 'name' | 'theme' | 'places' | 'freeDays' | 'daysPerPerson'>
  /** Days that are not as the plan made them. */
  readonly days: readonly DayWish[]
  readonly deeds: readonly Deed[]
}

export const dayOn = (today: CalendarDay, day: number): CalendarDay => addDays(today, day)

export const wallOf = (today: CalendarDay, [day, clock]: When): string => `${dayOn(today, day)}T${clock}`

export const momentOf = (today: CalendarDay, when: When): Instant => deadlineAt(wallOf(today, when), ZONE).at

/** The nearest Monday, from that day on or back from it, whose `length` days lie in one month: so a round is one sheet of the calendar. */
export function mondayFrom(today: CalendarDay, from: number, step: 1 | -1, length: number): number {
  for (let day = from; ; day += step) {
    const on = dayOn(today, day)
    if (weekdayOf(on) === 1 && monthOf(on) === monthOf(addDays(on, length - 1))) return day
  }
}

const seasons = ['Winter', 'Spring', 'Summer', 'Autumn'] as const

/** "Autumn 2026", by the month of the day. */
export function seasonOf(day: CalendarDay): string {
  const month = Number(day.slice(5, 7))
  return `${seasons[Math.floor((month % 12) / 3)]} ${day.slice(0, 4)}`
}
