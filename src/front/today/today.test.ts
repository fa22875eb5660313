// The first page through the year: whose day it is, what stands in, free for all, how many days are left, and what comes next.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openRound, planRound } from '#src/fests/rounds/rounds.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { saveDays, dayOn, enter, sayItLater, take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { day, lanterns, where } from '#tests/world/tidewater.ts'

const read = async (house: TestHouse): Promise<string> => (await house.guest().visit(paths.home)).text

test('while a round runs it says whose day it is and how many days are left, and not who is on the way', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-05')
  await take(house, 'ismay', '11-06')
  house.at('2026-11-06T20:00:00.000Z')
  const text = await read(house)
  assert.match(
    text,
    /Today in the rounds Tidewater Lantern Season , 12 days left, until Tue 17 Nov Today is the day of ismay_writes/,
  )
  assert.doesNotMatch(text, /Oriel|on the way|What comes next|\blate\b/)
})

test('whose piece comes later, or is in, is not named as having today', async () => {
  await using house = await openHouse()
  const { places } = await dayOn(house, '11-05')
  assert.equal(places, 1)
  const id = (await dayOn(house, '11-05')).id
  await saveDays(house, { changed: [{ id, kind: 'open', places: 3, note: '' }] })
  const later = await take(house, 'oriel', '11-05')
  const here = await take(house, 'nour', '11-05')
  await take(house, 'ismay', '11-05')
  house.at('2026-11-05T12:00:00.000Z')
  await sayItLater(house, 'oriel', later)
  await post(house, 'nour', { claim: here.id, said: saidOf({ title: 'Here Already' }) })
  assert.match(await read(house), /Today is the day of ismay_writes ?\./)
  assert.match(await read(house), /Up today Here Already by Nour/)
  assert.doesNotMatch(await read(house), /Nobody has today/)
})

test('many names are not all read out', async () => {
  await using house = await openHouse()
  const id = (await dayOn(house, '11-05')).id
  await saveDays(house, { changed: [{ id, kind: 'open', places: 9, note: '' }] })
  for (const name of ['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus', 'Hal']) await enter(house, 'mara', name, '11-05')
  house.at('2026-11-05T12:00:00.000Z')
  assert.match(await read(house), /Today is the day of Ann, Bo, Cy, Di, Ed, Flo and 2 more/)
})

test('something small that is up while more is to come stands there, until the main piece has come or the round is over', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-05')
  house.at('2026-11-05T12:00:00.000Z')
  await post(house, 'oriel', { claim: claim.id, role: 'stand-in', said: saidOf({ title: 'Small' }) })
  house.at('2026-11-08T12:00:00.000Z')
  assert.match(await read(house), /Up while more is to come: Small by Oriel Finch/)
  house.at('2026-11-16T12:00:00.000Z')
  await post(house, 'oriel', { claim: claim.id, onceKey: 'main', said: saidOf({ title: 'Main' }) })
  assert.doesNotMatch(await read(house), /more is to come/)
})

const secrets = [
  { is_unrevealed: 1 },
  { hidden_at: '2026-11-05T12:00:00.000Z' },
  { audience: 'members' },
  { deleted_at: '2026-11-05T12:00:00.000Z' },
  { state: 'withdrawn' },
  { is_anonymous: 1 },
] as const

for (const columns of secrets) {
  test(`of something small that is ${JSON.stringify(columns)} a guest learns nothing here that they may not know`, async () => {
    await using house = await openHouse()
    const claim = await take(house, 'oriel', '11-05')
    house.at('2026-11-05T12:00:00.000Z')
    const { work } = await post(house, 'oriel', { claim: claim.id, role: 'stand-in', said: saidOf({ title: 'Xylo' }) })
    await house.act({ kind: 'host' }, (ctx) =>
      ctx.atomically('nothing', ({ db }) =>
        db
          .updateTable('works')
          .set(columns as never)
          .where('id', '=', work)
          .execute(),
      ),
    )
    house.at('2026-11-05T20:00:00.000Z')
    const text = await read(house)
    if ('is_anonymous' in columns) assert.doesNotMatch(text, /Oriel/)
    else assert.doesNotMatch(text, /Xylo/)
  })

  test(`of a piece that is ${JSON.stringify(columns)} neither the fortnight nor what came lately says more to a guest than they may know`, async () => {
    await using house = await openHouse()
    const claim = await take(house, 'oriel', '11-05')
    house.at('2026-11-05T12:00:00.000Z')
    const { work } = await post(house, 'oriel', { claim: claim.id, said: saidOf({ title: 'Xylo' }) })
    house.at('2026-11-08T12:00:00.000Z')
    assert.match(await read(house), /Thursday 5 November: delivered .+ Up lately .+ Xylo by Oriel Finch/)
    await house.act({ kind: 'host' }, (ctx) =>
      ctx.atomically('nothing', ({ db }) =>
        db
          .updateTable('works')
          .set(columns as never)
          .where('id', '=', work)
          .execute(),
      ),
    )
    const text = await read(house)
    if ('is_anonymous' in columns) assert.doesNotMatch(text, /Oriel/)
    else assert.doesNotMatch(text, /Xylo|5 November: delivered|Up lately/)
  })
}

