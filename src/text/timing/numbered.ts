// Parts named by numbers: "S7", "7x01", "5.22", "Season 4", "siebte Staffel", "sixth year", "AtS S5", "seasons 6 and 7", "Season 1 Episode 3".
import { cardinalWords, ordinalEnds, ordinalWords, partWords } from '#src/text/vocabulary/timing-words.ts'
import type { CanonIndex, Target } from './canon-index.ts'
import type { Mention, Said } from './mentions.ts'
import { keyOfWords, saying, type Token } from './tokens.ts'

const kindOfWord: ReadonlyMap<string, string> = new Map(
  Object.entries(partWords).flatMap(([kind, words]) => words.map((word) => [word, kind] as const)),
)

export function* numberedIn(said: Said, index: CanonIndex): Generator<Mention> {
  const { tokens } = said
  for (let at = 0; at < tokens.length; at++) {
    const series = seriesAt(tokens, at, index)
    const start = series ? series.end : at
    const isLed = kindOfWord.get(tokens[start]?.key ?? '') === 'episode'
    const found = pairAt(said, isLed ? start + 1 : start, index, series?.top) ?? [
      ...kindAt(tokens, start, index, series?.top),
    ]
    for (const mention of found) yield { ...mention, at: mention.at === start ? at : mention.at }
    if (found.length > 0) at = Math.max(at, (found.at(-1)?.end ?? at + 1) - 1)
  }
}

type Series = { readonly end: number; readonly top: string }

