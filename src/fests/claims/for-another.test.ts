// Mods enter people who have no account: a name and a day in one line, and the name is kept for them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinByLink } from '#src/people/accounts/accounts.ts'
import { makeInvitation } from '#src/people/accounts/links.ts'
import { openHouse } from '#tests/support/open-house.ts'
import {
  changeDay,
  daysOf,
  enter,
  giveBack,
  logOf,
  makeMod,
  refused,
  rowsOf,
  saveDays,
  seatsOn,
  take,
  takeBack,
} from '#tests/world/deeds.ts'
import { accountOf } from '#tests/world/tidewater.ts'

test('a mod enters somebody in one line, and the log says that a mod did', async () => {
  await using house = await openHouse()
  const claim = await enter(house, 'mara', 'Ann Teak', '11-02')
  assert.deepEqual([claim.name, claim.account, claim.state], ['Ann Teak', null, 'held'])
  assert.equal(claim.zone, 'Europe/Lisbon')
  assert.deepEqual(await logOf(house, claim), ['1 claim mod none>held'])
  assert.equal((await rowsOf(house, 'claim_turns'))[0]?.by_account, accountOf('mara'))
  assert.equal((await rowsOf(house, 'claims'))[0]?.made_by, accountOf('mara'))
})

test('the same name again is the same person, however it is written', async () => {
  await using house = await openHouse()
  const first = await enter(house, 'mara', 'Ann Teak', '11-02')
  const second = await enter(house, 'mara', 'ann_téak', '11-03')
  assert.equal(second.penName, first.penName)
  assert.equal(second.name, 'Ann Teak')
  assert.equal((await enter(house, 'mara', 'ANN TEAK', '11-03')).id, second.id)
})

test('a reserved name may have more days than the limit, for a mod enters it', async () => {
  await using house = await openHouse()
  for (const on of ['11-02', '11-03', '11-04'] as const) await enter(house, 'mara', 'Ann Teak', on)
  assert.deepEqual(await seatsOn(house, '11-04'), ['1 Ann Teak'])
})

test('a name that looks like a member’s is that member, with the midnight of their account', async () => {
  await using house = await openHouse()
  const claim = await enter(house, 'mara', '0riel Finсh', '11-02', 'Asia/Tokyo')
  assert.deepEqual([claim.name, claim.account, claim.zone], ['Oriel Finch', accountOf('oriel'), 'Europe/London'])
  await house.runJobs()
  const [mail] = await house.mailbox()
  assert.equal(mail?.account, accountOf('oriel'))
  assert.match(mail?.body ?? '', /^A mod has entered this for you\./)
})

test('somebody who has an account and is not a member is not put on a calendar, and no name is left behind', async () => {
  await using house = await openHouse()
  const names = (await rowsOf(house, 'pen_names')).length
  const refusal = await refused(enter(house, 'mara', 'PASSER BY', '11-02'))
  assert.equal(
    refusal.sentence,
    'Passer-by has an account here, but is not a member of Tidewater. They can join and take a day themselves.',
  )
  assert.equal(refusal.about, 'name')
  assert.equal((await rowsOf(house, 'pen_names')).length, names)
})

test('somebody can be entered while a piece would be on time, and no other day is offered', async () => {
  await using house = await openHouse({ at: '2026-11-03T12:00:00.000Z' })
  const mara = await house.as('mara')
  const offered = async (): Promise<string[]> => {
    const { html } = await mara.visit('/c/tidewater/rounds/lantern-season')
    const [, line = ''] = /id="for-another"([\s\S]*?)<\/section>/.exec(html) ?? []
    return [...line.matchAll(/<option value="\d+"[^>]*>([^<]* November)</g)].map(([, day = '']) => day)
  }
  assert.equal((await offered())[0], 'Monday 2 November')
  const claim = await enter(house, 'mara', 'Ann Teak', '11-02')
  assert.equal(claim.state, 'held')
  assert.doesNotMatch((await offered()).join(), /Monday 2 November/, 'it is full now')
  house.at('2026-11-05T12:00:00.000Z')
  assert.equal((await offered())[0], 'Wednesday 4 November')
  assert.match((await refused(enter(house, 'mara', 'Bo Sun', '11-03'))).sentence, /^Tuesday 3 November is over\./)
})

