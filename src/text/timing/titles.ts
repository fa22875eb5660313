// Parts named by their titles: in quotation marks, alone on a line, or as titles are written in a sentence. Ordinary words are none.
import { fillers } from '#src/text/vocabulary/timing-words.ts'
import { type CanonIndex, findNamed, type Target } from './canon-index.ts'
import { lexemeAt } from './lexemes.ts'
import type { Mention, Said } from './mentions.ts'
import { keyOfWords, saying, type Token } from './tokens.ts'

export function* titlesIn(said: Said, index: CanonIndex): Generator<Mention> {
  yield* quotedIn(said, index)
  yield* wholePieces(said, index)
  yield* inSentences(said, index)
}

/** In quotation marks the finest that is called so, an episode before its series; without them the series. */
const title = (at: number, end: number, targets: readonly Target[], confidence: number, isQuoted = 1): Mention => ({
  at,
  end,
  targets: targets.toSorted((one, other) => (other.depth - one.depth) * isQuoted),
  confidence: isTorn(targets) ? confidence - 0.1 : confidence,
  kind: 'title',
})

/** Between places that have nothing to do with each other; both halves of a title have. */
const isTorn = ([first, ...others]: readonly Target[]): boolean =>
  first !== undefined && others.some(({ from, to, kind }) => kind !== first.kind || from > first.to || to < first.from)

