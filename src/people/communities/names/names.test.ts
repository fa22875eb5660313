// Which name stands where: in a community, on a day, on a piece; and nothing that tells that two of them are one person's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimDay } from '#src/fests/claims/claims.ts'
import { addName, putNameAway } from '#src/people/accounts/names/names.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { dayOn, refused, seatsOn, take } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'
import { goBy, putAwayUnlessGoneBy } from './names-in.ts'

const round = paths.round(where.community, where.round)

const add = async (house: TestHouse, name = 'Brindle', who: PersonName = 'oriel'): Promise<number> =>
  (await house.act(who, (ctx) => addName(ctx, name))).id

test('a day is taken under the name that one goes by there, or under the one that is chosen', async () => {
  await using house = await openHouse()
  const under = await add(house)
  await take(house, 'oriel', '11-02')
  const { id } = await dayOn(house, '11-03')
  await house.act('oriel', (ctx) => claimDay(ctx, where, { day: id, zone: undefined, under }))
  assert.deepEqual(await seatsOn(house, '11-02'), ['1 Oriel Finch'])
  assert.deepEqual(await seatsOn(house, '11-03'), ['1 Brindle'])
  assert.match((await (await house.as('oriel')).visit(paths.mine)).text, /Tidewater, as Brindle/)
})

test('the limit of days counts for the person, whatever the names', async () => {
  await using house = await openHouse()
  const under = await add(house)
  await take(house, 'oriel', '11-02')
  await take(house, 'oriel', '11-03')
  const { id } = await dayOn(house, '11-04')
  const third = house.act('oriel', (ctx) => claimDay(ctx, where, { day: id, zone: undefined, under }))
  assert.equal((await refused(third)).kind, 'limit')
})

test('nobody takes a day or posts under somebody else’s name, nor under one that is put away', async () => {
  await using house = await openHouse()
  const under = await add(house)
  const { id: day } = await dayOn(house, '11-02')
  const asIsmay = house.act('ismay', (ctx) => claimDay(ctx, where, { day, zone: undefined, under }))
  assert.equal((await refused(asIsmay)).kind, 'missing')
  await house.act('oriel', (ctx) => putNameAway(ctx, under))
  const away = house.act('oriel', (ctx) => claimDay(ctx, where, { day, zone: undefined, under }))
  assert.equal((await refused(away)).kind, 'missing')
  house.at('2026-11-16T12:00:00.000Z')
  assert.equal((await refused(post(house, 'ismay', { under, role: 'extra' }))).kind, 'missing')
})

test('whoever has one name takes a day by one button; with several a page asks which', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  assert.ok(!(await oriel.visit(round)).html.includes('/taking'))
  const under = await add(house)
  assert.ok((await oriel.visit(round)).html.includes('/taking'))
  const { id } = await dayOn(house, '11-05')
  const asked = await oriel.visit(paths.dayTaking(where.community, where.round, id))
  assert.match(asked.text, /Take Thursday 5 November.*Under which name.*Oriel Finch.*Brindle/)
  const seen = await oriel.submit(paths.claims(where.community, where.round), { under: String(under) })
  assert.match(seen.text, /Thursday 5 November is yours/)
  assert.deepEqual(await seatsOn(house, '11-05'), ['1 Brindle'])
})

test('a piece without a day goes up under the chosen name; the draft remembers it', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const under = await add(house)
  const oriel = await house.as('oriel')
  const at = paths.post(where.community, where.round)
  await oriel.visit(at)
  const composer = await oriel.submit(at, { do: 'fill', text: 'Once upon a tide.' })
  assert.match(composer.text, /Your name on it/)
  const fields = { title: 'Under Another Name', text: 'Once upon a tide.', under: String(under), rating: 'General' }
  const kept = await oriel.submit(at, { ...fields, do: 'draft' })
  assert.match(kept.html, new RegExp(`<option value="${under}" selected`))
  const up = await oriel.submit(at, { do: 'post' })
  assert.match(up.text, /Under Another Name/)
  assert.match((await house.guest().visit(up.path)).text, /Brindle/)
  assert.doesNotMatch((await house.guest().visit(up.path)).text, /Oriel/)
})

test('with one name nobody is asked', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const oriel = await house.as('oriel')
  const at = paths.post(where.community, where.round)
  await oriel.visit(at)
  assert.doesNotMatch((await oriel.submit(at, { do: 'fill', text: 'Once.' })).text, /Your name on it/)
})

test('the name in a community is changed on one’s own page; what is there keeps the name it has', async () => {
  await using house = await openHouse()
  const under = await add(house)
  await take(house, 'oriel', '11-02')
  const oriel = await house.as('oriel')
  await oriel.visit(paths.accountNames)
  const seen = await oriel.submit(paths.accountNamesIn, { penName: String(under) })
  assert.match(seen.text, /You go by this name in Tidewater/)
  await take(house, 'oriel', '11-03')
  assert.deepEqual(await seatsOn(house, '11-02'), ['1 Oriel Finch'])
  assert.deepEqual(await seatsOn(house, '11-03'), ['1 Brindle'])
  const refusal = await refused(house.act('oriel', (ctx) => putAwayUnlessGoneBy(ctx, under)))
  assert.equal(refusal.code, 'pen-name/gone-by')
  for (const wanted of [
    { community: 1, penName: 4_711 },
    { community: 4_711, penName: under },
  ])
    assert.equal((await refused(house.act('oriel', (ctx) => goBy(ctx, wanted)))).kind, 'missing')
})

test('the page of names is for those signed in, and every button on it does what it says', async () => {
  await using house = await openHouse()
  assert.match((await house.guest().visit(paths.accountNames)).text, /Sign in/)
  const oriel = await house.as('oriel')
  await oriel.visit(paths.accountNames)
  const refusedPage = await oriel.submit(paths.accountNames, { name: 'Teuea' })
  assert.equal(refusedPage.status, 422)
  assert.match(refusedPage.html, /value="Teuea"/)
  const added = await oriel.submit(paths.accountNames, { name: 'Brindle' })
  assert.match(added.text, /Brindle is yours/)
  const id = Number(/names\/(\d+)\/first/.exec(added.html)?.[1])
  assert.match((await oriel.submit(paths.accountNameAway(id))).text, /Brindle is put away/)
  assert.match((await oriel.submit(paths.accountNameBack(id))).text, /Brindle can be chosen again/)
  assert.match((await oriel.submit(paths.accountNameFirst(id))).text, /Brindle is your first name/)
})

test('a piece under one name says nothing of the other, also in its history', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const under = await add(house)
  const said = saidOf({ title: 'Under Another Name' })
  const { work } = await post(house, 'oriel', { under, role: 'extra', said })
  const page = await (await house.as('oriel')).visit(paths.workHistory(work))
  assert.equal(page.status, 200)
  assert.match(page.text, /Brindle/)
})
