// What time does to claims: each turn once, with the date it should have had, however late the sweep comes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recomputeClaims, turnDueClaims } from '#src/fests/claims/claim-sweep.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { changeDay, giveBack, logOf, refused, rowsOf, saveDays, seatsOn, take, takeBack } from '#tests/world/deeds.ts'
import { bringRoundBack, deleteRound } from '#src/fests/rounds/deletion.ts'
import { day, inContext, where } from '#tests/world/tidewater.ts'

const clock = { kind: 'clock' } as const
const sweep = (house: TestHouse): Promise<void> => house.act(clock, turnDueClaims)
const stateOf = async (house: TestHouse): Promise<unknown> => (await rowsOf(house, 'claims'))[0]?.state

/** As if a row had been written by earlier zone data. */
const writeClaim = (house: TestHouse, set: Record<string, string>): Promise<unknown> =>
  house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) => db.updateTable('claims').set(set).execute()),
  )

test('nothing turns before its moment, and grace turns at it', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'ismay', '11-02')
  house.at('2026-11-04T07:59:59.999Z')
  await sweep(house)
  assert.equal(await stateOf(house), 'held')
  house.at('2026-11-04T08:00:00.000Z')
  await sweep(house)
  assert.deepEqual(await logOf(house, claim), ['1 claim holder none>held', '15 grace-passes clock held>later'])
  assert.deepEqual(await seatsOn(house, '11-02'), ['1 ismay_writes'])
})

test('a sweep that comes days later turns with the date that was promised', async () => {
  await using house = await openHouse()
  await take(house, 'ismay', '11-02')
  house.at('2026-11-09T03:00:00.000Z')
  await sweep(house)
  const turn = (await rowsOf(house, 'claim_turns')).at(-1)
  assert.equal(turn?.counts_at, '2026-11-04T08:00:00.000Z')
  assert.equal(turn?.made_at, '2026-11-09T03:00:00.000Z')
  assert.deepEqual([turn?.by_whom, turn?.by_account], ['clock', null])
})

test('the end of the round closes what has not come', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'ismay', '11-02')
  house.at('2026-11-10T00:00:00.000Z')
  await sweep(house)
  house.at('2026-11-19T07:59:59.999Z')
  await sweep(house)
  assert.equal(await stateOf(house), 'later')
  house.at('2026-11-19T08:00:00.000Z')
  await sweep(house)
  assert.equal((await logOf(house, claim)).at(-1), '22 round-ends clock later>closed')
})

test('a server that was down over both ends makes both turns, each with its own date', async () => {
  await using house = await openHouse()
  await take(house, 'ismay', '11-02')
  house.at('2026-12-24T00:00:00.000Z')
  await sweep(house)
  const turns = (await rowsOf(house, 'claim_turns')).map((turn) => [turn.to_state, turn.counts_at])
  assert.deepEqual(turns.slice(1), [
    ['later', '2026-11-04T08:00:00.000Z'],
    ['closed', '2026-11-19T08:00:00.000Z'],
  ])
})

test('sweeping again, or twice at once, turns once', async () => {
  await using house = await openHouse()
  await take(house, 'ismay', '11-02')
  await take(house, 'oriel', '11-03')
  await take(house, 'nour', '11-04')
  house.at('2026-11-09T00:00:00.000Z')
  await Promise.all([sweep(house), sweep(house), sweep(house)])
  await sweep(house)
  assert.equal((await rowsOf(house, 'claim_turns')).length, 6)
})

test('what was given back is left alone by the clock', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'ismay', '11-02')
  await giveBack(house, 'ismay', claim)
  house.at('2026-12-24T00:00:00.000Z')
  await sweep(house)
  assert.equal(await stateOf(house), 'given-back')
})

test('a claim that cannot be turned does not keep the others from their turn', async () => {
  await using house = await openHouse()
  await take(house, 'ismay', '11-02')
  const other = await take(house, 'oriel', '11-03')
  house.at('2026-11-09T00:00:00.000Z')
  let isFirst = true
  const ground = {
    ...house.ground,
    reactionsTo: () => {
      if (!isFirst) return []
      isFirst = false
      throw new Error('This one cannot be turned')
    },
  }
  await inContext(ground, clock, turnDueClaims)
  assert.equal((await logOf(house, other)).at(-1), '15 grace-passes clock held>later')
})

test('when zone data change, an end that comes later moves, and one that would come earlier does not', async () => {
  await using house = await openHouse()
  await take(house, 'ismay', '11-02')
  await writeClaim(house, { ends_at: '2026-11-03T06:00:00.000Z', grace_at: '2026-11-04T10:00:00.000Z' })
  await house.act({ kind: 'host' }, recomputeClaims)
  const [row] = await rowsOf(house, 'claims')
  assert.equal(row?.ends_at, '2026-11-03T08:00:00.000Z')
  assert.equal(row?.grace_at, '2026-11-04T10:00:00.000Z')
})

test('the beginning of a day follows the zone data in both directions', async () => {
  await using house = await openHouse()
  for (const wrong of ['2026-11-02T07:00:00.000Z', '2026-11-02T09:00:00.000Z']) {
    await take(house, 'ismay', '11-02')
    await writeClaim(house, { starts_at: wrong })
    await house.act({ kind: 'host' }, recomputeClaims)
    assert.equal((await rowsOf(house, 'claims'))[0]?.starts_at, '2026-11-02T08:00:00.000Z')
  }
})

test('a free-for-all day that is added later is one more to land on for those who hold a day already', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-02')
  await saveDays(house, { added: [{ on: day('2026-11-22'), kind: 'free', places: 0, note: '' }] })
  await house.runJobs()
  assert.equal((await rowsOf(house, 'claims'))[0]?.round_at, '2026-11-24T00:00:00.000Z')
})

test('a free-for-all day that is taken away makes no promised end earlier', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-02')
  const before = (await rowsOf(house, 'claims'))[0]?.round_at
  await changeDay(house, '11-17', { kind: 'gone' })
  await house.runJobs()
  assert.equal((await rowsOf(house, 'claims'))[0]?.round_at, before)
})

test('a person who acts on a claim that no sweep has turned yet acts on what the clock has made of it', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  house.at('2026-11-19T00:00:00.000Z')
  assert.equal((await refused(giveBack(house, 'oriel', claim))).code, 'claim/is-closed')
  assert.equal((await logOf(house, claim)).length, 1)
  house.at('2026-11-06T00:00:00.000Z')
  await giveBack(house, 'oriel', claim)
  assert.equal((await takeBack(house, 'oriel', claim)).state, 'later')
})

test('a round that is deleted while its days change follows them when it comes back', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-02')
  await saveDays(house, { added: [{ on: day('2026-11-22'), kind: 'free', places: 0, note: '' }] })
  const deleted = await house.act('mara', (ctx) => deleteRound(ctx, where.community, where.round))
  await house.runJobs()
  const waiting = await house.act(clock, ({ db }) => db.selectFrom('jobs').select('last_error').execute())
  assert.deepEqual(waiting, [])
  await house.act('mara', (ctx) => bringRoundBack(ctx, where.community, deleted.id))
  await house.runJobs()
  assert.equal((await rowsOf(house, 'claims'))[0]?.round_at, '2026-11-24T00:00:00.000Z')
})
