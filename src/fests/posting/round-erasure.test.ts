// Thirty days after a round was deleted it is erased; what was written for it is not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deleteRound } from '#src/fests/rounds/deletion.ts'
import { lifeOf } from '#src/library/works/work-life.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { rowsOf, take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'

test('a round with pieces goes with its days and claims, its works stay, and what was to go up is a draft again', async () => {
  await using house = await openHouse()
  const [today, later] = [await take(house, 'oriel', '11-04'), await take(house, 'oriel', '11-12')]
  house.at('2026-11-04T20:00:00.000Z')
  const up = (await post(house, 'oriel', { claim: today.id, said: saidOf({ title: 'Up' }) })).work
  const ahead = (await post(house, 'oriel', { claim: later.id, said: saidOf({ title: 'Ahead' }) })).work
  await house.act('mara', (ctx) => deleteRound(ctx, where.community, where.round))
  house.at('2026-11-13T12:00:00.000Z')
  await house.runJobs()
  assert.equal((await rowsOf(house, 'rounds')).length, 1)
  house.at('2026-12-06T12:00:00.000Z')
  await house.runJobs()
  for (const table of ['rounds', 'days', 'claims'] as const) assert.deepEqual(await rowsOf(house, table), [])
  const states = await house.act({ kind: 'host' }, async ({ db }) => [await lifeOf(db, up), await lifeOf(db, ahead)])
  assert.deepEqual(
    states.map((life) => life?.state),
    ['posted', 'draft'],
  )
  assert.equal((await house.guest().visit(`/works/${up}`)).status, 200)
})
