// What the first page says of today: the pieces that came up, today and lately, and how each round stands today and in this fortnight.
import { freeDayAt } from '#src/fests/claims/pieces/free-days.ts'
import { type RoundShown, showRound } from '#src/fests/claims/round-shown.ts'
import type { ListedPiece, PiecesSeen } from '#src/fests/posting/pieces-seen.ts'
import type { ListedRound } from '#src/fests/rounds/rounds.ts'
import { type CalendarDay, dayAt } from '#src/kit/days.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { seeNewest, type WorkCard } from '#src/library/works/works-seen.ts'
import type { Community } from '#src/people/communities/communities.ts'
import type { Ctx } from '#src/platform/context.ts'
import { seeListable } from './masterlist/listable.ts'
import { tell } from './round-calendar.ts'
import { whenWords } from './round-words.ts'
import { drawFortnight, type Fortnight, isInFortnight } from './today/fortnight.ts'

type Listed = { readonly community: Community; readonly rounds: readonly ListedRound[] }

export type RoundToday = {
  readonly community: Pick<Community, 'slug' | 'name'>
  readonly round: Pick<ListedRound, 'slug' | 'name'>
  /** "12 days left" */
  readonly when: string
  /** Who has today and whose piece is still awaited; who is on the way is nobody's business here. */
  readonly names: readonly string[]
  /** A day to claim that nobody has. */
  readonly isNobodys: boolean
  /** In the grace of a free-for-all day, too. */
  readonly isFree: boolean
  /** Something small is up, and more is to come. */
  readonly standIns: readonly ListedPiece[]
}

export type RoundFortnight = Pick<RoundToday, 'community'> & {
  readonly round: Pick<ListedRound, 'slug' | 'name' | 'ink'>
  readonly days: Fortnight
}

export type Today = {
  readonly works: readonly WorkCard[]
  /** The newest of those that came before today. */
  readonly lately: readonly WorkCard[]
  /** The works among them that are something small for a day. */
  readonly standIns: ReadonlySet<number>
  readonly rounds: readonly RoundToday[]
  readonly fortnights: readonly RoundFortnight[]
}

/** More than any day brought so far; the round's own page has all of them. */
const MOST = 50

/** As many as two columns hold without becoming a list of everything. */
const LATELY = 4

export async function upToday(ctx: Ctx, listed: readonly Listed[], today: CalendarDay, zone: string): Promise<Today> {
  const newest = await seeNewest(ctx.db, await beholderOf(ctx.db, ctx.viewer), MOST)
  const cameBefore = ({ revealedAt }: WorkCard): boolean => revealedAt !== undefined && dayAt(revealedAt, zone) < today
  const rounds: RoundToday[] = []
  const fortnights: RoundFortnight[] = []
  const standIns = new Set<number>()
  for (const { community, rounds: all } of listed) {
    for (const round of all.filter((each) => isOn(each, today) || isInFortnight(each, today))) {
      const seen = await seeRound(ctx, community, round)
      for (const { piece, work } of seen.pieces.listed) if (piece.role === 'stand-in') standIns.add(work.id)
      if (isOn(round, today)) rounds.push(roundToday(ctx, seen, round, today, zone))
      fortnights.push({
        community,
        round,
        days: drawFortnight(seen.shown, seen.pieces, { today, now: ctx.now(), zone }),
      })
    }
  }
  const works = newest.filter(({ revealedAt }) => revealedAt !== undefined && dayAt(revealedAt, zone) === today)
  return { works, lately: newest.filter(cameBefore).slice(0, LATELY), rounds, fortnights, standIns }
}

const isOn = ({ openedAt, first, last }: ListedRound, today: CalendarDay): boolean =>
  openedAt !== undefined && first !== undefined && last !== undefined && first <= today && today <= last

type RoundSeen = { readonly shown: RoundShown; readonly pieces: PiecesSeen }

async function seeRound(ctx: Ctx, community: Community, round: ListedRound): Promise<RoundSeen> {
  const shown = await showRound(ctx, { community: community.slug, round: round.slug }, undefined)
  return { shown, pieces: await seeListable(ctx, await beholderOf(ctx.db, ctx.viewer), shown.round.id) }
}

function roundToday(
  ctx: Ctx,
  { shown, pieces }: RoundSeen,
  round: ListedRound,
  today: CalendarDay,
  zone: string,
): RoundToday {
  const now = shown.days.find(({ day }) => day.on === today)
  const claims = now?.claims ?? []
  const told = claims
    .filter(({ state }) => state === 'held')
    .flatMap((claim) => tell(shown, claim, false, pieces) ?? [])
    .filter(({ role }) => role === undefined)
  const days = shown.days.map(({ day }) => day)
  return {
    community: shown.community,
    round,
    when: whenWords(round, today),
    names: told.map(({ entry }) => entry.text).filter((name) => name !== 'taken'),
    isNobodys: now?.day.kind === 'open' && claims.length === 0,
    isFree: freeDayAt(shown.round, days, zone, ctx.now()) !== undefined,
    standIns: pieces.listed.filter(({ piece, moreToCome }) => piece.role === 'stand-in' && moreToCome),
  }
}
