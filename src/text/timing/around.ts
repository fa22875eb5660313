// The words around one named part: those before it up to the last pause, and those right behind it.
import type { RelationWord } from '#src/text/vocabulary/timing-words.ts'
import { type Lexeme, lexemeAt } from './lexemes.ts'
import type { Mention, Said } from './mentions.ts'
import type { Position } from './positions.ts'

export type Around = {
  readonly relation: RelationWord | undefined
  readonly position: Position | undefined
  /** What ties it to the part that is named before it. */
  readonly joint: 'to' | 'and' | 'dash' | undefined
  /** "from season 5 on" */
  readonly isOnwards: boolean
  /** Something says that the piece is set by it: a relation, or "set", "takes place". */
  readonly isSet: boolean
  /** Right before it, where canon is left at it or after it: "replacing", "AU after". */
  readonly instead: 'at' | 'after' | undefined
}

export function aroundOf(
  said: Said,
  mention: Mention,
  before: Mention | undefined,
  after: Mention | undefined,
): Around {
  const start = before?.end ?? 0
  const led = lexemesIn(said, start, mention.at)
  const { relation, position, instead } = backFrom(led)
  const behind = lexemesIn(said, mention.end, Math.min(said.tokens.length, after?.at ?? Infinity, mention.end + 3))
  return {
    relation,
    position: position ?? positionIn(behind),
    joint: before === undefined ? undefined : jointIn(led),
    isOnwards: /^[\s-]*(?:onwards?|on\b(?!\s+\p{L}+ing)|forward|and beyond|ff\b|\+)/iu.test(behindText(said, mention)),
    isSet: (relation !== undefined && relation !== 'through') || isSaidSet(said, mention),
    instead,
  }
}

/** Greedy from the left, so that "in between" is not "in". */
export function lexemesIn({ tokens }: Said, from: number, to: number): Lexeme[] {
  const found: Lexeme[] = []
  for (let at = from; at < to;) {
    const lexeme = lexemeAt(tokens, at)
    // A phrase that would reach into what is named ends before it.
    found.push(lexeme.end > to ? { at, end: at + 1, kind: 'other' } : lexeme)
    at = found.at(-1)?.end ?? at + 1
  }
  return found
}

const MOST_BACK = 9

function backFrom(led: readonly Lexeme[]): Pick<Around, 'relation' | 'position' | 'instead'> {
  let relation: RelationWord | undefined
  let position: Position | undefined
  for (const lexeme of led.toReversed().slice(0, MOST_BACK)) {
    if (lexeme.kind === 'position') position ??= lexeme.word
    else if (lexeme.kind === 'instead') {
      const isAfter = lexeme.isAfter || relation === 'after'
      return { relation: isAfter ? 'after' : relation, position, instead: isAfter ? 'after' : 'at' }
    } else if (lexeme.kind === 'relation') {
      // "set in the middle of", "between … and": the first that says on which side stands.
      if (relation === undefined || relation === 'during') relation = lexeme.word
      if (relation !== 'during') break
    } else if (lexeme.kind === 'to' && relation === undefined) break
    else if (lexeme.kind !== 'filler' && lexeme.kind !== 'soft' && lexeme.kind !== 'dash') break
  }
  return { relation, position, instead: undefined }
}

/** "Season 4 finale", "S5 premiere". */
function positionIn(behind: readonly Lexeme[]): Position | undefined {
  const [first, second] = behind
  const found = first?.kind === 'soft' || first?.kind === 'dash' ? second : first
  return found?.kind === 'position' && (found.word === 'finale' || found.word === 'premiere') ? found.word : undefined
}

function jointIn(led: readonly Lexeme[]): Around['joint'] {
  if (led.length > 6 || led.some(({ kind }) => kind === 'other' || kind === 'hard'))
    return isBracketed(led) ? 'to' : undefined
  if (led.length === 1 && led[0]?.kind === 'dash') return 'dash'
  if (led.some((lexeme) => lexeme.kind === 'to' || (lexeme.kind === 'relation' && lexeme.word === 'through')))
    return 'to'
  return led.some(({ kind }) => kind === 'and') || (led.length === 1 && led[0]?.kind === 'comma') ? 'and' : undefined
}

/** "pre-S1 (1994) to post-S6 (2006)": what stands in brackets says the same again. */
const isBracketed = (led: readonly Lexeme[]): boolean => {
  const ends = led.filter(({ kind }) => kind === 'hard').length === 2 && led.length <= 8
  const last = led.slice(led.findLastIndex(({ kind }) => kind === 'hard') + 1)
  return (
    ends && last.some((lexeme) => lexeme.kind === 'to' || (lexeme.kind === 'relation' && lexeme.word === 'through'))
  )
}

const behindText = ({ text, tokens }: Said, { end }: Mention): string => {
  const from = tokens[end - 1]?.to ?? text.length
  return text.slice(from, from + 20)
}

/** "the story happens in", "takes place", "set". */
const isSaidSet = ({ text, tokens }: Said, { at }: Mention): boolean => {
  const to = tokens[at]?.from ?? 0
  return /\b(?:set|takes? place|happens?|spielt|se passe|se déroule|ambientat[ao]|ambientada|действие)\b[^.;\n]{0,40}$/iu.test(
    text.slice(Math.max(0, to - 60), to),
  )
}
