// Reads the pieces of a round with the days they stand under and the claims they came for, also those that came in another round.
import type { CalendarDay } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Reader } from '#src/platform/context.ts'
import type { StoredClaimState } from '#src/schema/fests/claims.ts'
import { type Piece, pieceColumns } from './pieces.store.ts'

/** What became of the claim that a piece came for, as far as lists tell of it. */
export type ForClaim = {
  readonly state: StoredClaimState
  readonly on: CalendarDay
  readonly graceEnd: Instant
  readonly roundEnd: Instant
}

export type PlacedPiece = Piece & {
  readonly on: CalendarDay | null
  readonly forClaim: ForClaim | undefined
  /** The round it came in, where that is another than the one that is asked for. */
  readonly cameIn: number | undefined
}

/** Those handed in, as they came. Which of them somebody may see is another question. */
export async function listPiecesOf(db: Reader, round: number): Promise<PlacedPiece[]> {
  return [...(await listOwn(db, round)), ...(await listAnswers(db, round))]
}

const claimColumns = [
  'claims.state',
  'claims.grace_at as graceEnd',
  'claims.round_at as roundEnd',
  'claimed.on_day as claimedOn',
] as const

async function listOwn(db: Reader, round: number): Promise<PlacedPiece[]> {
  const rows = await db
    .selectFrom('pieces')
    .leftJoin('days', 'days.id', 'pieces.day_id')
    .leftJoin('claims', 'claims.id', 'pieces.claim_id')
    .leftJoin('days as claimed', 'claimed.id', 'claims.day_id')
    .select([...pieceColumns, 'days.on_day as on'])
    .select(claimColumns)
    .where('pieces.round_id', '=', round)
    .where('pieces.handed_in_at', 'is not', null)
    .orderBy('pieces.handed_in_at')
    .orderBy('pieces.id')
    .execute()
  return rows.map(({ state, graceEnd, roundEnd, claimedOn, ...piece }) => ({
    ...piece,
    forClaim: state && graceEnd && roundEnd && claimedOn ? { state, graceEnd, roundEnd, on: claimedOn } : undefined,
    cameIn: undefined,
  }))
}

/** For the round of the claim, a piece that answers it is its main piece, and stands under none of its days. */
async function listAnswers(db: Reader, round: number): Promise<PlacedPiece[]> {
  const rows = await db
    .selectFrom('pieces')
    .innerJoin('claims', 'claims.id', 'pieces.answers_claim_id')
    .innerJoin('days as claimed', 'claimed.id', 'claims.day_id')
    .select(pieceColumns)
    .select(claimColumns)
    .where('claims.round_id', '=', round)
    .where('pieces.handed_in_at', 'is not', null)
    .orderBy('pieces.handed_in_at')
    .orderBy('pieces.id')
    .execute()
  return rows.map(({ state, graceEnd, roundEnd, claimedOn, ...piece }) => ({
    ...piece,
    claim: piece.answers,
    day: null,
    role: 'main',
    on: null,
    forClaim: { state, graceEnd, roundEnd, on: claimedOn },
    cameIn: piece.round,
  }))
}
