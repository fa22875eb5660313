// Splits the value of a combined label ("Rating/Warnings: PG-13; none") between its fields, by what the parts look like.
import type { FieldName } from '#src/text/header/fields.ts'
import { genreNames, ratingStart, relationClasses } from '#src/text/header/words/value-words.ts'

/** Places are counted in the value. */
export type Portion = { readonly field: FieldName; readonly from: number; readonly to: number; readonly value: string }

export function splitCombined(
  fields: readonly FieldName[],
  value: string,
  chosen: FieldName | null,
): readonly Portion[] {
  const only = chosen ?? (fields.length === 1 ? fields[0] : undefined)
  if (only) return whole(only, value)
  if (has(fields, 'characters', 'pairings'))
    return friendsAndClasses(value) ?? pairsThenPeople(value) ?? whole(pairOrPeople(value), value)
  if (has(fields, 'fandom', 'characters') || has(fields, 'fandom', 'pairings'))
    return atMark(fields, value) ?? whole('fandom', value)
  if (has(fields, 'warnings', 'spoilers')) return bySentence(value) ?? whole(warningOrSpoiler(fields, value), value)
  if (has(fields, 'timing', 'spoilers')) return atSemicolon(fields, value) ?? whole('timing', value)
  if (fields.includes('timing') && fields.length > 1) return whole('timing', value)
  return atMark(fields, value) ?? aroundRating(fields, value) ?? whole(best(fields, value), value)
}

const has = (fields: readonly FieldName[], ...wanted: readonly FieldName[]): boolean =>
  fields.length === wanted.length && wanted.every((field) => fields.includes(field))

const whole = (field: FieldName, value: string): readonly Portion[] => [{ field, from: 0, to: value.length, value }]

/** Strokes and crosses between names make pairings of a list of people. */
const pairOrPeople = (value: string): FieldName =>
  /[\p{L}.)] ?[/×♥] ?\p{L}|\p{Lu}\p{L}*x\p{Lu}|\bslash\b|\p{L} x \p{L}/u.test(value) ? 'pairings' : 'characters'

/**
 * "Ives & Odile, gen": friends are a pairing as it is written and two of its people as well, and what kind of piece it is stands with the
 * free tags.
 */
function friendsAndClasses(value: string): readonly Portion[] | null {
  const items = [...value.matchAll(/[^,;\n]+/gu)].map(({ 0: item, index }) => trimmed(item, index))
  const isTold = items.some(({ value: item }) => isClass(item) || friends.test(item))
  if (!isTold || value.includes('(') || items.some(({ value: item }) => item.length > 60)) return null
  return items.flatMap((item): readonly Portion[] => {
    if (item.value === '') return []
    if (isClass(item.value)) return [{ ...item, field: 'tags' }]
    if (!friends.test(item.value)) return [{ ...item, field: pairOrPeople(item.value) }]
    const names = [...item.value.matchAll(/[^&]+/gu)].map(({ 0: name, index }) => trimmed(name, item.from + index))
    return [{ ...item, field: 'pairings' }, ...names.map((name) => ({ ...name, field: 'characters' }) as const)]
  })
}

const isClass = (item: string): boolean => relationClasses.includes(item.toLowerCase().replace(/\.$/u, ''))

/** "Ives & Odile"; not "the boys & a boat". */
const friends = /^\p{Lu}[\p{L}\p{M}.’' -]*(?: & \p{Lu}[\p{L}\p{M}.’' -]*)+$/u

function trimmed(said: string, at: number): Omit<Portion, 'field'> {
  const from = at + (said.length - said.trimStart().length)
  return { from, to: from + said.trim().length, value: said.trim() }
}

/** "Buffy/Giles, Willow, Oz": pairings first, and then people by themselves. */
function pairsThenPeople(value: string): readonly Portion[] | null {
  const items = [...value.matchAll(/[^,;]+/gu)]
  const firstAlone = items.findIndex(({ 0: item }) => pairOrPeople(item) === 'characters')
  const start = items[firstAlone]?.index
  const restIsPeople = items.slice(Math.max(firstAlone, 0)).every(({ 0: item }) => isPerson(item))
  if (firstAlone < 1 || start === undefined || !restIsPeople) return null
  return [
    { field: 'pairings', from: 0, to: start - 1, value: value.slice(0, start - 1) },
    { field: 'characters', from: start, to: value.length, value: value.slice(start) },
  ]
}

