// Under which day a piece is listed: its own while it is on time, the day it came afterwards, and its own points there.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seePieces } from '#src/fests/posting/pieces-seen.ts'
import { guestBeholder } from '#src/library/works/beholders.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { changeDay, type Claimed, giveBack, take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import type { PersonName } from '#tests/world/people.ts'

/** Title, day it is listed under, day it came, day it was for where that is another. */
async function listed(house: TestHouse): Promise<(string | null | undefined)[][]> {
  const { listed: pieces } = await house.act({ kind: 'guest' }, (ctx) => seePieces(ctx, guestBeholder, 1))
  const short = (day: string | null | undefined) => day?.slice(5)
  return pieces.map(({ work, piece, on, claimedOn, cameLater }) => [
    work.title,
    short(on),
    short(piece.cameOn),
    ...(claimedOn === undefined ? [] : [short(claimedOn)]),
    ...(cameLater ? ['later'] : []),
  ])
}

const hand = (house: TestHouse, who: PersonName, claim: Claimed, title: string, role: 'main' | 'stand-in' = 'main') =>
  post(house, who, { claim: claim.id, role, said: saidOf({ title }) })

test('on its day and in grace a piece stands under its day', async () => {
  await using house = await openHouse()
  const [day, grace] = [await take(house, 'oriel', '11-04'), await take(house, 'nour', '11-05')]
  house.at('2026-11-04T20:00:00.000Z')
  await hand(house, 'oriel', day, 'On the day')
  house.at('2026-11-06T12:00:00.000Z')
  await hand(house, 'nour', grace, 'In grace')
  assert.deepEqual(await listed(house), [
    ['On the day', '11-04', '11-04'],
    ['In grace', '11-05', '11-06'],
  ])
})

test('a piece that was scheduled came on the day it went up, not when it was handed in', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  await hand(house, 'oriel', claim, 'Early bird')
  house.at('2026-11-04T09:00:00.000Z')
  await house.runJobs()
  assert.deepEqual(await listed(house), [['Early bird', '11-04', '11-04']])
})

test('on a free-for-all day a piece that grace did not wait for stands under that day, and its own day points to it', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-16T12:00:00.000Z')
  await house.runJobs()
  await hand(house, 'oriel', claim, 'At last')
  assert.deepEqual(await listed(house), [['At last', '11-16', '11-16', '11-04']])
})

test('what waits for a free-for-all day stands under the one on which it went up', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-09T12:00:00.000Z')
  await house.runJobs()
  assert.equal((await hand(house, 'oriel', claim, 'Waits')).state, 'scheduled')
  await changeDay(house, '11-12', { kind: 'free', places: 0 })
  house.at('2026-11-16T12:00:00.000Z')
  await house.runJobs()
  assert.deepEqual(await listed(house), [['Waits', '11-16', '11-16', '11-04']])
})

test('what comes in the grace of a free-for-all day stands under it', async () => {
  await using house = await openHouse()
  house.at('2026-11-18T12:00:00.000Z')
  await post(house, 'oriel', { said: saidOf({ title: 'In the grace of the last' }) })
  assert.deepEqual(await listed(house), [['In the grace of the last', '11-17', '11-18']])
})

test('after the round a piece stands under no day, and its own says that it came afterwards', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-12-24T12:00:00.000Z')
  await house.runJobs()
  await hand(house, 'oriel', claim, 'Long after')
  assert.deepEqual(await listed(house), [['Long after', undefined, '12-24', '11-04', 'later']])
})

test('by the round’s own midnight a free-for-all day begins for everybody at once', async () => {
  await using house = await openHouse()
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) => db.updateTable('rounds').set({ midnight: 'round' }).execute()),
  )
  // It is the 16th in Auckland, and still the 15th in Lisbon.
  house.at('2026-11-15T14:00:00.000Z')
  await assert.rejects(post(house, 'tane'), { code: 'post/not-free' })
  house.at('2026-11-16T00:30:00.000Z')
  await post(house, 'tane', { said: saidOf({ title: 'From the reeds' }) })
  assert.deepEqual(await listed(house), [['From the reeds', '11-16', '11-16']])
})

test('a stand-in of a day that was given back says nothing of that day any more', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-08T12:00:00.000Z')
  await house.runJobs()
  await hand(house, 'oriel', claim, 'Small', 'stand-in')
  assert.deepEqual(await listed(house), [['Small', '11-08', '11-08', '11-04']])
  await giveBack(house, 'oriel', claim)
  assert.deepEqual(await listed(house), [['Small', '11-08', '11-08']])
})
