// What a holder hears of the clock: one kind mail when grace has passed, at most one when the round is over, and nothing twice.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Updateable } from 'kysely'
import { restorePiece, withdrawPiece } from '#src/fests/posting/taking-down.ts'
import { openRound, planRound } from '#src/fests/rounds/rounds.ts'
import type { RoundsTable } from '#src/schema/fests/rounds.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { changeDay, enter, move, take } from '#tests/world/deeds.ts'
import { post } from '#tests/world/pieces.ts'
import { day, lanterns, where } from '#tests/world/tidewater.ts'

/** Without the receipts. */
async function heard(house: TestHouse): Promise<{ subject: string; body: string }[]> {
  await house.runJobs()
  return (await house.mailbox()).filter(({ subject }) => !subject.startsWith('Your day'))
}

test('when grace has passed without a piece one mail names the next free-for-all day, with nothing to explain', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-04')
  house.at('2026-11-06T00:00:01.000Z')
  const [mail, ...more] = await heard(house)
  assert.equal(mail?.subject, 'Your piece is welcome on Monday 16 November')
  assert.match(mail?.body ?? '', /Wednesday 4 November in Lantern Season and its grace have passed\./)
  assert.match(mail?.body ?? '', /The next free-for-all day is Monday 16 November\..*Nothing to explain\.$/)
  assert.doesNotMatch(mail?.body ?? '', /\blate\b|missed|deadline/i)
  assert.deepEqual(more, [])
  house.at('2026-11-07T12:00:00.000Z')
  assert.equal((await heard(house)).length, 1)
})

test('a piece that came, or a part, is told nothing by the clock', async () => {
  await using house = await openHouse()
  const one = await take(house, 'oriel', '11-04')
  const other = await take(house, 'ismay', '11-05')
  house.at('2026-11-05T12:00:00.000Z')
  await post(house, 'oriel', { claim: one.id })
  await post(house, 'ismay', { claim: other.id, role: 'part' })
  house.at('2026-11-09T12:00:00.000Z')
  assert.deepEqual(await heard(house), [])
})

test('whoever said that it will be later needs no telling', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('claims').set({ said_later: 1 }).where('id', '=', claim.id).execute(),
    ),
  )
  house.at('2026-11-09T12:00:00.000Z')
  assert.deepEqual(await heard(house), [])
})

test('what its holder does to a piece of theirs is told to nobody', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  await house.act('oriel', (ctx) => withdrawPiece(ctx, work))
  await house.act('oriel', (ctx) => restorePiece(ctx, work))
  assert.deepEqual(await heard(house), [])
})

test('a reserved name gets none of it', async () => {
  await using house = await openHouse()
  await enter(house, 'mara', 'Ann Teak', '11-04')
  house.at('2026-12-09T12:00:00.000Z')
  assert.deepEqual(await heard(house), [])
})

test('where no free-for-all day comes any more the piece is welcome at once', async () => {
  await using house = await openHouse()
  await changeDay(house, '11-16', { kind: 'closed' })
  await changeDay(house, '11-17', { kind: 'closed' })
  await take(house, 'oriel', '11-04')
  house.at('2026-11-06T00:00:01.000Z')
  const [mail] = await heard(house)
  assert.match(mail?.body ?? '', /goes up as soon as you post it/)
})

test('when the round is over one mail says that the pieces are still welcome, for all days of one person', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-04')
  await take(house, 'oriel', '11-12')
  for (const at of ['2026-11-06T12:00:00.000Z', '2026-11-14T12:00:00.000Z']) {
    house.at(at)
    await house.runJobs()
  }
  const before = (await heard(house)).length
  house.at('2026-11-20T12:00:00.000Z')
  const mails = (await heard(house)).slice(before)
  assert.deepEqual(
    mails.map(({ subject }) => subject),
    ['Lantern Season is over, and your piece is still welcome'],
  )
  assert.match(mails[0]?.body ?? '', /your piece for Wednesday 4 November and Thursday 12 November/)
  house.at('2027-01-20T12:00:00.000Z')
  assert.equal((await heard(house)).length, before + 1)
})

test('after a long silence of the server only what still stands is said', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-04')
  house.at('2026-12-09T12:00:00.000Z')
  const mails = await heard(house)
  assert.deepEqual(
    mails.map(({ subject }) => subject),
    ['Lantern Season is over, and your piece is still welcome'],
  )
})

test('a claim that a mod has moved meanwhile is not told of a grace that is no longer its own', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-09T12:00:00.000Z')
  await move(house, 'mara', claim, '11-12')
  assert.deepEqual(await heard(house), [])
})

/** As its mods have chosen for what comes after grace, and after the end. */
const choose = (house: TestHouse, set: Pick<Updateable<RoundsTable>, 'after_round' | 'later_rule'>) =>
  house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) => db.updateTable('rounds').set(set).execute()),
  )

test('a round that puts later pieces up at once says so', async () => {
  await using house = await openHouse()
  await choose(house, { later_rule: 'at-once' })
  await take(house, 'oriel', '11-04')
  house.at('2026-11-06T00:00:01.000Z')
  const [mail] = await heard(house)
  assert.match(
    mail?.body ?? '',
    /is Monday 16 November\. It need not wait for it: this round puts it up as soon as you post it/,
  )
})

test('after the end it is said what the round has chosen: its mods are asked first', async () => {
  await using house = await openHouse()
  await choose(house, { after_round: 'ask-mods' })
  await take(house, 'oriel', '11-04')
  house.at('2026-12-09T12:00:00.000Z')
  const [mail] = await heard(house)
  assert.match(mail?.body ?? '', /still welcome\. Please ask the mods first/)
})

test('a round that takes nothing more since the next one opened promises nothing', async () => {
  await using house = await openHouse()
  await choose(house, { after_round: 'until-next' })
  await take(house, 'oriel', '11-04')
  house.at('2026-11-10T12:00:00.000Z')
  await house.runJobs()
  const before = await heard(house)
  await house.act('mara', async (ctx) => {
    const next = { ...lanterns, name: 'The Next', first: day('2026-12-01'), last: day('2026-12-09') }
    await openRound(ctx, where.community, (await planRound(ctx, where.community, next)).slug)
  })
  house.at('2026-12-15T12:00:00.000Z')
  assert.deepEqual(await heard(house), before)
})
