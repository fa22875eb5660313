// How far somebody must have seen, read from what a writer says of spoilers: the furthest part that is named.
import { allWords, noWords } from '#src/text/vocabulary/timing-words.ts'
import { aroundOf } from './around.ts'
import { type CanonIndex, indexCanon } from './canon-index.ts'
import { lexemeAt } from './lexemes.ts'
import { type Mention, mentionsIn, type Said, sayIn } from './mentions.ts'
import type { Canon } from './timing.ts'
import { phraseAt, phrasesOf } from './tokens.ts'

export type SpoilerLevel = {
  /** The code of the last part that one must have seen; null where nothing is given away. */
  readonly upTo: string | null
  readonly confidence: number
}

/** Null where nobody can tell from these words. In doubt it is the stricter. */
export const readSpoilers = (text: string, canon: Canon): SpoilerLevel | null => spoilersIn(text, indexCanon(canon))

export function spoilersIn(text: string, index: CanonIndex): SpoilerLevel | null {
  const said = sayIn(text, true)
  if (said.tokens.length === 0 || index.leaves.length === 0) return null
  const levels = levelsIn(said, index)
  if (levels.length > 0) {
    const furthest = Math.max(...levels.map(({ leaf }) => leaf))
    const confidence = Math.min(...levels.filter(({ leaf }) => leaf === furthest).map((level) => level.confidence))
    return { upTo: furthest < 0 ? null : (index.leaves[furthest] ?? null), confidence }
  }
  return saysNone(said) ? { upTo: null, confidence: 0.9 } : null
}

type Level = { readonly leaf: number; readonly confidence: number }

function levelsIn(said: Said, index: CanonIndex): Level[] {
  const mentions = mentionsIn(said, index)
  const named = mentions.flatMap((mention, at) => levelOf({ said, mention, at, mentions }, index))
  const isBare = named.length === 0 && /\b(?:finale|final|serienfinale|финал)\b/iu.test(said.text)
  const last = index.whole.to
  return [
    ...named,
    ...(saysAll(said, named.length > 0) ? [{ leaf: last, confidence: 0.8 }] : []),
    ...(isBare ? [{ leaf: last, confidence: 0.6 }] : []),
  ]
}

type At = { readonly said: Said; readonly mention: Mention; readonly at: number; readonly mentions: readonly Mention[] }

function levelOf({ said, mention, at, mentions }: At, index: CanonIndex): Level[] {
  const around = aroundOf(said, mention, mentions[at - 1], mentions[at + 1])
  const [target] = mention.targets
  if (!target) return []
  const { confidence } = mention
  if (isBeyond(said, mention, around.isOnwards)) return [{ leaf: index.whole.to, confidence: 0.7 }]
  if (around.relation === 'before') return [{ leaf: target.from - 1, confidence }]
  // A title that two parts have may be the further one; a code is what it is.
  const all = mention.kind === 'title' ? mention.targets.filter(({ kind }) => kind !== 'show') : []
  return [{ leaf: Math.max(target.to, ...all.map(({ to }) => to)), confidence }]
}

/** "Anything from beyond season 3", "season 5 onwards". */
const isBeyond = ({ tokens, text }: Said, { at }: Mention, isOnwards: boolean): boolean =>
  isOnwards ||
  /^(?!.*\b(?:no|not|nothing|none|nichts|keine|rien|nulla|nada)\b).*\b(?:beyond|past)\s*$/isu.test(
    text.slice(0, tokens[at]?.from ?? 0),
  )

const all = phrasesOf(allWords)
const none = phrasesOf(noWords)

/** "Everything before Anne" is not everything. */
const saysAll = ({ tokens }: Said, isNamed: boolean): boolean =>
  tokens.some(({ key }, at) => phraseAt(tokens, at, all) > 0 && !(isNamed && key === 'everything'))

/** "None." at the beginning; "/" and "-" are ways to say so too. */
function saysNone({ tokens, text }: Said): boolean {
  if (/^[\s/–—-]+$/u.test(text)) return true
  const start = tokens.findIndex(({ kind }) => kind !== 'mark')
  if (start < 0) return false
  const length = phraseAt(tokens, start, none)
  if (length === 0) return false
  const next = tokens[start + length]
  // "No one dies" says nothing of canon.
  const isWhole = tokens[start]?.key !== 'no' && tokens[start]?.key !== 'na'
  return (
    isWhole ||
    next === undefined ||
    next.kind === 'mark' ||
    /^(?:spoilers?|really|canon|real)$/u.test(next.key) ||
    lexemeAt(tokens, start + length).kind === 'filler'
  )
}
