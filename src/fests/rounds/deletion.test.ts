// Deleting a round: asked twice, undone for thirty days, and then gone with all that belonged to it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimDay } from '#src/fests/claims/claims.ts'
import { listDays } from '#src/fests/rounds/rounds.ts'
import { daysLong } from '#src/kit/instants.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { where } from '#tests/world/tidewater.ts'

const roundPath = '/c/tidewater/rounds/lantern-season'

async function withAClaim(house: TestHouse): Promise<void> {
  await house.act('oriel', async (ctx) => {
    const [first] = await listDays(ctx.db, 1)
    await claimDay(ctx, where, { day: first?.id ?? 0, zone: undefined })
  })
}

const countRows = (house: TestHouse, table: 'rounds' | 'days' | 'claims' | 'claim_turns'): Promise<number> =>
  house.act({ kind: 'host' }, async ({ db }) => {
    const { count } = await db.selectFrom(table).select(db.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    return count
  })

test('a deleted round is there for nobody, and comes back with every claim on it', async () => {
  await using house = await openHouse()
  await withAClaim(house)
  const mara = await house.as('mara')
  await mara.visit(`${roundPath}/deletion`)
  const after = await mara.submit(`${roundPath}/deletion`)
  assert.match(after.text, /Lantern Season is deleted/)
  for (const who of [mara, await house.as('oriel'), house.guest()]) {
    assert.equal((await who.visit(roundPath)).status, 404)
    assert.equal((await who.visit(`${roundPath}/claims/1`)).status, 404)
    assert.doesNotMatch((await who.visit('/c/tidewater')).text, /Lantern Season/)
  }
  await mara.visit('/c/tidewater/deleted-rounds')
  const back = await mara.submit('/c/tidewater/deleted-rounds')
  assert.match(back.text, /Lantern Season is back/)
  assert.match(back.text, /Oriel Finch/)
})

test('opening the page that asks deletes nothing', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit(`${roundPath}/deletion`)
  assert.equal((await mara.visit(roundPath)).status, 200)
})

test('only mods delete rounds, see what was deleted, and bring it back', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  assert.equal((await oriel.visit(`${roundPath}/deletion`)).status, 403)
  await oriel.visit('/')
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await oriel.visit(roundPath)).html)?.[1] ?? ''
  assert.equal((await oriel.post(`${roundPath}/deletion`, { _csrf: csrf })).status, 403)
  assert.equal((await oriel.visit('/c/tidewater/deleted-rounds')).status, 403)
  assert.equal((await oriel.post('/c/tidewater/deleted-rounds', { _csrf: csrf, round: '1' })).status, 403)
  assert.equal((await house.guest().visit('/c/tidewater/deleted-rounds')).status, 403)
})

test('after thirty days a deleted round is erased with its days and claims, and no sooner', async () => {
  await using house = await openHouse()
  await withAClaim(house)
  const mara = await house.as('mara')
  await mara.visit(`${roundPath}/deletion`)
  await mara.submit(`${roundPath}/deletion`)
  house.pass(daysLong(30) - 1)
  await house.runJobs()
  assert.equal(await countRows(house, 'rounds'), 1)
  house.pass(1)
  await house.runJobs()
  for (const table of ['rounds', 'days', 'claims', 'claim_turns'] as const)
    assert.equal(await countRows(house, table), 0)
})

test('when the thirty days are over it cannot be brought back, even if no sweep has been by', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit(`${roundPath}/deletion`)
  await mara.submit(`${roundPath}/deletion`)
  await mara.visit('/c/tidewater/deleted-rounds')
  house.pass(daysLong(30))
  const refused = await mara.submit('/c/tidewater/deleted-rounds')
  assert.equal(refused.status, 409)
  assert.match(refused.text, /more than 30 days ago/)
})
