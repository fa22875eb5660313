// Reads a rating as it is written, in any system and in prose: from which age on it is meant, and whether its writer was sure.
import { type Age, announcing, harder, hedges, loneRatings, notRated, ratingAges } from './rating-words.ts'

export type RatingRead = {
  /** Undefined where it says that it has none. */
  readonly age: Age | undefined
  /** More than one is named, or its writer wonders. */
  readonly isGuess: boolean
}

type Word = { readonly key: string; readonly isFirst: boolean }

const LONGEST = 4
const MOST_CHARACTERS = 500

/** Undefined where no rating is named. Of several it is the strictest. */
export function readRating(said: string): RatingRead | undefined {
  const text = said.slice(0, MOST_CHARACTERS)
  const words = wordsOf(text)
  const ages: number[] = [...agesIn(text)]
  let isUnrated = false
  for (let at = 0; at < words.length;) {
    const found = namedAt(words, at)
    if (found?.age !== undefined) ages.push(isHard(words, at) ? Math.min(18, found.age + 1) : found.age)
    isUnrated ||= found !== undefined && found.age === undefined
    at += found?.length ?? 1
  }
  if (ages.length === 0) return isUnrated ? { age: undefined, isGuess: false } : undefined
  return { age: Math.max(...ages), isGuess: isUnrated || new Set(ages).size > 1 || hedges.test(text) }
}

/** Brackets give reasons; "K+" keeps its plus; a new sentence begins anew. */
function wordsOf(text: string): Word[] {
  let isFirst = true
  return [
    ...text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f'’]/gu, '')
      .toLowerCase()
      .matchAll(/[.!?;,(\n/–—:]|[\p{L}\p{N}]+\+?/gu),
  ].flatMap(([key]) => {
    if (/^[.!?;,(\n/–—:]$/u.test(key)) {
      isFirst = true
      return []
    }
    const word = { key, isFirst }
    isFirst = false
    return [word]
  })
}

type Named = { readonly length: number; readonly age: Age | undefined }

function namedAt(words: readonly Word[], at: number): Named | undefined {
  for (let length = Math.min(LONGEST, words.length - at); length >= 1; length--) {
    const some = words.slice(at, at + length)
    if (length > 1 && some.slice(1).some(({ isFirst, key }) => isFirst && !/^\d/u.test(key))) continue
    const key = some.map((word) => word.key).join('')
    if (notRated.has(key)) return { length, age: undefined }
    const age = ratingAges.get(key)
    if (age !== undefined && (!loneRatings.has(key) || isTold(words, at, length))) return { length, age }
  }
  return undefined
}

/** "R" alone, "rated R", "call it R"; not the r of "are", nor an adult who walks in. */
function isTold(words: readonly Word[], at: number, length: number): boolean {
  const [word, before, next] = [words[at], words[at - 1], words[at + length]]
  const isLed = before === undefined || announcing.has(before.key)
  const ends =
    next === undefined ||
    next.isFirst ||
    /^(?:for|because|in|just|only|tops|and|or|to|rating|rated|i|fur|pour|per|por|audiences?|content|language|later|at|due|with|overall)$/u.test(
      next.key,
    )
  return ends && (word?.isFirst === true || isLed)
}

const isHard = (words: readonly Word[], at: number): boolean => harder.has(words[at - 1]?.key ?? '')

/** "13+", "ab 14", "P16", "FSK 12", "moins de 18", "over 18"; bare, only where there is nothing else. */
function* agesIn(text: string): Generator<Age> {
  const marked =
    /(?:(?<![\p{L}\d])(?:ab|p|fsk|over|moins de|menores de|minori di|от|с)[-\s]?(\d{1,2})(?![\p{L}\d+]))|(?<![\p{L}\d.,-])(\d{1,2})\s?\+(?!\s?\d)|(?<![\p{L}\d])\+\s?(\d{1,2})(?!\d)/giu
  for (const [, led, plus, after] of text.matchAll(marked)) yield* agesOf(led ?? plus ?? after)
  yield* agesOf(/^\s*(\d{1,2})\s*\.?\s*$/u.exec(text)?.[1])
}

function* agesOf(figure: string | undefined): Generator<Age> {
  const age = Number(figure)
  if (figure !== undefined && age <= 21) yield Math.min(18, age < 5 ? 0 : age)
}

/**
 * Of a list of ratings the one that means the same, or the nearest that is stricter; never a milder one. `ages` of names that say
 * nothing may be given.
 */
export function nearestRating(
  age: Age,
  list: readonly { readonly name: string; readonly isAdult: boolean }[],
): string | undefined {
  const known = list.flatMap(({ name, isAdult }) => {
    const own = readRating(name)?.age ?? (isAdult ? 18 : undefined)
    return own === undefined ? [] : [{ name, age: own, isAdult }]
  })
  const [nearest] = known
    .filter((each) => bandOf(each.age) >= bandOf(age))
    .toSorted(
      (one, other) => bandOf(one.age) - bandOf(other.age) || Number(other.age === age) - Number(one.age === age),
    )
  return nearest?.name
}

/** Thirteen and twelve are one thing on most lists, and so are fifteen and sixteen. */
const bandOf = (age: Age): number => {
  const bands = [6, 10, 13, 16, 17]
  const band = bands.findIndex((upTo) => age <= upTo)
  return band < 0 ? bands.length : band
}
