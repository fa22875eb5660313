// What mods say of their header template: each field's place and showing, the lists one entry a line, and the defaults.
import { audiences } from '#src/fests/posting/composer/piece.form.ts'
import { fieldWords } from '#src/fests/posting/header/header-words.ts'
import {
  askedAs,
  headerFields,
  type HeaderField,
  type HeaderTemplate,
  listedAs,
  type Rating,
  type TemplateSaid,
} from '#src/fests/posting/header/header-template.ts'
import type { Entries, Field, FieldErrors, Read, ValuesOf } from '#src/kit/form.ts'
import { choice, optionalText } from '#src/kit/form-fields.ts'
import { nameKey } from '#src/kit/fold.ts'
import { foldLabel } from '#src/text/header/words/fold-label.ts'
import { readForm } from '#src/platform/web/read-form.ts'

export const showings = [
  { value: 'asked', label: 'asked' },
  { value: 'wanted', label: 'wanted' },
  { value: 'folded', label: 'folded away' },
] as const

export const shownName = (field: HeaderField): string => `shown-${field}`
export const calledName = (field: HeaderField): string => `called-${field}`
export const orderName = (field: HeaderField): string => `order-${field}`

const LONGEST_NAME = 60
const MOST_KINDS = 60
const MOST_RATINGS = 20

/** Names of a list as they were typed, one a line, or what is wrong with one of them. */
function namesIn(typed: string, most: number): Read<readonly string[]> {
  const names = typed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim().replace(/\s+/gu, ' ')]))
  const keys = names.map((name) => nameKey(asRating(name).name))
  const long = names.find((name) => asRating(name).name.length > LONGEST_NAME)
  const twice = names.find((_, index) => keys.indexOf(keys[index] ?? '') !== index)
  if (keys.includes('')) return { error: `“${names[keys.indexOf('')] ?? ''}” needs a letter or a number.` }
  if (long !== undefined)
    return { error: `“${long.slice(0, 30)} …” is ${long.length} characters; ${LONGEST_NAME} fit in a line.` }
  if (twice !== undefined) return { error: `“${twice}” stands in the list twice.` }
  return names.length > most ? { error: `These are ${names.length} lines; ${most} fit.` } : { value: names }
}

const adultMark = /\s*\(adults?\)$/iu

const asRating = (line: string): Rating => ({ name: line.replace(adultMark, ''), isAdult: adultMark.test(line) })

const kinds: Field<readonly string[]> = {
  kind: 'area',
  label: 'Kinds of piece',
  hint: 'One a line. Without any, writers use their own words.',
  isOptional: true,
  maxLength: 5_000,
  read: (typed) => namesIn(typed, MOST_KINDS),
}

const ratings: Field<readonly Rating[]> = {
  kind: 'area',
  label: 'Ratings, in order',
  hint: 'One a line. A line that ends in “(adult)” is a rating for adults: pieces that have it are marked so.',
  maxLength: 5_000,
  read(typed) {
    const names = namesIn(typed, MOST_RATINGS)
    if ('error' in names) return names
    return names.value.length === 0
      ? { error: 'Please name at least one rating. Where none is needed, the field can be folded away.' }
      : { value: names.value.map(asRating) }
  },
}

const fandom: Field<number | undefined> = {
  kind: 'choice',
  label: 'Fandom',
  isOptional: true,
  read: (typed) => ({ value: /^\d{1,15}$/.test(typed) ? Number(typed) : undefined }),
}

export const templateForm = {
  fields: {
    kinds,
    ratings,
    defaultKind: optionalText({ label: 'Kind of piece', hint: 'One of the kinds above.', maxLength: LONGEST_NAME }),
    defaultRating: optionalText({ label: 'Rating', hint: 'One of the ratings above.', maxLength: LONGEST_NAME }),
    defaultFandom: fandom,
    defaultWarnings: optionalText({ label: 'Warnings', hint: 'With commas between them.', maxLength: 2_000 }),
    defaultDisclaimer: optionalText({ label: 'Disclaimer', maxLength: 5_000, isLong: true }),
    defaultAudience: choice({ label: 'Who may read it', initial: 'everyone', choices: audiences }),
  },
}

export function entriesOfTemplate({ fields, kinds: names, ratings: marked, defaults }: HeaderTemplate): Entries {
  const listed = fields.flatMap(({ name, shown, called = [] }, index) => [
    [shownName(name), shown] as const,
    [calledName(name), called.join(', ')] as const,
    // With room between two, so that a third can be put there.
    [orderName(name), String((index + 1) * 10)] as const,
  ])
  return new Map([
    ...listed,
    ['kinds', names.join('\n')],
    ['ratings', marked.map(({ name, isAdult }) => (isAdult ? `${name} (adult)` : name)).join('\n')],
    ['defaultKind', defaults.kind],
    ['defaultRating', defaults.rating],
    ['defaultFandom', defaults.fandom === undefined ? '' : String(defaults.fandom)],
    ['defaultWarnings', defaults.warnings],
    ['defaultDisclaimer', defaults.disclaimer],
    ['defaultAudience', defaults.audience],
  ])
}

