// Members and mods: who may do what to whom, that the last mod stays, and that nobody is removed silently.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faceOf, mayMod } from '#src/people/communities/communities.ts'
import { joinCommunity } from '#src/people/communities/joining/joining.ts'
import {
  approveMember,
  leaveCommunity,
  liftBan,
  makeMod,
  removeMember,
  seeDeeds,
  unmakeMod,
} from '#src/people/communities/members/members.ts'
import { findCommunity } from '#src/people/communities/communities.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { refused } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'
import { accountOf, personViewer } from '#tests/world/tidewater.ts'

const slug = 'tidewater'
const here = '/c/tidewater/members'

/** Memberships are made in the order of the named people. */
const idOf = (who: PersonName): number => accountOf(who)

const by = {
  makeMod: (house: TestHouse, mod: PersonName, who: PersonName) =>
    house.act(mod, (ctx) => makeMod(ctx, slug, idOf(who))),
  unmakeMod: (house: TestHouse, mod: PersonName, who: PersonName) =>
    house.act(mod, (ctx) => unmakeMod(ctx, slug, idOf(who))),
  leave: (house: TestHouse, who: PersonName) => house.act(who, (ctx) => leaveCommunity(ctx, slug)),
  remove: (house: TestHouse, mod: PersonName, who: PersonName, mayComeBack = true, line = '') =>
    house.act(mod, (ctx) => removeMember(ctx, slug, idOf(who), { mayComeBack, line })),
  join: (house: TestHouse, who: PersonName) => house.act(who, (ctx) => joinCommunity(ctx, slug)),
}

const mods = (house: TestHouse) => house.act({ kind: 'guest' }, async (ctx) => (await faceOf(ctx.db, 1)).mods)
const subjectsTo = async (house: TestHouse, who: PersonName) => {
  await house.runJobs()
  return (await house.mailbox()).filter(({ account }) => account === accountOf(who)).map(({ subject }) => subject)
}

test('a mod makes a member a mod, who may do all that a mod may, and is told', async () => {
  await using house = await openHouse()
  await by.makeMod(house, 'mara', 'tane')
  await by.makeMod(house, 'mara', 'tane')
  await by.makeMod(house, 'tane', 'oriel')
  assert.deepEqual(await mods(house), ['Mara Quill', 'Tāne of the Reeds', 'Oriel Finch'])
  assert.deepEqual(await subjectsTo(house, 'tane'), ['You are a mod of Tidewater'])
})

test('being a mod can be taken back, from the founder too, and is told', async () => {
  await using house = await openHouse()
  await by.makeMod(house, 'mara', 'tane')
  await by.unmakeMod(house, 'tane', 'mara')
  assert.deepEqual(await mods(house), ['Tāne of the Reeds'])
  assert.deepEqual(await subjectsTo(house, 'mara'), ['You are no longer a mod of Tidewater'])
  assert.equal((await refused(by.makeMod(house, 'mara', 'oriel'))).code, 'community/mods-only')
})

test('a mod lays it down by themselves, and gets no mail about it', async () => {
  await using house = await openHouse()
  await by.makeMod(house, 'mara', 'tane')
  await by.unmakeMod(house, 'mara', 'mara')
  assert.deepEqual(await mods(house), ['Tāne of the Reeds'])
  assert.deepEqual(await subjectsTo(house, 'mara'), [])
})

test('the last mod stays one: not unmade, not leaving, not removed', async () => {
  await using house = await openHouse()
  assert.equal((await refused(by.unmakeMod(house, 'mara', 'mara'))).code, 'member/last-mod')
  assert.equal((await refused(by.leave(house, 'mara'))).code, 'member/last-mod')
  assert.equal((await refused(by.remove(house, 'mara', 'mara'))).code, 'member/is-mod')
  assert.deepEqual(await mods(house), ['Mara Quill'])
})

test('two mods who unmake one another at once leave one mod', async () => {
  await using house = await openHouse()
  await by.makeMod(house, 'mara', 'tane')
  const outcomes = await Promise.allSettled([by.unmakeMod(house, 'mara', 'tane'), by.unmakeMod(house, 'tane', 'mara')])
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  assert.equal((await mods(house)).length, 1)
})

test('two mods who leave at once leave one mod', async () => {
  await using house = await openHouse()
  await by.makeMod(house, 'mara', 'tane')
  await Promise.allSettled([by.leave(house, 'mara'), by.leave(house, 'tane')])
  assert.equal((await mods(house)).length, 1)
})

