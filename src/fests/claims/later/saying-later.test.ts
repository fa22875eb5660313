// Row 14 of the table of claims: "it will come later", and what becomes of it when the claim goes on.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import {
  type Claimed,
  dayOn,
  giveBack,
  logOf,
  move,
  onItsDayAfterAll,
  refused,
  rowsOf,
  sayItLater,
  take,
  takeBack,
} from '#tests/world/deeds.ts'
import { post } from '#tests/world/pieces.ts'

/** Oriel has the fifth, which for her begins with midnight in London. */
const DAY_BEFORE = '2026-11-04T12:00:00.000Z'
const ON_THE_DAY = '2026-11-05T12:00:00.000Z'
const IN_GRACE = '2026-11-06T23:59:59.999Z'
const AFTER_GRACE = '2026-11-07T00:00:00.000Z'

async function withClaim(house: TestHouse, at: string): Promise<Claimed> {
  const claim = await take(house, 'oriel', '11-05')
  house.at(at)
  return claim
}

const stateOf = async (house: TestHouse): Promise<string> => {
  const [claim] = await rowsOf(house, 'claims')
  return `${claim?.state} ${claim?.said_later === 1 ? 'said' : 'not said'}`
}

test('from 24 hours before the day until grace ends a writer can say that it will come later, and is not asked why', async () => {
  for (const at of ['2026-11-04T00:00:00.000Z', ON_THE_DAY, IN_GRACE]) {
    await using house = await openHouse()
    const claim = await withClaim(house, at)
    const said = await sayItLater(house, 'oriel', claim)
    assert.deepEqual([said.state, said.saidLater, said.place], ['later', true, 1])
    assert.equal((await logOf(house, claim)).at(-1), '14 say-later holder held>later')
  }
})

test('before that it is refused with the moment from which it can be said, and with what can be done until then', async () => {
  await using house = await openHouse()
  const claim = await withClaim(house, '2026-11-03T23:59:59.999Z')
  const refusal = await refused(sayItLater(house, 'oriel', claim))
  assert.equal(
    refusal.sentence,
    'This can be said from Wednesday 4 November, 00:00 (London) on. Until then the day can be moved or given back.',
  )
})

test('once grace is over nothing more needs to be said', async () => {
  await using house = await openHouse()
  const claim = await withClaim(house, AFTER_GRACE)
  assert.match((await refused(sayItLater(house, 'oriel', claim))).sentence, /Nothing more is needed\.$/)
})

test('said twice is said once', async () => {
  await using house = await openHouse()
  const claim = await withClaim(house, ON_THE_DAY)
  await sayItLater(house, 'oriel', claim)
  await sayItLater(house, 'oriel', claim)
  assert.equal((await logOf(house, claim)).length, 2)
})

test('until grace ends the day can be meant after all, and then no longer', async () => {
  await using house = await openHouse()
  const claim = await withClaim(house, ON_THE_DAY)
  await sayItLater(house, 'oriel', claim)
  house.at(IN_GRACE)
  const back = await onItsDayAfterAll(house, 'oriel', claim)
  assert.deepEqual([back.state, back.saidLater], ['held', false])
  assert.equal((await logOf(house, claim)).at(-1), '14 unsay-later holder later>held')
  await sayItLater(house, 'oriel', claim)
  house.at(AFTER_GRACE)
  assert.match((await refused(onItsDayAfterAll(house, 'oriel', claim))).sentence, /^The grace of this day is over\./)
})

test('while the main piece waits to go up by itself there is nothing to say', async () => {
  await using house = await openHouse()
  const claim = await withClaim(house, DAY_BEFORE)
  await post(house, 'oriel', { claim: claim.id })
  assert.match((await refused(sayItLater(house, 'oriel', claim))).sentence, /goes up by itself/)
})

