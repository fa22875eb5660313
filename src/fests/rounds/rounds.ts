// Rounds: planning one, opening it, and finding it for those who may see it.
import { deadlineAt, recomputed } from '#src/kit/deadline.ts'
import { addDays, type CalendarDay, daysBetween, daysFrom } from '#src/kit/days.ts'
import { inkByTurn } from '#src/kit/colours/inks.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { freeSlug, slugOf } from '#src/kit/slug.ts'
import { type Community, communityOf, findCommunity, mayMod, mustMod } from '#src/people/communities/communities.ts'
import type { Ctx, Reader, Viewer } from '#src/platform/context.ts'
import type { Midnight } from '#src/schema/fests/rounds.ts'
import { type Day, type DayPlan, findDayOfRound, insertDays, listDaysOfRound, listStretches } from './days.store.ts'
import {
  findRoundById,
  findRoundBySlug,
  findRoundUid,
  hasOpenedAfter,
  insertRound,
  listRoundsOfCommunity,
  listSlugs,
  listRoundsToOpenClaims,
  markOpened,
  type Round,
  type RoundChoices,
  updateClaimsOpen,
} from './rounds.store.ts'

export type { Day, DayPlan } from './days.store.ts'
export type { Round, RoundChoices } from './rounds.store.ts'

export type RoundPlan = {
  readonly name: string
  readonly theme: string
  readonly first: CalendarDay
  readonly last: CalendarDay
  readonly places: number
  /** Free-for-all days that follow the last posting day. */
  readonly freeDays: number
  readonly midnight: Midnight
  readonly zone: string
  readonly graceDays: number
  readonly daysPerPerson: number | undefined
  /** A wall time in the round's zone; undefined is at once. */
  readonly claimsOpen: string | undefined
} & Partial<RoundChoices>

/** What counts where nobody chooses: pieces go up on their day, later ones on a free-for-all day, and none comes too late. */
export const usualChoices: RoundChoices = { allowsEarly: false, laterRule: 'waits', afterRound: 'always' }

const LONGEST = 366

/** Beyond these years a date is a slip of the keyboard, and time zones have no say. */
const [FIRST_YEAR, LAST_YEAR] = [1990, 2199]

export function mustBeInReach(date: string, about: string): void {
  const year = Number(date.slice(0, 4))
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return
  throw new Refusal(
    'closed',
    'round/out-of-reach',
    `Please check the year: a round can lie between ${FIRST_YEAR} and ${LAST_YEAR}.`,
    { about },
  )
}

/** Only the mods see it until it is opened. Refuses dates that are the wrong way round (`last`) or too far apart. */
export async function planRound(ctx: Ctx, community: string, plan: RoundPlan): Promise<Round> {
  const home = await findCommunity(ctx.db, community)
  await mustMod(ctx.db, home.id, ctx.viewer)
  const days = planDays(plan)
  if (plan.claimsOpen !== undefined) mustBeInReach(plan.claimsOpen, 'claimsOpen')
  const createdBy = ctx.viewer.kind === 'person' ? ctx.viewer.account : home.foundedBy
  return ctx.atomically({ communities: home.id }, async (tx) => {
    const slugs = await listSlugs(tx.db, home.id)
    const slug = freeSlug(slugOf(plan.name), 'round', (candidate) => candidate === 'new' || slugs.has(candidate))
    const row = { ...roundOf(home, plan), slug, ink: inkByTurn(slugs.size) }
    const id = await insertRound(tx, { ...row, createdBy })
    await insertDays(tx, id, days)
    tx.announce({ name: 'round.planned', round: id })
    return { id, ...row, openedAt: undefined }
  })
}

function roundOf(home: Community, plan: RoundPlan): Omit<Round, 'id' | 'slug' | 'openedAt'> {
  return {
    community: home.id,
    name: plan.name,
    theme: plan.theme,
    midnight: plan.midnight,
    timeZone: plan.zone,
    graceDays: plan.graceDays,
    daysPerPerson: plan.daysPerPerson,
    claimsOpen: plan.claimsOpen === undefined ? undefined : deadlineAt(plan.claimsOpen, plan.zone),
    allowsEarly: plan.allowsEarly ?? usualChoices.allowsEarly,
    laterRule: plan.laterRule ?? usualChoices.laterRule,
    afterRound: plan.afterRound ?? usualChoices.afterRound,
  }
}

