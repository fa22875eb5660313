// What somebody has written for rounds, as they see it themselves: drafts, pieces that wait, pieces that are up.
import { type OwnPieceRow, listOwnPieces } from '#src/fests/posting/own/own-pieces.store.ts'
import { listClaimPieces, type Piece } from '#src/fests/posting/pieces.store.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import { seeCards, type WorkCard } from '#src/library/works/works-seen.ts'
import type { Reader } from '#src/platform/context.ts'

export type OwnPiece = OwnPieceRow & { readonly card: WorkCard }

/** In the order in which they were begun. */
export async function seeOwnPieces(db: Reader, beholder: Beholder): Promise<OwnPiece[]> {
  if (beholder.account === undefined) return []
  const rows = await listOwnPieces(db, beholder.account)
  const ids = rows.map(({ work }) => work)
  const cards = new Map((await seeCards(db, beholder, ids)).map((card) => [card.id, card]))
  return [...new Map(rows.map((row) => [row.work, row])).values()].flatMap((row) => {
    const card = cards.get(row.work)
    return card ? [{ ...row, card }] : []
  })
}

/** A stand-in that is up, for whose day no main piece has come. */
export async function standsAlone(db: Reader, { claim, role, work }: Piece): Promise<boolean> {
  if (claim === null || role !== 'stand-in') return false
  const pieces = (await listClaimPieces(db, claim)).filter(({ state }) => state === 'posted' || state === 'scheduled')
  const isUp = pieces.some((piece) => piece.work === work && piece.state === 'posted')
  return isUp && pieces.every((piece) => piece.role !== 'main')
}