test('a mod may say it for somebody, it is logged as theirs, and the holder hears of it; what one says oneself brings no mail', async () => {
  await using house = await openHouse()
  const claim = await withClaim(house, ON_THE_DAY)
  await sayItLater(house, 'mara', claim)
  assert.equal((await logOf(house, claim)).at(-1), '14 say-later mod held>later')
  await house.runJobs()
  const mail = (await house.mailbox()).at(-1)
  assert.equal(mail?.subject, 'Thursday 5 November: your piece comes later')
  assert.match(mail?.body ?? '', /until Friday 6 November, 24:00 \(London\)/)
  await onItsDayAfterAll(house, 'oriel', claim)
  await house.runJobs()
  assert.equal((await house.mailbox()).length, 1)
})

test('nobody else can say it: to them the claim does not exist', async () => {
  await using house = await openHouse()
  const claim = await withClaim(house, ON_THE_DAY)
  assert.equal((await refused(sayItLater(house, 'ismay', claim))).kind, 'missing')
  assert.equal((await refused(onItsDayAfterAll(house, 'ismay', claim))).kind, 'missing')
})

test('what was said of a day is not said of the new day that a mod gives', async () => {
  await using house = await openHouse()
  const claim = await withClaim(house, DAY_BEFORE)
  await sayItLater(house, 'oriel', claim)
  assert.equal((await refused(move(house, 'oriel', claim, '11-12'))).code, 'claim/new-day-from-mods')
  await move(house, 'mara', claim, '11-12')
  assert.equal(await stateOf(house), 'held not said')
  house.at('2026-11-14T12:00:00.000Z')
  await house.runJobs()
  assert.equal((await logOf(house, claim)).at(-1), '15 grace-passes clock held>later')
})

test('a holder moves what was said once it is taken back', async () => {
  await using house = await openHouse()
  const claim = await withClaim(house, DAY_BEFORE)
  await sayItLater(house, 'oriel', claim)
  await onItsDayAfterAll(house, 'oriel', claim)
  await move(house, 'oriel', claim, '11-12')
  assert.equal(await stateOf(house), 'held not said')
})

test('a piece that comes in time all the same is on time, and then nothing is said any more', async () => {
  await using house = await openHouse()
  const claim = await withClaim(house, DAY_BEFORE)
  await sayItLater(house, 'oriel', claim)
  const { state } = await post(house, 'oriel', { claim: claim.id })
  assert.deepEqual([state, await stateOf(house)], ['scheduled', 'held not said'])
  await using other = await openHouse()
  const second = await withClaim(other, ON_THE_DAY)
  await sayItLater(other, 'oriel', second)
  await post(other, 'oriel', { claim: second.id, role: 'stand-in' })
  assert.equal(await stateOf(other), 'later said')
  await post(other, 'oriel', { claim: second.id, onceKey: 'the main one' })
  assert.equal(await stateOf(other), 'kept not said')
})

test('given back and taken back it is as it was: said, and free to be meant for its day after all', async () => {
  await using house = await openHouse()
  const claim = await withClaim(house, ON_THE_DAY)
  await sayItLater(house, 'oriel', claim)
  await giveBack(house, 'oriel', claim)
  assert.equal((await takeBack(house, 'oriel', claim)).state, 'later')
  assert.equal(await stateOf(house), 'later said')
  assert.equal((await onItsDayAfterAll(house, 'oriel', claim)).state, 'held')
})

test('the end of grace changes nothing for what was said before, and the end of the round closes it', async () => {
  await using house = await openHouse()
  const claim = await withClaim(house, ON_THE_DAY)
  await sayItLater(house, 'oriel', claim)
  house.at(AFTER_GRACE)
  await house.runJobs()
  assert.equal((await logOf(house, claim)).length, 2)
  house.at('2026-12-01T12:00:00.000Z')
  await house.runJobs()
  assert.equal((await logOf(house, claim)).at(-1), '22 round-ends clock later>closed')
})

test('the day stays its holder’s: nobody else can take it because a piece comes later', async () => {
  await using house = await openHouse()
  await sayItLater(house, 'oriel', await withClaim(house, DAY_BEFORE))
  assert.equal((await refused(take(house, 'ismay', '11-05'))).code, 'claim/taken')
  assert.equal((await dayOn(house, '11-05')).places, 1)
})
