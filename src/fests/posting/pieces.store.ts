// What is kept of pieces: which work came for which round, under which day, and as what.
import type { CalendarDay } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import type { StoredClaimState } from '#src/schema/fests/claims.ts'
import type { PieceRole } from '#src/schema/fests/posting.ts'

export type Piece = {
  readonly work: number
  readonly round: number
  readonly claim: number | null
  /** The day it is listed under. */
  readonly day: number | null
  readonly role: PieceRole
  readonly handedInAt: Instant | null
  readonly cameOn: CalendarDay | null
}

const columns = [
  'pieces.work_id as work',
  'pieces.round_id as round',
  'pieces.claim_id as claim',
  'pieces.day_id as day',
  'pieces.role',
  'pieces.handed_in_at as handedInAt',
  'pieces.came_on as cameOn',
] as const

/** A work is in one round at most, so keeping it again changes what it is there. */
export async function keepPiece(tx: Tx, piece: Piece): Promise<void> {
  const row = {
    round_id: piece.round,
    claim_id: piece.claim,
    day_id: piece.day,
    role: piece.role,
    handed_in_at: piece.handedInAt,
    came_on: piece.cameOn,
  }
  await tx.db
    .insertInto('pieces')
    .values({ work_id: piece.work, ...row, made_by: tx.viewer.kind === 'person' ? tx.viewer.account : null })
    .onConflict((conflict) => conflict.column('work_id').doUpdateSet(row))
    .execute()
}

export function findPieceOf(db: Reader, work: number): Promise<Piece | undefined> {
  return db.selectFrom('pieces').select(columns).where('work_id', '=', work).executeTakeFirst()
}

/** What became of the claim that a piece came for, as far as lists tell of it. */
export type ForClaim = {
  readonly state: StoredClaimState
  readonly on: CalendarDay
  readonly graceEnd: Instant
  readonly roundEnd: Instant
}

export type PlacedPiece = Piece & { readonly on: CalendarDay | null; readonly forClaim: ForClaim | undefined }

/** Those handed in, as they came. Which of them somebody may see is another question. */
export async function listPiecesOf(db: Reader, round: number): Promise<PlacedPiece[]> {
  const rows = await db
    .selectFrom('pieces')
    .leftJoin('days', 'days.id', 'pieces.day_id')
    .leftJoin('claims', 'claims.id', 'pieces.claim_id')
    .leftJoin('days as claimed', 'claimed.id', 'claims.day_id')
    .select([...columns, 'days.on_day as on'])
    .select([
      'claims.state',
      'claims.grace_at as graceEnd',
      'claims.round_at as roundEnd',
      'claimed.on_day as claimedOn',
    ])
    .where('pieces.round_id', '=', round)
    .where('pieces.handed_in_at', 'is not', null)
    .orderBy('pieces.handed_in_at')
    .orderBy('pieces.id')
    .execute()
  return rows.map(({ state, graceEnd, roundEnd, claimedOn, ...piece }) => ({
    ...piece,
    forClaim: state && graceEnd && roundEnd && claimedOn ? { state, graceEnd, roundEnd, on: claimedOn } : undefined,
  }))
}

/** Works whose moment has come. */
export function listDueWorks(db: Reader, now: Instant): Promise<{ work: number; round: number }[]> {
  return db
    .selectFrom('works')
    .innerJoin('pieces', 'pieces.work_id', 'works.id')
    .select(['works.id as work', 'pieces.round_id as round'])
    .where('works.state', '=', 'scheduled')
    .where('works.goes_up_at', '<=', now)
    .orderBy('works.goes_up_at')
    .limit(100)
    .execute()
}

/** Scheduled works that were handed in for a claim. */
export async function listScheduledFor(db: Reader, claim: number): Promise<number[]> {
  const rows = await db
    .selectFrom('pieces')
    .innerJoin('works', 'works.id', 'pieces.work_id')
    .select('works.id')
    .where('pieces.claim_id', '=', claim)
    .where('works.state', '=', 'scheduled')
    .execute()
  return rows.map(({ id }) => id)
}

/** Everything that was handed in for a claim, with what has become of it. */
export function listClaimPieces(db: Reader, claim: number) {
  return db
    .selectFrom('pieces')
    .innerJoin('works', 'works.id', 'pieces.work_id')
    .select(['pieces.work_id as work', 'pieces.role', 'works.state'])
    .where('pieces.claim_id', '=', claim)
    .where('pieces.handed_in_at', 'is not', null)
    .where('works.deleted_at', 'is', null)
    .execute()
}
