// The pieces of a round as one viewer may see them, in the order of its days: for lists, the calendar, feeds and the way from one to the next.
import { findPieceOf, type Piece } from '#src/fests/posting/pieces.store.ts'
import { listPiecesOf, type PlacedPiece } from '#src/fests/posting/placed-pieces.store.ts'
import { mayBeTied, stillToCome } from '#src/fests/posting/stand-ins.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import { namelessTo, seeCards, type WorkCard } from '#src/library/works/works-seen.ts'
import type { Ctx } from '#src/platform/context.ts'

export type ListedPiece = {
  readonly piece: Piece
  /** The day it is listed under; none for what came outside every day. */
  readonly on: CalendarDay | undefined
  /** The day it was for, where that is another: it points here. Nobody's business once the day was given back. */
  readonly claimedOn: CalendarDay | undefined
  /** It came for its day after the round was over. */
  readonly cameLater: boolean
  /** The round it came in, where that is a later one. Lists of other rounds than this lead there. */
  readonly cameIn: number | undefined
  /** Of a stand-in or a part: what it stands for is still awaited, as far as this viewer can know. */
  readonly moreToCome: boolean
  readonly work: WorkCard
}

export type PiecesSeen = {
  readonly listed: readonly ListedPiece[]
  /** Claims whose holders must not be named to this viewer, because of what they wrote for them. */
  readonly nameless: ReadonlySet<number>
}

type Looking = Pick<Ctx, 'db' | 'now'>

/** Only what is up: drafts and scheduled pieces are found elsewhere, by those whose they are. */
export async function seePieces({ db, now }: Looking, beholder: Beholder, round: number): Promise<PiecesSeen> {
  const pieces = (await listPiecesOf(db, round)).toSorted(byDay)
  const ids = pieces.map(({ work }) => work)
  const works = new Map((await seeCards(db, beholder, ids)).map((work) => [work.id, work]))
  const nameless = await namelessTo(db, beholder, ids)
  const seen = pieces.flatMap((piece) => {
    const work = works.get(piece.work)
    return work?.state === 'posted' ? [{ piece, work }] : []
  })
  const all = seen.map(({ piece }) => piece)
  return {
    listed: seen.map(({ piece, work }) => ({ ...placed(piece), moreToCome: stillToCome(piece, all, now()), work })),
    nameless: new Set(pieces.flatMap(({ work, claim }) => (claim !== null && nameless.has(work) ? [claim] : []))),
  }
}

type Placed = Omit<ListedPiece, 'work' | 'moreToCome'>

function placed({ on, forClaim, cameIn, ...piece }: PlacedPiece): Placed {
  const isKnown = piece.role !== 'extra' && forClaim !== undefined && isPublic.includes(forClaim.state)
  return {
    piece,
    on: on ?? undefined,
    cameIn,
    claimedOn: isKnown && forClaim.on !== on ? forClaim.on : undefined,
    cameLater: isKnown && piece.handedInAt !== null && piece.handedInAt >= lastMoment(forClaim),
  }
}

const isPublic: readonly string[] = ['held', 'later', 'kept', 'closed']

const lastMoment = ({ graceEnd, roundEnd }: NonNullable<PlacedPiece['forClaim']>) =>
  roundEnd > graceEnd ? roundEnd : graceEnd

const dayOf = ({ on, cameOn }: PlacedPiece): string => on ?? cameOn ?? '9999-12-31'

/** Within a day they stay as they came. */
const byDay = (one: PlacedPiece, other: PlacedPiece): number =>
  dayOf(one) === dayOf(other) ? 0 : dayOf(one) < dayOf(other) ? -1 : 1

export type PlaceInRound = {
  readonly piece: Piece
  /** All that this viewer may see of what came in the round. */
  readonly listed: readonly ListedPiece[]
  readonly on: CalendarDay | undefined
  /** Its neighbours among those that this viewer may see. */
  readonly before: ListedPiece | undefined
  readonly after: ListedPiece | undefined
  /** For a stand-in or a part: what it stands for, once that can be seen and names nobody who is not to be named. */
  readonly main: ListedPiece | undefined
  /** For what a stand-in stood for: those that stood for it. */
  readonly standIns: readonly ListedPiece[]
  readonly moreToCome: boolean
}

/** Where a work stands in its round. Whoever asks has made sure that the work itself may be seen. */
export async function placeInRound(
  looking: Looking,
  beholder: Beholder,
  work: number,
): Promise<PlaceInRound | undefined> {
  const piece = await findPieceOf(looking.db, work)
  if (!piece) return undefined
  const { listed } = await seePieces(looking, beholder, piece.round)
  // What came in another round is read there.
  const here = listed.filter(({ cameIn }) => cameIn === undefined)
  const at = here.findIndex((each) => each.work.id === work)
  const own = here[at]
  const isSmall = piece.role === 'stand-in' || piece.role === 'part'
  return {
    piece,
    listed: here,
    on: own?.on,
    before: at > 0 ? here[at - 1] : undefined,
    after: at < 0 ? undefined : here[at + 1],
    main: own && isSmall ? listed.find((other) => other.piece.role === 'main' && mayBeTied(own, other)) : undefined,
    standIns: own?.piece.role === 'main' ? listed.filter((other) => isStandIn(other) && mayBeTied(own, other)) : [],
    moreToCome: own?.moreToCome ?? false,
  }
}

const isStandIn = ({ piece }: ListedPiece): boolean => piece.role === 'stand-in' || piece.role === 'part'