function planDays(plan: RoundPlan): DayPlan[] {
  mustBeInReach(plan.first, 'first')
  mustBeInReach(plan.last, 'last')
  const length = daysBetween(plan.first, plan.last)
  if (length < 0)
    throw new Refusal('closed', 'round/backwards', 'The last posting day is before the first: please exchange them.', {
      about: 'last',
    })
  if (length >= LONGEST)
    throw new Refusal(
      'limit',
      'round/too-long',
      `A round can have up to ${LONGEST} posting days; this would be ${length + 1}.`,
      { about: 'last' },
    )
  const posting = daysFrom(plan.first, plan.last).map(
    (on) => ({ on, kind: 'open', places: plan.places, note: '' }) as const,
  )
  const free = Array.from(
    { length: plan.freeDays },
    (_, at) => ({ on: addDays(plan.last, at + 1), kind: 'free', places: 0, note: '' }) as const,
  )
  return [...posting, ...free]
}

/** From now on everybody sees it, and days can be claimed from the moment the plan says. Opening twice is opening once. */
export async function openRound(ctx: Ctx, community: string, slug: string): Promise<Round> {
  const { round } = await findRound(ctx, community, slug)
  await mustMod(ctx.db, round.community, ctx.viewer)
  return ctx.atomically({ rounds: round.id }, async (tx) => {
    const current = await roundById(tx.db, round.id)
    if (current.openedAt !== undefined) return current
    await markOpened(tx, round.id)
    tx.announce({ name: 'round.opened', round: round.id })
    return { ...current, openedAt: tx.now() }
  })
}

/** Where claiming is still to open, the promise is the time on the wall. */
export async function recomputeRounds(ctx: Ctx): Promise<void> {
  for (const { id } of await listRoundsToOpenClaims(ctx.db, ctx.now())) {
    await ctx.atomically({ rounds: id }, async (tx) => {
      const claimsOpen = (await findRoundById(tx.db, id))?.claimsOpen
      if (claimsOpen) await updateClaimsOpen(tx, id, recomputed(claimsOpen))
    })
  }
}

export type RoundAtHome = { readonly community: Community; readonly round: Round; readonly isMod: boolean }

/** A round that is not open yet does not exist for anybody but its mods. */
export async function findRound(
  ctx: { db: Reader; viewer: Viewer },
  community: string,
  slug: string,
): Promise<RoundAtHome> {
  const home = await findCommunity(ctx.db, community)
  const round = await findRoundBySlug(ctx.db, home.id, slug)
  const isMod = await mayMod(ctx.db, home.id, ctx.viewer)
  if (!round || (round.openedAt === undefined && !isMod)) throw isMissing('round')
  return { community: home, round, isMod }
}

/** Under a lock the round is read again: it may have been deleted since the address was looked up. */
export async function roundById(db: Reader, id: number): Promise<Round> {
  const round = await findRoundById(db, id)
  if (!round) throw isMissing('round')
  return round
}

/** For news, which may come after the round is gone. */
export const roundIfThere = (db: Reader, id: number): Promise<Round | undefined> => findRoundById(db, id)

/** The name that feeds know it by, which outlives its address. */
export async function uidOf(db: Reader, round: Round): Promise<string> {
  const uid = await findRoundUid(db, round.id)
  if (uid === undefined) throw isMissing('round')
  return uid
}

/** A round known by its id, if it is there for this viewer. */
export async function roundAtHome(ctx: { db: Reader; viewer: Viewer }, id: number): Promise<RoundAtHome | undefined> {
  const round = await findRoundById(ctx.db, id)
  if (!round) return undefined
  const isMod = await mayMod(ctx.db, round.community, ctx.viewer)
  if (round.openedAt === undefined && !isMod) return undefined
  return { community: await communityOf(ctx.db, round.community), round, isMod }
}

/** A round of the same community that was opened after it: the next one, however its dates lie. */
export const isFollowed = (db: Reader, round: Round): Promise<boolean> => hasOpenedAfter(db, round)

export const listDays = (db: Reader, round: number): Promise<Day[]> => listDaysOfRound(db, round)

export async function findDay(db: Reader, round: number, id: number): Promise<Day> {
  const day = await findDayOfRound(db, round, id)
  if (!day) throw isMissing('day')
  return day
}

export type ListedRound = Round & { readonly first: CalendarDay | undefined; readonly last: CalendarDay | undefined }

/** Newest first; plans are listed for mods only. */
export async function listRounds(ctx: { db: Reader; viewer: Viewer }, community: Community): Promise<ListedRound[]> {
  const isMod = await mayMod(ctx.db, community.id, ctx.viewer)
  const rounds = await listRoundsOfCommunity(ctx.db, community.id)
  const stretches = new Map((await listStretches(ctx.db, community.id)).map((stretch) => [stretch.round, stretch]))
  return rounds
    .filter((round) => isMod || round.openedAt !== undefined)
    .map((round) => ({ ...round, first: stretches.get(round.id)?.first, last: stretches.get(round.id)?.last }))
}
