// What is said about the days of a round, all in one form: each day's kind, places and note, and perhaps one day more.
import type { Entries, FieldErrors } from '#src/kit/form.ts'
import { toDay } from '#src/kit/days.ts'
import type { Day } from './rounds.ts'
import { type DayChange, type DayChanges, outlineOf } from './day-plans.ts'

export const dayKinds = [
  { value: 'open', label: 'open to claim' },
  { value: 'free', label: 'free for all' },
  { value: 'closed', label: 'closed' },
] as const

export const goneKind = { value: 'gone', label: 'take it out' } as const

const NOTE = 120

/** The entries under which the page shows the days as they are. */
export function entriesOf(days: readonly Day[]): Entries {
  return new Map(
    days.flatMap((day) => [
      [`kind-${day.id}`, day.kind],
      [`places-${day.id}`, String(day.places)],
      [`note-${day.id}`, day.note],
      [wasName(day), outlineOf(day)],
    ]),
  )
}

/** Beside each day goes what it was when the page was made: only what was changed on the page counts as a change. */
export const wasName = (day: Pick<Day, 'id'>): string => `was-${day.id}`

/** What was typed, by somebody who has now been told what one day (the field `about`) has become. */
export const seenAnew = (days: readonly Day[], typed: Entries, about: string): Entries => {
  const told = days.filter((day) => about === `kind-${day.id}`)
  return new Map([...typed, ...told.map((day) => [wasName(day), outlineOf(day)] as const)])
}

type Collected<T> = { readonly value: T } | { readonly errors: FieldErrors }

/** A day that the form does not mention stays as it is. */
export function readDays(days: readonly Day[], entries: Entries): Collected<DayChanges> {
  const errors = new Map<string, string>()
  const changed = days
    .filter((day) => entries.has(`kind-${day.id}`))
    .flatMap((day) => readDay(day, entries, errors) ?? [])
  const added = readNewDay(entries, errors)
  return errors.size > 0 ? { errors } : { value: { changed, added } }
}

function readDay(day: Day, entries: Entries, errors: Map<string, string>): DayChange | undefined {
  const kind = [...dayKinds, goneKind].find((known) => known.value === entries.get(`kind-${day.id}`))?.value
  const places = readPlaces(entries.get(`places-${day.id}`), kind, `places-${day.id}`, errors)
  const note = (entries.get(`note-${day.id}`) ?? '').trim()
  if (kind === undefined) errors.set(`kind-${day.id}`, 'Please choose what this day is.')
  if (note.length > NOTE)
    errors.set(`note-${day.id}`, `A note can have ${NOTE} characters; this one has ${note.length}.`)
  if (kind === undefined || places === undefined) return undefined
  const was = entries.get(wasName(day))
  const isUntouched = was === outlineOf({ kind, places, note })
  return isUntouched ? undefined : { id: day.id, kind, places, note, ...(was === undefined ? {} : { was }) }
}

function readPlaces(
  typed: string | undefined,
  kind: string | undefined,
  name: string,
  errors: Map<string, string>,
): number | undefined {
  const text = (typed ?? '').trim()
  const places = Number(text === '' ? '0' : text)
  if (!/^\d*$/.test(text) || places > 1000) {
    errors.set(name, 'A whole number from 0 to 1000 is needed here.')
    return undefined
  }
  if (kind === 'open' && places === 0) {
    errors.set(name, 'A day that is open to claim needs at least one place.')
    return undefined
  }
  return places
}

function readNewDay(entries: Entries, errors: Map<string, string>): DayChanges['added'] {
  const typed = (entries.get('new-day') ?? '').trim()
  if (typed === '') return []
  const on = toDay(typed)
  const kind = dayKinds.find((known) => known.value === entries.get('new-kind'))?.value ?? 'free'
  const places = readPlaces(entries.get('new-places'), kind, 'new-places', errors)
  if (on === undefined) errors.set('new-day', 'This is not a date of the calendar; write it as 2026-11-20.')
  return on === undefined || places === undefined ? [] : [{ on, kind, places, note: '' }]
}
