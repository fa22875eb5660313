// The calendar of a round as one viewer reads it: whole weeks, months apart, and a sentence for every case.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawCalendar } from '#src/front/round-calendar.ts'
import { showRound } from '#src/fests/claims/round-shown.ts'
import { planRound } from '#src/fests/rounds/rounds.ts'
import type { Viewer } from '#src/platform/context.ts'
import { seeListable } from './masterlist/listable.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { changeDay, enter, giveBack, type OnDay, saveDays, take } from '#tests/world/deeds.ts'
import { post } from '#tests/world/pieces.ts'
import { people, type PersonName } from '#tests/world/people.ts'
import { day, lanterns, where } from '#tests/world/tidewater.ts'

const guest: Viewer = { kind: 'guest' }

function draw(house: TestHouse, who: PersonName | Viewer = guest, zone?: string) {
  const own = typeof who === 'string' ? people[who].zone : zone
  return house.act(who, async (ctx) => {
    const shown = await showRound(ctx, where, own)
    return drawCalendar(shown, { now: ctx.now(), zone: own ?? shown.round.timeZone, csrf: 'word' })
  })
}

async function cell(house: TestHouse, on: OnDay, who: PersonName | Viewer = guest, zone?: string) {
  return (await draw(house, who, zone)).days.find((each) => each.day === `2026-${on}`) ?? assert.fail(on)
}

async function reads(house: TestHouse, on: OnDay, who: PersonName | Viewer = guest): Promise<string[]> {
  const { sentence, chip } = await cell(house, on, who)
  return [sentence, chip.word]
}

test('weeks begin on a Monday, and a month is a sheet of its own', async () => {
  await using house = await openHouse()
  await saveDays(house, {
    added: ['2026-10-30', '2026-12-01'].map((on) => ({ on: day(on), kind: 'free', places: 0, note: '' })),
  })
  const { sheets } = await draw(house)
  assert.deepEqual(
    sheets.map((sheet) => sheet.label),
    ['October 2026', 'November 2026', 'December 2026'],
  )
  for (const week of sheets.flatMap((sheet) => sheet.weeks)) assert.equal(week.length, 7)
  const [october, november, december] = sheets.map((sheet) =>
    sheet.weeks.map((week) => week.map((each) => each?.number)),
  )
  const no = undefined
  assert.deepEqual(october, [[no, no, no, no, 30, no, no]])
  assert.deepEqual(november, [
    [2, 3, 4, 5, 6, 7, 8],
    [9, 10, 11, 12, 13, 14, 15],
    [16, 17, no, no, no, no, no],
  ])
  assert.deepEqual(december, [[no, 1, no, no, no, no, no]])
})

test('a round that ends on a Sunday and begins on a Saturday has no empty week', async () => {
  await using house = await openHouse()
  await house.act('mara', (ctx) =>
    planRound(ctx, where.community, {
      ...lanterns,
      name: 'Tides',
      first: day('2027-01-30'),
      last: day('2027-02-07'),
      freeDays: 0,
    }),
  )
  const { sheets } = await house.act('mara', async (ctx) => {
    const shown = await showRound(ctx, { ...where, round: 'tides' }, undefined)
    return drawCalendar(shown, { now: ctx.now(), zone: 'UTC', csrf: '' })
  })
  assert.deepEqual(
    sheets.map(({ label, weeks }) => [label, weeks.length]),
    [
      ['January 2027', 1],
      ['February 2027', 1],
    ],
  )
})

test('a round without days has an empty calendar', async () => {
  await using house = await openHouse()
  const { days } = await draw(house)
  assert.equal(days.length, 16)
  const all = await house.act('mara', (ctx) => showRound(ctx, where, undefined))
  await saveDays(house, { changed: all.days.map(({ day: each }) => ({ ...each, kind: 'gone' })) })
  assert.deepEqual(await draw(house), { days: [], sheets: [] })
})

