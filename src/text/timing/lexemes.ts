// What the words around a named part do: say before or after, early or late, canon or not. A step over tokens, by the vocabulary alone.
import {
  andWords,
  divergenceWords,
  fillers,
  finaleWords,
  insteadAfterWords,
  insteadWords,
  type PositionWord,
  positionWords,
  premiereWords,
  type RelationWord,
  relationWords,
  toWords,
} from '#src/text/vocabulary/timing-words.ts'
import { phraseAt, type Phrases, phrasesOf, type Token } from './tokens.ts'

export type Lexeme = { readonly at: number; readonly end: number } & (
  | { readonly kind: 'relation'; readonly word: RelationWord }
  | { readonly kind: 'position'; readonly word: PositionWord | 'finale' | 'premiere' }
  | { readonly kind: 'instead'; readonly isAfter: boolean }
  | { readonly kind: 'divergence' | 'and' | 'to' | 'filler' | 'soft' | 'dash' | 'comma' | 'hard' | 'other' }
)

type Entry = { readonly phrases: Phrases; readonly make: (at: number, end: number) => Lexeme }

const instead = (isAfter: boolean, list: readonly string[]): Entry => ({
  phrases: phrasesOf(list),
  make: (at, end) => ({ at, end, kind: 'instead', isAfter }),
})

const plain = (kind: 'divergence' | 'and' | 'to' | 'filler', list: readonly string[]): Entry => ({
  phrases: phrasesOf(list),
  make: (at, end) => ({ at, end, kind }),
})

const position = (word: PositionWord | 'finale' | 'premiere', list: readonly string[]): Entry => ({
  phrases: phrasesOf(list),
  make: (at, end) => ({ at, end, kind: 'position', word }),
})

const relation = (word: RelationWord): Entry => ({
  phrases: phrasesOf(relationWords[word]),
  make: (at, end) => ({ at, end, kind: 'relation', word }),
})

/** Of several that begin at one token the longest counts; of equally long ones the first here. */
const entries: readonly Entry[] = [
  instead(true, insteadAfterWords),
  instead(false, insteadWords),
  plain('divergence', divergenceWords),
  ...(['after', 'before', 'between', 'through', 'from', 'during'] as const).map(relation),
  ...(['start', 'early', 'middle', 'late', 'end'] as const).map((word) => position(word, positionWords[word])),
  position('finale', finaleWords),
  position('premiere', premiereWords),
  plain('and', andWords),
  plain('to', toWords),
  plain('filler', [...fillers]),
]

/** The lexeme at a token that belongs to no named part. */
export function lexemeAt(tokens: readonly Token[], at: number): Lexeme {
  const { raw = '', kind } = tokens[at] ?? {}
  if (kind === 'mark' && raw !== '&') return { at, end: at + 1, kind: markKind(raw) }
  let best: Lexeme = { at, end: at + 1, kind: isAu(tokens, at) ? 'divergence' : 'other' }
  let longest = best.kind === 'divergence' ? 1 : 0
  for (const { phrases, make } of entries) {
    const length = phraseAt(tokens, at, phrases)
    if (length > longest && !isSmallAu(tokens, at, length)) [best, longest] = [make(at, at + length), length]
  }
  return best
}

const markKind = (raw: string): 'soft' | 'comma' | 'hard' | 'dash' | 'and' => {
  if (raw === '/') return 'and'
  if (/^[-‐–—]$/u.test(raw)) return 'dash'
  if (raw === ',') return 'comma'
  return /^[.;|\n()[\]!?•]$/u.test(raw) ? 'hard' : 'soft'
}

/** "AU" in capitals; the French "au" is another word, so the vocabulary's phrases with it need them too. */
const isAu = (tokens: readonly Token[], at: number): boolean => /^(?:AU|UA|AUs)$/u.test(tokens[at]?.raw ?? '')

const isSmallAu = (tokens: readonly Token[], at: number, length: number): boolean => {
  const { raw = '', key } = tokens[at] ?? {}
  return (key === 'au' || key === 'ua') && raw !== raw.toUpperCase() && length > 1
}