const opening = /^["“„«*_‹]$/u
const closing = /^["”“»*_›]$/u
const singleOpen = /^['‘`´’]$/u
const singleClose = /^['’´`]$/u
const LONGEST_QUOTED = 16

function* quotedIn({ tokens }: Said, index: CanonIndex): Generator<Mention> {
  for (const [at, { raw }] of tokens.entries()) {
    const isSingle = singleOpen.test(raw)
    if (!isSingle && !opening.test(raw)) continue
    for (let end = at + 2; end <= Math.min(tokens.length - 1, at + LONGEST_QUOTED); end++) {
      if (!(isSingle ? singleClose : closing).test(tokens[end]?.raw ?? '')) continue
      const inner = tokens.slice(at + 1, end)
      const found = findNamed(index, saying(inner))
      if (found) yield title(at, end + 1, found.targets, found.isExact ? 0.9 : 0.8)
      if (!isSingle || found) break
    }
  }
}

const separator = /^[,;.()/|•[\]\n!?:–—]$/u

/** A piece between commas, brackets or points that is a title and nothing else, but for "set during" or "post-" before it. */
function* wholePieces({ tokens, isLine }: Said, index: CanonIndex): Generator<Mention> {
  if (!isLine) return
  yield* pieceAt(tokens, 0, tokens.length, index)
  let start = 0
  for (let at = 0; at <= tokens.length; at++) {
    const { raw = '' } = tokens[at] ?? {}
    if (at < tokens.length && !separator.test(raw) && !isDash(tokens, at)) continue
    yield* pieceAt(tokens, start, at, index)
    start = at + 1
  }
}

/** Between spaces; "post-Chosen" is one word. */
const isDash = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.raw === '-' && tokens[at - 1]?.to !== tokens[at]?.from && tokens[at + 1]?.from !== tokens[at]?.to

function* pieceAt(tokens: readonly Token[], from: number, to: number, index: CanonIndex): Generator<Mention> {
  for (let start = from; start < to;) {
    if (tokens[start]?.kind === 'mark') {
      start++
      continue
    }
    const words = saying(tokens.slice(start, to))
    const found = words.join('').length >= 3 ? findNamed(index, words) : undefined
    if (found && !isInitialsOnly(found.targets, tokens[start])) {
      const isShow = found.targets.every(({ kind }) => kind === 'show')
      if (isShow && start === from) return
      yield title(start, to, found.targets, wholeSureness(found.isExact, tokens.slice(start, to)), -1)
      return
    }
    const lexeme = lexemeAt(tokens, start)
    const isWord = lexeme.kind === 'other' && !fillers.has(tokens[start]?.key ?? '')
    if (isWord) return
    start = lexeme.end
  }
}

/** "help" alone may be the word. */
const wholeSureness = (isExact: boolean, words: readonly Token[]): number => {
  const isSmall = words.length === 1 && words.every(({ raw, kind }) => kind === 'word' && raw === raw.toLowerCase())
  return isSmall ? 0.65 : isExact ? 0.85 : 0.7
}

const isInitialsOnly = (targets: readonly Target[], token: Token | undefined): boolean =>
  targets.every(({ isInitials }) => isInitials === true) && token?.raw !== token?.raw.toUpperCase()

/** In running text: with capitals, in two words or more; a single word only right behind "post-", "after", "during", where it ends the phrase. */
function* inSentences({ tokens, isLine }: Said, index: CanonIndex): Generator<Mention> {
  for (let at = 0; at < tokens.length; at++) {
    const { kind, key = '' } = tokens[at] ?? {}
    if (kind === 'mark' || !beginsSome(tokens, at, key, index)) continue
    for (let end = Math.min(tokens.length, at + index.longest + 4); end > at; end--) {
      if (tokens[end - 1]?.kind === 'mark' || isNextArticle(tokens, at, end)) continue
      const words = tokens.slice(at, end)
      const said = saying(words)
      const targets = index.named.get(keyOfWords(said))
      const confidence = targets && sureOf({ tokens, at, end, words, said, targets, isLine })
      if (!targets || confidence === undefined) continue
      yield title(at, end, targets, confidence, -1)
      break
    }
  }
}

/** "post-Chosen. The events …": only behind a comma does an article belong to what stands before it. */
const isNextArticle = (tokens: readonly Token[], at: number, end: number): boolean =>
  end - at > 1 && tokens[end - 1]?.key === 'the' && tokens[end - 2]?.raw !== ','

const beginsSome = (tokens: readonly Token[], at: number, key: string, index: CanonIndex): boolean =>
  index.firsts.has(keyOfWords([key])) ||
  index.firsts.has(keyOfWords([key, tokens[at + 1]?.key ?? '']).split(' ')[0] ?? '')

type Found = {
  readonly tokens: readonly Token[]
  readonly at: number
  readonly end: number
  readonly words: readonly Token[]
  readonly said: readonly string[]
  readonly targets: readonly Target[]
  readonly isLine: boolean
}

function sureOf({ tokens, at, end, words, said, targets, isLine }: Found): number | undefined {
  const letters = words.filter(({ kind }) => kind === 'word')
  if (letters.length === 0) return said.length === 1 && (said[0]?.length ?? 0) === 4 ? 0.8 : undefined
  const isCapitals = letters.length === 1 && letters.every(({ raw }) => /^\p{Lu}{3,}$/u.test(raw))
  if (isCapitals) return 0.85
  if (targets.every(({ isInitials }) => isInitials === true)) return undefined
  const isNumbered = words.some(({ kind }) => kind === 'number')
  if (isNumbered && letters.length === 1) return isLine ? 0.8 : undefined
  const isTitled = letters.every(({ raw, key }, place) => (place > 0 && key.length < 4) || /^\p{Lu}/u.test(raw))
  const isShow = targets.every(({ kind }) => kind === 'show')
  if (letters.length === 1 || isShow) return isTitled && isBound(tokens, at) && isEnd(tokens, end) ? 0.75 : undefined
  if (isTitled) return 0.75
  return isLine && letters.length >= 3 ? 0.7 : undefined
}

/** Right behind a word that says before or after, or the number of a season: "post-Chosen", "S7 Grace", "between Becoming and Anne". */
function isBound(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const ending = [3, 2, 1, 0]
      .map((back) => lexemeAt(tokens, Math.max(0, before - back)))
      .find(({ end }) => end === before + 1)
    if (ending?.kind === 'instead') return true
    if (ending?.kind === 'relation') return !isLoose(tokens, ending.at)
    if (tokens[before]?.kind === 'number')
      return !tokens.slice(before + 1, at).some(({ key }) => /^(?:of|the|in|de)$/u.test(key))
    if (ending?.kind === 'and' || ending?.kind === 'to') return isAfterBetween(tokens, before)
    if (ending?.kind !== 'filler' && ending?.kind !== 'soft' && ending?.kind !== 'dash') return false
  }
  return false
}

const isAfterBetween = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 12), at).some((_, back) => {
    const lexeme = lexemeAt(tokens, Math.max(0, at - 12) + back)
    return lexeme.kind === 'relation' && lexeme.word === 'between'
  })

/** "in Angel", "at Home", "to Family" are said of much. */
const isLoose = (tokens: readonly Token[], at: number): boolean =>
  /^(?:in|at|around|to|im|dans|nel|en|em|from|within|while|by)$/u.test(tokens[at]?.key ?? '')

/** What a sentence goes on with after a title; "after Angel leaves" goes on with what Angel does. */
const isEnd = (tokens: readonly Token[], end: number): boolean => {
  const next = tokens[end]
  if (next === undefined || next.kind === 'mark') return !(next?.raw === "'" || next?.raw === '’')
  return /^(?:and|but|or|und|et|e|y|и|when|while|as|in|on|with|except|spoilers?|or|before|after|through)$/u.test(
    next.key,
  )
}
