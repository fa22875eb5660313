// From where to where on a timeline something reaches: the smallest part that holds it all, and its place among the others.
import type { Placed } from '#src/library/canon/timeline.ts'
import type { Relation } from '#src/text/timing/timing.ts'
import { beside } from './beside.ts'

/** Positions of the first and the last part. */
export type Span = { readonly from: number; readonly to: number }

/** On which side of the span; in it where nothing is said. */
export type Sided = Span & { readonly relation?: Relation | undefined }

export type Heading = { readonly key: string; readonly title: string }

export type Stretch = {
  /** From the highest part down; a stretch over several parts has a heading of its own under the part that holds them all. */
  readonly headings: readonly Heading[]
  /** Compared one after the other, number by number. */
  readonly steps: readonly (readonly number[])[]
  /** "Season 7, Lessons" */
  readonly words: string
}

export type Leaf = {
  /** From the highest part down to itself. */
  readonly trail: readonly Placed[]
  /** For each part of the trail, where the run of its leaves begins that this one is in: series may interleave. */
  readonly runs: readonly number[]
}

/** Undefined for places that the timeline does not have. */
export function stretchesOf(timeline: readonly Placed[]): (span: Sided) => Stretch | undefined {
  const leaves = leavesOf(timeline)
  const heads = headsOf(timeline)
  return (span) => {
    const leafAt = (position: number, side: 'from' | 'to'): Leaf | undefined =>
      leaves.get(position) ?? leaves.get(heads.get(position)?.[side] ?? position)
    const first = leafAt(Math.min(span.from, span.to), 'from')
    const last = leafAt(Math.max(span.from, span.to), 'to')
    if (!first || !last) return undefined
    const { relation = 'during' } = span
    return relation === 'during' ? between(first, last) : beside(first, last, relation)
  }
}

function leavesOf(timeline: readonly Placed[]): Map<number, Leaf> {
  const trails = new Map<number, Placed[]>()
  const walk = (part: Placed, above: readonly Placed[]): void => {
    const trail = [...above, part]
    if (part.parts.length === 0) trails.set(part.position, trail)
    for (const inside of part.parts) walk(inside, trail)
  }
  for (const part of timeline) walk(part, [])
  const leaves = new Map<number, Leaf>()
  let before: Leaf | undefined
  for (const [position, trail] of [...trails].toSorted(([one], [other]) => one - other)) {
    before = { trail, runs: runsOf(trail, position, before) }
    leaves.set(position, before)
  }
  return leaves
}

function runsOf(trail: readonly Placed[], position: number, before: Leaf | undefined): number[] {
  let isOn = true
  return trail.map((part, depth) => {
    isOn &&= before?.trail[depth]?.id === part.id
    return isOn ? (before?.runs[depth] ?? position) : position
  })
}

/** Parts with parts of their own, by the place that they have in the file. */
function headsOf(timeline: readonly Placed[]): Map<number, Placed> {
  const all = (parts: readonly Placed[]): Placed[] => parts.flatMap((part) => [part, ...all(part.parts)])
  return new Map(all(timeline).flatMap((part) => (part.parts.length > 0 ? [[part.position, part] as const] : [])))
}

const [BEFORE_ALL, OF_ITSELF, A_PART] = [-1, 0, 1]

/** In a part stands first what is set in the whole of it; then come its parts and the stretches over several by their beginnings. */
function between(first: Leaf, last: Leaf): Stretch {
  const apart = first.trail.findIndex((part, depth) => part.id !== last.trail[depth]?.id)
  const depth = apart < 0 ? first.trail.length : apart
  const common = first.trail.slice(0, depth)
  const { position: from = 0 } = first.trail.at(-1) ?? {}
  const { position: to = 0 } = last.trail.at(-1) ?? {}
  const inner = common.at(-1)
  const isWhole = inner !== undefined && inner.from === from && inner.to === to
  const over = isWhole ? undefined : `${edge(first, depth, 'from')} to ${edge(last, depth, 'to')}`
  const headings = common.map(({ id, title }) => ({ key: String(id), title }))
  return {
    headings: over === undefined ? headings : [...headings, { key: `${from}-${to}`, title: over }],
    steps: [...first.runs.slice(0, depth).map((run) => [run, A_PART]), isWhole ? [BEFORE_ALL] : [from, OF_ITSELF, -to]],
    words: over === undefined ? wordsOf(common) : overWords(inner, over),
  }
}

export const wordsOf = (trail: readonly Placed[]): string =>
  trail
    .slice(-2)
    .map(({ title }) => title)
    .join(', ')

/** Where whole seasons are named, nobody needs to be told of which series they are. */
const overWords = (inner: Placed | undefined, over: string): string =>
  inner === undefined || inner.parts.some(({ parts }) => parts.length > 0) ? over : `${inner.title}, ${over}`

/** The largest part that begins, or ends, just there; with the one it is in, where that is not the whole of what is named. */
function edge({ trail }: Leaf, depth: number, side: 'from' | 'to'): string {
  const at = trail.at(-1)?.position
  const below = trail.slice(depth)
  const named = below.find((part) => part[side] === at)
  const [highest] = below
  return named === highest ? (highest?.title ?? '') : `${highest?.title}, ${named?.title}`
}
