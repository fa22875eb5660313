// A canon made ready for being asked: its parts by every way to write them, by kind and number, and from where to where each reaches.
import { partWords } from '#src/text/vocabulary/timing-words.ts'
import { isAlike } from './likeness.ts'
import type { Canon, CanonPart } from './timing.ts'
import { keyOfWords, plainKeyOf, saying, tokensOf } from './tokens.ts'

/** Numbers of the first and the last leaf in the order of the story; a leaf has parts no more. */
export type Reach = { readonly from: number; readonly to: number }

export type Target = Reach & {
  /** As it may be said back: a part, or the two halves of one title. */
  readonly title: string
  readonly depth: number
  /** Numbers of leaves that are in it: two series may interleave. */
  readonly size: number
  /** The part at the top that it is in. */
  readonly top: string
  /** As in the vocabulary: season, book, episode; a series as a whole is a show. */
  readonly kind: string
  /** Only initials of its title: they count where they are written in capitals. */
  readonly isInitials?: true
}

export type Numbered = Target & { readonly number: number }

export type CanonIndex = {
  readonly slug: string
  /** Codes of the leaves, in the order of the story. */
  readonly leaves: readonly string[]
  readonly named: ReadonlyMap<string, readonly Target[]>
  /** By their plain words, where they are long enough for slips of the pen. */
  readonly plain: ReadonlyMap<string, readonly Target[]>
  /** Words with which names begin, and of how many the longest is made. */
  readonly firsts: ReadonlySet<string>
  readonly longest: number
  /** By kind and number: `season 7`; in the order of the file. */
  readonly numbered: ReadonlyMap<string, readonly Numbered[]>
  /** Leaves by the number of what they are in and their own: `7x1`. */
  readonly pairs: ReadonlyMap<string, readonly Target[]>
  /** The parts at the top. */
  readonly tops: readonly Target[]
  readonly whole: Reach
  /** The codes of the first and last leaf of what a leaf is in, right above it. */
  readonly around: (leaf: string) => { readonly from: string; readonly to: string } | undefined
}

export function indexCanon({ slug, parts }: Canon): CanonIndex {
  const tree = treeIn(parts)
  const named = namesIn(parts, tree)
  const keys = [...named.keys()].map((key) => key.split(' '))
  const places = placesIn(parts)
  const numbers = new Map(parts.map((part) => [part.code, numbersOf(part, places, tree)]))
  return {
    slug,
    leaves: tree.leaves,
    named,
    plain: plainIn(parts, tree),
    firsts: new Set(keys.map(([first]) => first ?? '')),
    longest: Math.min(14, Math.max(1, ...keys.map(({ length }) => length + 2))),
    numbered: Map.groupBy([...numbers.values()].flat(), ({ kind, number }) => `${kind} ${number}`),
    pairs: pairsIn(parts, numbers),
    tops: parts.flatMap((part) => (part.parent === undefined ? [tree.targetOf(part)] : [])),
    around: (leaf) => tree.around(leaf),
    whole: { from: 0, to: Math.max(0, tree.leaves.length - 1) },
  }
}

function remembering<A, B>(keyOf: (asked: A) => string, find: (asked: A) => B): (asked: A) => B {
  const known = new Map<string, B>()
  return (asked) => {
    const key = keyOf(asked)
    const before = known.get(key)
    if (before !== undefined) return before
    const found = find(asked)
    known.set(key, found)
    return found
  }
}

type Tree = {
  readonly leaves: readonly string[]
  readonly targetOf: (part: CanonPart) => Target
  readonly around: CanonIndex['around']
  /** The words of a name, taken apart once. */
  readonly wordsOf: (name: string) => readonly string[]
}

const DEEPEST = 12

function treeIn(parts: readonly CanonPart[]): Tree {
  const byCode = new Map(parts.map((part) => [part.code, part]))
  const heads = new Set(parts.flatMap(({ parent }) => parent ?? []))
  const leaves = parts.filter(({ code }) => !heads.has(code)).map(({ code }) => code)
  const trails = new Map<string, readonly string[]>()
  const trailOf = (code: string): readonly string[] => {
    const trail: string[] = []
    for (let at: string | undefined = code; at !== undefined && trail.length < DEEPEST; at = byCode.get(at)?.parent)
      trail.unshift(at)
    return trail
  }
  const reaches = new Map<string, Reach & { size: number }>()
  for (const [at, leaf] of leaves.entries()) {
    const trail = trailOf(leaf)
    trails.set(leaf, trail)
    for (const code of trail) {
      const before = reaches.get(code)
      reaches.set(code, { from: before?.from ?? at, to: at, size: (before?.size ?? 0) + 1 })
    }
  }
  const targetOf = ({ code, title, kind }: CanonPart): Target => {
    const trail = trailOf(code)
    const reach = reaches.get(code) ?? { from: 0, to: 0, size: 0 }
    return { ...reach, title, depth: trail.length, top: trail[0] ?? code, kind: ownKind(kind ?? '') }
  }
  return {
    leaves,
    around: (leaf) => {
      const reach = reaches.get(trails.get(leaf)?.at(-2) ?? '')
      const [from, to] = [leaves[reach?.from ?? -1], leaves[reach?.to ?? -1]]
      return from === undefined || to === undefined || from === to ? undefined : { from, to }
    },
    targetOf: remembering(({ code }) => code, targetOf),
    wordsOf: remembering(
      (name) => name,
      (name: string) => saying(tokensOf(name)),
    ),
  }
}

