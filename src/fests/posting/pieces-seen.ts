// The pieces of a round as one viewer may see them, in the order of its days: for lists, the calendar, feeds and the way from one to the next.
import { findPieceOf, listPiecesOf, type Piece, type PlacedPiece } from '#src/fests/posting/pieces.store.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import { namelessTo, seeCards, type WorkCard } from '#src/library/works/works-seen.ts'
import type { Reader } from '#src/platform/context.ts'

export type ListedPiece = {
  readonly piece: Piece
  /** The day it is listed under; none for what came outside every day. */
  readonly on: CalendarDay | undefined
  readonly work: WorkCard
}

export type PiecesSeen = {
  readonly listed: readonly ListedPiece[]
  /** Claims whose holders must not be named to this viewer, because of what they wrote for them. */
  readonly nameless: ReadonlySet<number>
}

/** Only what is up: drafts and scheduled pieces are found elsewhere, by those whose they are. */
export async function seePieces(db: Reader, beholder: Beholder, round: number): Promise<PiecesSeen> {
  const pieces = (await listPiecesOf(db, round)).toSorted(byDay)
  const ids = pieces.map(({ work }) => work)
  const works = new Map((await seeCards(db, beholder, ids)).map((work) => [work.id, work]))
  const nameless = await namelessTo(db, beholder, ids)
  return {
    listed: pieces.flatMap(({ on, ...piece }) => {
      const work = works.get(piece.work)
      return work?.state === 'posted' ? [{ piece, on: on ?? undefined, work }] : []
    }),
    nameless: new Set(pieces.flatMap(({ work, claim }) => (claim !== null && nameless.has(work) ? [claim] : []))),
  }
}

const dayOf = ({ on, cameOn }: PlacedPiece): string => on ?? cameOn ?? '9999-12-31'

/** Within a day they stay as they came. */
const byDay = (one: PlacedPiece, other: PlacedPiece): number =>
  dayOf(one) === dayOf(other) ? 0 : dayOf(one) < dayOf(other) ? -1 : 1

export type PlaceInRound = {
  readonly piece: Piece
  readonly on: CalendarDay | undefined
  /** Its neighbours among those that this viewer may see. */
  readonly before: ListedPiece | undefined
  readonly after: ListedPiece | undefined
  /** For a stand-in or a part: the main piece of the same claim, once it can be seen. */
  readonly main: ListedPiece | undefined
}

/** Where a work stands in its round. Whoever asks has made sure that the work itself may be seen. */
export async function placeInRound(db: Reader, beholder: Beholder, work: number): Promise<PlaceInRound | undefined> {
  const piece = await findPieceOf(db, work)
  if (!piece) return undefined
  const { listed } = await seePieces(db, beholder, piece.round)
  const at = listed.findIndex((each) => each.work.id === work)
  const isMain = (each: ListedPiece): boolean => each.piece.role === 'main' && each.piece.claim === piece.claim
  return {
    piece,
    on: listed[at]?.on,
    before: at > 0 ? listed[at - 1] : undefined,
    after: at < 0 ? undefined : listed[at + 1],
    main: piece.claim === null || piece.role === 'main' ? undefined : listed.find(isMain),
  }
}
