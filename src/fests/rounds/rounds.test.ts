// Planning a round and opening it: which dates make a round, which days it gets, and who sees it from when.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRound, listRounds, openRound, planRound, type RoundPlan } from '#src/fests/rounds/rounds.ts'
import { findCommunity } from '#src/people/communities/communities.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { makeMod, refused, rowsOf, daysOf } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'
import { day, lanterns, where } from '#tests/world/tidewater.ts'

const plan = (house: TestHouse, more: Partial<RoundPlan>, who: PersonName = 'mara') =>
  house.act(who, (ctx) => planRound(ctx, where.community, { ...lanterns, name: 'Tides', ...more }))

test('a round has the days that were asked for, open ones and then free-for-all ones', async () => {
  await using house = await openHouse()
  await plan(house, { first: day('2027-02-27'), last: day('2027-03-01'), places: 3, freeDays: 2 })
  assert.deepEqual(
    (await daysOf(house, 'tides')).map(({ on, kind, places }) => `${on} ${kind} ${places}`),
    ['2027-02-27 open 3', '2027-02-28 open 3', '2027-03-01 open 3', '2027-03-02 free 0', '2027-03-03 free 0'],
  )
})

test('a round can be one day long, and have no free-for-all day', async () => {
  await using house = await openHouse()
  await plan(house, { first: day('2026-12-21'), last: day('2026-12-21'), freeDays: 0 })
  assert.equal((await daysOf(house, 'tides')).length, 1)
})

test('dates the wrong way round are refused beside the last one', async () => {
  await using house = await openHouse()
  const refusal = await refused(plan(house, { first: day('2026-12-02'), last: day('2026-12-01') }))
  assert.deepEqual([refusal.code, refusal.about], ['round/backwards', 'last'])
})

test('a round has up to 366 posting days', async () => {
  await using house = await openHouse()
  const refusal = await refused(plan(house, { first: day('2027-01-01'), last: day('2028-01-02') }))
  assert.equal(refusal.sentence, 'A round can have up to 366 posting days; this would be 367.')
  assert.equal(refusal.about, 'last')
  await plan(house, { first: day('2027-01-01'), last: day('2028-01-01') })
  assert.equal((await daysOf(house, 'tides')).length, 368)
})

test('a year that can only be a slip is refused beside its field', async () => {
  await using house = await openHouse()
  const far = day('9999-12-31')
  assert.equal((await refused(plan(house, { first: far, last: far }))).about, 'first')
  assert.equal((await refused(plan(house, { last: far }))).about, 'last')
  assert.equal((await refused(plan(house, { claimsOpen: '9999-12-31T23:00' }))).about, 'claimsOpen')
  assert.equal((await refused(plan(house, { first: day('0026-11-02') }))).about, 'first')
})

test('claiming opens at a time on the wall of the round’s zone', async () => {
  await using house = await openHouse()
  const round = await plan(house, { claimsOpen: '2026-10-25T18:00', zone: 'America/Los_Angeles' })
  assert.deepEqual(round.claimsOpen, {
    wall: '2026-10-25T18:00',
    zone: 'America/Los_Angeles',
    at: '2026-10-26T01:00:00.000Z',
  })
})

test('a time that the clocks of spring skip moves on by the gap', async () => {
  await using house = await openHouse()
  const round = await plan(house, { claimsOpen: '2027-03-28T01:30', zone: 'Europe/Lisbon' })
  assert.equal(round.claimsOpen?.at, '2027-03-28T01:30:00.000Z')
})

test('two rounds of one name have two addresses, and none is called new', async () => {
  await using house = await openHouse()
  const slugs = []
  for (const name of ['Tides', 'tides!', 'New', 'new', '灯台']) slugs.push((await plan(house, { name })).slug)
  assert.deepEqual(slugs, ['tides', 'tides-2', 'new-2', 'new-3', 'round'])
})

test('two mods who plan a round of one name at once get two rounds', async () => {
  await using house = await openHouse()
  await makeMod(house, 'tane')
  const rounds = await Promise.all([plan(house, {}), plan(house, {}, 'tane')])
  assert.deepEqual(rounds.map((round) => round.slug).toSorted(), ['tides', 'tides-2'])
})

test('only mods plan rounds and open them', async () => {
  await using house = await openHouse()
  assert.equal((await refused(plan(house, {}, 'oriel'))).code, 'community/mods-only')
  assert.equal((await refused(plan(house, {}, 'stranger'))).code, 'community/mods-only')
  const open = (who: PersonName) => house.act(who, (ctx) => openRound(ctx, where.community, where.round))
  assert.equal((await refused(open('oriel'))).code, 'community/mods-only')
})

test('until it is opened a round exists for its mods alone, on lists too', async () => {
  await using house = await openHouse()
  await plan(house, {})
  const sees = (who: PersonName) =>
    house.act(who, async (ctx) => {
      const listed = await listRounds(ctx, await findCommunity(ctx.db, where.community))
      return listed.map((round) => round.name)
    })
  assert.deepEqual(await sees('mara'), ['Tides', 'Lantern Season'])
  assert.deepEqual(await sees('oriel'), ['Lantern Season'])
  const find = house.act('oriel', (ctx) => findRound(ctx, where.community, 'tides'))
  assert.equal((await refused(find)).kind, 'missing')
  await house.act('mara', (ctx) => openRound(ctx, where.community, 'tides'))
  assert.deepEqual(await sees('stranger'), ['Tides', 'Lantern Season'])
})

test('opening twice is opening once', async () => {
  await using house = await openHouse()
  await plan(house, {})
  const open = () => house.act('mara', (ctx) => openRound(ctx, where.community, 'tides'))
  await Promise.all([open(), open()])
  const first = (await rowsOf(house, 'rounds')).at(-1)?.opened_at
  house.pass(60_000)
  await open()
  assert.equal((await rowsOf(house, 'rounds')).at(-1)?.opened_at, first)
})
