// When several want the same thing in the same moment: exactly one has it, and everybody else is told so.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimDay } from '#src/fests/claims/claims.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { makeAccount } from '#src/people/accounts/accounts.ts'
import { joinCommunity } from '#src/people/communities/joining/joining.ts'
import type { Viewer } from '#src/platform/context.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { changeDay, dayOn, giveBack, logOf, move, rowsOf, seatsOn, take, takeBack } from '#tests/world/deeds.ts'
import { where } from '#tests/world/tidewater.ts'

async function makeCrowd(house: TestHouse, count: number): Promise<Viewer[]> {
  const numbers = Array.from({ length: count }, (_, at) => at + 1)
  const accounts = await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', async (tx) => {
      const made: number[] = []
      for (const number of numbers) {
        const name = `Crowd ${String.fromCodePoint(64 + number)}`
        const person = { name, email: `crowd${number}@example.org`, zone: 'UTC', passwordHash: '', isAdmin: false }
        made.push(await makeAccount(tx, person))
      }
      return made
    }),
  )
  const viewers = accounts.map((account): Viewer => ({ kind: 'person', account, session: 0, isAdmin: false }))
  for (const viewer of viewers) await house.act(viewer, (ctx) => joinCommunity(ctx, where.community))
  return viewers
}

/** What was refused, by its code; anything that broke instead breaks the test. */
const codesOf = (outcomes: readonly PromiseSettledResult<unknown>[]): string[] =>
  outcomes.flatMap((outcome) => {
    if (outcome.status === 'fulfilled') return []
    if (outcome.reason instanceof Refusal) return [outcome.reason.code]
    throw outcome.reason
  })

test('thirty people want one place: one has it, and the others read who', async () => {
  await using house = await openHouse()
  const crowd = await makeCrowd(house, 30)
  const day = (await dayOn(house, '11-02')).id
  const outcomes = await Promise.allSettled(
    crowd.map((viewer) => house.act(viewer, (ctx) => claimDay(ctx, where, { day, zone: undefined }))),
  )
  assert.deepEqual(
    codesOf(outcomes),
    Array.from({ length: 29 }, () => 'claim/taken'),
  )
  assert.equal((await seatsOn(house, '11-02')).length, 1)
  assert.equal((await rowsOf(house, 'claim_turns')).length, 1)
})

test('thirty people want seven places: seven have one each, numbered from one', async () => {
  await using house = await openHouse()
  const crowd = await makeCrowd(house, 30)
  await changeDay(house, '11-02', { places: 7 })
  const day = (await dayOn(house, '11-02')).id
  await Promise.allSettled(
    crowd.map((viewer) => house.act(viewer, (ctx) => claimDay(ctx, where, { day, zone: undefined }))),
  )
  const seats = await seatsOn(house, '11-02')
  assert.deepEqual(
    seats.map((seat) => seat.split(' ')[0]),
    ['1', '2', '3', '4', '5', '6', '7'],
  )
})

test('a place comes free while two want it: one of the two has it at the most, and never both', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  const outcomes = await Promise.allSettled([
    take(house, 'ismay', '11-02'),
    giveBack(house, 'oriel', claim),
    take(house, 'nour', '11-02'),
  ])
  assert.ok(codesOf(outcomes).length >= 1)
  assert.ok((await seatsOn(house, '11-02')).length <= 1)
})

test('somebody takes back what somebody else takes: one of the two has it', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  await giveBack(house, 'oriel', claim)
  const outcomes = await Promise.allSettled([takeBack(house, 'oriel', claim), take(house, 'ismay', '11-02')])
  assert.deepEqual(codesOf(outcomes), ['claim/taken'])
  assert.equal((await seatsOn(house, '11-02')).length, 1)
})

test('two who want to change places by moving at once keep what they have', async () => {
  await using house = await openHouse()
  const one = await take(house, 'oriel', '11-02')
  const other = await take(house, 'ismay', '11-03')
  const outcomes = await Promise.allSettled([move(house, 'oriel', one, '11-03'), move(house, 'ismay', other, '11-02')])
  assert.deepEqual(codesOf(outcomes), ['claim/taken', 'claim/taken'])
  assert.deepEqual(await seatsOn(house, '11-02'), ['1 Oriel Finch'])
  assert.deepEqual(await seatsOn(house, '11-03'), ['1 ismay_writes'])
})

test('two who move to the same free day at once: one is there, the other has kept the old one', async () => {
  await using house = await openHouse()
  const one = await take(house, 'oriel', '11-02')
  const other = await take(house, 'ismay', '11-03')
  const outcomes = await Promise.allSettled([move(house, 'oriel', one, '11-05'), move(house, 'ismay', other, '11-05')])
  assert.deepEqual(codesOf(outcomes), ['claim/taken'])
  const seats = [
    ...(await seatsOn(house, '11-02')),
    ...(await seatsOn(house, '11-03')),
    ...(await seatsOn(house, '11-05')),
  ]
  assert.deepEqual(seats.map((seat) => seat.slice(2)).toSorted(), ['Oriel Finch', 'ismay_writes'])
})

test('one person at two devices takes one day once, and no more days than allowed', async () => {
  await using house = await openHouse()
  const same = await Promise.all([take(house, 'oriel', '11-02'), take(house, 'oriel', '11-02')])
  assert.equal(same[0].id, same[1].id)
  const outcomes = await Promise.allSettled(
    (['11-03', '11-04', '11-05'] as const).map((on) => take(house, 'oriel', on)),
  )
  assert.deepEqual(codesOf(outcomes), ['claim/limit', 'claim/limit'])
})

test('given back twice at once is given back once', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  await Promise.all([giveBack(house, 'oriel', claim), giveBack(house, 'mara', claim)])
  assert.equal((await logOf(house, claim)).length, 2)
})
