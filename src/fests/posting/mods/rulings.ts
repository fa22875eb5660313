// Mods decide about a piece: it is hidden for now, or it does not count for its day. Its writer is told why, and each can be lifted.
import { countAgain, countNoMore, logHiding } from '#src/fests/claims/mods/mod-turns.ts'
import { findPieceOf, keepPiece, type Piece } from '#src/fests/posting/pieces.store.ts'
import { homeOf, remainingOf } from '#src/fests/posting/taking-down.ts'
import { type RoundAtHome, roundIfThere } from '#src/fests/rounds/rounds.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { hideWork, unhideWork } from '#src/library/works/correcting/hiding.ts'
import { type Correctable, mustCorrect } from '#src/library/works/work-access.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'
import {
  findRuling,
  insertRuling,
  listOpenRulingsIn,
  listOpenRulingsOf,
  markLifted,
  type NamedRuling,
  type Ruling,
} from './rulings.store.ts'

export type { NamedRuling, Ruling } from './rulings.store.ts'

/** From everybody but its creators and the mods. The claim stays as it is. Hidden twice is hidden once. */
export async function hidePiece(ctx: Ctx, id: number, reason: string): Promise<void> {
  mustSayWhy(reason)
  await onPiece(ctx, id, async (tx, { work, piece, home }) => {
    if (await openRuling(tx.db, id, 'hidden')) return
    await hideWork(tx, work)
    await rule(tx, { work: id, kind: 'hidden', reason, wasRole: null })
    if (piece?.claim != null && home && isForDay(piece)) await logHiding(tx, home, piece.claim, reason)
  })
}

export async function unhidePiece(ctx: Ctx, id: number): Promise<void> {
  await onPiece(ctx, id, async (tx, { work }) => {
    const ruling = await openRuling(tx.db, id, 'hidden')
    if (!ruling) return
    await unhideWork(tx, work)
    await lift(tx, ruling)
  })
}

/** It stays up, as an extra. Refuses pieces that are for no day, and claims that are not kept by it. */
export async function discountPiece(ctx: Ctx, id: number, reason: string): Promise<void> {
  mustSayWhy(reason)
  await onPiece(ctx, id, async (tx, { piece, home }) => {
    if (await openRuling(tx.db, id, 'not-counted')) return
    if (piece?.claim == null || !home || !isForDay(piece)) throw forNoDay()
    await countNoMore(tx, home, piece.claim, { remaining: await remainingOf(tx, piece.claim, id), reason })
    await keepPiece(tx, { ...piece, role: 'extra' })
    await rule(tx, { work: id, kind: 'not-counted', reason, wasRole: piece.role })
  })
}

/** As what it was. Refuses where another main piece is in by now. */
export async function countPieceAgain(ctx: Ctx, id: number): Promise<void> {
  await onPiece(ctx, id, async (tx, { piece, home }) => {
    const ruling = await openRuling(tx.db, id, 'not-counted')
    const role = ruling?.wasRole
    if (!ruling || !piece || !home || (role !== 'main' && role !== 'part')) return
    await keepPiece(tx, { ...piece, role })
    if (piece.claim !== null)
      await countAgain(tx, home, piece.claim, { role, pieces: await remainingOf(tx, piece.claim) })
    await lift(tx, ruling)
  })
}

const isForDay = ({ role }: Piece): boolean => role === 'main' || role === 'part'

const forNoDay = (): Refusal =>
  new Refusal('closed', 'piece/for-no-day', 'This piece is not what a day is kept by, so there is nothing to count.', {
    about: 'reason',
  })

function mustSayWhy(reason: string): void {
  if (reason.trim() === '')
    throw new Refusal('limit', 'piece/reason-missing', 'A reason is needed here: its writer is told.', {
      about: 'reason',
    })
}

async function rule(tx: Tx, made: Pick<Ruling, 'work' | 'kind' | 'reason' | 'wasRole'>): Promise<void> {
  tx.announce({ name: 'ruling.made', work: made.work, ruling: await insertRuling(tx, made) })
}

async function lift(tx: Tx, { id, work }: Ruling): Promise<void> {
  await markLifted(tx, id)
  tx.announce({ name: 'ruling.lifted', work, ruling: id })
}

type OnPiece = {
  readonly work: Correctable
  readonly piece: Piece | undefined
  readonly home: RoundAtHome | undefined
}

/** Found, allowed, and under the lock of its round, where it has one that is still there. */
async function onPiece(ctx: Ctx, id: number, deed: (tx: Tx, on: OnPiece) => Promise<void>): Promise<void> {
  const round = (await findPieceOf(ctx.db, id))?.round
  await ctx.atomically(round === undefined ? 'nothing' : { rounds: round }, async (tx) => {
    const work = await mustCorrect(tx, id)
    const piece = await findPieceOf(tx.db, id)
    const isThere = piece !== undefined && (await roundIfThere(tx.db, piece.round)) !== undefined
    await deed(tx, { work, piece, home: isThere ? await homeOf(tx, piece.round) : undefined })
  })
}

async function openRuling(db: Reader, work: number, kind: Ruling['kind']): Promise<Ruling | undefined> {
  return (await listOpenRulingsOf(db, work)).find((ruling) => ruling.kind === kind)
}

/** What stands about a work now. Whoever asks has made sure that its creators or mods ask. */
export const openRulingsOf = (db: Reader, work: number): Promise<Ruling[]> => listOpenRulingsOf(db, work)

/** For mods. */
export const openRulingsIn = (db: Reader, community: number): Promise<NamedRuling[]> => listOpenRulingsIn(db, community)

/** For the news of it. */
export const rulingIfThere = (db: Reader, id: number): Promise<Ruling | undefined> => findRuling(db, id)

/** What a mod has said is not undone by choosing another word for the piece. */
export async function mustNotBeRuled(db: Reader, work: number): Promise<void> {
  const ruling = await openRuling(db, work, 'not-counted')
  if (!ruling) return
  throw new Refusal(
    'forbidden',
    'piece/not-counted',
    `The mods have said that this piece does not count for your day: “${ruling.reason}” Another piece can, and they can let this one count after all.`,
    { about: 'role' },
  )
}
