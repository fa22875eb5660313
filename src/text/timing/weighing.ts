// Of all that the statements of one post say, what is followed: the weightiest, made finer by what agrees with it.
import type { Reading } from './reading.ts'

export type Weighed = {
  readonly chosen: Reading
  readonly others: readonly Reading[]
  /** The best of each statement. */
  readonly each: readonly Reading[]
}

const MOST_OTHERS = 5

export function weigh(readings: readonly Reading[]): Weighed | undefined {
  const firsts = readings.filter(({ isOther }) => !isOther)
  const anchor = best(firsts)
  if (!anchor) return undefined
  const finer = firsts.filter((each) => isIn(each, anchor) && isWorth(each, anchor))
  const base =
    finer.toSorted(
      (one, other) => sizeOf(one) - sizeOf(other) || sideOf(other) - sideOf(one) || other.confidence - one.confidence,
    )[0] ?? anchor
  const rest = firsts.filter((each) => each !== base)
  const divergence = base.divergence ?? firsts.find((each) => each.divergence !== null)?.divergence ?? null
  const chosen = { ...base, divergence, confidence: agreed(base, rest) }
  return { chosen, others: othersOf(chosen, readings), each: eachOf(firsts) }
}

const best = (readings: readonly Reading[]): Reading | undefined =>
  readings.toSorted((one, other) => other.confidence - one.confidence || sizeOf(one) - sizeOf(other))[0]

const sizeOf = ({ from, to }: Reading): number => to - from

/** Of two that name the same place, the one that says on which side of it. */
const sideOf = ({ relation }: Reading): number => (relation === 'during' ? 0 : 1)

const isIn = (inner: Reading, outer: Reading): boolean =>
  outer.relation === 'during' && inner.from >= outer.from && inner.to <= outer.to

/** Bare words of a summary make nothing finer that a line has said. */
const isWorth = (each: Reading, anchor: Reading): boolean =>
  each === anchor || each.source === anchor.source || each.confidence >= 0.5

/** What others say too is surer; what others contradict is less so. */
function agreed(base: Reading, rest: readonly Reading[]): number {
  const weighty = rest.filter(({ confidence }) => confidence >= 0.5)
  const doubts = weighty.filter((each) => each.to < base.from || each.from > base.to)
  const helps = weighty.filter((each) => each.from <= base.from && each.to >= base.to)
  const own = Math.max(base.confidence, ...helps.map(({ confidence }) => Math.min(confidence, base.confidence + 0.1)))
  if (doubts.length > 0) return Math.min(own, 0.85) * 0.9
  return helps.length > 0 ? Math.min(0.98, own + 0.03) : own
}

const keyOf = ({ from, to, relation }: Reading): string => `${from} ${to} ${relation}`

function othersOf(chosen: Reading, readings: readonly Reading[]): Reading[] {
  const known = new Set([keyOf(chosen)])
  return readings
    .toSorted((one, other) => other.confidence - one.confidence)
    .filter((each) => {
      const isNew = !known.has(keyOf(each))
      known.add(keyOf(each))
      return isNew
    })
    .slice(0, MOST_OTHERS)
}

const eachOf = (firsts: readonly Reading[]): Reading[] =>
  [...Map.groupBy(firsts, ({ source }) => source).values()].flatMap((some) => best(some) ?? [])
