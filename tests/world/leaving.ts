// Somebody of the named world leaves the site, and what is kept of them afterwards.
import { keepDraft } from '#src/fests/posting/posting.ts'
import { comeBack, leaveSite } from '#src/fests/posting/leaving/leaving.ts'
import { realRandom } from '#src/platform/clock.ts'
import { hashPassword } from '#src/platform/passwords.ts'
import type { WorksLeft } from '#src/schema/people/accounts.ts'
import { tableOrder } from '#src/schema/tables.ts'
import type { TestHouse } from '#tests/support/open-house.ts'
import { rowsOf, take } from './deeds.ts'
import { people, type PersonName } from './people.ts'
import { post, saidOf } from './pieces.ts'
import { accountOf, where } from './tidewater.ts'

export const password = 'four words in a row'

let hash: Promise<string> | undefined

const host = { kind: 'host' } as const

/** Hashing takes a while on purpose, so once is enough. */
export async function givePassword(house: TestHouse, who: PersonName): Promise<void> {
  hash ??= hashPassword(password, realRandom)
  const password_hash = await hash
  await house.act(host, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('accounts').set({ password_hash }).where('id', '=', accountOf(who)).execute(),
    ),
  )
}

export async function leave(house: TestHouse, who: PersonName, works: WorksLeft): Promise<void> {
  await givePassword(house, who)
  await house.act(who, (ctx) => leaveSite(ctx, { works, password }))
  await house.runJobs()
}

export const comesBack = (house: TestHouse, who: PersonName, typed = password): Promise<number> =>
  house.act({ kind: 'guest' }, (ctx) => comeBack(ctx, { email: people[who].email, password: typed }))

/** Every word of every table, to look for what must not be there any more. */
export async function everythingKept(house: TestHouse, without: readonly string[] = []): Promise<string> {
  return house.act(host, async ({ db }) => {
    const kept: unknown[] = []
    for (const [table] of tableOrder.filter(([name]) => !without.includes(name)))
      kept.push(table, await db.selectFrom(table).selectAll().execute())
    return JSON.stringify(kept, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    )
  })
}

export type Told = { readonly kept: number; readonly standIn: number; readonly draft: number; readonly extra: number }

/** Oriel has kept a day, holds another with something small on it, has a draft, and gave something for all. */
export async function full(house: TestHouse): Promise<Told> {
  const kept = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const main = await post(house, 'oriel', { claim: kept.id, said: saidOf({ title: 'The Kept One' }) })
  const held = await take(house, 'oriel', '11-15')
  const draft = await house.act('oriel', (ctx) =>
    keepDraft(ctx, where, {
      said: saidOf({ title: 'Not Yet Written' }),
      work: undefined,
      claim: undefined,
      role: 'main',
      when: 'on-the-day',
      reservedName: undefined,
      onceKey: 'a draft',
      pressedAt: house.now(),
      zone: undefined,
    }),
  )
  house.at('2026-11-15T12:00:00.000Z')
  const standIn = await post(house, 'oriel', {
    claim: held.id,
    role: 'stand-in',
    said: saidOf({ title: 'Something Small' }),
  })
  house.at('2026-11-16T08:00:00.000Z')
  const extra = await post(house, 'oriel', { role: 'extra', said: saidOf({ title: 'For All of You' }) })
  await house.runJobs()
  return { kept: main.work, standIn: standIn.work, draft: draft.work, extra: extra.work }
}

export const seen = async (house: TestHouse, path: string, who?: PersonName): Promise<string> =>
  (await (who ? await house.as(who) : house.guest()).visit(path)).text

export const statesOf = async (house: TestHouse): Promise<string[]> =>
  (await rowsOf(house, 'claims')).map(({ state }) => state)
