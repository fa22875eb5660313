// The strip of stretches, the words for lists and the rules in sentences: what they say at which time of a round.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phasesOf } from '#src/front/round-phases.ts'
import { ruleSentences } from '#src/front/round-rules.ts'
import { whenWords } from '#src/front/round-words.ts'
import { showRound } from '#src/fests/claims/round-shown.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { changeDay, daysOf, saveDays } from '#tests/world/deeds.ts'
import { day, where } from '#tests/world/tidewater.ts'

const strip = (house: TestHouse) =>
  house.act({ kind: 'guest' }, async (ctx) =>
    phasesOf(await showRound(ctx, where, undefined), ctx.now(), 'Europe/Lisbon').map(({ name, at, when, left }) =>
      [name, at, when, left].filter((word) => word !== undefined).join(' | '),
    ),
  )

test('before the round claiming is now, and the rest is to come', async () => {
  await using house = await openHouse()
  assert.deepEqual(await strip(house), [
    'Claiming | now | each day until it begins',
    'Posting days | next | Monday 2 November to Sunday 15 November',
    'Free for all | next | Monday 16 November to Tuesday 17 November',
  ])
})

test('in the round two stretches are now, and the days left are counted with today', async () => {
  await using house = await openHouse({ at: '2026-11-14T12:00:00.000Z' })
  assert.deepEqual(await strip(house), [
    'Claiming | now | each day until it begins',
    'Posting days | now | Monday 2 November to Sunday 15 November | 2 posting days left',
    'Free for all | next | Monday 16 November to Tuesday 17 November',
  ])
})

test('on the last posting day claiming is over', async () => {
  await using house = await openHouse({ at: '2026-11-15T12:00:00.000Z' })
  const [claiming, posting] = await strip(house)
  assert.equal(claiming, 'Claiming | past | over')
  assert.match(posting ?? '', /the last posting day$/)
})

test('after the round everything is behind', async () => {
  await using house = await openHouse({ at: '2026-11-18T12:00:00.000Z' })
  for (const phase of await strip(house)) assert.match(phase, /\| past \|/)
})

test('a free-for-all day with places, after the posting days, is still free for all', async () => {
  await using house = await openHouse()
  await changeDay(house, '11-16', { places: 2 })
  assert.equal((await strip(house))[1], 'Posting days | next | Monday 2 November to Sunday 15 November')
})

test('a round without days says so', async () => {
  await using house = await openHouse()
  await saveDays(house, { changed: (await daysOf(house)).map((each) => ({ ...each, kind: 'gone' })) })
  assert.deepEqual(await strip(house), ['Claiming | next | as soon as the round has days'])
})

test('a list says how far a round has come', async () => {
  await using house = await openHouse()
  const { round } = await house.act('mara', (ctx) => showRound(ctx, where, undefined))
  const listed = { ...round, first: day('2026-11-02'), last: day('2026-11-17') }
  const said = ['2026-10-19', '2026-11-01', '2026-11-02', '2026-11-16', '2026-11-17', '2026-11-18'].map((today) =>
    whenWords(listed, day(today)),
  )
  assert.deepEqual(said, [
    'begins in 14 days',
    'begins in 1 day',
    '16 days left, until Tue 17 Nov',
    '2 days left, until Tue 17 Nov',
    'the last day',
    'grace until Wed 18 Nov',
  ])
  assert.equal(whenWords({ ...listed, first: undefined, last: undefined }, day('2026-11-01')), 'without days yet')
  assert.equal(whenWords({ ...listed, openedAt: undefined }, day('2026-11-01')), 'planned, not open yet')
})

test('the rules are said in sentences, as the mods chose them', async () => {
  await using house = await openHouse()
  const { round } = await house.act('mara', (ctx) => showRound(ctx, where, undefined))
  assert.deepEqual(ruleSentences(round), [
    'Midnight is your own: a day begins and ends where you are.',
    'After your day you have 1 day of grace; what comes in it is on time.',
    'Not ready by then? It moves to the free for all and is welcome there. Nobody asks why.',
    'When the round is over, a piece for it is still welcome, always.',
    'Each person may take 2 days.',
  ])
  const other = ruleSentences({ ...round, midnight: 'round', graceDays: 0, daysPerPerson: undefined })
  assert.match(other[0] ?? '', /as it does in Lisbon\.$/)
  assert.deepEqual([other[1], other[4]], ['There is no day of grace in this round.', 'Take as many days as you like.'])
  assert.match(ruleSentences({ ...round, midnight: 'everywhere' })[0] ?? '', /everywhere on earth/)
})
