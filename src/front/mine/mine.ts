// What the page of one's own days holds: claims by what is to be done with them, each with its pieces, and drafts that belong to none.
import { listOwnClaims, type OwnClaim } from '#src/fests/claims/later/own-claims.ts'
import { type OwnPiece, seeOwnPieces } from '#src/fests/posting/own/own-pieces.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { changedByOthers, type Correction } from '#src/library/works/correcting/corrections.ts'
import type { Ctx } from '#src/platform/context.ts'

export type OwnDay = OwnClaim & { readonly pieces: readonly OwnPiece[] }

export type Mine = {
  /** Held, the nearest first. */
  readonly coming: readonly OwnDay[]
  readonly later: readonly OwnDay[]
  /** Given back, and still to be had again. */
  readonly givenBack: readonly OwnDay[]
  /** Over without a main piece, and it is still welcome, or a stand-in could be it; the last first. */
  readonly open: readonly OwnDay[]
  /** Their piece is in; the last first. */
  readonly kept: readonly OwnDay[]
  readonly looseDrafts: readonly OwnPiece[]
}

export async function loadMine(ctx: Ctx): Promise<Mine> {
  const pieces = await seeOwnPieces(ctx.db, await beholderOf(ctx.db, ctx.viewer))
  const days = (await listOwnClaims(ctx)).map((own) => ({
    ...own,
    pieces: pieces.filter(({ claim }) => claim === own.claim.id),
  }))
  const of = (...states: readonly string[]): OwnDay[] => days.filter(({ seen }) => states.includes(seen.state))
  const shown = {
    coming: of('held'),
    later: of('later'),
    givenBack: of('given-back').filter(({ mayTakeBack }) => mayTakeBack),
    open: of('closed').filter(mayStillBecome).toReversed(),
    kept: of('kept').toReversed(),
  }
  const told = new Set(Object.values(shown).flatMap((list) => list.map(({ claim }) => claim.id)))
  const isLoose = ({ card, claim }: OwnPiece): boolean => card.state === 'draft' && (claim === null || !told.has(claim))
  return { ...shown, looseDrafts: pieces.filter(isLoose) }
}

const mayStillBecome = ({ ahead, standIns }: OwnDay): boolean => ahead.mayStillPost || standIns.length > 0

export type Changed = Correction & { readonly title: string }

/** What mods have changed lately of one's own pieces. */
export async function listChanged(ctx: Ctx): Promise<Changed[]> {
  const pieces = await seeOwnPieces(ctx.db, await beholderOf(ctx.db, ctx.viewer))
  const titles = new Map(pieces.map(({ work, card }) => [work, card.title]))
  const changed = await changedByOthers(ctx, [...titles.keys()])
  return changed.map((each) => ({ ...each, title: titles.get(each.work) ?? '' }))
}

export const isEmpty = (mine: Mine): boolean => Object.values(mine).every((list) => list.length === 0)
