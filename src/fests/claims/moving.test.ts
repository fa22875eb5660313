// Row 6 of the table of claims: a claim moves to another day, and the old one is kept until the new one is got.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeZone } from '#src/people/accounts/accounts.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { changeDay, enter, giveBack, logOf, move, offered, refused, rowsOf, seatsOn, take } from '#tests/world/deeds.ts'
import { accountOf } from '#tests/world/tidewater.ts'

test('a claim moves: the old place is free at once, and the deadlines are those of the new day', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  const moved = await move(house, 'oriel', claim, '11-09')
  assert.equal(moved.id, claim.id)
  assert.equal(moved.on, '2026-11-09')
  assert.equal(moved.deadlines.start.at, '2026-11-09T00:00:00.000Z')
  assert.equal(moved.deadlines.graceEnd.at, '2026-11-11T00:00:00.000Z')
  assert.deepEqual(await seatsOn(house, '11-02'), [])
  assert.deepEqual(await seatsOn(house, '11-09'), ['1 Oriel Finch'])
  assert.deepEqual(await logOf(house, claim), ['1 claim holder none>held', '6 move holder held>held'])
  const turn = (await rowsOf(house, 'claim_turns')).at(-1)
  assert.deepEqual([turn?.from_day_id, turn?.to_day_id], [claim.day, moved.day])
})

test('a claim keeps the midnight it was taken with, also where the account has another zone by now', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  await house.act('oriel', (ctx) => changeZone(ctx, accountOf('oriel'), 'Pacific/Auckland'))
  const moved = await move(house, 'oriel', claim, '11-09')
  assert.equal(moved.zone, 'Europe/London')
  assert.equal(moved.deadlines.end.at, '2026-11-10T00:00:00.000Z')
})

test('moving to a full day is refused with the days that are open, and nothing is lost', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  await take(house, 'ismay', '11-03')
  const refusal = await refused(move(house, 'oriel', claim, '11-03'))
  assert.match(refusal.sentence, /^ismay_writes has taken Tuesday 3 November\. Wednesday 4 November, /)
  assert.deepEqual(offered(refusal), [
    'Move to Wednesday 4 November',
    'Move to Thursday 5 November',
    'Move to Friday 6 November',
  ])
  assert.equal(refusal.offers[0]?.post, `/c/tidewater/rounds/lantern-season/claims/${claim.id}/day`)
  assert.deepEqual(await seatsOn(house, '11-02'), ['1 Oriel Finch'])
})

test('moving does not ask how many days a person has: it is one either way', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-02')
  const second = await take(house, 'oriel', '11-03')
  assert.equal((await move(house, 'oriel', second, '11-04')).on, '2026-11-04')
})

test('once the day has begun its holder asks a mod, who can move it to any day that is not over', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  house.at('2026-11-02T00:00:00.000Z')
  const refusal = await refused(move(house, 'oriel', claim, '11-09'))
  assert.equal(refusal.sentence, 'The day has begun. From here on a mod can give another one.')
  assert.deepEqual(refusal.offers, [])
  const moved = await move(house, 'mara', claim, '11-09')
  assert.equal(moved.on, '2026-11-09')
  assert.equal((await logOf(house, claim)).at(-1), '6 move mod held>held')
})

test('a mod gives a new day to somebody whose piece is expected later, also when no sweep has been by', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  house.at('2026-11-06T12:00:00.000Z')
  const moved = await move(house, 'mara', claim, '11-09')
  assert.equal(moved.state, 'held')
  assert.deepEqual((await logOf(house, claim)).slice(1), ['15 grace-passes clock held>later', '6 move mod later>held'])
})

test('not even a mod moves a claim to a day that is over where its holder is', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-09')
  house.at('2026-11-06T00:00:00.000Z')
  const refusal = await refused(move(house, 'mara', claim, '11-05'))
  assert.match(refusal.sentence, /^Thursday 5 November is over\. Friday 6 November, Saturday 7 November/)
  assert.equal((await move(house, 'mara', claim, '11-06')).on, '2026-11-06')
})

test('moving to a day that one has already is refused; moving to where it is changes nothing', async () => {
  await using house = await openHouse()
  await changeDay(house, '11-03', { places: 2 })
  const first = await take(house, 'oriel', '11-02')
  await take(house, 'oriel', '11-03')
  const refusal = await refused(move(house, 'oriel', first, '11-03'))
  assert.equal(refusal.sentence, 'Oriel Finch has Tuesday 3 November already.')
  assert.equal((await move(house, 'oriel', first, '11-02')).on, '2026-11-02')
  assert.equal((await logOf(house, first)).length, 1)
})

test('what was given back cannot be moved, not even to the day it was on', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  await giveBack(house, 'oriel', claim)
  for (const on of ['11-02', '11-05'] as const)
    assert.equal((await refused(move(house, 'oriel', claim, on))).sentence, 'This day has been given back.')
})

test('a claim is moved by its holder and by mods; for others it does not exist', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  assert.equal((await refused(move(house, 'ismay', claim, '11-05'))).kind, 'missing')
  assert.equal((await refused(move(house, 'stranger', claim, '11-05'))).kind, 'missing')
})

test('a mod moves the claim of a reserved name, by the zone it was entered with', async () => {
  await using house = await openHouse()
  const claim = await enter(house, 'mara', 'Ann Teak', '11-02', 'Asia/Tokyo')
  const moved = await move(house, 'mara', claim, '11-05')
  assert.equal(moved.deadlines.start.at, '2026-11-04T15:00:00.000Z')
})