type Collected<T> = { readonly value: T } | { readonly errors: FieldErrors }

/** `fandoms` are those that there are. */
export function readTemplate(entries: Entries, fandoms: readonly number[]): Collected<TemplateSaid> {
  const errors = new Map<string, string>()
  const fields = readFields(entries, errors)
  const read = readForm(templateForm.fields, entries)
  if ('errors' in read) for (const [name, why] of read.errors) errors.set(name, why)
  mustBeListed('defaultKind', 'kinds', entries, errors)
  mustBeListed('defaultRating', 'ratings', entries, errors)
  const chosen = fandom.read(entries.get('defaultFandom') ?? '')
  if ('value' in chosen && chosen.value !== undefined && !fandoms.includes(chosen.value))
    errors.set('defaultFandom', 'There is no such fandom here any more: please choose again.')
  return errors.size > 0 || 'errors' in read ? { errors } : { value: { ...saidIn(read.value), fields } }
}

const namesOf = (list: readonly (string | Rating)[]): string[] =>
  list.map((each) => (typeof each === 'string' ? each : each.name))

/** Against a list that cannot be read nothing is held. */
function mustBeListed(
  name: 'defaultKind' | 'defaultRating',
  list: 'kinds' | 'ratings',
  entries: Entries,
  errors: Map<string, string>,
): void {
  const typed = (entries.get(name) ?? '').trim()
  const read: Read<readonly (string | Rating)[]> = templateForm.fields[list].read(entries.get(list) ?? '')
  if (typed === '' || errors.has(name) || 'error' in read || read.value.length === 0) return
  if (listedAs(namesOf(read.value), typed) === undefined)
    errors.set(name, `“${typed}” is not one of the ${list} above.`)
}

/** Defaults are spelled as the lists spell them. */
function saidIn(said: ValuesOf<typeof templateForm.fields>): Omit<TemplateSaid, 'fields'> {
  return {
    kinds: said.kinds,
    ratings: said.ratings,
    defaults: {
      kind: listedAs(said.kinds, said.defaultKind) ?? said.defaultKind,
      rating: listedAs(namesOf(said.ratings), said.defaultRating) ?? said.defaultRating,
      warnings: said.defaultWarnings,
      fandom: said.defaultFandom,
      disclaimer: said.defaultDisclaimer,
      audience: said.defaultAudience,
    },
  }
}

const LAST_ORDER = 999

/** Two of one number stay in the order of the house. */
function readFields(entries: Entries, errors: Map<string, string>): TemplateSaid['fields'] {
  const read = headerFields.map((name) => {
    const shown = showings.find(({ value }) => value === entries.get(shownName(name)))?.value
    if (shown === undefined) errors.set(shownName(name), `Please choose what becomes of ${fieldWords[name]}.`)
    const typed = (entries.get(orderName(name)) ?? '').trim()
    const order = Number(typed)
    if (!/^\d{1,3}$/.test(typed)) errors.set(orderName(name), `A whole number from 0 to ${LAST_ORDER} is needed here.`)
    return { name, shown: shown ?? 'asked', called: readCalled(name, entries, errors), order }
  })
  const sorted = read.toSorted((one, other) => one.order - other.order)
  mustDiffer(sorted, errors)
  return sorted.map(({ name, shown, called }) => askedAs(name, shown, called))
}

const MOST_WORDS = 8

function readCalled(name: HeaderField, entries: Entries, errors: Map<string, string>): readonly string[] {
  const words = (entries.get(calledName(name)) ?? '')
    .split(',')
    .flatMap((word) => word.trim().replace(/\s+/gu, ' ') || [])
  const wrong = words.find((word) => word.length > LONGEST_NAME || !/\p{L}/u.test(word) || /[:：\n]/u.test(word))
  if (wrong !== undefined)
    errors.set(
      calledName(name),
      `“${wrong.slice(0, 30)}” needs a letter, no colon, and at most ${LONGEST_NAME} characters.`,
    )
  if (words.length > MOST_WORDS) errors.set(calledName(name), `These are ${words.length} words; ${MOST_WORDS} fit.`)
  return words
}

/** One word for two fields would tell nothing. */
function mustDiffer(fields: TemplateSaid['fields'], errors: Map<string, string>): void {
  const taken = new Map<string, HeaderField>()
  for (const { name, called = [] } of fields) {
    for (const word of called) {
      const before = taken.get(foldLabel(word))
      if (before !== undefined && before !== name)
        errors.set(calledName(name), `“${word}” is what ${fieldWords[before]} is called already.`)
      taken.set(foldLabel(word), name)
    }
  }
}