const isPerson = (item: string): boolean => pairOrPeople(item) === 'characters' && item.trim().split(/\s+/u).length <= 3

/** "Series spoilers. Some language.": the sentence that speaks of spoilers, and the other. */
function bySentence(value: string): readonly Portion[] | null {
  const end = /[.;]\s+(?=\S)/u.exec(value)
  if (!end) return null
  const [first, second] = [value.slice(0, end.index + 1), value.slice(end.index + end[0].length)]
  if (/spoil/iu.test(first) === /spoil/iu.test(second)) return null
  const [one, other]: readonly FieldName[] = /spoil/iu.test(first) ? ['spoilers', 'warnings'] : ['warnings', 'spoilers']
  if (!one || !other) return null
  return [
    { field: one, from: 0, to: first.length, value: first },
    { field: other, from: value.length - second.length, to: value.length, value: second },
  ]
}

function warningOrSpoiler(fields: readonly FieldName[], value: string): FieldName {
  if (/spoil|season|episode|series|\bs\d|\dx\d|through|up to/iu.test(value)) return 'spoilers'
  return /^\s*(?:none|no|keine|nope|nothing|nessuno)\b/iu.test(value) ? (fields[0] ?? 'warnings') : 'warnings'
}

/** "early S2; nothing past the second book": in the order of the labels. */
function atSemicolon([first, second]: readonly FieldName[], value: string): readonly Portion[] | null {
  const mark = /\s*;\s*(?=\S)/u.exec(value)
  return mark && first && second
    ? parted(value, { field: first, to: mark.index }, { field: second, from: mark.index + mark[0].length })
    : null
}

/** "Gen/G", "Imre/Josune - R": a rating at the end belongs to the label that asks for one. */
function aroundRating(fields: readonly FieldName[], value: string): readonly Portion[] | null {
  const other = fields.find((field) => field !== 'rating')
  if (fields.length !== 2 || !fields.includes('rating') || !other) return null
  const found = /\s*[/|,;–—-]\s*([^/|,;]{1,24})$/u.exec(value)
  const last = found?.[1] ?? ''
  const known = ratingStart.exec(last)?.[0]
  if (!found || found.index === 0 || known === undefined || /[\p{L}\p{N}]/u.test(last.slice(known.length))) return null
  return parted(value, { field: other, to: found.index }, { field: 'rating', from: value.length - last.length })
}

type Left = { readonly field: FieldName; readonly to: number }
type Right = { readonly field: FieldName; readonly from: number }

const parted = (value: string, left: Left, right: Right): readonly Portion[] => [
  { field: left.field, from: 0, to: left.to, value: value.slice(0, left.to) },
  { field: right.field, from: right.from, to: value.length, value: value.slice(right.from) },
]

const marks = /\s*(?:;|--|—|\||\/|\)\s|,)\s*/gu

/** The first mark that leaves a rating, a number or another telling value on its left. */
function atMark(fields: readonly FieldName[], value: string): readonly Portion[] | null {
  const [first, second] = fields
  if (!first || !second || fields.length !== 2) return null
  for (const mark of value.matchAll(marks)) {
    const keep = mark[0].includes(')') ? mark[0].indexOf(')') + 1 : 0
    const end = mark.index + keep
    if (isInside(value, mark.index)) continue
    const start = mark.index + mark[0].length
    if (start >= value.length || !fits(first, value.slice(0, end), mark[0])) continue
    return [
      { field: first, from: 0, to: end, value: value.slice(0, end) },
      { field: second, from: start, to: value.length, value: value.slice(start) },
    ]
  }
  return null
}

/** "NC-17 (for sex, violence)": what stands in brackets is not parted. */
const isInside = (value: string, at: number): boolean => value.lastIndexOf('(', at - 1) > value.lastIndexOf(')', at - 1)

function fits(field: FieldName, value: string, mark: string): boolean {
  const plain = value.trim()
  if (field === 'words') return /\d/u.test(plain)
  if (field === 'genre') return genreNames.includes(plain.toLowerCase()) || /[;|—]|--/u.test(mark)
  if (field === 'rating') return mark.trim() !== '/' ? plain.length < 60 : false
  return /[;|—]|--/u.test(mark)
}

function best(fields: readonly FieldName[], value: string): FieldName {
  if (fields.includes('rating') && ratingStart.test(value)) return 'rating'
  if (fields.includes('rating') && fields.length > 1) return fields.find((field) => field !== 'rating') ?? 'rating'
  return fields[0] ?? 'notes'
}
