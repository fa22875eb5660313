// Row 17: a piece that came after grace waits for the next free-for-all day, and a mod may let it through.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { type Claimed, logOf, refused, rowsOf, take } from '#tests/world/deeds.ts'
import { post } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'
import { letPieceThrough } from './letting-through.ts'

async function waiting(house: TestHouse): Promise<{ claim: Claimed; work: number }> {
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-09T12:00:00.000Z')
  await house.runJobs()
  const { work, state } = await post(house, 'oriel', { claim: claim.id })
  assert.equal(state, 'scheduled')
  return { claim, work }
}

test('a mod lets it through: it is up now, its day is kept, and its writer is told', async () => {
  await using house = await openHouse()
  const { claim, work } = await waiting(house)
  const mara = await house.as('mara')
  const page = await mara.visit(paths.claim(where.community, where.round, claim.id))
  assert.match(page.text, /Its piece waits/)
  house.at('2026-11-10T10:00:00.000Z')
  const after = await mara.submit(paths.claimLettingThrough(where.community, where.round, claim.id))
  assert.equal(after.path, paths.work(work))
  assert.match(after.text, /It is up\. Its writer is told\./)
  assert.equal((await house.guest().visit(paths.work(work))).status, 200)
  assert.deepEqual((await logOf(house, claim)).at(-1), '17 let-through mod later>kept')
  assert.deepEqual(
    (await rowsOf(house, 'claims')).map(({ state, main_life }) => [state, main_life]),
    [['kept', 'up']],
  )
  await house.runJobs()
  const mail = (await house.mailbox()).at(-1)
  assert.equal(mail?.subject, 'Your piece for Wednesday 4 November is up')
  assert.match(mail?.body ?? '', /did not have to wait for the next free-for-all day/)
})

test('it stands under the day it came, as what comes after grace does', async () => {
  await using house = await openHouse()
  const { claim, work } = await waiting(house)
  house.at('2026-11-10T10:00:00.000Z')
  await house.act('mara', (ctx) => letPieceThrough(ctx, where, claim.id))
  const shown = await house.guest().visit(paths.work(work))
  assert.match(shown.text, /For Tuesday 10 November/)
})

test('the free-for-all day finds nothing left to do', async () => {
  await using house = await openHouse()
  const { claim, work } = await waiting(house)
  await house.act('mara', (ctx) => letPieceThrough(ctx, where, claim.id))
  house.at('2026-11-16T12:00:00.000Z')
  await house.runJobs()
  assert.equal((await logOf(house, claim)).filter((line) => line.includes('goes-live')).length, 0)
  assert.match((await house.guest().visit(paths.work(work))).text, /Posted 9 November/)
})

test('where nothing waits a mod is told so, and pressed twice it is done once', async () => {
  await using house = await openHouse()
  const held = await take(house, 'ismay', '11-12')
  assert.equal(
    (await refused(house.act('mara', (ctx) => letPieceThrough(ctx, where, held.id)))).code,
    'claim/nothing-waits',
  )
  const { claim } = await waiting(house)
  await house.act('mara', (ctx) => letPieceThrough(ctx, where, claim.id))
  const again = await refused(house.act('mara', (ctx) => letPieceThrough(ctx, where, claim.id)))
  assert.equal(again.kind, 'taken')
})

test('its writer cannot do it, and for everybody else there is no such claim', async () => {
  await using house = await openHouse()
  const { claim } = await waiting(house)
  const asked = (who: 'oriel' | 'ismay' | 'stranger') =>
    refused(house.act(who, (ctx) => letPieceThrough(ctx, where, claim.id)))
  assert.equal((await asked('oriel')).code, 'claim/mods-only')
  assert.equal((await asked('ismay')).code, 'claim/missing')
  assert.equal((await asked('stranger')).code, 'claim/missing')
  const oriel = await house.as('oriel')
  const page = await oriel.visit(paths.claim(where.community, where.round, claim.id))
  assert.doesNotMatch(page.html, /letting-through|for mods/)
})
