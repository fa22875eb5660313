// What people of the named world do in the round of lanterns, in a few words, and what is kept of it afterwards.
import assert from 'node:assert/strict'
import type { Selectable } from 'kysely'
import { claimDay, claimForAnother, giveBackDay, moveClaim, takeBackDay } from '#src/fests/claims/claims.ts'
import { sayLater, unsayLater } from '#src/fests/claims/later/saying-later.ts'
import { type DayChange, type DayChanges, changeDays } from '#src/fests/rounds/day-plans.ts'
import { type Day, findRound, listDays } from '#src/fests/rounds/rounds.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { openContext } from '#src/platform/context.ts'
import type { Tables } from '#src/schema/tables.ts'
import type { TestHouse } from '#tests/support/open-house.ts'
import type { PersonName } from './people.ts'
import { accountOf, inContext, where } from './tidewater.ts'

export type Claimed = Awaited<ReturnType<typeof claimDay>>

/** Days are said without their year, as in 11-02. */
export type OnDay = `${number}-${number}`

const host = { kind: 'host' } as const

export const daysOf = (house: TestHouse, round: string = where.round): Promise<Day[]> =>
  inContext(house.ground, host, async (ctx) =>
    listDays(ctx.db, (await findRound(ctx, where.community, round)).round.id),
  )

export async function dayOn(house: TestHouse, on: OnDay): Promise<Day> {
  return (await daysOf(house)).find((day) => day.on === `2026-${on}`) ?? assert.fail(`The round has no ${on}`)
}

export async function take(house: TestHouse, who: PersonName, on: OnDay, zone?: string): Promise<Claimed> {
  const day = (await dayOn(house, on)).id
  return house.act(who, (ctx) => claimDay(ctx, where, { day, zone }))
}

export async function enter(
  house: TestHouse,
  mod: PersonName,
  name: string,
  on: OnDay,
  zone?: string,
  email?: string,
): Promise<Claimed> {
  const day = (await dayOn(house, on)).id
  return house.act(mod, (ctx) => claimForAnother(ctx, where, { name, day, zone, email }))
}

export async function move(house: TestHouse, who: PersonName, claim: Claimed, on: OnDay): Promise<Claimed> {
  const day = (await dayOn(house, on)).id
  return house.act(who, (ctx) => moveClaim(ctx, where, { claim: claim.id, day }))
}

export const giveBack = (house: TestHouse, who: PersonName, claim: Claimed): Promise<Claimed> =>
  house.act(who, (ctx) => giveBackDay(ctx, where, claim.id))

export const takeBack = (house: TestHouse, who: PersonName, claim: Claimed): Promise<Claimed> =>
  house.act(who, (ctx) => takeBackDay(ctx, where, claim.id))

export const sayItLater = (house: TestHouse, who: PersonName, claim: Claimed): Promise<Claimed> =>
  house.act(who, (ctx) => sayLater(ctx, where, claim.id))

export const onItsDayAfterAll = (house: TestHouse, who: PersonName, claim: Claimed): Promise<Claimed> =>
  house.act(who, (ctx) => unsayLater(ctx, where, claim.id))

type Change = Partial<Pick<DayChange, 'kind' | 'places' | 'note'>>

/** Changes a day as a mod does on the table of days; what is not said stays. */
export async function changeDay(house: TestHouse, on: OnDay, change: Change, who: PersonName = 'mara'): Promise<void> {
  const { id, kind, places, note } = await dayOn(house, on)
  await apply(house, { changed: [{ id, kind, places, note, ...change }], added: [] }, who)
}

const apply = (house: TestHouse, changes: DayChanges, who: PersonName): Promise<unknown> =>
  house.act(who, (ctx) => changeDays(ctx, where.community, where.round, changes))

export const saveDays = (house: TestHouse, changes: Partial<DayChanges>, who: PersonName = 'mara'): Promise<unknown> =>
  apply(house, { changed: [], added: [], ...changes }, who)

export async function makeMod(house: TestHouse, who: PersonName): Promise<void> {
  await house.act(host, (ctx) =>
    ctx.atomically('nothing', async ({ db }) => {
      await db.updateTable('memberships').set({ role: 'mod' }).where('account_id', '=', accountOf(who)).execute()
    }),
  )
}

/** The refusal that comes of it; fails when nothing is refused, or when something breaks instead. */
export async function refused(deed: Promise<unknown>): Promise<Refusal> {
  const outcome = await deed.then(
    () => 'it was allowed',
    (error: unknown) => error,
  )
  if (outcome instanceof Refusal) return outcome
  throw outcome instanceof Error ? outcome : new Error(`This should have been refused, but ${String(outcome)}`)
}

export const offered = (refusal: Refusal): string[] => refusal.offers.map((offer) => offer.label)

/** Rows as the database has them, in the order they were written. */
export async function rowsOf<
  T extends 'claims' | 'claim_turns' | 'claim_keys' | 'pen_names' | 'days' | 'rounds' | 'mails',
>(house: TestHouse, table: T): Promise<Selectable<Tables[T]>[]> {
  const { ctx, end } = openContext(house.ground, host)
  const rows = await ctx.db
    .selectFrom(table as 'claims')
    .selectAll()
    .orderBy('id')
    .execute()
  await end()
  return rows as never
}

/** Who takes which place of a day, as in "1 Oriel Finch". */
export async function seatsOn(house: TestHouse, on: OnDay): Promise<string[]> {
  const { id } = await dayOn(house, on)
  return inContext(house.ground, host, async ({ db }) => {
    const rows = await db
      .selectFrom('claims')
      .innerJoin('pen_names', 'pen_names.id', 'claims.pen_name_id')
      .select(['claims.place', 'pen_names.name'])
      .where('claims.day_id', '=', id)
      .where('claims.place', 'is not', null)
      .orderBy('claims.place')
      .execute()
    return rows.map((row) => `${row.place} ${row.name}`)
  })
}

/** The log of a claim in short, as in "1 claim holder none>held". */
export async function logOf(house: TestHouse, claim: Claimed): Promise<string[]> {
  const turns = (await rowsOf(house, 'claim_turns')).filter((turn) => turn.claim_id === claim.id)
  return turns.map((turn) => `${turn.row_number} ${turn.event} ${turn.by_whom} ${turn.from_state}>${turn.to_state}`)
}
