// A work with everything its page says around it: its round and neighbours, its fandom, and whether this viewer may change it.
import { standsAlone } from '#src/fests/posting/own/own-pieces.ts'
import { placeInRound, type PlaceInRound } from '#src/fests/posting/pieces-seen.ts'
import { roundAtHome, type RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { type Fandom, listFandoms } from '#src/library/canon/fandoms.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { mayEdit } from '#src/library/works/work-access.ts'
import { seeWork, type WorkSeen } from '#src/library/works/works-seen.ts'
import type { Ctx } from '#src/platform/context.ts'

export type WorkShown = {
  readonly work: WorkSeen
  readonly fandom: Fandom | undefined
  /** None where the round is deleted, or not open to this viewer. */
  readonly home: RoundAtHome | undefined
  readonly place: PlaceInRound | undefined
  readonly mayEdit: boolean
  /** A stand-in of the viewer's whose main piece has not come. */
  readonly mayBeForItsDay: boolean
}

export async function showWork(ctx: Ctx, id: number): Promise<WorkShown> {
  const beholder = await beholderOf(ctx.db, ctx.viewer)
  const work = await seeWork(ctx.db, beholder, id)
  const place = await placeInRound(ctx.db, beholder, id)
  const home = place && (await roundAtHome(ctx, place.piece.round))
  const fandoms = work.fandom === undefined ? [] : await listFandoms(ctx.db)
  const mayChange = await mayEdit(ctx.db, beholder, id)
  return {
    work,
    fandom: fandoms.find((fandom) => fandom.id === work.fandom),
    home,
    place: home && place,
    mayEdit: mayChange,
    mayBeForItsDay: mayChange && place !== undefined && home !== undefined && (await standsAlone(ctx.db, place.piece)),
  }
}
