// Changing the days of a round one by one: nobody is unseated, nothing held is taken away, no mod overwrites another unseen.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Seen, Visitor } from '#tests/support/visitor.ts'
import {
  changeDay,
  dayOn,
  daysOf,
  giveBack,
  makeMod,
  move,
  type OnDay,
  refused,
  saveDays,
  seatsOn,
  take,
} from '#tests/world/deeds.ts'
import { day } from '#tests/world/tidewater.ts'

const page = '/c/tidewater/rounds/lantern-season/days'

/** Fills in the row of one day and saves the page; fields are said without the id of their day. */
async function fill(house: TestHouse, mod: Visitor, on: OnDay, fields: Record<string, string>): Promise<Seen> {
  const { id } = await dayOn(house, on)
  const named = Object.entries(fields).map(([name, value]) => [`${name}-${id}`, value])
  return mod.submit(page, Object.fromEntries(named))
}

test('a day can get more places, another kind and a note', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit(page)
  const after = await fill(house, mara, '11-05', { places: '3', note: 'Bonfire night' })
  assert.match(after.text, /The days are saved\./)
  const { kind, places, note } = await dayOn(house, '11-05')
  assert.deepEqual({ kind, places, note }, { kind: 'open', places: 3, note: 'Bonfire night' })
})

test('fewer places than are taken unseat nobody, and give no new place', async () => {
  await using house = await openHouse()
  await changeDay(house, '11-05', { places: 2 })
  await take(house, 'oriel', '11-05')
  await take(house, 'ismay', '11-05')
  await changeDay(house, '11-05', { places: 1 })
  assert.deepEqual(await seatsOn(house, '11-05'), ['1 Oriel Finch', '2 ismay_writes'])
  assert.equal((await refused(take(house, 'nour', '11-05'))).code, 'claim/taken')
})

test('a day that is held can become free for all, and its claim stays', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-05')
  await changeDay(house, '11-05', { kind: 'free', places: 0 })
  assert.deepEqual(await seatsOn(house, '11-05'), ['1 Oriel Finch'])
})

for (const [kind, words] of [
  ['closed', 'closed'],
  ['gone', 'taken out'],
] as const) {
  test(`a day that somebody holds cannot be ${words}: that is said beside it, with everything typed still there`, async () => {
    await using house = await openHouse()
    await take(house, 'oriel', '11-05')
    const mara = await house.as('mara')
    await mara.visit(page)
    const { id } = await dayOn(house, '11-06')
    const held = (await dayOn(house, '11-05')).id
    const after = await mara.submit(page, {
      [`note-${id}`]: 'Typed with care',
      [`kind-${held}`]: kind,
      'new-day': '2026-11-20',
    })
    assert.equal(after.status, 422)
    assert.match(after.text, new RegExp(`Thursday 5 November has been claimed, so it cannot be ${words}\\.`))
    assert.match(after.html, new RegExp(`id="[^"]*kind-${held}"[^>]*aria-invalid="true"`))
    assert.match(after.html, new RegExp(`<option value="${kind}" selected=""`))
    assert.match(after.html, /value="Typed with care"/)
    assert.match(after.html, /value="2026-11-20"/)
    assert.equal((await dayOn(house, '11-06')).note, '')
  })
}

test('a day that was claimed once stays in the round’s memory: it can be closed, and not taken out', async () => {
  await using house = await openHouse()
  const given = await take(house, 'oriel', '11-05')
  await giveBack(house, 'oriel', given)
  const moved = await take(house, 'ismay', '11-06')
  await move(house, 'ismay', moved, '11-08')
  for (const on of ['11-05', '11-06'] as const) {
    const refusal = await refused(changeDay(house, on, { kind: 'gone' }))
    assert.equal(refusal.code, 'day/has-history')
    assert.match(refusal.sentence, /It can be closed\.$/)
    await changeDay(house, on, { kind: 'closed' })
  }
})

test('a day that nobody ever claimed can be taken out', async () => {
  await using house = await openHouse()
  await changeDay(house, '11-05', { kind: 'gone' })
  assert.ok(!(await daysOf(house)).some((each) => each.on === '2026-11-05'))
})