test('today is the day it is where the viewer is', async () => {
  await using house = await openHouse({ at: '2026-11-03T11:00:00.000Z' })
  const todayFor = async (who: PersonName | Viewer, zone?: string) =>
    (await draw(house, who, zone)).days.filter((each) => each.isToday).map((each) => each.number)
  assert.deepEqual(await todayFor('teuea'), [4])
  assert.deepEqual(await todayFor('oriel'), [3])
  assert.deepEqual(await todayFor(guest, 'Etc/GMT+12'), [2])
  assert.deepEqual(await todayFor(guest), [3])
})

test('days before the round: open, taken, one of several places left, free for all, closed, with a note', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-03')
  await changeDay(house, '11-04', { places: 3 })
  await take(house, 'oriel', '11-04')
  await changeDay(house, '11-05', { kind: 'closed', note: 'The mods are at a wedding' })
  await changeDay(house, '11-17', { places: 1 })
  assert.deepEqual(await reads(house, '11-02'), ['Monday 2 November: open.', 'open'])
  assert.deepEqual(await reads(house, '11-03'), ['Tuesday 3 November: taken; Oriel Finch.', 'taken'])
  assert.deepEqual(await reads(house, '11-04'), [
    'Wednesday 4 November: open, 2 of 3 places left; Oriel Finch.',
    '2 of 3 open',
  ])
  assert.deepEqual(await reads(house, '11-05'), ['Thursday 5 November: closed (The mods are at a wedding).', 'closed'])
  assert.deepEqual(await reads(house, '11-16'), ['Monday 16 November: free for all.', 'free for all'])
  assert.deepEqual(await reads(house, '11-17'), [
    'Tuesday 17 November: free for all, with 1 place to claim.',
    'free for all',
  ])
  assert.deepEqual(await reads(house, '11-03', 'oriel'), ['Tuesday 3 November: taken; Oriel Finch.', 'yours'])
})

test('two who share a day are both named', async () => {
  await using house = await openHouse()
  await changeDay(house, '11-03', { places: 2 })
  await take(house, 'oriel', '11-03')
  await enter(house, 'mara', 'Ann Teak', '11-03')
  assert.equal((await cell(house, '11-03')).sentence, 'Tuesday 3 November: taken; Oriel Finch and Ann Teak.')
})

test('a claim is said by its own clock: before, today, on the way, expected, and then nothing', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-03')
  const said: Record<string, string[]> = {}
  for (const at of ['11-02', '11-03', '11-04', '11-05', '11-18', '11-19'] as const) {
    house.at(`2026-${at}T12:00:00.000Z`)
    said[at] = await reads(house, '11-03')
  }
  assert.deepEqual(said, {
    '11-02': ['Tuesday 3 November: taken; Oriel Finch.', 'taken'],
    '11-03': ['Tuesday 3 November: taken; Oriel Finch – today.', 'today'],
    '11-04': ['Tuesday 3 November: taken; Oriel Finch – on the way.', 'on the way'],
    '11-05': ['Tuesday 3 November: taken; Oriel Finch – expected in the free for all.', 'expected'],
    '11-18': ['Tuesday 3 November: taken; Oriel Finch – on the way.', 'on the way'],
    '11-19': ['Tuesday 3 November: over.', 'over'],
  })
})

test('ten rounds later a day that nobody took and one whose piece never came read the same', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-03')
  await giveBack(house, 'ismay', await take(house, 'ismay', '11-05'))
  house.at('2027-11-01T12:00:00.000Z')
  await house.runJobs()
  for (const on of ['11-03', '11-04', '11-05'] as const) {
    const { sentence, chip, entries } = await cell(house, on)
    assert.match(sentence, /: over\.$/)
    assert.deepEqual([chip.word, entries], ['over', []])
  }
})

test('a day that has begun and that nobody took is not over yet', async () => {
  await using house = await openHouse({ at: '2026-11-03T12:00:00.000Z' })
  assert.deepEqual(await reads(house, '11-03'), ['Tuesday 3 November: begun, and not taken.', 'begun'])
  assert.deepEqual(await reads(house, '11-02'), ['Monday 2 November: over.', 'over'])
})

