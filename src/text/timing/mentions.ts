// The parts of a canon that a statement names, by code, by number or by title, each with its place in the statement.
import { wholeWords } from '#src/text/vocabulary/timing-words.ts'
import type { CanonIndex, Target } from './canon-index.ts'
import { lexemeAt } from './lexemes.ts'
import { numberedIn } from './numbered.ts'
import { titlesIn } from './titles.ts'
import { phraseAt, phrasesOf, tokensOf, type Token } from './tokens.ts'

export type Mention = {
  /** Numbers of tokens, the last one not included. */
  readonly at: number
  readonly end: number
  /** The likeliest first. */
  readonly targets: readonly Target[]
  /** 0 … 1, by how it is written. */
  readonly confidence: number
  readonly kind: 'code' | 'season' | 'title' | 'whole'
}

/** A statement, as it is asked about. */
export type Said = {
  readonly text: string
  readonly tokens: readonly Token[]
  /** A line that says where something is set; in prose a title must be marked as one. */
  readonly isLine: boolean
}

const MOST_CHARACTERS = 2_000
const MOST = 24

export function sayIn(text: string, isLine: boolean): Said {
  const cut = text.slice(0, MOST_CHARACTERS)
  return { text: cut, tokens: tokensOf(cut), isLine }
}

/** Without overlaps: of two at one place the surer, then the longer. In the order of the text. */
export function mentionsIn(said: Said, index: CanonIndex): Mention[] {
  const found = [...numberedIn(said, index), ...titlesIn(said, index), ...wholesIn(said, index)]
  const best = found.toSorted(
    (one, other) => weightOf(other) - weightOf(one) || other.confidence - one.confidence || one.at - other.at,
  )
  const taken: Mention[] = []
  for (const mention of best) {
    if (taken.length < MOST && !taken.some(({ at, end }) => at < mention.end && mention.at < end)) taken.push(mention)
  }
  return taken.map((mention) => withOthers(mention, found)).toSorted((one, other) => one.at - other.at)
}

/** What the same words could name besides: the fifth season of the other series. */
function withOthers(mention: Mention, found: readonly Mention[]): Mention {
  const same = found.filter(({ at, end }) => at === mention.at && end === mention.end)
  const targets = [...mention.targets, ...same.flatMap((each) => each.targets)]
  const isFirst = ({ from, to }: Target, place: number): boolean =>
    targets.findIndex((each) => each.from === from && each.to === to) === place
  const isNumbered = same.some(({ kind }) => kind === 'season')
  return { ...mention, targets: targets.filter(isFirst), kind: isNumbered ? 'season' : mention.kind }
}

/** A title of many words says more than a word within it, and a code more than the season that it begins with. */
const weightOf = ({ at, end }: Mention): number => end - at

const wholes = phrasesOf(wholeWords)

/** "post-series", "pre-canon", "the end of the show": only where something says on which side of it. */
function* wholesIn({ tokens }: Said, index: CanonIndex): Generator<Mention> {
  for (let at = 1; at < tokens.length; at++) {
    const length = phraseAt(tokens, at, wholes)
    if (length === 0 || tokens[at + length]?.kind === 'number' || !isLed(tokens, at)) continue
    const [main, ...others] = index.tops.every(({ kind }) => kind === 'show') ? index.tops : []
    const whole: Target = { ...index.whole, title: '', depth: 0, size: index.leaves.length, top: '', kind: 'show' }
    const targets = main && others.length > 0 ? [main, whole] : [whole]
    yield { at, end: at + length, targets, confidence: main && others.length > 0 ? 0.7 : 0.8, kind: 'whole' }
  }
}

function isLed(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    for (let start = Math.max(0, before - 2); start <= before; start++) {
      const lexeme = lexemeAt(tokens, start)
      const isSide = lexeme.kind === 'relation' && lexeme.word !== 'during' && lexeme.word !== 'between'
      const isEdge = lexeme.kind === 'position' && lexeme.word !== 'middle'
      if (lexeme.end === before + 1 && (isSide || isEdge)) return true
    }
    const { kind } = lexemeAt(tokens, before)
    if (kind !== 'filler' && kind !== 'soft' && kind !== 'dash' && kind !== 'relation') return false
  }
  return false
}