function namesIn(parts: readonly CanonPart[], tree: Tree): Map<string, Target[]> {
  const named = new Map<string, Target[]>()
  const add = (name: string, target: Target): void => {
    const key = keyOfWords(tree.wordsOf(name))
    const before = named.get(key) ?? []
    if (key !== '' && !before.some(({ from, to }) => from === target.from && to === target.to))
      named.set(key, [...before, target])
  }
  const names = (of: (part: CanonPart) => readonly string[]): void => {
    for (const part of parts) for (const name of of(part)) add(name, tree.targetOf(part))
  }
  names(({ code }) => [code])
  names(({ title }) => [title])
  names(({ aliases }) => aliases)
  for (const [base, halves] of halvesIn(parts, tree)) {
    // Where a file has it for one of them, that one goes first.
    const own = named.get(base) ?? []
    if (own.length === 0 || halves.size > 1) named.set(base, [...own, halves])
  }
  for (const [initials, part] of initialsIn(parts, tree))
    if (!named.has(initials)) named.set(initials, [{ ...tree.targetOf(part), isInitials: true }])
  return named
}

/** "Becoming" is both its parts, where they follow each other. */
function halvesIn(parts: readonly CanonPart[], tree: Tree): Map<string, Target> {
  const found = new Map<string, Target>()
  for (const part of parts) {
    const [, base] = /^(.*\D) \d$/u.exec(keyOfWords(tree.wordsOf(part.title))) ?? []
    const target = tree.targetOf(part)
    if (base === undefined || target.from !== target.to || isAKind(base)) continue
    const before = found.get(base)
    if (!before) found.set(base, { ...target, title: part.title.replace(/[\s,:(]*(?:part|pt\.?)?\s*\S+$/iu, '') })
    else if (target.from === before.to + 1) found.set(base, { ...before, to: target.to, size: before.size + 1 })
  }
  return found
}

/** "NFA", where one title alone has these. */
function initialsIn(parts: readonly CanonPart[], tree: Tree): Map<string, CanonPart> {
  const all = Map.groupBy(parts, ({ title }) => {
    const said = tree.wordsOf(title)
    return said.length < 3 ? '' : said.map((word) => word[0] ?? '').join('')
  })
  all.delete('')
  return new Map(
    [...all].flatMap(([initials, [part, ...others]]) => (part && others.length === 0 ? [[initials, part]] : [])),
  )
}

const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries(partWords).flatMap(([kind, words]) => words.map((word) => [word, kind] as const)),
)

const kindOf = (word: string): string | undefined => kinds.get(word)

const isAKind = (base: string): boolean => kindOf(base) !== undefined || base.length === 1

const ownKind = (kind: string): string => {
  const word = saying(tokensOf(kind))[0] ?? ''
  return /^(?:series|serie|show)$/u.test(word) ? 'show' : (kindOf(word) ?? word)
}

/** By what its names say, else by its place among its kind. */
function numbersOf(part: CanonPart, places: ReadonlyMap<string, number>, tree: Tree): Numbered[] {
  const target = tree.targetOf(part)
  const said = new Map<string, number>()
  for (const name of [...part.aliases, part.title, part.code]) {
    const [, word, number] = /^(\D+) (\d{1,3})$/u.exec(keyOfWords(tree.wordsOf(name))) ?? []
    const last = word?.split(' ').at(-1) ?? ''
    const kind = last === 's' ? 'season' : kindOf(last)
    if (kind !== undefined) said.set(kind, Number(number))
  }
  if (!said.has(target.kind)) said.set(target.kind, numberIn(part) ?? places.get(part.code) ?? 0)
  return [...said].map(([kind, number]) => ({ ...target, kind, number }))
}

function pairsIn(
  parts: readonly CanonPart[],
  numbers: ReadonlyMap<string, readonly Numbered[]>,
): ReadonlyMap<string, readonly Target[]> {
  const pairs = new Map<string, readonly Target[]>()
  for (const { code, parent } of parts) {
    if (parent === undefined) continue
    for (const outer of numbers.get(parent) ?? [])
      for (const inner of numbers.get(code) ?? []) {
        const key = `${outer.number}x${inner.number}`
        const before = pairs.get(key) ?? []
        const isKnown = before.some(({ from, to }) => from === inner.from && to === inner.to)
        if (!isKnown && outer.kind !== 'show' && inner.from === inner.to) pairs.set(key, [...before, inner])
      }
  }
  return pairs
}

/** The last number of a code: "7x01", "2.10", "A5", "Book 2". */
function numberIn({ code }: CanonPart): number | undefined {
  const [last] = /\d{1,3}$/u.exec(code) ?? []
  return last === undefined ? undefined : Number(last)
}

/** Which of its kind a part is in what it is in. */
const placesIn = (parts: readonly CanonPart[]): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(parts, ({ parent, kind }) => `${kind} ${parent}`).values()].flatMap((some) =>
      some.map(({ code }, at) => [code, at + 1] as const),
    ),
  )

const SHORTEST_GUESSED = 6

const plainIn = (parts: readonly CanonPart[], tree: Tree): ReadonlyMap<string, readonly Target[]> =>
  new Map(
    [...Map.groupBy(parts, ({ title }) => plainKeyOf(tree.wordsOf(title)))].flatMap(([key, some]) =>
      key.length < SHORTEST_GUESSED ? [] : [[key, some.map((part) => tree.targetOf(part))] as const],
    ),
  )

type Found = { readonly targets: readonly Target[]; readonly isExact: boolean }

/** By its exact key, else by one that is alike; short names are not guessed. */
export function findNamed(index: CanonIndex, words: readonly string[]): Found | undefined {
  const exact = index.named.get(keyOfWords(words))
  if (exact) return { targets: exact, isExact: true }
  const key = plainKeyOf(words)
  if (key.length < SHORTEST_GUESSED || words.length > index.longest) return undefined
  for (const [name, targets] of index.plain) if (isAlike(key, name)) return { targets, isExact: false }
  return undefined
}
