// Row 1 of the table of claims: who may take which day, when, and what is said and offered where it cannot be.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimDay } from '#src/fests/claims/claims.ts'
import { planRound } from '#src/fests/rounds/rounds.ts'
import { openHouse } from '#tests/support/open-house.ts'
import {
  changeDay,
  dayOn,
  daysOf,
  enter,
  giveBack,
  logOf,
  offered,
  refused,
  rowsOf,
  saveDays,
  seatsOn,
  take,
} from '#tests/world/deeds.ts'
import { accountOf, day, lanterns, where } from '#tests/world/tidewater.ts'

test('a member takes an open day, and holds it by their own midnight', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'ismay', '11-02')
  assert.equal(claim.state, 'held')
  assert.equal(claim.zone, 'America/Los_Angeles')
  assert.equal(claim.deadlines.start.at, '2026-11-02T08:00:00.000Z')
  assert.equal(claim.deadlines.graceEnd.at, '2026-11-04T08:00:00.000Z')
  assert.deepEqual(await seatsOn(house, '11-02'), ['1 ismay_writes'])
})

test('the log says by which row, by whom and when it counts', async () => {
  await using house = await openHouse({ at: '2026-10-20T09:30:00.000Z' })
  const claim = await take(house, 'oriel', '11-02')
  const [turn] = await rowsOf(house, 'claim_turns')
  assert.deepEqual(await logOf(house, claim), ['1 claim holder none>held'])
  assert.equal(turn?.counts_at, '2026-10-20T09:30:00.000Z')
  assert.equal(turn?.by_account, accountOf('oriel'))
  assert.equal(turn?.to_day_id, claim.day)
})

test('a guest is asked to sign in', async () => {
  await using house = await openHouse()
  const wanted = { day: (await dayOn(house, '11-02')).id, zone: 'UTC' }
  const refusal = await refused(house.act({ kind: 'guest' }, (ctx) => claimDay(ctx, where, wanted)))
  assert.equal(refusal.sentence, 'Please sign in to take a day.')
  assert.deepEqual(await seatsOn(house, '11-02'), [])
})

test('somebody who is not a member is told so, with a button that joins them', async () => {
  await using house = await openHouse()
  const refusal = await refused(take(house, 'stranger', '11-02'))
  assert.equal(refusal.sentence, 'Days are for members of Tidewater. Joining is one button.')
  assert.deepEqual(refusal.offers, [
    { label: 'Join Tidewater', post: '/c/tidewater/members', fields: { back: '/c/tidewater/rounds/lantern-season' } },
  ])
})

test('each gets the lowest place that is free', async () => {
  await using house = await openHouse()
  await changeDay(house, '11-05', { places: 3 })
  const first = await take(house, 'oriel', '11-05')
  await take(house, 'ismay', '11-05')
  await giveBack(house, 'oriel', first)
  await take(house, 'nour', '11-05')
  await take(house, 'teuea', '11-05')
  assert.deepEqual(await seatsOn(house, '11-05'), ['1 Nour', '2 ismay_writes', '3 Teuea'])
})

test('who comes second for a place reads who has it, and the three nearest open days in the order of the calendar', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-08')
  await take(house, 'teuea', '11-07')
  const refusal = await refused(take(house, 'ismay', '11-08'))
  assert.equal(refusal.code, 'claim/taken')
  assert.equal(
    refusal.sentence,
    'Oriel Finch has taken Sunday 8 November. Friday 6 November, Monday 9 November and Tuesday 10 November are open.',
  )
  assert.deepEqual(offered(refusal), ['Take Friday 6 November', 'Take Monday 9 November', 'Take Tuesday 10 November'])
  assert.deepEqual(refusal.offers[0]?.fields, { day: String((await dayOn(house, '11-06')).id) })
})

test('a day that one holds already is not offered again', async () => {
  await using house = await openHouse()
  await changeDay(house, '11-03', { places: 2 })
  await take(house, 'oriel', '11-02')
  await take(house, 'ismay', '11-03')
  const refusal = await refused(take(house, 'ismay', '11-02'))
  assert.deepEqual(offered(refusal), [
    'Take Wednesday 4 November',
    'Take Thursday 5 November',
    'Take Friday 6 November',
  ])
})

test('when no other day is open, that is said', async () => {
  await using house = await openHouse()
  const others = (await daysOf(house)).filter((each) => each.kind === 'open' && each.on !== '2026-11-02')
  await saveDays(house, { changed: others.map((each) => ({ ...each, kind: 'closed' })) })
  await take(house, 'oriel', '11-02')
  const refusal = await refused(take(house, 'ismay', '11-02'))
  assert.equal(refusal.sentence, 'Oriel Finch has taken Monday 2 November. No other day is open right now.')
  assert.deepEqual(refusal.offers, [])
})

test('three holders are named, more are counted', async () => {
  await using house = await openHouse()
  await changeDay(house, '11-05', { places: 3 })
  for (const who of ['oriel', 'ismay', 'nour'] as const) await take(house, who, '11-05')
  assert.match(
    (await refused(take(house, 'teuea', '11-05'))).sentence,
    /^Oriel Finch, ismay_writes and Nour have taken Thursday 5 November\./,
  )
  await changeDay(house, '11-05', { places: 4 })
  await take(house, 'tane', '11-05')
  assert.match((await refused(take(house, 'teuea', '11-05'))).sentence, /^4 people have taken Thursday 5 November\./)
})

