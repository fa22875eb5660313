// A work with everything its page says around it: its round and neighbours, its fandom, and whether this viewer may change it.
import { placeInRound, type PlaceInRound } from '#src/fests/posting/pieces-seen.ts'
import { openRulingsOf, type Ruling } from '#src/fests/posting/mods/rulings.ts'
import { roundAtHome, type RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { type Fandom, listFandoms } from '#src/library/canon/fandoms.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { mayCorrect, mayEdit } from '#src/library/works/work-access.ts'
import { seeWork, type WorkSeen } from '#src/library/works/works-seen.ts'
import type { Ctx } from '#src/platform/context.ts'

export type WorkShown = {
  readonly work: WorkSeen
  readonly fandom: Fandom | undefined
  /** None where the round is deleted, or not open to this viewer. */
  readonly home: RoundAtHome | undefined
  readonly place: PlaceInRound | undefined
  readonly mayEdit: boolean
  /** What mods decided about it, for those who are told; and what they may decide. */
  readonly rulings: readonly Ruling[]
  readonly mayCorrect: boolean
}

export async function showWork(ctx: Ctx, id: number): Promise<WorkShown> {
  const beholder = await beholderOf(ctx.db, ctx.viewer)
  const work = await seeWork(ctx.db, beholder, id)
  const place = await placeInRound(ctx, beholder, id)
  const home = place && (await roundAtHome(ctx, place.piece.round))
  const isEditor = await mayEdit(ctx.db, beholder, id)
  const isMod = await mayCorrect(ctx.db, beholder, id)
  const fandoms = work.fandom === undefined ? [] : await listFandoms(ctx.db)
  return {
    work,
    fandom: fandoms.find((fandom) => fandom.id === work.fandom),
    home,
    place: home && place,
    mayEdit: isEditor,
    rulings: isEditor || isMod ? await openRulingsOf(ctx.db, id) : [],
    mayCorrect: isMod,
  }
}
