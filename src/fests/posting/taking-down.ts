// Taking a piece down, and putting it up again: its claim turns as the table says, and nothing that was written is lost.
import { findClaim } from '#src/fests/claims/claim-access.ts'
import { handIn } from '#src/fests/claims/hand-in.ts'
import { restoreMain, withdrawFrom } from '#src/fests/claims/pieces/taking-down.ts'
import type { Pieces } from '#src/fests/claims/table/claim-states.ts'
import { claimIfThere } from '#src/fests/claims/news/claim-news.ts'
import { findPieceOf, keepPiece, listClaimPieces, type Piece } from '#src/fests/posting/pieces.store.ts'
import { type RoundAtHome, roundById } from '#src/fests/rounds/rounds.ts'
import { addMillis, daysLong, type Instant } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { mustBeTheirs, mustEdit } from '#src/library/works/work-access.ts'
import { openToEdit } from '#src/library/works/work-saves.ts'
import { putUp, schedule, takeDown } from '#src/library/works/works.ts'
import { communityOf, mayMod } from '#src/people/communities/communities.ts'
import { mustNotBePutOut } from '#src/people/communities/put-out.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'

/** Taken down twice is taken down once. */
export async function withdrawPiece(ctx: Ctx, id: number): Promise<void> {
  await withPiece(ctx, id, async (tx, piece, home) => {
    const work = await mustBeTheirs(tx, id)
    if (work.state === 'withdrawn' || work.state === 'draft') return
    await takeDown(tx, work)
    if (piece?.answers != null) await withdrawAnswer(tx, piece.answers)
    if (piece?.claim == null || !home || piece.role === 'extra') return
    await withdrawFrom(tx, home, piece.claim, await remainingOf(tx, piece.claim))
  })
}

/** Refuses once thirty days have passed, and where another main piece came meanwhile. */
export async function restorePiece(ctx: Ctx, id: number): Promise<void> {
  await withPiece(ctx, id, async (tx, piece, home) => {
    const work = await mustEdit(tx, id)
    if (work.state !== 'withdrawn') return
    const { changedAt } = await openToEdit(tx, id)
    if (tx.now() >= restorableUntil(changedAt)) throw tooLong()
    const { community } = work
    if (community !== null) await mustNotBePutOut(tx.db, tx.viewer, { work: id, community, wish: 'put-up' })
    if (piece?.answers != null) await restoreAnswer(tx, { ...piece, answers: piece.answers }, changedAt)
    if (piece?.handedInAt == null || piece.claim === null || !home || piece.role === 'extra')
      return putUp(tx, id, piece?.handedInAt ?? tx.now())
    await restoreForClaim(tx, home, { ...piece, claim: piece.claim, handedInAt: piece.handedInAt }, changedAt)
  })
}

/** An earlier round waits again for what answered it. */
async function withdrawAnswer(tx: Tx, answered: number): Promise<void> {
  const claim = await claimIfThere(tx.db, answered)
  if (!claim) return
  const home = await homeOf(tx, claim.round)
  await tx.atomically({ rounds: claim.round }, async () =>
    withdrawFrom(tx, home, answered, await remainingOf(tx, answered)),
  )
}

/** Where another piece has come there meanwhile, this one is no answer any more. */
async function restoreAnswer(tx: Tx, piece: Piece & { readonly answers: number }, withdrawnAt: Instant): Promise<void> {
  const claim = await claimIfThere(tx.db, piece.answers)
  if (!claim || claim.pieces.main !== 'none' || claim.state !== 'closed')
    return keepPiece(tx, { ...piece, answers: null })
  const home = await homeOf(tx, claim.round)
  await tx.atomically({ rounds: claim.round }, () => restoreMain(tx, home, claim.id, withdrawnAt))
}

/** What the clock owes the piece is asked of the table: before its day it waits again, later it comes back with the date it had. */
async function restoreForClaim(
  tx: Tx,
  home: RoundAtHome,
  piece: Piece & { readonly claim: number; readonly handedInAt: Instant },
  withdrawnAt: Instant,
): Promise<void> {
  const { claim, role, handedInAt, work } = piece
  if (role === 'main' && (await hasBegun(tx, home, claim))) {
    await restoreMain(tx, home, claim, withdrawnAt)
    return putUp(tx, work, handedInAt)
  }
  const verdict = await handIn(tx, home, { claim, role, when: 'on-the-day', handedInAt })
  if (verdict.kind === 'scheduled') return schedule(tx, work, verdict.goesUpAt)
  return putUp(tx, work, handedInAt)
}

export const restorableUntil = (withdrawnAt: Instant): Instant => addMillis(withdrawnAt, daysLong(30))

const tooLong = (): Refusal =>
  new Refusal(
    'closed',
    'piece/too-long-down',
    'This piece was taken down more than 30 days ago. Its text is still yours: it can be posted anew from its history.',
  )

async function hasBegun(tx: Tx, home: RoundAtHome, id: number): Promise<boolean> {
  const { deadlines } = await findClaim(tx.db, home.round.id, id)
  return tx.now() >= deadlines.start.at
}

/** `without` is a piece that is about to be something else. */
export async function remainingOf(tx: Tx, claim: number, without?: number): Promise<Pieces> {
  const pieces = (await listClaimPieces(tx.db, claim)).filter(({ work }) => work !== without)
  const life = (role: Piece['role']): 'none' | 'scheduled' | 'up' => {
    const states = pieces.filter((piece) => piece.role === role).map(({ state }) => state)
    return states.includes('posted') ? 'up' : states.includes('scheduled') ? 'scheduled' : 'none'
  }
  return { main: life('main'), part: life('part'), standIn: life('stand-in') !== 'none' }
}

/** Under the lock of its round, where it has one. */
async function withPiece(
  ctx: Ctx,
  id: number,
  deed: (tx: Tx, piece: Piece | undefined, home: RoundAtHome | undefined) => Promise<void>,
): Promise<void> {
  const round = (await findPieceOf(ctx.db, id))?.round
  await ctx.atomically(round === undefined ? 'nothing' : { rounds: round }, async (tx) => {
    const piece = await findPieceOf(tx.db, id)
    return deed(tx, piece, piece && (await homeOf(tx, piece.round)))
  })
}

export async function homeOf(tx: Tx, id: number): Promise<RoundAtHome> {
  const round = await roundById(tx.db, id)
  const community = await communityOf(tx.db, round.community)
  return { round, community, isMod: await mayMod(tx.db, community.id, tx.viewer) }
}
