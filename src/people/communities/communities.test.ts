// Communities: who founds one, who belongs to it, and what that lets them do.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faceOf, findCommunity, foundCommunity, mayMod } from '#src/people/communities/communities.ts'
import { joinCommunity } from '#src/people/communities/joining/joining.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { refused } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'
import { personViewer } from '#tests/world/tidewater.ts'

const found = (house: TestHouse, who: PersonName, name: string) =>
  house.act(who, (ctx) => foundCommunity(ctx, { name, about: '', zone: 'UTC' }))

const face = (house: TestHouse, slug: string) =>
  house.act({ kind: 'guest' }, async (ctx) => faceOf(ctx.db, (await findCommunity(ctx.db, slug)).id))

test('whoever founds a community is its first mod', async () => {
  await using house = await openHouse()
  const { slug } = await found(house, 'mara', 'Harbour Lights')
  assert.equal(slug, 'harbour-lights')
  assert.deepEqual(await face(house, slug), { mods: ['Mara Quill'], members: 1 })
})

test('two communities of one name have two addresses', async () => {
  await using house = await openHouse()
  const slugs = []
  for (const name of ['Harbour', 'HARBOUR', '灯台']) slugs.push((await found(house, 'mara', name)).slug)
  assert.deepEqual(slugs, ['harbour', 'harbour-2', 'community'])
})

test('only an admin of the site founds communities', async () => {
  await using house = await openHouse()
  assert.equal((await refused(found(house, 'oriel', 'Mine'))).code, 'community/admins-only')
})

test('joining twice, even at once, is joining once, and makes nobody a mod', async () => {
  await using house = await openHouse()
  const before = await face(house, 'tidewater')
  const join = () => house.act('stranger', (ctx) => joinCommunity(ctx, 'tidewater'))
  await Promise.all([join(), join()])
  await join()
  assert.deepEqual(await face(house, 'tidewater'), { mods: before.mods, members: before.members + 1 })
  assert.equal(await house.act('stranger', (ctx) => mayMod(ctx.db, 1, personViewer('stranger'))), false)
})

test('a mod who joins again is still a mod', async () => {
  await using house = await openHouse()
  await house.act('mara', (ctx) => joinCommunity(ctx, 'tidewater'))
  assert.deepEqual((await face(house, 'tidewater')).mods, ['Mara Quill'])
})

test('a guest is asked to sign in before joining, and a community that is not there is missing', async () => {
  await using house = await openHouse()
  const join = (slug: string) => house.act({ kind: 'guest' }, (ctx) => joinCommunity(ctx, slug))
  assert.equal((await refused(join('tidewater'))).code, 'member/sign-in')
  assert.equal((await refused(join('nowhere'))).kind, 'missing')
})