test('before claiming opens, the moment is said by the clock of whoever asks', async () => {
  await using house = await openHouse()
  const plan = { ...lanterns, name: 'Tides', claimsOpen: '2026-10-24T18:00' }
  await house.act('mara', (ctx) => planRound(ctx, where.community, plan))
  const mara = await house.as('mara')
  await mara.visit('/c/tidewater/rounds/tides')
  await mara.submit('/c/tidewater/rounds/tides/opening')
  const tides = { community: where.community, round: 'tides' }
  const first = (await daysOf(house, 'tides'))[0]?.id ?? 0
  const ask = () => house.act('ismay', (ctx) => claimDay(ctx, tides, { day: first, zone: undefined }))
  house.at('2026-10-24T16:59:59.999Z')
  const refusal = await refused(ask())
  assert.equal(refusal.sentence, 'Claiming opens on Saturday 24 October, 10:00 (Los Angeles).')
  assert.deepEqual(refusal.offers, [])
  house.at('2026-10-24T17:00:00.000Z')
  assert.equal((await ask()).state, 'held')
})

test('a round that is not open yet is not there for members, and its mods are told why its days cannot be taken', async () => {
  await using house = await openHouse()
  await house.act('mara', (ctx) =>
    planRound(ctx, where.community, { ...lanterns, name: 'Tides', claimsOpen: '2026-10-01T18:00' }),
  )
  const tides = { community: where.community, round: 'tides' }
  const first = (await daysOf(house, 'tides'))[0]?.id ?? 0
  const wanted = { day: first, zone: undefined }
  assert.equal((await refused(house.act('oriel', (ctx) => claimDay(ctx, tides, wanted)))).kind, 'missing')
  const refusal = await refused(house.act('mara', (ctx) => claimDay(ctx, tides, wanted)))
  assert.equal(refusal.sentence, 'The round is not open yet: days can be claimed once its mods open it.')
})

test('a day can be taken until it begins where the person is, not where others are', async () => {
  await using house = await openHouse({ at: '2026-11-03T10:00:00.000Z' })
  const refusal = await refused(take(house, 'teuea', '11-04'))
  assert.match(refusal.sentence, /^Wednesday 4 November has begun, and can no longer be claimed\./)
  assert.match(refusal.sentence, /Thursday 5 November, Friday 6 November and Saturday 7 November are open\.$/)
  assert.equal((await take(house, 'ismay', '11-04')).state, 'held')
  house.at('2026-11-05T07:59:59.999Z')
  assert.equal((await take(house, 'ismay', '11-05')).state, 'held')
})

test('the account’s own zone counts before the one the browser names', async () => {
  await using house = await openHouse()
  assert.equal((await take(house, 'nour', '11-04', 'Asia/Tokyo')).zone, 'Africa/Cairo')
})

test('a closed day cannot be taken', async () => {
  await using house = await openHouse()
  await changeDay(house, '11-04', { kind: 'closed' })
  const refusal = await refused(take(house, 'oriel', '11-04'))
  assert.match(refusal.sentence, /^Wednesday 4 November is closed\. /)
  assert.equal(refusal.offers.length, 3)
})

test('a free-for-all day without places needs no claim; one with places can be claimed as well', async () => {
  await using house = await openHouse()
  const refusal = await refused(take(house, 'oriel', '11-16'))
  assert.match(refusal.sentence, /^Monday 16 November is free for all: no claim is needed\./)
  await changeDay(house, '11-16', { places: 1 })
  assert.equal((await take(house, 'oriel', '11-16')).state, 'held')
})

test('nobody takes more days than the round allows, except by a mod’s hand', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-02')
  await take(house, 'oriel', '11-03')
  const refusal = await refused(take(house, 'oriel', '11-04'))
  assert.equal(refusal.sentence, 'That is as many days as one person may hold in this round.')
  assert.deepEqual(refusal.offers, [])
  assert.equal((await enter(house, 'mara', 'Oriel Finch', '11-04')).account, accountOf('oriel'))
})

test('taking a day that one has already is having it', async () => {
  await using house = await openHouse()
  const first = await take(house, 'oriel', '11-02')
  const again = await take(house, 'oriel', '11-02')
  assert.equal(again.id, first.id)
  assert.equal((await rowsOf(house, 'claim_turns')).length, 1)
})

test('a day of another round is not there', async () => {
  await using house = await openHouse()
  await house.act('mara', (ctx) =>
    planRound(ctx, where.community, { ...lanterns, name: 'Tides', first: day('2027-01-01'), last: day('2027-01-02') }),
  )
  const elsewhere = (await daysOf(house, 'tides'))[0]?.id ?? 0
  const wanted = { day: elsewhere, zone: undefined }
  assert.equal((await refused(house.act('oriel', (ctx) => claimDay(ctx, where, wanted)))).kind, 'missing')
})