test('members do nothing to one another', async () => {
  await using house = await openHouse()
  const deeds = [
    () => by.makeMod(house, 'oriel', 'oriel'),
    () => by.unmakeMod(house, 'oriel', 'mara'),
    () => by.remove(house, 'oriel', 'tane'),
    () => house.act('oriel', (ctx) => approveMember(ctx, slug, idOf('oriel'), true)),
    () => house.act('oriel', (ctx) => liftBan(ctx, slug, 1)),
  ]
  for (const deed of deeds) assert.equal((await refused(deed())).code, 'community/mods-only')
  assert.equal(await house.act('oriel', (ctx) => mayMod(ctx.db, 1, personViewer('oriel'))), false)
})

test('whoever is removed is told, with the line, and may join again', async () => {
  await using house = await openHouse()
  await by.remove(house, 'mara', 'oriel', true, 'Please read the rules, then come back.')
  await house.runJobs()
  const mail = (await house.mailbox()).find(({ account }) => account === accountOf('oriel'))
  assert.equal(mail?.subject, 'You are no longer a member of Tidewater')
  assert.match(mail?.body ?? '', /“Please read the rules, then come back\.”.*You can join again/s)
  await by.join(house, 'oriel')
  assert.equal(await house.act('oriel', (ctx) => mayMod(ctx.db, 1, personViewer('oriel'))), false)
})

test('whoever may not come back is refused until a mod lifts it, and is told of both', async () => {
  await using house = await openHouse()
  await by.remove(house, 'mara', 'oriel', false)
  assert.equal((await refused(by.join(house, 'oriel'))).code, 'member/banned')
  assert.match((await (await house.as('oriel')).visit('/c/tidewater')).text, /The mods have closed it to you/)
  const { bans } = await house.act('mara', async (ctx) => seeDeeds(ctx, await findCommunity(ctx.db, slug)))
  await house.act('mara', (ctx) => liftBan(ctx, slug, bans[0]?.id ?? 0))
  await house.act('mara', (ctx) => liftBan(ctx, slug, bans[0]?.id ?? 0))
  await by.join(house, 'oriel')
  assert.deepEqual(await subjectsTo(house, 'oriel'), [
    'You are no longer a member of Tidewater',
    'Tidewater is open to you again',
  ])
})

test('a mod who was removed from being one and then from the community comes back as a member', async () => {
  await using house = await openHouse()
  await by.makeMod(house, 'mara', 'tane')
  await by.unmakeMod(house, 'mara', 'tane')
  await by.remove(house, 'mara', 'tane')
  await by.join(house, 'tane')
  assert.deepEqual(await mods(house), ['Mara Quill'])
})

test('leaving is a page with one button, and leaving twice is leaving once', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  assert.match((await oriel.visit('/c/tidewater/leaving')).text, /Days that you hold .* are given back/)
  assert.match((await oriel.submit('/c/tidewater/leaving')).text, /You have left Tidewater\..*5 members/)
  await by.leave(house, 'oriel')
  assert.deepEqual(await subjectsTo(house, 'oriel'), [])
})

test('the names of the members are for members; everybody sees who keeps it', async () => {
  await using house = await openHouse()
  for (const visitor of [house.guest(), await house.as('stranger')]) {
    const page = await visitor.visit(here)
    assert.match(page.text, /Mods Mara Quill.*for members/)
    assert.doesNotMatch(page.text, /Oriel|Teuea/)
  }
  const page = await (await house.as('oriel')).visit(here)
  assert.match(page.text, /Mara Quill.*Oriel Finch.*Teuea/)
  assert.doesNotMatch(page.html, new RegExp(`${here}/\\d`), 'what can be done is for mods')
  assert.equal((await (await house.as('oriel')).visit(`${here}/3`)).status, 403)
})

test('a name is found by a part of it, whatever its accents', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  const page = await oriel.visit(`${here}?name=TANE`)
  assert.match(page.text, /Tāne of the Reeds/)
  assert.doesNotMatch(page.text, /Teuea/)
  assert.match((await oriel.visit(`${here}?name=%25_%5C`)).text, /Members/)
})

test('a mod does it all on pages: mod, not mod, removed, let back in', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit(here)
  await mara.visit(`${here}/${idOf('tane')}`)
  assert.match((await mara.submit(`${here}/${idOf('tane')}`)).text, /is a mod now/)
  await mara.visit(`${here}/${idOf('oriel')}/removal`)
  const removed = await mara.submit(`${here}/${idOf('oriel')}/removal`, { back: 'no', line: 'Not here.' })
  assert.match(removed.text, /Oriel Finch is no longer a member, and is told/)
  assert.match(
    removed.text,
    /May not join again.*Oriel Finch.*What mods did lately.*Oriel Finch was removed.*“Not here\.”/,
  )
  assert.match((await mara.submit('/c/tidewater/bans/1')).text, /Oriel Finch may join again, and is told/)
  assert.equal((await mara.visit(`${here}/${idOf('oriel')}`)).status, 404)
})
