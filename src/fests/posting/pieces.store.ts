// What is kept of pieces: which work came for which round, under which day, and as what.
import type { CalendarDay } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
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
  /** A claim of an earlier round for which this turned out to be the piece. */
  readonly answers: number | null
}

export const pieceColumns = [
  'pieces.work_id as work',
  'pieces.round_id as round',
  'pieces.claim_id as claim',
  'pieces.day_id as day',
  'pieces.role',
  'pieces.handed_in_at as handedInAt',
  'pieces.came_on as cameOn',
  'pieces.answers_claim_id as answers',
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
    answers_claim_id: piece.answers,
    ...(tx.viewer.kind === 'key' ? { by_key: 1 as const } : {}),
  }
  await tx.db
    .insertInto('pieces')
    .values({ work_id: piece.work, ...row, made_by: tx.viewer.kind === 'person' ? tx.viewer.account : null })
    .onConflict((conflict) => conflict.column('work_id').doUpdateSet(row))
    .execute()
}

export function findPieceOf(db: Reader, work: number): Promise<Piece | undefined> {
  return db.selectFrom('pieces').select(pieceColumns).where('work_id', '=', work).executeTakeFirst()
}

/** Works whose moment has come. While its round is deleted a piece waits, in case the round comes back. */
export function listDueWorks(db: Reader, now: Instant): Promise<{ work: number; round: number }[]> {
  return db
    .selectFrom('works')
    .innerJoin('pieces', 'pieces.work_id', 'works.id')
    .innerJoin('rounds', 'rounds.id', 'pieces.round_id')
    .select(['works.id as work', 'pieces.round_id as round'])
    .where('rounds.deleted_at', 'is', null)
    .where('works.state', '=', 'scheduled')
    .where('works.goes_up_at', '<=', now)
    .orderBy('works.goes_up_at')
    .limit(100)
    .execute()
}

const scheduled = (db: Reader) =>
  db
    .selectFrom('pieces')
    .innerJoin('works', 'works.id', 'pieces.work_id')
    .select('works.id')
    .where('works.state', '=', 'scheduled')

const idsOf = (rows: readonly { readonly id: number }[]): number[] => rows.map(({ id }) => id)

/** Scheduled works that were handed in for a claim. */
export const listScheduledFor = async (db: Reader, claim: number): Promise<number[]> =>
  idsOf(await scheduled(db).where('pieces.claim_id', '=', claim).execute())

/** Scheduled works of a round. */
export const listScheduledIn = async (db: Reader, round: number): Promise<number[]> =>
  idsOf(await scheduled(db).where('pieces.round_id', '=', round).execute())

/** Everything that was handed in for a claim, with what has become of it; what answered it from another round is its main piece. */
export async function listClaimPieces(db: Reader, claim: number) {
  const rows = await db
    .selectFrom('pieces')
    .innerJoin('works', 'works.id', 'pieces.work_id')
    .select(['pieces.work_id as work', 'pieces.role', 'pieces.answers_claim_id as answers', 'works.state'])
    .where(({ or, eb }) => or([eb('pieces.claim_id', '=', claim), eb('pieces.answers_claim_id', '=', claim)]))
    .where('pieces.handed_in_at', 'is not', null)
    .where('works.deleted_at', 'is', null)
    .execute()
  return rows.map(({ answers, ...piece }) => (answers === claim ? { ...piece, role: 'main' as const } : piece))
}

/** Its pieces are in no round any more; what was written for it stays. Answers to its claims stay pieces of their own rounds. */
export async function forgetRound(tx: Tx, round: number): Promise<void> {
  const claims = tx.db.selectFrom('claims').select('id').where('round_id', '=', round)
  await tx.db.updateTable('pieces').set({ answers_claim_id: null }).where('answers_claim_id', 'in', claims).execute()
  await tx.db.deleteFrom('pieces').where('round_id', '=', round).execute()
}
