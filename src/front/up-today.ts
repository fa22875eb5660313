// What the first page says of today: the pieces that came up, and whose day it is in which round.
import { showRound } from '#src/fests/claims/round-shown.ts'
import { seePieces } from '#src/fests/posting/pieces-seen.ts'
import type { ListedRound } from '#src/fests/rounds/rounds.ts'
import { sayList } from '#src/kit/date-words.ts'
import { type CalendarDay, dayAt } from '#src/kit/days.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { seeNewest, type WorkCard } from '#src/library/works/works-seen.ts'
import type { Community } from '#src/people/communities/communities.ts'
import type { Ctx } from '#src/platform/context.ts'
import { paths } from '#src/schema/paths.ts'
import { tell } from './round-calendar.ts'

type Listed = { readonly community: Community; readonly rounds: readonly ListedRound[] }

/** "Oriel Finch and Nour", in "Lantern Season". */
export type TheirDay = { readonly who: string; readonly round: string; readonly to: string }

export type Today = { readonly works: readonly WorkCard[]; readonly days: readonly TheirDay[] }

/** More than any day brought so far; the round's own page has all of them. */
const MOST = 50

export async function upToday(ctx: Ctx, listed: readonly Listed[], today: CalendarDay, zone: string): Promise<Today> {
  const newest = await seeNewest(ctx.db, await beholderOf(ctx.db, ctx.viewer), MOST)
  const works = newest.filter(({ revealedAt }) => revealedAt !== undefined && dayAt(revealedAt, zone) === today)
  const days: TheirDay[] = []
  for (const { community, rounds } of listed) {
    for (const round of rounds) if (isOn(round, today)) days.push(...(await whoseDay(ctx, community, round, today)))
  }
  return { works, days }
}

const isOn = ({ openedAt, first, last }: ListedRound, today: CalendarDay): boolean =>
  openedAt !== undefined && first !== undefined && last !== undefined && first <= today && today <= last

/** Those whose piece is still awaited: the others are in the list of what came up. */
async function whoseDay(ctx: Ctx, community: Community, round: ListedRound, today: CalendarDay): Promise<TheirDay[]> {
  const shown = await showRound(ctx, { community: community.slug, round: round.slug }, undefined)
  const pieces = await seePieces(ctx, await beholderOf(ctx.db, ctx.viewer), shown.round.id)
  const claims = shown.days.find(({ day }) => day.on === today)?.claims ?? []
  const told = claims
    .filter(({ state }) => state === 'held')
    .flatMap((claim) => tell(shown, claim, false, pieces) ?? [])
    .filter(({ role }) => role === undefined)
  const names = told.map(({ entry }) => entry.text).filter((name) => name !== 'taken')
  if (names.length === 0) return []
  return [{ who: sayList(names), round: round.name, to: paths.round(community.slug, round.slug) }]
}