test('while claiming is still to open, no day says that it is open', async () => {
  await using house = await openHouse()
  await house.act('mara', (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db
        .updateTable('rounds')
        .set({
          claims_open_wall: '2026-10-25T18:00',
          claims_open_zone: 'UTC',
          claims_open_at: '2026-10-25T18:00:00.000Z' as never,
        })
        .execute(),
    ),
  )
  const { sentence, chip, action } = await cell(house, '11-03', 'oriel')
  assert.deepEqual(
    [sentence, chip.word, action],
    ['Tuesday 3 November: not open to claim yet.', 'not open yet', undefined],
  )
})

test('whoever can take a day has a button for it; a guest is led to the page that says how', async () => {
  await using house = await openHouse()
  const mine = (await cell(house, '11-03', 'oriel')).action
  assert.ok(mine && 'post' in mine && mine.post.endsWith('/claims') && mine.csrf === 'word')
  const asGuest = (await cell(house, '11-03')).action
  assert.ok(asGuest && 'to' in asGuest && asGuest.to.endsWith('/days/2/taking'))
})

test('there is no button on a day that is taken, one’s own, over, or more than one may have', async () => {
  await using house = await openHouse()
  await changeDay(house, '11-04', { places: 2 })
  await take(house, 'oriel', '11-03')
  await take(house, 'oriel', '11-04')
  assert.equal((await cell(house, '11-03', 'ismay')).action, undefined)
  assert.ok((await cell(house, '11-04', 'ismay')).action)
  assert.equal((await cell(house, '11-04', 'oriel')).action, undefined)
  assert.equal((await cell(house, '11-05', 'oriel')).action, undefined)
  house.at('2026-11-06T12:00:00.000Z')
  assert.equal((await cell(house, '11-05', 'ismay')).action, undefined)
})

test('a name leads to its claim for those who may open that', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-03')
  const link = async (who: PersonName | Viewer) => (await cell(house, '11-03', who)).entries[0]?.link
  assert.equal(await link('oriel'), '/c/tidewater/rounds/lantern-season/claims/1')
  assert.equal(await link('mara'), '/c/tidewater/rounds/lantern-season/claims/1')
  assert.equal(await link('ismay'), undefined)
  assert.equal(await link(guest), undefined)
})

test('one’s own day says when it is delivered, or begun, also while another place is still open', async () => {
  await using house = await openHouse()
  await changeDay(house, '11-04', { places: 2 })
  const claim = await take(house, 'oriel', '11-04')
  const own = async () => (await cell(house, '11-04', 'oriel')).chip
  assert.deepEqual(await own(), { mark: 'half', word: 'yours', tone: 'mine' })
  house.at('2026-11-04T12:00:00.000Z')
  await post(house, 'oriel', { claim: claim.id, role: 'stand-in' })
  assert.equal((await ownIn(house)).word, 'yours, more to come')
  await post(house, 'oriel', { claim: claim.id, onceKey: 'the main piece' })
  assert.deepEqual(await ownIn(house), { mark: 'full', word: 'yours, delivered', tone: 'kept' })
})

const ownIn = (house: TestHouse) =>
  house.act('oriel', async (ctx) => {
    const shown = await showRound(ctx, where, people.oriel.zone)
    const pieces = await seeListable(ctx, await beholderOf(ctx.db, ctx.viewer), shown.round.id)
    const { days } = drawCalendar(shown, { now: ctx.now(), zone: people.oriel.zone, csrf: '' }, pieces)
    return (days.find((each) => each.day === '2026-11-04') ?? assert.fail()).chip
  })
test('a day that has begun and is nobody’s is asked for: members have a link to the mods, and nobody a button that is refused', async () => {
  await using house = await openHouse({ at: '2026-11-05T12:00:00.000Z' })
  const { action } = await cell(house, '11-05', 'oriel')
  assert.ok(action && 'to' in action)
  assert.equal(action.label, 'Ask the mods for it')
  const letter = await (await house.as('oriel')).visit(action.to)
  assert.match(letter.html, /value="Thursday 5 November, Lantern Season"/)
  for (const who of [guest, 'mara', 'stranger'] as const)
    assert.equal((await cell(house, '11-05', who)).action, undefined)
  assert.equal((await cell(house, '11-04', 'oriel')).action, undefined, 'what is over is over')
  await enter(house, 'mara', 'Ann Teak', '11-05')
  assert.equal((await cell(house, '11-05', 'oriel')).action, undefined)
})
