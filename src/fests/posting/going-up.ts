// Scheduled pieces go up: what the clock owes is done once, with the date it should have had.
import { findClaim } from '#src/fests/claims/claim-access.ts'
import { goLive } from '#src/fests/claims/going-live.ts'
import { type Filed, filedUnder, forDay } from '#src/fests/posting/filing.ts'
import { findPieceOf, keepPiece, listDueWorks, type Piece } from '#src/fests/posting/pieces.store.ts'
import { listDays, roundIfThere } from '#src/fests/rounds/rounds.ts'
import { lifeOf } from '#src/library/works/work-life.ts'
import { backToDraft, putUp, schedule } from '#src/library/works/works.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'

/** A sweep. Whoever comes second finds nothing left to do: each work is looked at again under its round's lock. */
export async function putUpDueWorks(ctx: Ctx): Promise<void> {
  for (const { work, round } of await listDueWorks(ctx.db, ctx.now())) {
    try {
      await ctx.atomically({ rounds: round }, (tx) => putUpOne(tx, work))
    } catch (error) {
      // One piece that cannot go up must not keep the others from their minute.
      ctx.log.error({ work, err: error }, 'a scheduled piece could not go up')
    }
  }
}

async function putUpOne(tx: Tx, work: number): Promise<void> {
  const life = await lifeOf(tx.db, work)
  const piece = await findPieceOf(tx.db, work)
  if (!piece || life?.state !== 'scheduled' || life.goesUpAt === null || life.goesUpAt > tx.now()) return
  const going = await ask(tx, piece, life.goesUpAt)
  if (going.kind === 'not-now') return schedule(tx, work, going.goesUpAt)
  if (going.kind === 'up') {
    await keepPiece(tx, { ...piece, ...(await filedNow(tx, piece, life.goesUpAt)) })
    return putUp(tx, work, life.goesUpAt)
  }
  // Its day was given back meanwhile: the piece is its writer's draft again, and never live by itself.
  await keepPiece(tx, { ...piece, claim: null, day: null, handedInAt: null, cameOn: null })
  return backToDraft(tx, work)
}

async function ask(tx: Tx, piece: Piece, dueAt: Instant) {
  if (piece.claim === null || piece.role === 'extra') return { kind: 'up' } as const
  return goLive(tx, piece.claim, piece.role, dueAt)
}

/** The round may have got other days since it was scheduled. */
export async function filedNow(tx: Tx, piece: Piece, upAt: Instant): Promise<Partial<Filed>> {
  const { handedInAt } = piece
  if (handedInAt === null || piece.claim === null) return {}
  const round = await roundIfThere(tx.db, piece.round)
  if (!round) return {}
  const claim = await findClaim(tx.db, round.id, piece.claim)
  const days = await listDays(tx.db, round.id)
  return filedUnder({ round, days, claim: forDay(claim), zone: claim.zone, handedInAt, upAt })
}
