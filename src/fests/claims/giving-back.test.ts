// Rows 7, 8 and 20 of the table of claims: giving a day back, who can have it then, and taking it back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hours, minutes } from '#src/kit/instants.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { changeDay, giveBack, logOf, offered, refused, rowsOf, seatsOn, take, takeBack } from '#tests/world/deeds.ts'

test('a day given back before it begins is open again, and the claim takes no place', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  const given = await giveBack(house, 'oriel', claim)
  assert.deepEqual([given.state, given.place], ['given-back', null])
  assert.equal((await logOf(house, claim)).at(-1), '7 give-back holder held>given-back')
  assert.equal((await take(house, 'ismay', '11-02')).state, 'held')
})

test('a day given back is not counted against its person’s limit', async () => {
  await using house = await openHouse()
  const first = await take(house, 'oriel', '11-02')
  await take(house, 'oriel', '11-03')
  await giveBack(house, 'oriel', first)
  assert.equal((await take(house, 'oriel', '11-04')).state, 'held')
})

test('giving back twice is giving back once', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  await giveBack(house, 'oriel', claim)
  await giveBack(house, 'oriel', claim)
  assert.equal((await logOf(house, claim)).length, 2)
})

test('from its start on a day can be given back too; it is open to those for whom it has not begun', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'teuea', '11-02')
  house.at('2026-11-01T12:00:00.000Z')
  await giveBack(house, 'teuea', claim)
  assert.equal((await logOf(house, claim)).at(-1), '8 give-back holder held>given-back')
  assert.match((await refused(take(house, 'tane', '11-02'))).sentence, /^Monday 2 November has begun/)
  assert.equal((await take(house, 'ismay', '11-02')).state, 'held')
})

test('what is expected later can be given back, and taken back until the round is over, whether a sweep came or not', async () => {
  for (const isSwept of [true, false]) {
    await using house = await openHouse()
    const claim = await take(house, 'oriel', '11-02')
    house.at('2026-11-06T12:00:00.000Z')
    if (isSwept) await house.runJobs()
    await giveBack(house, 'oriel', claim)
    assert.equal((await logOf(house, claim)).at(-1), '20 give-back holder later>given-back')
    house.at('2026-11-18T23:59:59.999Z')
    const back = await takeBack(house, 'oriel', claim)
    assert.deepEqual([back.state, back.place], ['later', 1])
    assert.deepEqual(await logOf(house, claim), [
      '1 claim holder none>held',
      '15 grace-passes clock held>later',
      '20 give-back holder later>given-back',
      '20 restore holder given-back>later',
    ])
  }
})

test('a day can be taken back for 24 hours', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  await giveBack(house, 'oriel', claim)
  house.pass(hours(24) - 1)
  const back = await takeBack(house, 'oriel', claim)
  assert.deepEqual([back.state, back.place], ['held', 1])
  assert.equal((await logOf(house, claim)).at(-1), '7 restore holder given-back>held')
  await giveBack(house, 'oriel', claim)
  house.pass(hours(24))
  const refusal = await refused(takeBack(house, 'oriel', claim))
  assert.equal(refusal.code, 'claim/undo-is-over')
})

test('what was given back on the day itself can be taken back until its grace ends', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  house.at('2026-11-02T01:00:00.000Z')
  await giveBack(house, 'oriel', claim)
  house.at('2026-11-03T23:59:59.999Z')
  assert.equal((await takeBack(house, 'oriel', claim)).state, 'held')
  assert.equal((await logOf(house, claim)).at(-1), '8 restore holder given-back>held')
  await giveBack(house, 'oriel', claim)
  house.at('2026-11-04T00:00:00.000Z')
  assert.equal((await refused(takeBack(house, 'oriel', claim))).code, 'claim/undo-is-over')
})

test('a day that somebody else has taken meanwhile cannot be taken back, and what is open is offered', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  await giveBack(house, 'oriel', claim)
  await take(house, 'ismay', '11-02')
  const refusal = await refused(takeBack(house, 'oriel', claim))
  assert.equal(
    refusal.sentence,
    'ismay_writes has taken Monday 2 November. Tuesday 3 November, Wednesday 4 November and Thursday 5 November are open.',
  )
  assert.deepEqual(offered(refusal), [
    'Take Tuesday 3 November',
    'Take Wednesday 4 November',
    'Take Thursday 5 November',
  ])
  assert.deepEqual(await seatsOn(house, '11-02'), ['1 ismay_writes'])
})

test('a mod who takes back for somebody is not offered days for themselves', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  await giveBack(house, 'oriel', claim)
  await take(house, 'ismay', '11-02')
  const refusal = await refused(takeBack(house, 'mara', claim))
  assert.match(refusal.sentence, /are open\.$/)
  assert.deepEqual(refusal.offers, [])
})

test('a day that one has claimed anew need not be taken back', async () => {
  await using house = await openHouse()
  await changeDay(house, '11-02', { places: 2 })
  const claim = await take(house, 'oriel', '11-02')
  await giveBack(house, 'oriel', claim)
  await take(house, 'oriel', '11-02')
  const refusal = await refused(takeBack(house, 'oriel', claim))
  assert.equal(refusal.sentence, 'Oriel Finch has Monday 2 November already.')
  assert.deepEqual(await seatsOn(house, '11-02'), ['1 Oriel Finch'])
})

test('a day that has been closed meanwhile cannot be taken back', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  await giveBack(house, 'oriel', claim)
  await changeDay(house, '11-02', { kind: 'closed' })
  assert.match((await refused(takeBack(house, 'oriel', claim))).sentence, /^Monday 2 November is closed\./)
})

test('taking back is no way around the limit of days', async () => {
  await using house = await openHouse()
  const first = await take(house, 'oriel', '11-02')
  await take(house, 'oriel', '11-03')
  await giveBack(house, 'oriel', first)
  await take(house, 'oriel', '11-04')
  assert.equal((await refused(takeBack(house, 'oriel', first))).code, 'claim/limit')
  assert.equal((await takeBack(house, 'mara', first)).state, 'held')
})

test('taking back what one holds changes nothing', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  assert.equal((await takeBack(house, 'oriel', claim)).state, 'held')
  assert.equal((await logOf(house, claim)).length, 1)
})

test('others than its holder and the mods can neither give a day back nor take it back', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  assert.equal((await refused(giveBack(house, 'ismay', claim))).kind, 'missing')
  await giveBack(house, 'mara', claim)
  assert.equal((await logOf(house, claim)).at(-1), '7 give-back mod held>given-back')
  assert.equal((await refused(takeBack(house, 'ismay', claim))).kind, 'missing')
  assert.equal((await takeBack(house, 'oriel', claim)).state, 'held')
})

test('once the round is over nothing can be given back: nothing is asked any more', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  house.at('2026-12-01T12:00:00.000Z')
  const refusal = await refused(giveBack(house, 'oriel', claim))
  assert.equal(refusal.sentence, 'The round is over, and nothing more is needed.')
  assert.equal((await rowsOf(house, 'claims'))[0]?.state, 'held')
})

test('the holder hears by mail of what a mod did, and a reserved name has no mail', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  await house.runJobs()
  house.pass(minutes(5))
  await giveBack(house, 'mara', claim)
  await house.runJobs()
  const [first, second, ...more] = await house.mailbox()
  assert.equal(first?.subject, 'Your day: Monday 2 November')
  assert.match(second?.body ?? '', /^A mod has given your day back for you\./)
  assert.deepEqual(more, [])
})
