// How many pieces of each round somebody may see: what lists of rounds say of them.
import type { Beholder } from '#src/library/works/visibility.ts'
import type { Reader } from '#src/platform/context.ts'
import { countUp } from './piece-counts.store.ts'

/** By round; none is not listed. */
export const countPieces = (db: Reader, beholder: Beholder, rounds: readonly number[]): Promise<Map<number, number>> =>
  countUp(db, beholder, rounds)
