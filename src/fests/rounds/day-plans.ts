// Changing the days of a round one by one: what they are, how many places they have, days more and days fewer.
import type { CalendarDay } from '#src/kit/days.ts'
import { sayCount, sayDay } from '#src/kit/date-words.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { mustMod } from '#src/people/communities/communities.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import {
  countHeldPlaces,
  type Day,
  type DayPlan,
  deleteDay,
  insertDays,
  listDaysOfRound,
  listDaysWithClaims,
  updateDay,
} from './days.store.ts'
import { findRound, mustBeInReach, type Round } from './rounds.ts'

/** `kind: 'gone'` takes the day out of the round. */
export type DayChange = {
  readonly id: number
  readonly kind: Day['kind'] | 'gone'
  readonly places: number
  readonly note: string
  /** What the day was when whoever changes it looked at it; without it the change holds whatever it is by now. */
  readonly was?: string
}

/** A day in one line, by which two who change it at once are told apart. */
export const outlineOf = ({ kind, places, note }: Omit<DayChange, 'id'>): string => [kind, places, note].join(' ')

export type DayChanges = { readonly changed: readonly DayChange[]; readonly added: readonly DayPlan[] }

/**
 * All changes or none. What another mod has changed meanwhile is not overwritten unseen (`day-ID`). Nobody is unseated: fewer places than are taken only means that no new ones are given,
 * and a day that somebody holds can neither be closed nor taken out (`kind-ID`).
 */
export async function changeDays(ctx: Ctx, community: string, slug: string, changes: DayChanges): Promise<Round> {
  const { round } = await findRound(ctx, community, slug)
  await mustMod(ctx.db, round.community, ctx.viewer)
  return ctx.atomically({ rounds: round.id }, async (tx) => {
    const before = new Map((await listDaysOfRound(tx.db, round.id)).map((day) => [day.id, day]))
    for (const change of changes.changed) await changeDay(tx, round, before.get(change.id), change)
    await addDays(
      tx,
      round,
      [...before.values()].map((day) => day.on),
      changes.added,
    )
    tx.announce({ name: 'round.changed', round: round.id })
    return round
  })
}

async function changeDay(tx: Tx, round: Round, day: Day | undefined, change: DayChange): Promise<void> {
  if (!day || isSame(day, change)) return
  if (change.was !== undefined && change.was !== outlineOf(day)) throw changedMeanwhile(day)
  const held = (await countHeldPlaces(tx.db, round.id)).get(day.id) ?? 0
  if (change.kind === 'gone') {
    if (held > 0) throw inUse(day, 'taken out')
    if ((await listDaysWithClaims(tx.db, round.id)).has(day.id)) throw hasHistory(day)
    return deleteDay(tx, day.id)
  }
  if (change.kind === 'closed' && held > 0) throw inUse(day, 'closed')
  return updateDay(tx, day.id, { kind: change.kind, places: change.places, note: change.note })
}

const isSame = (day: Day, change: DayChange): boolean =>
  day.kind === change.kind && day.places === change.places && day.note === change.note

const inUse = (day: Day, verb: string): Refusal =>
  new Refusal(
    'taken',
    'day/in-use',
    `${sayDay(day.on)} has been claimed, so it cannot be ${verb}. Move the claim to another day first.`,
    { about: `kind-${day.id}` },
  )

const hasHistory = (day: Day): Refusal =>
  new Refusal(
    'taken',
    'day/has-history',
    `${sayDay(day.on)} was claimed once, and the round remembers it, so it cannot be taken out. It can be closed.`,
    { about: `kind-${day.id}` },
  )

const changedMeanwhile = (day: Day): Refusal =>
  new Refusal(
    'taken',
    'day/changed',
    `Another mod has changed ${sayDay(day.on)} meanwhile: it is now ${sayOutline(day)}. Save again if yours should count.`,
    { about: `kind-${day.id}` },
  )

const kindWords = { open: 'open to claim', free: 'free for all', closed: 'closed' } as const

const sayOutline = ({ kind, places, note }: Day): string =>
  [kindWords[kind], `with ${sayCount(places, 'place', 'places')}`, note && `noted “${note}”`].filter(Boolean).join(', ')

async function addDays(
  tx: Tx,
  round: Round,
  existing: readonly CalendarDay[],
  added: readonly DayPlan[],
): Promise<void> {
  for (const { on } of added) mustBeInReach(on, 'new-day')
  const twice = added.find((plan) => existing.includes(plan.on))
  if (twice)
    throw new Refusal('taken', 'day/twice', `${sayDay(twice.on)} is in the round already; change it in the table.`, {
      about: 'new-day',
    })
  await insertDays(tx, round.id, added)
}
