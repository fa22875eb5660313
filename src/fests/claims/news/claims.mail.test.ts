// What a holder hears by mail: once for each thing that happened, of how it stands now, and never after it was overtaken.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '#tests/support/open-house.ts'
import { enter, giveBack, move, take, takeBack } from '#tests/world/deeds.ts'

test('a receipt says the day, and until when by the holder’s own midnight', async () => {
  await using house = await openHouse()
  await take(house, 'ismay', '11-02')
  await house.runJobs()
  await house.runJobs()
  const [mail, ...more] = await house.mailbox()
  assert.equal(mail?.subject, 'Your day: Monday 2 November')
  assert.match(mail?.body ?? '', /yours until Monday 2 November, 24:00 \(Los Angeles\)/)
  assert.match(mail?.body ?? '', /on time until Tuesday 3 November, 24:00 \(Los Angeles\)/)
  assert.deepEqual(more, [])
})

test('of several turns in a row only the last one is told', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'ismay', '11-02')
  await move(house, 'ismay', claim, '11-03')
  await move(house, 'ismay', claim, '11-04')
  await house.runJobs()
  assert.deepEqual(
    (await house.mailbox()).map((mail) => mail.subject),
    ['Your day is now Wednesday 4 November'],
  )
})

test('what is taken back after grace promises no end that is past', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'ismay', '11-02')
  house.at('2026-11-08T12:00:00.000Z')
  await giveBack(house, 'ismay', claim)
  await takeBack(house, 'ismay', claim)
  await house.runJobs()
  const mail = (await house.mailbox()).at(-1)
  assert.match(mail?.body ?? '', /It is welcome in the free for all, whenever it is ready\./)
  assert.doesNotMatch(mail?.body ?? '', /until/)
})

test('a reserved name has no mail', async () => {
  await using house = await openHouse()
  await giveBack(house, 'mara', await enter(house, 'mara', 'Ann Teak', '11-02'))
  await house.runJobs()
  assert.deepEqual(await house.mailbox(), [])
})
