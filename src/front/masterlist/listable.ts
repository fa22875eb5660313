// The pieces of a round as its lists show them, with the names of the later rounds in which some of them came.
import { type PiecesSeen, seePieces } from '#src/fests/posting/pieces-seen.ts'
import { type RoundAtHome, roundAtHome } from '#src/fests/rounds/rounds.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import type { Ctx } from '#src/platform/context.ts'

export type Looking = Pick<Ctx, 'db' | 'now' | 'viewer'>

export type Listable = PiecesSeen & {
  /** As far as this viewer may know of them. */
  readonly laterRounds: ReadonlyMap<number, RoundAtHome>
}

/**
 * What came in a later round is listed here for the sake of the day it was for, and who had that day, people remember: so where its
 * name is hidden, it is not.
 */
export async function seeListable(looking: Looking, beholder: Beholder, round: number): Promise<Listable> {
  const seen = await seePieces(looking, beholder, round)
  const listed = seen.listed.filter(({ cameIn, piece, work }) => {
    const isNameless = work.byline.kind === 'hidden' || (piece.claim !== null && seen.nameless.has(piece.claim))
    return cameIn === undefined || !isNameless
  })
  const laterRounds = new Map<number, RoundAtHome>()
  for (const id of new Set(listed.flatMap(({ cameIn }) => cameIn ?? []))) {
    const home = await roundAtHome(looking, id)
    if (home) laterRounds.set(id, home)
  }
  return { ...seen, listed, laterRounds }
}
