// How many pictures fit, and how quickly they may come.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { post } from '#tests/world/pieces.ts'
import { bringPictureAs } from '#tests/world/pictures.ts'
import { MOST_MEGABYTES, MOST_OF_WORK, mustHaveRoom } from './room.ts'

async function withWork(): Promise<{ house: TestHouse; work: number }> {
  const house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  return { house, work: (await post(house, 'oriel')).work }
}

test('a piece and a person have room for so many pictures, and those who bring one more are told', async () => {
  const { house, work } = await withWork()
  await using _ = house
  await bringPictureAs(house, 'oriel', work)
  await house.runJobs()
  const change = (size: number) =>
    house.act({ kind: 'host' }, (ctx) =>
      ctx.atomically('nothing', ({ db }) => db.updateTable('work_pictures').set({ size }).execute()),
    )
  await change(MOST_MEGABYTES * 1_048_576)
  const full = await bringPictureAs(house, 'oriel', work)
  assert.equal(full.status, 422)
  assert.match(await full.text(), /Your pictures here come to 300 MB/)
  await change(1)
  const by = null
  await house.act('oriel', async ({ db }) => {
    await mustHaveRoom(db, { count: MOST_OF_WORK - 1, by, size: 1 })
    await assert.rejects(mustHaveRoom(db, { count: MOST_OF_WORK, by, size: 1 }), /can have 100 pictures/)
  })
})

test('whoever brings picture after picture is asked to wait', async () => {
  const { house, work } = await withWork()
  await using _ = house
  const statuses = new Set<number>()
  for (let tries = 0; tries < 61; tries += 1)
    statuses.add((await bringPictureAs(house, 'oriel', work, { bytes: new TextEncoder().encode('no picture') })).status)
  assert.deepEqual([...statuses], [422, 429])
})
