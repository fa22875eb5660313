// The pieces of a round as its mods' desk counts them.
import { type DeskPiece, listDeskPieces } from '#src/fests/posting/mods/desk-pieces.store.ts'
import type { Reader } from '#src/platform/context.ts'

export type { DeskPiece } from '#src/fests/posting/mods/desk-pieces.store.ts'

/** Whoever asks has made sure that it is a mod. */
export const piecesForDesk = (db: Reader, round: number): Promise<DeskPiece[]> => listDeskPieces(db, round)
