// Reads where in canon a piece is set, out of everything its writer said of it, against a canon given as plain data.
import { indexCanon, type CanonIndex } from './canon-index.ts'
import { type Reading, readStatement } from './reading.ts'
import { type Weighed, weigh } from './weighing.ts'

/** A part of a canon's timeline; the list is in the order of the story, parents before their parts. */
export type CanonPart = {
  readonly code: string
  readonly title: string
  readonly aliases: readonly string[]
  readonly parent?: string | undefined
  /** Season, episode, book, chapter, in anybody's word. */
  readonly kind?: string | undefined
}

export type Canon = { readonly slug: string; readonly parts: readonly CanonPart[] }

export type Relation = 'before' | 'during' | 'after' | 'between'

/** Where canon was left; null where nobody says from which part on. */
export type Divergence = { readonly from: string | null }

export type StatementSource = 'timing' | 'summary' | 'spoilers' | 'warnings' | 'notes'

/** One thing the writer said of the setting, and how much it weighs: a timing label more than a summary. */
export type Statement = {
  readonly text: string
  readonly weight: number
  readonly source?: StatementSource | undefined
}

/** `from` and `to` are codes of the first and last part without parts of its own; before, after and between are said of these. */
export type Place = {
  readonly from: string
  readonly to: string
  readonly relation: Relation
  readonly divergence: Divergence | null
  readonly confidence: number
}

export type StatedPlace = Place & {
  readonly statement: StatementSource
  /** The words that say so, and what they are: "the series" as a whole names no canon before another. */
  readonly said: string
  readonly by: 'code' | 'season' | 'title' | 'whole'
}

export type Timing = StatedPlace & {
  readonly canon: string
  /** What else it could be, the likeliest first. */
  readonly alternatives: readonly StatedPlace[]
  /** What each statement says, whether or not it was followed. */
  readonly statements: readonly StatedPlace[]
}

/** The finest place that the weightiest statement names; null when none names one. */
export const readTiming = (statements: readonly Statement[], canon: Canon): Timing | null =>
  placeIn(statements, indexCanon(canon))

export function placeIn(statements: readonly Statement[], index: CanonIndex): Timing | null {
  const readings = statements.flatMap((statement) => readStatement(statement, index))
  const weighed = weigh(readings)
  return weighed ? timingOf(weighed, index) : null
}

function timingOf({ chosen, others, each }: Weighed, index: CanonIndex): Timing {
  const placed = (reading: Reading): StatedPlace => placeOf(reading, index)
  return { canon: index.slug, ...placed(chosen), alternatives: others.map(placed), statements: each.map(placed) }
}

function placeOf(
  { from, to, relation, divergence, confidence, source, said, by }: Reading,
  index: CanonIndex,
): StatedPlace {
  const codeOf = (leaf: number): string => index.leaves[leaf] ?? ''
  return {
    from: codeOf(from),
    to: codeOf(to),
    relation,
    divergence: divergence && { from: divergence.from === null ? null : codeOf(divergence.from) },
    confidence: Math.round(confidence * 100) / 100,
    statement: source,
    said,
    by,
  }
}
