// What one statement says: each part that it names, with the words around it that put a piece before it, after it, in it, between two, or off canon.
import type { CanonIndex, Reach, Target } from './canon-index.ts'
import { divergenceOf } from './divergence.ts'
import { type Around, aroundOf } from './around.ts'
import { type Mention, mentionsIn, type Said, sayIn } from './mentions.ts'
import { partOfReach } from './positions.ts'
import type { Relation, Statement, StatementSource } from './timing.ts'

/** Numbers of leaves. */
export type Reading = Reach & {
  readonly relation: Relation
  readonly divergence: { readonly from: number | null } | null
  readonly confidence: number
  readonly source: StatementSource
  readonly said: string
  readonly by: Mention['kind']
  /** Second best: another part that the same words could name. */
  readonly isOther: boolean
}

/** Words of a header line that say where something is set; what is said in prose is read more carefully. */
const lines: ReadonlySet<StatementSource> = new Set<StatementSource>(['timing', 'spoilers', 'warnings'])

export function readStatement({ text, weight, source = 'timing' }: Statement, index: CanonIndex): Reading[] {
  const said = sayIn(text, lines.has(source))
  const mentions = mentionsIn(said, index)
  const around = mentions.map((mention, at) => aroundOf(said, mention, mentions[at - 1], mentions[at + 1]))
  const isOfSpoilers = source === 'spoilers'
  const divergence = divergenceOf(said, mentions, around)
  const found: Reading[] = []
  for (let at = 0; at < mentions.length; at++) {
    const [mention, next] = [mentions[at], mentions[at + 1]]
    const [near, far] = [around[at], around[at + 1]]
    if (!mention || !near) continue
    // What somebody must have seen is not where something is set, unless they say so.
    if (isOfSpoilers && !near.isSet) continue
    // Nor is what is ignored.
    if (near.instead !== undefined && isIgnored(said, mention)) continue
    const stretch = next && far ? stretchOf({ mention, near, next, far }) : undefined
    const both = next && far && stretch ? [mention, next] : [mention]
    const where = wordsOf(said, both)
    const rest = { source, said: where, by: mention.kind, divergence, isOther: false }
    if (stretch && next) {
      const confidence = Math.min(mention.confidence, next.confidence) * weight
      found.push({ ...stretch, ...rest, confidence })
      at++
      continue
    }
    mention.targets.forEach((target, rank) =>
      found.push({
        ...placed(near.relation === 'before' ? wholeOf(target, mention) : target, near, index),
        ...rest,
        confidence: sureness(mention, near, said) * weight * (rank === 0 ? 1 : 0.6),
        isOther: rank > 0,
      }),
    )
  }
  return withList(found, said)
}

const sureness = (mention: Mention, near: Around, said: Said): number => {
  const bonus = near.isSet && (near.relation !== undefined || mention.kind !== 'season') ? 0.05 : 0
  // "the fourth season without rain" is no place in canon; "set in season 4" is.
  const isSaidSo = !said.isLine && mention.kind === 'season' && near.isSet ? 0.1 : bonus
  return Math.min(0.97, mention.confidence + isSaidSo) * (near.position === undefined ? 1 : 0.95)
}

function placed(
  target: Target,
  { relation, position, isOnwards }: Around,
  index: CanonIndex,
): Reach & { relation: Relation } {
  const reach = partOfReach(target, position)
  if (isOnwards) return { from: reach.from, to: lastOf(target, index), relation: 'during' }
  if (relation === 'after' || relation === 'through') return { from: reach.to, to: reach.to, relation: 'after' }
  if (relation === 'before') return { from: reach.from, to: reach.from, relation: 'before' }
  return { ...reach, relation: 'during' }
}

/** "pre-Becoming" is before its first part. */
const wholeOf = (target: Target, { targets }: Mention): Target =>
  targets.find(({ from, to, kind }) => from < target.from && to >= target.to && kind === target.kind) ?? target

const lastOf = ({ top }: Target, index: CanonIndex): number =>
  index.tops.find((each) => each.top === top && each.kind === 'show')?.to ?? index.whole.to

type Two = { readonly mention: Mention; readonly near: Around; readonly next: Mention; readonly far: Around }

/** "between A and B", "from A to B", "S3-S5". */
function stretchOf({ mention, near, next, far }: Two): (Reach & { relation: Relation }) | undefined {
  const [one, other] = [mention.targets[0], next.targets[0]]
  if (!one || !other) return undefined
  if (near.relation === 'between' && far.joint !== undefined) {
    const [first, second] = one.from <= other.from ? [one, other] : [other, one]
    return first.to < second.from
      ? { from: first.to, to: second.from, relation: 'between' }
      : { from: first.from, to: Math.max(first.to, second.to), relation: 'during' }
  }
  // "S3 (up through Amends)" ends there.
  if (far.relation === 'through' && near.relation !== 'after' && other.from >= one.from && other.to < one.to)
    return { from: one.from, to: other.to, relation: 'during' }
  // "after Surprise/Innocence" is after both.
  if (near.relation === 'after' && far.joint === 'and' && far.relation === undefined && other.to > one.to)
    return { from: other.to, to: other.to, relation: 'after' }
  // "BtVS S6/AtS S3" are one time, where the two series interleave.
  if (far.joint === 'and' && one.top !== other.top && one.from <= other.to && other.from <= one.to)
    return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to), relation: 'during' }
  if (far.joint !== 'to' && !(far.joint !== undefined && isRow(mention, next))) return undefined
  const [start, end] = [partOfReach(one, near.position), partOfReach(other, far.position)]
  return start.from <= end.to ? { from: start.from, to: end.to, relation: 'during' } : undefined
}

const isIgnored = ({ text, tokens }: Said, { at }: Mention): boolean =>
  /\b(?:ignor|disregard)\p{L}*\P{L}+(?:\p{L}+\P{L}+){0,3}$/iu.test(text.slice(0, tokens[at]?.from ?? 0))

/** "seasons 6 and 7", "1.01&2": numbers of one kind that follow each other. */
const isRow = ({ targets: [one] }: Mention, { targets: [other] }: Mention): boolean =>
  one !== undefined && other !== undefined && one.kind === other.kind && one.top === other.top && one.to < other.from

const wordsOf = ({ text, tokens }: Said, mentions: readonly Mention[]): string => {
  const [first, last] = [mentions[0], mentions.at(-1)]
  const words = text.slice(tokens[first?.at ?? 0]?.from ?? 0, tokens[(last?.end ?? 1) - 1]?.to ?? 0)
  return words.replace(/^["“”„«»*_'‘’]+|["“”„«»*_'‘’]+$/gu, '')
}

const A_FEW = 4

/** A line that only lists episodes is about all of them. */
function withList(found: readonly Reading[], { isLine, text }: Said): Reading[] {
  const firsts = found.filter(({ isOther }) => !isOther)
  const isList =
    isLine && firsts.length > 1 && firsts.every(({ from, to, relation }) => to - from <= A_FEW && relation === 'during')
  const [first] = firsts
  if (!isList || !first || text.split(/[,;/&]/u).length < firsts.length) return [...found]
  const from = Math.min(...firsts.map((each) => each.from))
  const to = Math.max(...firsts.map((each) => each.to))
  if (from === to) return [...found]
  const confidence = Math.min(...firsts.map((each) => each.confidence)) * 0.9
  return [{ ...first, from, to, confidence, said: text.trim() }, ...found.map((each) => ({ ...each, isOther: true }))]
}
