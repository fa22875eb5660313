// The kinds of field that forms are made of, each with the sentence it says when it cannot be read.
import { type CalendarDay, toDay } from './days.ts'
import type { Choice, Field, Read } from './form.ts'
import { oneLine } from './one-line.ts'
import { isZone } from './zones.ts'

type Words = {
  readonly label: string
  readonly hint?: string
  readonly initial?: string
  readonly autocomplete?: string
}

/** Letters that nobody can see are no words. */
const isBlank = (typed: string): boolean => /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(typed)

const missing = (label: string): { error: string } => ({ error: `Please fill in: ${label.toLowerCase()}.` })

export const text = (words: Words & { maxLength: number }): Field<string> => ({
  kind: 'text',
  ...words,
  read(typed) {
    const line = oneLine(typed)
    return isBlank(line) ? missing(words.label) : { value: line }
  },
})

/** What is said in a sentence or two: there is room for it, and it is kept as one line. */
export const sentence = (words: Words & { maxLength: number }): Field<string> => ({ ...text(words), kind: 'area' })

export const optionalText = (words: Words & { maxLength: number; isLong?: boolean }): Field<string> => ({
  ...words,
  kind: words.isLong === true ? 'area' : 'text',
  isOptional: true,
  read: (typed) => ({ value: words.isLong === true ? typed : oneLine(typed) }),
})

export const emailAddress = (words: Words): Field<string> => ({
  kind: 'email',
  maxLength: 254,
  autocomplete: 'email',
  ...words,
  read(typed) {
    if (typed === '') return missing(words.label)
    // Only mail that arrives proves an address; this catches what cannot be one.
    return /^[^\s@\p{Cc}\p{Cf}]+@[^\s@\p{Cc}\p{Cf}]+\.[^\s@\p{Cc}\p{Cf}]+$/u.test(typed)
      ? { value: typed }
      : { error: 'This does not look like an e-mail address: something like name@example.org is needed.' }
  },
})

export const optionalEmailAddress = (words: Words): Field<string | undefined> => {
  const field = emailAddress(words)
  return { ...field, isOptional: true, read: (typed) => (typed === '' ? { value: undefined } : field.read(typed)) }
}

/** A password that exists is only compared; a new one has to be long. */
export const password = (words: Words & { isNew: boolean }): Field<string> => ({
  kind: 'password',
  label: words.label,
  ...(words.hint === undefined ? {} : { hint: words.hint }),
  maxLength: 500,
  autocomplete: words.isNew ? 'new-password' : 'current-password',
  read(typed) {
    if (typed === '') return missing(words.label)
    if (!words.isNew || Array.from(typed).length >= 10) return { value: typed }
    return { error: 'A password needs at least 10 characters. Four or five words in a row make a good one.' }
  },
})

function wholeNumber(typed: string, min: number, max: number): Read<number> {
  // Adding nothing makes a zero of -0.
  const number = Number(typed) + 0
  if (/^-?\d+$/.test(typed) && number >= min && number <= max) return { value: number }
  return { error: `A whole number from ${min} to ${max} is needed here.` }
}

export const number = (words: Words & { min: number; max: number }): Field<number> => ({
  kind: 'number',
  ...words,
  read: (typed) => (typed === '' ? missing(words.label) : wholeNumber(typed, words.min, words.max)),
})

export const optionalNumber = (words: Words & { min: number; max: number }): Field<number | undefined> => ({
  kind: 'number',
  ...words,
  isOptional: true,
  read: (typed) => (typed === '' ? { value: undefined } : wholeNumber(typed, words.min, words.max)),
})

export const date = (words: Words): Field<CalendarDay> => ({
  kind: 'date',
  ...words,
  read(typed) {
    if (typed === '') return missing(words.label)
    const day = toDay(typed)
    return day === undefined ? { error: 'This is not a date of the calendar; write it as 2026-11-20.' } : { value: day }
  },
})

/** A wall time, as in 2026-11-20T18:00; the zone it is meant in is another field's affair. */
export const optionalMoment = (words: Words): Field<string | undefined> => ({
  kind: 'moment',
  ...words,
  isOptional: true,
  read(typed) {
    if (typed === '') return { value: undefined }
    const found = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(:\d\d)?$/.exec(typed)
    if (!found || toDay(found[1] ?? '') === undefined)
      return { error: 'This is not a date and time; write it as 2026-11-20 18:00.' }
    return { value: `${found[1]}T${found[2]}:${found[3]}` }
  },
})

export const zone = (words: Words): Field<string> => ({
  kind: 'zone',
  ...words,
  read(typed) {
    if (typed === '') return { error: 'Please choose a time zone, so that we mean the same midnight.' }
    return isZone(typed) ? { value: typed } : { error: 'We know no such time zone: please choose one of the list.' }
  },
})

export const optionalZone = (words: Words): Field<string | undefined> => ({
  kind: 'zone',
  ...words,
  isOptional: true,
  read(typed) {
    if (typed === '') return { value: undefined }
    return isZone(typed) ? { value: typed } : { error: 'We know no such time zone: please choose one of the list.' }
  },
})

export function choice<V extends string>(words: Words & { choices: readonly (Choice & { value: V })[] }): Field<V> {
  return {
    kind: 'choice',
    ...words,
    read(typed) {
      const found = words.choices.find((candidate) => candidate.value === typed)
      return found ? { value: found.value } : { error: 'Please choose one of these.' }
    },
  }
}

/** As a browser's own chooser sends it. */
export const colour = (words: Words): Field<string> => ({
  kind: 'colour',
  ...words,
  read: (typed) =>
    /^#[0-9a-f]{6}$/i.test(typed)
      ? { value: typed.toLowerCase() }
      : { error: 'This is not a colour; write it as #2b4f86.' },
})

/** The id of something the page offered: a day, a pen name. */
export const id = (words: Words): Field<number> => ({
  kind: 'choice',
  ...words,
  read: (typed) =>
    /^\d{1,15}$/.test(typed) ? { value: Number(typed) } : { error: `Please choose: ${words.label.toLowerCase()}.` },
})