test('a name without a letter is refused beside its field', async () => {
  await using house = await openHouse()
  assert.equal((await refused(enter(house, 'mara', '. _ -', '11-02'))).about, 'name')
})

test('a full day is refused with what is open, but without buttons, which would take it for the mod', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-02')
  const refusal = await refused(enter(house, 'mara', 'Ann Teak', '11-02'))
  assert.match(refusal.sentence, /^Oriel Finch has taken Monday 2 November\. Tuesday 3 November, /)
  assert.deepEqual(refusal.offers, [])
  assert.ok(!(await rowsOf(house, 'pen_names')).some((row) => row.name === 'Ann Teak'))
})

test('nobody else can join under a name that is kept for somebody', async () => {
  await using house = await openHouse()
  await enter(house, 'mara', 'Ann Teak', '11-02')
  const link = await house.act('mara', (ctx) => makeInvitation(ctx, accountOf('mara')))
  const person = { name: 'Ann-Teak', email: 'new@example.org', password: 'four words in a row', zone: 'UTC' }
  const refusal = await refused(house.act({ kind: 'guest' }, (ctx) => joinByLink(ctx, link, person)))
  assert.deepEqual([refusal.code, refusal.about], ['pen-name/taken', 'name'])
})

test('only mods enter others', async () => {
  await using house = await openHouse()
  assert.equal((await refused(enter(house, 'oriel', 'Ann Teak', '11-02'))).code, 'community/mods-only')
  assert.equal((await refused(enter(house, 'stranger', 'Ann Teak', '11-02'))).code, 'community/mods-only')
})

test('a mod may enter somebody on a day of grace, and not once that is over', async () => {
  await using house = await openHouse({ at: '2026-11-05T12:00:00.000Z' })
  const refusal = await refused(enter(house, 'mara', 'Ann Teak', '11-03'))
  assert.match(refusal.sentence, /^Tuesday 3 November is over\. Thursday 5 November, Friday 6 November/)
  assert.equal((await enter(house, 'mara', 'Ann Teak', '11-04')).state, 'held')
})

test('a day that is lowered below what is taken gives no new place, to nobody', async () => {
  await using house = await openHouse()
  await changeDay(house, '11-05', { places: 3 })
  const first = await take(house, 'oriel', '11-05')
  for (const who of ['ismay', 'nour'] as const) await take(house, who, '11-05')
  await changeDay(house, '11-05', { places: 1 })
  assert.equal((await seatsOn(house, '11-05')).length, 3)
  await giveBack(house, 'oriel', first)
  assert.equal((await refused(enter(house, 'mara', 'Ann Teak', '11-05'))).code, 'claim/taken')
  assert.equal((await refused(take(house, 'teuea', '11-05'))).code, 'claim/taken')
  assert.equal((await refused(takeBack(house, 'oriel', first))).code, 'claim/taken')
  assert.deepEqual(await seatsOn(house, '11-05'), ['2 ismay_writes', '3 Nour'])
})

test('two mods who enter the same new name at once mean one person', async () => {
  await using house = await openHouse()
  await makeMod(house, 'tane')
  const [one, other] = await Promise.all([
    enter(house, 'mara', 'Ann Teak', '11-02'),
    enter(house, 'tane', 'Ann Teak', '11-03'),
  ])
  assert.equal(one.penName, other.penName)
})

test('a round without any day left has nothing to enter anybody on', async () => {
  await using house = await openHouse()
  const days = await daysOf(house)
  await saveDays(house, { changed: days.map((each) => ({ ...each, kind: 'gone' })) })
  const mara = await house.as('mara')
  const page = await mara.visit('/c/tidewater/rounds/lantern-season')
  assert.equal(page.status, 200)
  assert.match(page.text, /No place is open to claim right now/)
})
