// "Early season 5", "the end of season 7", "the finale of season 1": which stretch of a part that is.
import type { PositionWord } from '#src/text/vocabulary/timing-words.ts'
import type { Reach } from './canon-index.ts'

export type Position = PositionWord | 'finale' | 'premiere'

/** Thirds for early, middle and late; a fifth for the beginning and the end. */
const stretches: Readonly<Record<Position, (length: number) => { readonly skip: number; readonly take: number }>> = {
  premiere: () => ({ skip: 0, take: 1 }),
  finale: (length) => ({ skip: length - 1, take: 1 }),
  start: (length) => ({ skip: 0, take: fifthOf(length) }),
  end: (length) => ({ skip: length - fifthOf(length), take: fifthOf(length) }),
  early: (length) => ({ skip: 0, take: thirdOf(length) }),
  late: (length) => ({ skip: length - thirdOf(length), take: thirdOf(length) }),
  middle: (length) => ({ skip: Math.floor((length - thirdOf(length)) / 2), take: thirdOf(length) }),
}

const thirdOf = (length: number): number => Math.ceil(length / 3)
const fifthOf = (length: number): number => Math.max(1, Math.round(length / 5))

export function partOfReach({ from, to }: Reach, position: Position | undefined): Reach {
  if (position === undefined) return { from, to }
  const { skip, take } = stretches[position](to - from + 1)
  return { from: from + skip, to: from + skip + take - 1 }
}
