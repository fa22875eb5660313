// New zone data: every promise that is still to come is reckoned again from its wall, once for each version.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { followZoneData } from '#src/moderation/instance/zone-data.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { rowsOf, take } from '#tests/world/deeds.ts'

const host = { kind: 'host' } as const
const follow = (house: TestHouse, version: string): Promise<void> =>
  house.act(host, (ctx) => followZoneData(ctx, version))

/** As earlier zone data had it: claiming opens, and the day of a claim begins, an hour later than today's say. */
const writeAsBefore = (house: TestHouse): Promise<void> =>
  house.act(host, (ctx) =>
    ctx.atomically('nothing', async ({ db }) => {
      const opens = { wall: '2026-10-30T18:00', zone: 'Europe/Lisbon', at: '2026-10-30T19:00:00.000Z' }
      const set = { claims_open_wall: opens.wall, claims_open_zone: opens.zone, claims_open_at: opens.at as never }
      await db.updateTable('rounds').set(set).execute()
      await db
        .updateTable('claims')
        .set({ starts_at: '2026-11-02T01:00:00.000Z' as never })
        .execute()
    }),
  )

const promises = async (house: TestHouse): Promise<unknown[]> => [
  (await rowsOf(house, 'rounds'))[0]?.claims_open_at,
  (await rowsOf(house, 'claims'))[0]?.starts_at,
]

test('a new version moves what is promised to its wall; the first one it meets and the same one again move nothing', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-02')
  await writeAsBefore(house)
  const before = await promises(house)
  await follow(house, '2026a')
  await follow(house, '2026a')
  assert.deepEqual(await promises(house), before)
  await follow(house, '2026b')
  assert.deepEqual(await promises(house), ['2026-10-30T18:00:00.000Z', '2026-11-02T00:00:00.000Z'])
})