/** "Angel", "AtS", "Buffy the Vampire Slayer" right before a number. */
function seriesAt(tokens: readonly Token[], at: number, index: CanonIndex): Series | undefined {
  for (let length = 4; length >= 1; length--) {
    const words = tokens.slice(at, at + length)
    if (words.length < length || !words.every(({ kind }) => kind === 'word')) continue
    const top = topNamed(words, index)
    if (top === undefined) continue
    const next = at + length
    const end = /^[-–,:'"]$/u.test(tokens[next]?.raw ?? '') ? next + 1 : next
    return beginsNumbered(tokens, end) ? { end, top } : undefined
  }
  return undefined
}

const topNamed = (words: readonly Token[], index: CanonIndex): string | undefined =>
  index.named.get(keyOfWords(saying(words)))?.find(({ depth, kind }) => depth === 1 && kind === 'show')?.top

const beginsNumbered = (tokens: readonly Token[], at: number): boolean => {
  const { kind, key = '' } = tokens[at] ?? {}
  return kind === 'number' || key === 's' || kindOfWord.has(key) || ordinalWords.has(key)
}

const isNext = (one: Token | undefined, other: Token | undefined): boolean =>
  one !== undefined && other !== undefined && one.to === other.from

const numberOf = (token: Token | undefined): number | undefined =>
  token?.kind === 'number' && token.key.length <= 2 ? Number(token.key) : undefined

/** "7x01", "5.22", "s2xep20", "S07E01", "1.01&2". */
function pairAt(
  { tokens, isLine }: Said,
  at: number,
  index: CanonIndex,
  top: string | undefined,
): Mention[] | undefined {
  const isLettered = tokens[at]?.key === 's' && numberOf(tokens[at + 1]) !== undefined
  const first = isLettered ? at + 1 : at
  const [outer, joint, inner] = [tokens[first], tokens[first + 1], tokens[first + 2]]
  const [season, episode] = [numberOf(outer), numberOf(inner)]
  if (season === undefined || episode === undefined || joint === undefined || inner === undefined) return undefined
  if (!isJoint(joint.key, isLettered) || !isNext(joint, inner)) return undefined
  if (!isNext(outer, joint) && !(isLettered && joint.kind === 'word')) return undefined
  // "2.5 hours" are hours: in prose a point needs the two figures of an episode.
  if (joint.raw === '.' && ((!isLine && inner.raw.length < 2) || isLongNumber(tokens, first))) return undefined
  if (isNext(tokens[first - 1], outer) && tokens[first - 1]?.kind !== 'mark' && !isLettered && top === undefined)
    return undefined
  const targets = ofTop(index.pairs.get(`${season}x${episode}`) ?? [], top)
  if (targets.length === 0) return undefined
  const mention = {
    at,
    end: first + 3,
    targets,
    confidence: joint.raw === '.' && !isLine ? 0.8 : 0.95,
    kind: 'code' as const,
  }
  const more = secondOf(tokens, mention.end)
  const others = more === undefined ? [] : ofTop(index.pairs.get(`${season}x${more.number}`) ?? [], top)
  return others.length === 0
    ? [mention]
    : [mention, { ...mention, at: more?.at ?? 0, end: more?.end ?? 0, targets: others }]
}

const isJoint = (key: string, isLettered: boolean): boolean =>
  /^(?:x|×|e)$/u.test(key) || key === '.' || (isLettered && /^(?:ep|xep|xe|episode|:)$/u.test(key))

/** "10.12.2003" is a day. */
const isLongNumber = (tokens: readonly Token[], first: number): boolean =>
  (tokens[first + 3]?.raw === '.' &&
    tokens[first + 4]?.kind === 'number' &&
    isNext(tokens[first + 2], tokens[first + 3])) ||
  (tokens[first - 1]?.raw === '.' && tokens[first - 2]?.kind === 'number')

/** Further numbers: "1.01&2", "seasons 6 and 7", "S1-3". */
function secondOf(tokens: readonly Token[], at: number): { number: number; at: number; end: number } | undefined {
  const joint = tokens[at]
  const number = numberOf(tokens[at + 1])
  if (number === undefined || !/^(?:and|und|et|e|y|и|[,/–-]|to|through|bis|or|oder)$/u.test(joint?.key ?? ''))
    return undefined
  const after = tokens[at + 2]
  const goesOn =
    isNext(tokens[at + 1], after) && (after?.kind === 'word' || after?.raw === '.') && isNext(after, tokens[at + 3])
  return goesOn ? undefined : { number, at: at + 1, end: at + 2 }
}

const ofTop = <T extends Target>(targets: readonly T[], top: string | undefined): readonly T[] =>
  top === undefined ? targets : targets.filter((target) => target.top === top)

type Counted = { readonly kind: string; readonly number: number; readonly end: number }

function* kindAt(
  tokens: readonly Token[],
  at: number,
  index: CanonIndex,
  before: string | undefined,
): Generator<Mention> {
  const counted = countedAt(tokens, at) ?? (before !== undefined ? bareAt(tokens, at) : undefined)
  if (!counted) return
  const { kind, end } = counted
  const inner = innerAfter(tokens, counted, index, before)
  if (inner) {
    yield { at, ...inner }
    return
  }
  const top = before ?? seriesAfter(tokens, end, index)
  const targets = ofTop(index.numbered.get(`${kind} ${counted.number}`) ?? [], top)
  if (targets.length > 0) yield { at, end, targets: sorted(targets), confidence: 0.8, kind: 'season' }
  let next = secondOf(tokens, end)
  while (next && targets.length > 0) {
    const others = ofTop(index.numbered.get(`${kind} ${next.number}`) ?? [], top)
    if (others.length > 0)
      yield { at: next.at, end: next.end, targets: sorted(others), confidence: 0.75, kind: 'season' }
    next = secondOf(tokens, next.end)
  }
}

/** What has the number among parts that are told by it, before what only stands at that place. */
const sorted = (targets: readonly Target[]): readonly Target[] =>
  targets.toSorted((one, other) => Number(one.kind === 'show') - Number(other.kind === 'show'))

/** "S7", "Season 7", "season seven", "7. Staffel", "sixth year", "3rd Age". */
function countedAt(tokens: readonly Token[], at: number): Counted | undefined {
  const [one, two, three] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  const number = numberOf(two)
  if (one?.key === 's' && number !== undefined && isNext(one, two)) return { kind: 'season', number, end: at + 2 }
  const led = kindOfWord.get(one?.key ?? '')
  if (led !== undefined) {
    const isMarked = two?.raw === '#' || two?.key === 'no' || (two?.raw === '.' && isNext(one, two))
    const said = isMarked ? three : two
    const count = numberOf(said) ?? cardinalWords.get(said?.key ?? '')
    const isPair =
      /^(?:x|\.)$/u.test(tokens[at + 2]?.key ?? '') && isNext(two, three) && tokens[at + 3]?.kind === 'number'
    if (
      count !== undefined &&
      !isPair &&
      !(said?.kind === 'word' && said.key.length === 1 && said.raw !== said.raw.toUpperCase())
    )
      return { kind: led, number: count, end: at + (isMarked ? 3 : 2) }
  }
  const own = numberOf(one)
  const isEnded = own !== undefined && isNext(one, two) && (ordinalEnds.has(two?.key ?? '') || two?.raw === '.')
  const ordinal = own ?? ordinalWords.get(one?.key ?? '')
  const ends = isEnded ? at + 2 : own !== undefined && two?.raw === '-' ? at + 3 : at + 1
  const follows = tokens[ends]?.key ?? ''
  const kind = kindOfWord.get(follows)
  // "7 seasons" are seven; "7 сезон" is the seventh.
  const isTold = own === undefined || isEnded || /^\p{Script=Cyrillic}/u.test(follows)
  return ordinal !== undefined && kind !== undefined && isTold ? { kind, number: ordinal, end: ends + 1 } : undefined
}

/** "AtS5": behind the name of a series a number is a season's. */
function bareAt(tokens: readonly Token[], at: number): Counted | undefined {
  const number = numberOf(tokens[at])
  return number !== undefined && isNext(tokens[at - 1], tokens[at])
    ? { kind: 'season', number, end: at + 1 }
    : undefined
}

/** "Season 5 of Angel", "S5 AtS", "Season 5 (Angel)". */
function seriesAfter(tokens: readonly Token[], at: number, index: CanonIndex): string | undefined {
  const start = /^(?:of|der|de|di|von|[(])$/u.test(tokens[at]?.key ?? '') ? at + 1 : at
  for (let length = 4; length >= 1; length--) {
    const words = tokens.slice(start, start + length)
    if (words.length < length || !words.every(({ kind }) => kind === 'word')) continue
    const isShort = start === at && words[0]?.raw.slice(1) === words[0]?.raw.slice(1).toLowerCase()
    if (!isShort) {
      const top = topNamed(words, index)
      if (top !== undefined) return top
    }
  }
  return undefined
}

/** "Season 1 Episode 3", "saison 3 épisode 3", "Book 2, chapter 4"; and the other way round, "chapter 4 of book 2". */
function innerAfter(
  tokens: readonly Token[],
  outer: Counted,
  index: CanonIndex,
  top: string | undefined,
): Omit<Mention, 'at'> | undefined {
  let next = outer.end
  while (next < outer.end + 2 && /^(?:[,:/-]|of|in|de|der|aus|из)$/u.test(tokens[next]?.key ?? '')) next++
  const inner = countedAt(tokens, next)
  if (!inner) return undefined
  for (const [from, to] of [
    [outer, inner],
    [inner, outer],
  ] as const) {
    const isPair = /^(?:episode|chapter)$/u.test(to.kind) && !/^(?:episode|chapter)$/u.test(from.kind)
    const targets = isPair
      ? ofTop(index.pairs.get(`${from.number}x${to.number}`) ?? [], top ?? seriesAfter(tokens, inner.end, index))
      : []
    if (targets.length > 0) return { end: inner.end, targets, confidence: 0.95, kind: 'code' }
  }
  return undefined
}