test('a day can be added, also outside the posting days', async () => {
  await using house = await openHouse()
  for (const on of ['2026-10-26', '2026-12-21']) {
    const mara = await house.as('mara')
    await mara.visit(page)
    await mara.submit(page, { 'new-day': on, 'new-kind': 'free', 'new-places': '0' })
  }
  const days = await daysOf(house)
  assert.deepEqual([days[0]?.on, days.at(-1)?.on], ['2026-10-26', '2026-12-21'])
})

test('a day that is in the round already cannot be added to it', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit(page)
  const after = await mara.submit(page, { 'new-day': '2026-11-05' })
  assert.equal(after.status, 422)
  assert.match(after.text, /Thursday 5 November is in the round already; change it in the table\./)
  const added = { on: day('2026-12-24'), kind: 'free', places: 0, note: '' } as const
  const both = await Promise.allSettled([saveDays(house, { added: [added] }), saveDays(house, { added: [added] })])
  assert.deepEqual(both.map((each) => each.status).toSorted(), ['fulfilled', 'rejected'])
})

test('what is no date, or no number of places, is said beside its field', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit(page)
  const { id } = await dayOn(house, '11-05')
  const after = await mara.submit(page, { 'new-day': '2026-02-30', [`places-${id}`]: 'many' })
  assert.match(after.text, /2 things need another look/)
  assert.match(after.html, /value="many"/)
  assert.match((await mara.submit(page, { [`places-${id}`]: '0', 'new-day': '' })).text, /needs at least one place/)
  assert.match((await mara.submit(page, { [`places-${id}`]: '1', 'new-day': '9999-12-31' })).text, /check the year/)
})

test('two mods who change different days at once have both changed them', async () => {
  await using house = await openHouse()
  await makeMod(house, 'tane')
  const [mara, tane] = [await house.as('mara'), await house.as('tane')]
  await Promise.all([mara.visit(page), tane.visit(page)])
  await fill(house, mara, '11-05', { places: '3' })
  await fill(house, tane, '11-06', { note: 'Low tide' })
  assert.equal((await dayOn(house, '11-05')).places, 3)
  assert.equal((await dayOn(house, '11-06')).note, 'Low tide')
})

test('a mod who would overwrite what another has just changed is told, and may save again', async () => {
  await using house = await openHouse()
  await makeMod(house, 'tane')
  const [mara, tane] = [await house.as('mara'), await house.as('tane')]
  await Promise.all([mara.visit(page), tane.visit(page)])
  await fill(house, mara, '11-05', { places: '3', note: 'Bonfire night' })
  const told = await fill(house, tane, '11-05', { places: '2' })
  assert.equal(told.status, 422)
  assert.match(told.text, /it is now open to claim, with 3 places, noted “Bonfire night”\. Save again if yours should/)
  assert.equal((await dayOn(house, '11-05')).places, 3)
  await tane.submit(page)
  const { places, note } = await dayOn(house, '11-05')
  assert.deepEqual({ places, note }, { places: 2, note: '' })
})

test('a day that another mod has added meanwhile is shown as it is when a page comes back', async () => {
  await using house = await openHouse()
  await makeMod(house, 'tane')
  const [mara, tane] = [await house.as('mara'), await house.as('tane')]
  await Promise.all([mara.visit(page), tane.visit(page)])
  await mara.submit(page, { 'new-day': '2026-12-21', 'new-kind': 'closed' })
  await fill(house, tane, '11-05', { places: 'many' })
  await fill(house, tane, '11-05', { places: '2' })
  assert.equal((await dayOn(house, '12-21')).kind, 'closed')
})

test('only mods change days, and only they see the page', async () => {
  await using house = await openHouse()
  assert.equal((await refused(changeDay(house, '11-05', { places: 2 }, 'oriel'))).code, 'community/mods-only')
  assert.equal((await (await house.as('oriel')).visit(page)).status, 403)
  assert.equal((await house.guest().visit(page)).status, 403)
})