test('the fortnight tells each day by a word, and whose piece is awaited it tells only themselves', async () => {
  await using house = await openHouse()
  const away = await take(house, 'oriel', '11-05')
  await take(house, 'ismay', '11-07')
  const kept = await take(house, 'nour', '11-06')
  house.at('2026-11-06T12:00:00.000Z')
  await post(house, 'nour', { claim: kept.id })
  house.at('2026-11-07T20:00:00.000Z')
  await house.runJobs()
  assert.equal(away.on, '2026-11-05')
  const strip = (text: string): string => text.slice(text.indexOf('This fortnight'))
  const guest = strip(await read(house))
  assert.match(guest, /This fortnight Lantern Season : the whole calendar Monday 2 November: over/)
  assert.match(guest, /Thursday 5 November: taken T 5 Friday 6 November: delivered F 6 Saturday 7 November: taken/)
  assert.match(guest, /Sunday 8 November: open .+ Sunday 15 November: open/)
  assert.doesNotMatch(guest, /on the way|expected|16 November: /)
  const own = strip((await (await house.as('oriel')).visit(paths.home)).text)
  assert.match(own, /Thursday 5 November: yours T 5 Friday 6 November: delivered/)
})

test('a round that begins next week is in the fortnight already, one that only its mods plan is not', async () => {
  await using house = await openHouse({ at: '2026-10-26T12:00:00.000Z' })
  assert.match(await read(house), /26 October: no day of the round .+ Monday 2 November: open/)
  const dates = { first: day('2026-10-28'), last: day('2026-10-30') }
  await house.act('mara', (ctx) =>
    planRound(ctx, where.community, { ...lanterns, name: 'Midwinter Signals', ...dates }),
  )
  const { text } = await (await house.as('mara')).visit(paths.home)
  assert.match(text, /This fortnight Lantern Season/)
  assert.doesNotMatch(text, /28 October: (?!no day)/)
})

test('off-season there is no fortnight, and what came last stands there all the same', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  await post(house, 'oriel', { said: saidOf({ title: 'Long Ago' }) })
  assert.match(await read(house), /Monday 16 November: free for all .+ Sunday 22 November: no day of the round/)
  assert.doesNotMatch(await read(house), /Up lately|23 November/)
  house.at('2026-12-20T12:00:00.000Z')
  const text = await read(house)
  assert.doesNotMatch(text, /This fortnight/)
  assert.match(text, /Up lately before today, the newest first Long Ago by Oriel Finch/)
})

test('on a free-for-all day everybody is shown where to post', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const oriel = await house.as('oriel')
  const { text } = await oriel.visit(paths.home)
  assert.match(text, /Lantern Season , 2 days left, until Tue 17 Nov It is free for all: post a piece/)
  assert.equal((await oriel.visit(paths.post(where.community, where.round))).status, 200)
  house.at('2026-11-10T12:00:00.000Z')
  assert.doesNotMatch(await read(house), /It is free for all/)
})

test('a day that nobody has says so', async () => {
  await using house = await openHouse({ at: '2026-11-05T12:00:00.000Z' })
  assert.match(await read(house), /Lantern Season , 13 days left, until Tue 17 Nov Nobody has today\./)
  const id = (await dayOn(house, '11-05')).id
  await saveDays(house, { changed: [{ id, kind: 'closed', places: 0, note: '' }] })
  assert.doesNotMatch(await read(house), /Nobody has today/)
})

test('off-season it says what comes next, with its dates, or that nothing is planned', async () => {
  await using house = await openHouse()
  assert.match(
    await read(house),
    /What comes next Lantern Season : 14 places are open to claim; the first day is Monday 2 November\./,
  )
  house.at('2026-12-01T12:00:00.000Z')
  assert.match(await read(house), /What comes next No round is under way, and nothing is planned yet\./)
  await house.act('mara', async (ctx) => {
    const dates = { first: day('2026-12-18'), last: day('2026-12-20'), claimsOpen: '2026-12-10T18:00' }
    await planRound(ctx, where.community, { ...lanterns, name: 'Midwinter Signals', ...dates })
  })
  assert.match(await read(house), /nothing is planned yet/)
  await house.act('mara', (ctx) => openRound(ctx, where.community, 'midwinter-signals'))
  assert.match(
    await read(house),
    /Midwinter Signals : claiming opens Thursday 10 December, 18:00 \(Lisbon\); the first day is Friday 18 December\./,
  )
})

test('a site without a community says nothing of what comes', async () => {
  await using house = await openHouse({ empty: true })
  assert.doesNotMatch(await read(house), /What comes next|Today in the rounds/)
})
