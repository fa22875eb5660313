// Takes a statement apart into words, numbers and marks; and the keys by which titles are the same however they are written.
import { articles, ordinalEnds, partMarks, romanNumbers, titleNumbers } from '#src/text/vocabulary/timing-words.ts'

export type Token = {
  readonly kind: 'word' | 'number' | 'mark'
  readonly raw: string
  /** Without case, accents and apostrophes; numbers without leading zeros. */
  readonly key: string
  readonly from: number
  readonly to: number
}

/** Marks that stand for letters would be lost by folding: й and ё go with their plain letters, as in the vocabulary. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘ʼ]/gu, '')
    .replace(/ß/gu, 'ss')

const pieces = /\p{L}[\p{L}\p{M}]*(?:['’ʼ][\p{L}\p{M}]+)*|\p{N}+|\S/gu

/** "l'épisode", "d'Angel", "dell'episodio". */
const elision = /^(?:l|d|qu|dell|all|nell)['’](?=\p{L}{2})/iu

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(pieces)].map((found) => {
    const [raw] = found
    const kind = /^\p{L}/u.test(raw) ? 'word' : /^\p{N}/u.test(raw) ? 'number' : 'mark'
    const key =
      kind === 'number' ? raw.replace(/^0+(?=\d)/u, '') : raw === '&' ? 'and' : folded(raw.replace(elision, ''))
    return { kind, raw, key, from: found.index, to: found.index + raw.length }
  })
}

export const saying = (tokens: readonly Token[]): string[] =>
  tokens.flatMap(({ kind, key }) => (kind === 'mark' && key !== 'and' ? [] : [key]))

/** As said, numbers and all: for looking at slips of the pen. */
export const plainKeyOf = (said: readonly string[]): string => withoutArticles(said).join(' ')

/** "The Gift", "Gift, the"; "Becoming, Part One", "Becoming (Pt. I)", "Becoming 1" are each one title. */
export function keyOfWords(said: readonly string[]): string {
  const named = withoutArticles(said)
  const key = named.flatMap((word, at) => {
    const next = named[at + 1]
    if (at > 0 && partMarks.has(word) && next !== undefined && isNumeral(next)) return []
    if (at > 0 && ordinalEnds.has(word) && /^\d+$/u.test(named[at - 1] ?? '') && word.length > 1) return []
    const roman = at > 0 && at === named.length - 1 ? romanNumbers.get(word) : undefined
    return [titleNumbers.get(word) ?? roman ?? word]
  })
  if (/^(?:\d+)(?:st|nd|rd|th)$/u.test(key[0] ?? '')) key[0] = (key[0] ?? '').slice(0, -2)
  return key.join(' ')
}

const isNumeral = (word: string): boolean => /^\d+$/u.test(word) || titleNumbers.has(word) || romanNumbers.has(word)

function withoutArticles(said: readonly string[]): readonly string[] {
  const isLed = said.length > 1 && articles.has(said[0] ?? '') && !/^\d/u.test(said[1] ?? '')
  const led = isLed ? said.slice(1) : said
  return led.length > 1 && led.at(-1) === 'the' ? led.slice(0, -1) : led
}

/** Finds phrases of a vocabulary in a row of words: the longest that begins here. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>

export function phrasesOf(list: readonly string[]): Phrases {
  const all = list.map((phrase) => phrase.split(' ')).toSorted((one, other) => other.length - one.length)
  return Map.groupBy(all, ([first]) => first ?? '')
}

/** How many tokens the phrase takes; 0 where none stands here. Hyphens within it do not matter: "pre-series". */
export function phraseAt(tokens: readonly Token[], at: number, phrases: Phrases): number {
  for (const phrase of phrases.get(tokens[at]?.key ?? '') ?? []) {
    let next = at
    const isHere = phrase.every((word, index) => {
      if (index > 0) while (/^[-‐–.'’/]$/u.test(tokens[next]?.raw ?? '')) next++
      return tokens[next++]?.key === word
    })
    if (isHere) return next - at
  }
  return 0
}
