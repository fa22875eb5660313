// Whether a place has come open by its holder's leaving, and whom that concerns.
import { findLastTurn } from '#src/fests/claims/claim-turns.store.ts'
import { findClaimById } from '#src/fests/claims/claims.store.ts'
import { roundIfThere } from '#src/fests/rounds/rounds.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import { communityOf, modsOf } from '#src/people/communities/communities.ts'
import type { Ctx } from '#src/platform/context.ts'
import { paths } from '#src/schema/paths.ts'
import type { Happened } from './claim-news.ts'

export type { Happened } from './claim-news.ts'

export type PlaceNews = {
  readonly on: CalendarDay
  readonly round: string
  readonly path: string
  readonly mods: readonly number[]
}

/** Undefined for a day that is over, whose place is of use to nobody, and for what was given back in the ordinary way. */
export async function placeNews(ctx: Ctx, happened: Happened): Promise<PlaceNews | undefined> {
  const claim = await findClaimById(ctx.db, happened.claim)
  const turn = await findLastTurn(ctx.db, happened.claim)
  if (!claim || turn?.id !== happened.turn || turn.event !== 'leave') return undefined
  if (ctx.now() >= claim.deadlines.end.at) return undefined
  const round = await roundIfThere(ctx.db, claim.round)
  if (!round) return undefined
  const mods = await modsOf(ctx.db, round.community)
  const path = paths.round((await communityOf(ctx.db, round.community)).slug, round.slug)
  return { on: claim.on, round: round.name, path, mods: mods.map(({ account }) => account) }
}
