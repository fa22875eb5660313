// Something small for the day and the piece it stands for: each leads to the other, for those who may see both under one name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withdrawPiece } from '#src/fests/posting/taking-down.ts'
import { placeInRound } from '#src/fests/posting/pieces-seen.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import type { Viewer } from '#src/platform/context.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { giveBack, take } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'
import { post, saidOf } from '#tests/world/pieces.ts'

const guest: Viewer = { kind: 'guest' }

const place = (house: TestHouse, work: number, who: PersonName | Viewer = guest) =>
  house.act(who, async (ctx) => placeInRound(ctx, await beholderOf(ctx.db, ctx.viewer), work))

/** What the page of a stand-in leads to, and whether it says that more comes. */
async function tells(house: TestHouse, work: number, who: PersonName | Viewer = guest) {
  const at = await place(house, work, who)
  return [at?.main?.work.title, at?.moreToCome]
}

/** A stand-in on Oriel's day, and on the day after that the main piece, in grace. */
async function both(house: TestHouse, change: Record<string, 0 | 1 | string> = {}) {
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T20:00:00.000Z')
  const small = (await post(house, 'oriel', { claim: claim.id, role: 'stand-in', said: saidOf({ title: 'Small' }) }))
    .work
  house.at('2026-11-05T20:00:00.000Z')
  const main = (await post(house, 'oriel', { claim: claim.id, said: saidOf({ title: 'Main' }) })).work
  if (Object.keys(change).length > 0) {
    await house.act({ kind: 'host' }, (ctx) =>
      ctx.atomically('nothing', ({ db }) => db.updateTable('works').set(change).where('id', '=', main).execute()),
    )
  }
  return { claim, small, main }
}

test('until the main piece is in, a stand-in says that more comes; then it leads there, and back', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T20:00:00.000Z')
  const small = (await post(house, 'oriel', { claim: claim.id, role: 'stand-in', said: saidOf({ title: 'Small' }) }))
    .work
  assert.deepEqual(await tells(house, small), [undefined, true])
  house.at('2026-11-05T20:00:00.000Z')
  const main = (await post(house, 'oriel', { claim: claim.id, said: saidOf({ title: 'Main' }) })).work
  assert.deepEqual(await tells(house, small), ['Main', false])
  assert.deepEqual(
    (await place(house, main))?.standIns.map(({ work }) => work.title),
    ['Small'],
  )
})

test('two stand-ins lead to one main piece', async () => {
  await using house = await openHouse()
  const { claim, main } = await both(house)
  house.at('2026-11-05T21:00:00.000Z')
  await post(house, 'oriel', { claim: claim.id, role: 'stand-in', said: saidOf({ title: 'Smaller' }) })
  assert.deepEqual(
    (await place(house, main))?.standIns.map(({ work }) => work.title),
    ['Small', 'Smaller'],
  )
})

for (const [what, change] of [
  ['a draft again', { state: 'draft' }],
  ['unrevealed', { is_unrevealed: 1 }],
  ['for members', { audience: 'members' }],
  ['hidden by a mod', { hidden_at: '2026-11-05T20:30:00.000Z' }],
  ['deleted', { deleted_at: '2026-11-05T20:30:00.000Z' }],
] as const) {
  test(`while the main piece is ${what}, a guest reads on its stand-in what was read before it came, until the round is over`, async () => {
    await using house = await openHouse()
    const { small } = await both(house, change)
    assert.deepEqual(await tells(house, small), [undefined, true])
    house.at('2026-12-01T12:00:00.000Z')
    await house.runJobs()
    assert.deepEqual(await tells(house, small), [undefined, false])
  })
}

test('its writer, who may see the hidden main piece, is led there', async () => {
  await using house = await openHouse()
  const { small } = await both(house, { is_unrevealed: 1 })
  assert.deepEqual(await tells(house, small, 'oriel'), ['Main', false])
})

test('where one of the two hides its name no link ties them, because it would tell whose the other is', async () => {
  await using house = await openHouse()
  const { small, main } = await both(house, { is_anonymous: 1 })
  assert.equal((await place(house, small))?.main, undefined)
  assert.deepEqual((await place(house, main))?.standIns, [])
  assert.equal((await place(house, small, 'mara'))?.main?.work.title, 'Main')
})

test('two pen names are never tied', async () => {
  await using house = await openHouse()
  const { small, main } = await both(house)
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('work_creators').set({ pen_name_id: 4 }).where('work_id', '=', main).execute(),
    ),
  )
  assert.equal((await place(house, small))?.main, undefined)
  assert.deepEqual((await place(house, main))?.standIns, [])
})

test('a main piece that never comes: when the round is over nothing is awaited any more', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T20:00:00.000Z')
  const small = (await post(house, 'oriel', { claim: claim.id, role: 'stand-in', said: saidOf({ title: 'Small' }) }))
    .work
  house.at('2026-11-18T12:00:00.000Z')
  await house.runJobs()
  assert.deepEqual(await tells(house, small), [undefined, true])
  house.at('2026-11-19T12:00:00.000Z')
  assert.deepEqual(await tells(house, small), [undefined, false])
})

test('once the day is given back nothing more is awaited', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T20:00:00.000Z')
  const small = (await post(house, 'oriel', { claim: claim.id, role: 'stand-in', said: saidOf({ title: 'Small' }) }))
    .work
  await giveBack(house, 'oriel', claim)
  assert.deepEqual(await tells(house, small), [undefined, false])
})

test('a stand-in that is taken down takes its link with it and leaves the claim as it was', async () => {
  await using house = await openHouse()
  const { claim, small, main } = await both(house)
  await house.act('oriel', (ctx) => withdrawPiece(ctx, small))
  assert.deepEqual((await place(house, main))?.standIns, [])
  const kept = await house.act({ kind: 'host' }, ({ db }) =>
    db.selectFrom('claims').select('state').where('id', '=', claim.id).executeTakeFirstOrThrow(),
  )
  assert.equal(kept.state, 'kept')
})
