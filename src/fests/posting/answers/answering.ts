// A piece of a later round that is what an earlier one was waiting for: its claim there is kept after all, and both lead to each other.
import { findClaim, type StoredClaim } from '#src/fests/claims/claim-access.ts'
import { caughtUp } from '#src/fests/claims/claim-sweep.ts'
import { handIn } from '#src/fests/claims/hand-in.ts'
import { withdrawFrom } from '#src/fests/claims/pieces/taking-down.ts'
import { type Answerable, findAnswered, listAnswerable } from '#src/fests/posting/answers/answering.store.ts'
import { findPieceOf, keepPiece, type Piece } from '#src/fests/posting/pieces.store.ts'
import { homeOf, remainingOf } from '#src/fests/posting/taking-down.ts'
import type { RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { mustEdit } from '#src/library/works/work-access.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'

export type { Answerable } from '#src/fests/posting/answers/answering.store.ts'

/** The claims that a piece could answer: of earlier rounds of its community, under a name that it shows, without a piece of their own. */
export const answerableBy = (db: Reader, work: number): Promise<Answerable[]> => listAnswerable(db, work)

export const answeredBy = (db: Reader, work: number): Promise<Answerable | undefined> => findAnswered(db, work)

/** Refuses a claim that its own round still waits for, and one that is not this piece's to answer as missing. */
export async function answerClaim(ctx: Ctx, work: number, id: number): Promise<void> {
  await withPiece(ctx, work, async (tx, piece) => {
    const answerable = (await listAnswerable(tx.db, work)).find(({ claim }) => claim === id)
    if (piece.answers === id) return
    if (!answerable || piece.answers !== null) throw isMissing('claim')
    const home = withOpenDoor(await homeOf(tx, answerable.round))
    const claim = await tx.atomically({ rounds: answerable.round }, async () =>
      caughtUp(tx, await findClaim(tx.db, answerable.round, id)),
    )
    if (claim.state !== 'closed') throw stillAwaited(claim)
    await handIn(tx, home, { claim: id, role: 'main', when: 'now', handedInAt: tx.now() })
    await keepPiece(tx, { ...piece, answers: id })
    tx.announce({ name: 'work.answered', work, round: answerable.round })
  })
}

/** The piece is in another round: whether this one still takes pieces is not asked. */
const withOpenDoor = (home: RoundAtHome): RoundAtHome => ({ ...home, round: { ...home.round, afterRound: 'always' } })

/** The claim becomes again what its clock says. */
export async function takeAnswerBack(ctx: Ctx, work: number): Promise<void> {
  await withPiece(ctx, work, async (tx, piece) => {
    const answered = await findAnswered(tx.db, work)
    if (!answered || piece.answers === null) return
    await keepPiece(tx, { ...piece, answers: null })
    const home = await homeOf(tx, answered.round)
    const remaining = await remainingOf(tx, answered.claim)
    await tx.atomically({ rounds: answered.round }, () => withdrawFrom(tx, home, answered.claim, remaining))
    tx.announce({ name: 'work.answered', work, round: answered.round })
  })
}

async function withPiece(ctx: Ctx, work: number, deed: (tx: Tx, piece: Piece) => Promise<void>): Promise<void> {
  const round = (await findPieceOf(ctx.db, work))?.round
  if (round === undefined) throw isMissing('work')
  await ctx.atomically({ rounds: round }, async (tx) => {
    const { state } = await mustEdit(tx, work)
    const piece = await findPieceOf(tx.db, work)
    if (!piece || state !== 'posted') throw isMissing('work')
    return deed(tx, piece)
  })
}

const stillAwaited = ({ name }: StoredClaim): Refusal =>
  new Refusal(
    'closed',
    'piece/still-awaited',
    `That round still waits for the piece of ${name}: it can be posted there, on the page of the day.`,
  )
