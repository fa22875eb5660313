// Tidewater in the middle of its round, as lively as a fest is: claims in every state that time brings, by many people.
import { claimDay, claimForAnother, giveBackDay, moveClaim } from '#src/fests/claims/claims.ts'
import { type DayChange, changeDays } from '#src/fests/rounds/day-plans.ts'
import { findRound, listDays, openRound, planRound } from '#src/fests/rounds/rounds.ts'
import { foundCommunity } from '#src/people/communities/communities.ts'
import { announce, choose, pin } from '#tests/world/communities.ts'
import type { PersonName } from '#tests/world/people.ts'
import { day, lanterns, where } from '#tests/world/tidewater.ts'
import type { TestHouse } from './open-house.ts'

/** Moments of the round, in the order in which they must be visited: what time has turned is not turned back. */
export const moments = {
  before: '2026-10-26T12:00:00.000Z',
  during: '2026-11-09T12:00:00.000Z',
  myDay: '2026-11-12T12:00:00.000Z',
  myGrace: '2026-11-13T12:00:00.000Z',
  after: '2026-12-01T12:00:00.000Z',
} as const

const coast = 'The Lantern Coast Writing Society'

/** Claims that pages are asked for by, under the names they have in the pictures. */
export type Lively = { readonly dayId: (on: string) => number; readonly claim: Readonly<Record<Known, number>> }

type Known = 'later' | 'moved' | 'ahead' | 'given-back' | 'grace' | 'today'

export async function fillTidewater(house: TestHouse): Promise<Lively> {
  house.at('2026-10-20T09:00:00.000Z')
  const days = await house.act('mara', async (ctx) =>
    listDays(ctx.db, (await findRound(ctx, where.community, where.round)).round.id),
  )
  const dayId = (on: string): number => days.find((each) => each.on === on)?.id ?? 0
  await changeSomeDays(house, dayId)
  await planOthers(house)
  await sayThings(house)
  return { dayId, claim: await takeDays(house, dayId) }
}

/** A free-for-all day inside the round that may be claimed too, a day with three places, notes, and a day that is closed. */
async function changeSomeDays(house: TestHouse, dayId: Lively['dayId']): Promise<void> {
  const change = (on: string, kind: DayChange['kind'], places: number, note = ''): DayChange => ({
    id: dayId(on),
    kind,
    places,
    note,
  })
  const changed = [
    change('2026-11-05', 'open', 1, 'Bonfire night: light of any kind is welcome'),
    change('2026-11-07', 'free', 1),
    change('2026-11-12', 'open', 3, 'Three lighthouses, three keepers'),
    change('2026-11-14', 'closed', 0, 'The mods are at a wedding'),
  ]
  await house.act('mara', (ctx) => changeDays(ctx, where.community, where.round, { changed, added: [] }))
}

async function takeDays(house: TestHouse, dayId: Lively['dayId']): Promise<Lively['claim']> {
  const take = async (who: PersonName, on: string): Promise<number> =>
    (await house.act(who, (ctx) => claimDay(ctx, where, { day: dayId(on), zone: undefined }))).id
  const enter = async (name: string, on: string): Promise<number> =>
    (await house.act('mara', (ctx) => claimForAnother(ctx, where, { name, day: dayId(on), zone: undefined }))).id
  const later = await take('oriel', '2026-11-02')
  await take('ismay', '2026-11-03')
  await enter('hedgewitch', '2026-11-04')
  await take('tane', '2026-11-05')
  const given = await take('teuea', '2026-11-06')
  await enter('saltandvinegar', '2026-11-07')
  const grace = await enter('Juniper Vale', '2026-11-08')
  const today = await enter('penny_post', '2026-11-09')
  await take('ismay', '2026-11-10')
  const ahead = await take('oriel', '2026-11-12')
  await enter('quillfeather-of-the-long-northern-coast', '2026-11-12')
  const moved = await take('nour', '2026-11-13')
  house.pass(86_400_000)
  await house.act('nour', (ctx) => moveClaim(ctx, where, { claim: moved, day: dayId('2026-11-15') }))
  await house.act('teuea', (ctx) => giveBackDay(ctx, where, given))
  return { later, grace, today, ahead, moved, 'given-back': given }
}

/** Two announcements, one at the top, and a community that is joined by asking and has rules. */
async function sayThings(house: TestHouse): Promise<void> {
  const text =
    'Days can be taken **from now on**. Whoever has never been in a round before: take one, it is kinder than it looks.\n\n- one day each to begin with\n- grace until the end of the next day\n\nQuestions go to the mods.'
  await pin(house, await announce(house, 'The lamps are lit: Lantern Season is open', text))
  house.pass(3_600_000)
  await announce(house, 'A wedding on the 14th', 'The mods are away that day; nothing is read and nothing is counted.')
  const rules =
    '## Be kind\n\nQuiet stories only. *Warn* for storms.\n\n1. one voice at a time\n2. no spoilers before noon'
  await choose(house, { joining: 'approval', rules }, coast)
}

/** A round still planned, one whose claiming opens later, and a community with a long name and no round. */
async function planOthers(house: TestHouse): Promise<void> {
  await house.act('mara', async (ctx) => {
    const spring = {
      ...lanterns,
      name: 'Spring Tides 2027',
      theme: '',
      first: day('2027-03-01'),
      last: day('2027-03-21'),
    }
    await planRound(ctx, where.community, spring)
    const winter = { ...lanterns, name: 'Midwinter Signals', theme: 'What the fog said', midnight: 'round' as const }
    const dates = { first: day('2026-12-18'), last: day('2026-12-24'), claimsOpen: '2026-11-20T18:00' }
    const { slug } = await planRound(ctx, where.community, { ...winter, ...dates })
    await openRound(ctx, where.community, slug)
    await foundCommunity(ctx, {
      name: coast,
      about: 'Quiet stories about the weather, and whoever keeps watch in it.',
      zone: 'Pacific/Auckland',
    })
  })
}
