// What the desk of a community shows its mods: for each round that is running what stands, what comes, what was done and what waits.
import { claimsForDesk, clockTurns, openDaysAhead, type OpenDay } from '#src/fests/claims/mods/desk-claims.ts'
import { type DeskPiece, piecesForDesk } from '#src/fests/posting/mods/desk-pieces.ts'
import { type NamedRuling, openRulingsIn } from '#src/fests/posting/mods/rulings.ts'
import { type ListedRound, listRounds, type RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { addDays, type CalendarDay, dayAt } from '#src/kit/days.ts'
import { addMillis, daysLong, type Instant } from '#src/kit/instants.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { correctionsIn, type NamedCorrection } from '#src/library/works/correcting/corrections.ts'
import { seeCards, type WorkCard } from '#src/library/works/works-seen.ts'
import { type Community, findCommunity, mustMod } from '#src/people/communities/communities.ts'
import { countLetters } from '#src/people/communities/letters/letters.ts'
import type { Ctx } from '#src/platform/context.ts'
import { aheadOf, type AheadLine, type DoneLine, doneOf, firstAhead, newerFirst } from './desk-ahead.ts'
import { type DeskRow, type DeskRows, rowsOf, sorted } from './desk-rows.ts'

export type RoundOnDesk = {
  readonly home: RoundAtHome
  /** Its first day, while that is still to come. */
  readonly begins: CalendarDay | undefined
  readonly rows: DeskRows
  readonly open: readonly OpenDay[]
  readonly ahead: readonly AheadLine[]
  /** Where nothing comes soon. */
  readonly next: AheadLine | undefined
  readonly done: readonly DoneLine[]
  readonly waiting: readonly DeskRow[]
  /** Taken without an account, and held until a mod or its holder says that it is theirs. */
  readonly unconfirmed: readonly DeskRow[]
  readonly givenBack: readonly { readonly row: DeskRow; readonly by: string; readonly at: Instant }[]
  readonly counts: { readonly up: number; readonly people: number }
}

export type Desk = {
  readonly community: Community
  readonly rounds: readonly RoundOnDesk[]
  readonly hasRounds: boolean
  /** Letters that wait for an answer. */
  readonly letters: number
  readonly rulings: readonly (NamedRuling & { readonly card: WorkCard })[]
  readonly corrections: readonly (NamedCorrection & { readonly card: WorkCard })[]
  /** By work, those that this mod may see. */
  readonly cards: ReadonlyMap<number, WorkCard>
}

/** How long "just now" is for what was corrected or given back. */
const LATELY = daysLong(14)

const DONE = 20

/** Refuses everybody but the mods of the community. */
export async function openDesk(ctx: Ctx, slug: string, zone: string | undefined): Promise<Desk> {
  const community = await findCommunity(ctx.db, slug)
  await mustMod(ctx.db, community.id, ctx.viewer)
  const listed = await listRounds(ctx, community)
  const running = listed.filter((round) => isRunning(round, ctx.now())).toSorted(byNearness(ctx.now()))
  const rounds: RoundOnDesk[] = []
  for (const round of running)
    rounds.push(await openRoundOnDesk(ctx, { community, round, isMod: true }, round, zone ?? round.timeZone))
  const rulings = await openRulingsIn(ctx.db, community.id)
  const corrections = await correctionsIn(ctx.db, community.id, addMillis(ctx.now(), -LATELY))
  const cards = await cardsFor(ctx, [
    ...[...rulings, ...corrections].map(({ work }) => work),
    ...rounds.flatMap(({ done }) => done.flatMap(({ work }) => work ?? [])),
  ])
  const withCard = <T extends { readonly work: number }>(all: readonly T[]) =>
    all.flatMap((each) => {
      const card = cards.get(each.work)
      return card ? [{ ...each, card }] : []
    })
  return {
    community,
    rounds,
    hasRounds: listed.length > 0,
    letters: await countLetters(ctx.db, community.id),
    rulings: withCard(rulings),
    corrections: withCard(corrections),
    cards,
  }
}

/** Opened, and not longer over than what came of it is still talked about. The last day is that of its easternmost people. */
function isRunning({ openedAt, last, graceDays, timeZone }: ListedRound, now: Instant): boolean {
  return openedAt !== undefined && last !== undefined && dayAt(now, timeZone) <= addDays(last, graceDays + 14)
}

const beginsAfter = ({ first, timeZone }: ListedRound, now: Instant): boolean =>
  first !== undefined && dayAt(now, timeZone) < first

/** What is under way first, the newest of it; then what comes, the soonest first. */
const byNearness =
  (now: Instant) =>
  (one: ListedRound, other: ListedRound): number => {
    const [isAhead, isOtherAhead] = [beginsAfter(one, now), beginsAfter(other, now)]
    if (isAhead !== isOtherAhead) return isAhead ? 1 : -1
    const isEarlier = (one.first ?? '') < (other.first ?? '')
    return isEarlier === isAhead ? -1 : 1
  }

async function cardsFor(ctx: Ctx, works: readonly number[]): Promise<Map<number, WorkCard>> {
  const cards = await seeCards(ctx.db, await beholderOf(ctx.db, ctx.viewer), [...new Set(works)])
  return new Map(cards.map((card) => [card.id, card]))
}

async function openRoundOnDesk(ctx: Ctx, home: RoundAtHome, listed: ListedRound, zone: string): Promise<RoundOnDesk> {
  const claims = await claimsForDesk(ctx, home)
  const pieces = await piecesForDesk(ctx.db, home.round.id)
  const known = { claims, pieces }
  const rows = rowsOf(claims, pieces, zone)
  const ahead = aheadOf(known, ctx.now())
  const since = addMillis(ctx.now(), -LATELY)
  return {
    home,
    begins: beginsAfter(listed, ctx.now()) ? listed.first : undefined,
    rows: sorted(rows),
    open: await openDaysAhead(ctx, home),
    ahead,
    next: ahead.length > 0 ? undefined : firstAhead(known, ctx.now()),
    done: doneOf(known, await clockTurns(ctx, home.round.id, DONE), DONE),
    waiting: rows.filter(({ waits }) => waits),
    unconfirmed: rows.filter(({ held }) => held?.by === 'key'),
    givenBack: claims
      .flatMap(({ ended }, at) => {
        const row = rows[at]
        return ended && row?.state === 'given-back' && ended.at >= since ? [{ row, ...ended }] : []
      })
      .toSorted(newerFirst),
    counts: countsOf(rows, pieces),
  }
}

const countsOf = (rows: readonly DeskRow[], pieces: readonly DeskPiece[]): RoundOnDesk['counts'] => ({
  up: pieces.filter(({ state }) => state === 'posted').length,
  people: new Set(rows.filter(({ claim }) => claim.place !== null).map(({ claim }) => claim.penName)).size,
})
