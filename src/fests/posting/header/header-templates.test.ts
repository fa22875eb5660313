// Who may change a header template, what happens when two do, and what the composer is given.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toInstant } from '#src/kit/instants.ts'
import { findCommunity, foundCommunity } from '#src/people/communities/communities.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { makeMod, refused } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'
import { type HeaderTemplate, houseTemplate, isForAdults } from './header-template.ts'
import { headerTemplateOf, openHeaderTemplate, returnToHouseTemplate, saveHeaderTemplate } from './header-templates.ts'

const slug = 'tidewater'

const own: HeaderTemplate = {
  ...houseTemplate,
  fields: houseTemplate.fields.toReversed(),
  kinds: ['letter', 'logbook entry'],
  ratings: [
    { name: 'Lantern', isAdult: false },
    { name: 'Dark lantern', isAdult: true },
  ],
  defaults: { ...houseTemplate.defaults, rating: 'Lantern', disclaimer: 'The coast is nobody’s.' },
}

const save = (house: TestHouse, who: PersonName, version: number, template = own) =>
  house.act(who, (ctx) => saveHeaderTemplate(ctx, slug, version, template))

const templateOf = (house: TestHouse, community = slug): Promise<HeaderTemplate> =>
  house.act({ kind: 'guest' }, async ({ db }) => headerTemplateOf(db, (await findCommunity(db, community)).id))

test('a community without a template of its own has the house’s, and so has a work outside any community', async () => {
  await using house = await openHouse()
  assert.deepEqual(await templateOf(house), houseTemplate)
  assert.deepEqual(await house.act({ kind: 'guest' }, ({ db }) => headerTemplateOf(db, null)), houseTemplate)
})

test('what a mod saves is what the community has, and no other community', async () => {
  await using house = await openHouse()
  const other = await house.act('mara', (ctx) => foundCommunity(ctx, { name: 'Harbour', about: '', zone: 'UTC' }))
  await save(house, 'mara', 0)
  const { adultBefore, ...said } = await templateOf(house)
  assert.deepEqual({ ...said, adultBefore: [] }, own)
  assert.deepEqual(adultBefore, ['R', 'NC-17'])
  assert.deepEqual(await templateOf(house, other.slug), houseTemplate)
})

test('for everybody but the mods there is no such page, and nothing is saved', async () => {
  await using house = await openHouse()
  for (const who of ['oriel', 'stranger'] as const) {
    assert.equal((await refused(house.act(who, (ctx) => openHeaderTemplate(ctx, slug)))).code, 'page/missing')
    assert.equal((await refused(save(house, who, 0))).code, 'page/missing')
    assert.equal((await refused(house.act(who, (ctx) => returnToHouseTemplate(ctx, slug, 0)))).code, 'page/missing')
  }
  assert.deepEqual(await templateOf(house), houseTemplate)
})

test('of two mods who save at once the second is told who changed it and when, and nothing of the first is lost', async () => {
  await using house = await openHouse()
  await makeMod(house, 'tane')
  house.at('2026-10-20T13:05:00.000Z')
  await save(house, 'tane', 0)
  const refusal = await refused(save(house, 'mara', 0, { ...own, kinds: [] }))
  assert.equal(refusal.kind, 'taken')
  assert.match(refusal.sentence, /^Tāne of the Reeds changed it meanwhile, on .*14:05/)
  assert.deepEqual((await templateOf(house)).kinds, own.kinds)
  await save(house, 'mara', 1, { ...own, kinds: [] })
  assert.deepEqual((await templateOf(house)).kinds, [])
})

test('of two saves in the very same moment one is kept and one is refused', async () => {
  await using house = await openHouse()
  const outcomes = await Promise.allSettled([save(house, 'mara', 0), save(house, 'mara', 0)])
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('back at the house’s, a version that was seen before is old, and what was for adults stays so', async () => {
  await using house = await openHouse()
  await save(house, 'mara', 0)
  await house.act('mara', (ctx) => returnToHouseTemplate(ctx, slug, 1))
  const template = await templateOf(house)
  assert.deepEqual(template, { ...houseTemplate, adultBefore: ['Dark lantern'] })
  assert.ok(isForAdults(template, 'Dark lantern'))
  assert.equal((await refused(save(house, 'mara', 1))).code, 'header/changed')
  const { isOwn, version } = await house.act('mara', (ctx) => openHeaderTemplate(ctx, slug))
  assert.deepEqual([isOwn, version], [false, 2])
})

test('a default fandom is a row of the house’s and comes back as one', async () => {
  await using house = await openHouse()
  const fandom = await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', async ({ db }) => {
      const row = {
        uid: 'f',
        slug: 'coast',
        name: 'Coast',
        name_key: 'coast',
        created_at: toInstant('2026-10-19T12:00:00.000Z'),
      }
      const { id } = await db.insertInto('fandoms').values(row).returning('id').executeTakeFirstOrThrow()
      return id
    }),
  )
  await save(house, 'mara', 0, { ...own, defaults: { ...own.defaults, fandom } })
  assert.equal((await templateOf(house)).defaults.fandom, fandom)
})
