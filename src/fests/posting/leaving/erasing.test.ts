// After leaving: what can be undone for thirty days, and what is erased then.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysLong } from '#src/kit/instants.ts'
import { addName } from '#src/people/accounts/names/names.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { refused, rowsOf } from '#tests/world/deeds.ts'
import { comesBack, everythingKept, full, leave, seen, statesOf } from '#tests/world/leaving.ts'
import { bringPictureAs } from '#tests/world/pictures.ts'
import { accountOf, where } from '#tests/world/tidewater.ts'

const round = paths.round(where.community, where.round)
const nobody = 'Somebody who has left'

test('two works that were left without a name have nothing in common, also in what is kept of them', async () => {
  await using house = await openHouse()
  const told = await full(house)
  await leave(house, 'oriel', 'nameless')
  house.pass(daysLong(31))
  await house.runJobs()
  await house.act({ kind: 'host' }, async ({ db }) => {
    const creators = await db
      .selectFrom('work_creators')
      .innerJoin('pen_names', 'pen_names.id', 'work_creators.pen_name_id')
      .innerJoin('works', 'works.id', 'work_creators.work_id')
      .select(['works.id', 'pen_names.id as penName', 'pen_names.account_id', 'pen_names.stands_for'])
      .select(['works.created_by', 'works.once_key'])
      .execute()
    assert.deepEqual(new Set(creators.map(({ id }) => id)), new Set([told.kept, told.standIn, told.extra]))
    assert.equal(new Set(creators.map(({ penName }) => penName)).size, 3)
    for (const row of creators)
      assert.deepEqual([row.account_id, row.stands_for, row.created_by, row.once_key], [null, null, null, null])
    const pieces = await db.selectFrom('pieces').select('made_by').execute()
    assert.ok(pieces.every(({ made_by }) => made_by === null))
    const turns = await db.selectFrom('claim_turns').select('by_account').execute()
    assert.ok(turns.every(({ by_account }) => by_account !== accountOf('oriel')))
  })
})

for (const works of ['named', 'nameless', 'deleted'] as const) {
  test(`within thirty days whoever left (${works}) comes back to their works as they were`, async () => {
    await using house = await openHouse()
    const told = await full(house)
    await leave(house, 'oriel', works)
    house.pass(daysLong(30) - 1)
    await house.runJobs()
    assert.equal(await comesBack(house, 'oriel'), accountOf('oriel'))
    const after = await Promise.all([told.kept, told.standIn, told.extra].map((id) => seen(house, paths.work(id))))
    for (const text of after) assert.match(text, /Oriel Finch/)
    const mine = await (await house.as('oriel')).visit(paths.workHistory(told.draft))
    assert.equal(mine.status, 200)
    const names = (await rowsOf(house, 'pen_names')).filter(({ name }) => name === nobody)
    assert.deepEqual(names, [])
    assert.equal((await refused(comesBack(house, 'oriel'))).code, 'coming-back/wrong')
  })
}

test('a day that was kept is kept again for whoever comes back with their works', async () => {
  await using house = await openHouse()
  const told = await full(house)
  house.at('2026-11-25T12:00:00.000Z')
  await house.runJobs()
  assert.deepEqual(await statesOf(house), ['kept', 'closed'])
  await leave(house, 'oriel', 'deleted')
  assert.deepEqual(await statesOf(house), ['closed', 'closed'])
  await comesBack(house, 'oriel')
  assert.deepEqual(await statesOf(house), ['kept', 'closed'])
  assert.match(await seen(house, round), /The Kept One/)
  assert.equal((await house.guest().visit(paths.work(told.kept))).status, 200)
})

test('after thirty days nobody comes back, and nothing of the person is left in any table', async () => {
  await using house = await openHouse()
  await full(house)
  await house.act('oriel', (ctx) => addName(ctx, 'Never Used'))
  await leave(house, 'oriel', 'nameless')
  house.pass(daysLong(30))
  assert.equal((await refused(comesBack(house, 'oriel'))).code, 'coming-back/wrong')
  await house.runJobs()
  assert.equal((await refused(comesBack(house, 'oriel'))).code, 'coming-back/wrong')
  const kept = await everythingKept(house)
  assert.doesNotMatch(kept, /Oriel|oriel@|Never Used|Not Yet Written|argon2/)
  const revisions = await house.act({ kind: 'host' }, ({ db }) => db.selectFrom('work_revisions').selectAll().execute())
  assert.deepEqual(revisions, [])
})

test('works that were left behind are still read when their writer has been erased', async () => {
  await using house = await openHouse()
  const told = await full(house)
  await leave(house, 'oriel', 'named')
  house.pass(daysLong(31))
  await house.runJobs()
  assert.match(await seen(house, paths.work(told.kept)), /The Kept One.*Oriel Finch|Oriel Finch.*The Kept One/)
  assert.match(await seen(house, paths.work(told.kept)), /Dear Tobias/)
  assert.doesNotMatch(await everythingKept(house), /oriel@|Not Yet Written/)
  const book = await house.app.request(`http://fest.example${paths.workEpub(told.kept)}`)
  assert.equal(book.status, 200)
})

test('works that went with their writer are erased with all that belonged to them', async () => {
  await using house = await openHouse()
  await full(house)
  await leave(house, 'oriel', 'deleted')
  house.pass(daysLong(31))
  await house.runJobs()
  assert.doesNotMatch(await everythingKept(house), /The Kept One|Something Small|For All of You|Oriel|oriel@/)
})

test('the address is free for a new account only when the old one has been erased', async () => {
  await using house = await openHouse()
  await leave(house, 'oriel', 'deleted')
  house.pass(daysLong(31))
  await house.runJobs()
  assert.doesNotMatch(await everythingKept(house), /oriel@example/)
  await house.act('ismay', (ctx) => addName(ctx, 'Oriel Finch'))
})

test('the pictures of works that are erased are erased, and nothing says who brought those that stay', async () => {
  for (const works of ['deleted', 'named'] as const) {
    await using house = await openHouse()
    const told = await full(house)
    await bringPictureAs(house, 'oriel', told.kept)
    await house.runJobs()
    await leave(house, 'oriel', works)
    house.pass(daysLong(31))
    await house.runJobs()
    const kept = await house.act({ kind: 'host' }, async ({ db }) => ({
      files: await db.selectFrom('files').select('id').execute(),
      pictures: await db.selectFrom('work_pictures').select('brought_by').execute(),
    }))
    assert.equal(kept.files.length > 0, works === 'named')
    assert.deepEqual(kept.pictures, works === 'named' ? [{ brought_by: null }] : [])
  }
})
