// What comes round next in the rounds that everybody knows of: where days can be taken, when claiming opens, when a first day is.
import { showRound } from '#src/fests/claims/round-shown.ts'
import { type ListedRound, listRounds } from '#src/fests/rounds/rounds.ts'
import { sayCount, sayDay, sayDayShort, sayMoment } from '#src/kit/date-words.ts'
import { type CalendarDay, daysBetween } from '#src/kit/days.ts'
import { type Community, listCommunities } from '#src/people/communities/communities.ts'
import type { Ctx } from '#src/platform/context.ts'
import { paths } from '#src/schema/paths.ts'

export type Coming = {
  readonly name: string
  readonly to: string
  /** "claiming opens Friday 20 November, 18:00 (Lisbon); the first day is Friday 18 December" */
  readonly words: string
  readonly mayClaim: boolean
}

/** Rounds that are not over, the nearest first. What mods only plan is not announced, also to them. */
export async function listComing(ctx: Ctx, today: CalendarDay, zone: string | undefined): Promise<Coming[]> {
  const found: { coming: Coming; first: CalendarDay }[] = []
  for (const community of await listCommunities(ctx.db)) {
    for (const round of await listRounds(ctx, community)) {
      const { first, last, openedAt } = round
      if (openedAt === undefined || first === undefined || last === undefined || daysBetween(today, last) < 0) continue
      found.push({ first, coming: await comingOf(ctx, community, round, { today, zone, first, last }) })
    }
  }
  return found.toSorted((one, other) => (one.first < other.first ? -1 : 1)).map(({ coming }) => coming)
}

type When = {
  readonly today: CalendarDay
  readonly zone: string | undefined
  readonly first: CalendarDay
  readonly last: CalendarDay
}

async function comingOf(ctx: Ctx, community: Community, round: ListedRound, when: When): Promise<Coming> {
  const { days } = await showRound(ctx, { community: community.slug, round: round.slug }, when.zone)
  const places = days.filter(({ claiming }) => claiming === 'open').reduce((sum, { left }) => sum + left, 0)
  return {
    name: round.name,
    to: paths.round(community.slug, round.slug),
    words: [claimWords(ctx, round, places, when.zone), dayWords(when)].filter((words) => words !== '').join('; '),
    mayClaim: places > 0,
  }
}

function claimWords(ctx: Ctx, { claimsOpen, timeZone }: ListedRound, places: number, zone: string | undefined): string {
  if (claimsOpen !== undefined && ctx.now() < claimsOpen.at)
    return `claiming opens ${sayMoment(claimsOpen.at, zone ?? timeZone)}`
  return places === 0 ? '' : `${sayCount(places, 'place is', 'places are')} open to claim`
}

function dayWords({ today, first, last }: When): string {
  if (daysBetween(today, first) > 0) return `the first day is ${sayDay(first)}`
  const left = daysBetween(today, last)
  return left === 0 ? 'the last day is today' : `${left + 1} days left, until ${sayDayShort(last)}`
}
