// With a key link a reserved name becomes its person's; and what ends a key.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foundCommunity } from '#src/people/communities/communities.ts'
import { removeMember } from '#src/people/communities/members/members.ts'
import { linkIn, openPost } from '#tests/support/mailed.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { logOf, rowsOf, seatsOn } from '#tests/world/deeds.ts'
import { address, asMailing, comeIn, enterByMail, holderOf, keyLink, pageOf } from '#tests/world/keys.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'
import { giveName, takeNameOver } from '../reserved/giving-name.ts'

const takeOver = async (house: TestHouse, who: 'stranger' | 'ismay' | 'oriel', link: string) => {
  const visitor = await house.as(who)
  const asked = await comeIn(visitor, link)
  return { visitor, asked, taken: await visitor.submit('/key/taking-over') }
}

test('signed in, the key makes the name one’s own with its days and works, once; every key to the name is spent by it', async () => {
  await using house = await openHouse(asMailing)
  const claim = await enterByMail(house, '11-04')
  await enterByMail(house, '11-06', { email: 'ann@elsewhere.example' })
  const mailbox = openPost(house)
  const [first, second] = [linkIn(await mailbox.find(address)), linkIn(await mailbox.find('ann@elsewhere.example'))]
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'mara', { claim: claim.id, said: saidOf({ title: 'Posted for Ann' }) })
  const before = (await house.guest().visit(`/works/${work}`)).text
  const { asked, taken, visitor } = await takeOver(house, 'stranger', first)
  assert.match(asked.text, /Ann Teak has 2 days and 1 work here/)
  assert.match(taken.text, /Ann Teak is yours, with its days and works/)
  assert.equal((await house.guest().visit(`/works/${work}`)).text, before)
  assert.equal((await visitor.visit(`/works/${work}/edit`)).status, 200)
  assert.match((await visitor.visit('/c/tidewater/members')).text, /Ann Teak/)
  for (const link of [first, second]) assert.equal((await house.guest().visit(link)).status, 403)
  assert.deepEqual(await rowsOf(house, 'claim_keys'), [])
  assert.match((await logOf(house, claim)).join(), /name-taken holder/)
  const told = await openPost(house).find(address, /has an account now/)
  assert.match(told.text, /belongs to an account here from now on/)
})

test('without an account one is made by the mod’s word, and the name is there afterwards', async () => {
  await using house = await openHouse(asMailing)
  await enterByMail(house, '11-04')
  const holder = await holderOf(house)
  await holder.visit('/key/taking-over')
  await holder.visit('/key/account')
  const mine = await holder.submit('/key/account', {
    email: address,
    password: 'four words in a row',
    zone: 'Asia/Tokyo',
  })
  assert.match(mine.text, /The name is yours, with its days and works.*Wednesday 4 November/)
  const names = await rowsOf(house, 'pen_names')
  const ann = names.find(({ name }) => name === 'Ann Teak')
  assert.deepEqual([ann?.is_first, names.filter((each) => each.account_id === ann?.account_id).length], [1, 1])
})

test('a mod’s word ends the keys as well, and who may not come back stays out with the name', async () => {
  await using house = await openHouse(asMailing)
  const claim = await enterByMail(house, '11-04')
  const link = await keyLink(house)
  const { link: word } = await house.act('mara', (ctx) => giveName(ctx, where.community, claim.penName))
  await house.act('stranger', (ctx) => takeNameOver(ctx, word))
  assert.equal((await house.guest().visit(link)).status, 403)
  await enterByMail(house, '11-05', { name: 'Bo Sun', email: 'bo@mail.example' })
  const member = await house.act('mara', (ctx) =>
    ctx.db.selectFrom('memberships').select('id').where('account_id', '=', 3).executeTakeFirstOrThrow(),
  )
  await house.act('mara', (ctx) => removeMember(ctx, 'tidewater', member.id, { mayComeBack: false, line: '' }))
  const { taken, visitor } = await takeOver(house, 'oriel', await keyLink(house, 'bo@mail.example'))
  assert.match(taken.text, /Bo Sun is yours/)
  assert.doesNotMatch((await visitor.visit('/c/tidewater/members')).text, /Bo Sun/)
})

test('of two who make the name their own at once one has it', async () => {
  await using house = await openHouse(asMailing)
  await enterByMail(house, '11-04')
  const link = await keyLink(house)
  const visitors = [await house.as('stranger'), await house.as('ismay')]
  for (const visitor of visitors) await comeIn(visitor, link)
  await Promise.all(visitors.map((visitor) => visitor.submit('/key/taking-over')))
  const owners = (await rowsOf(house, 'pen_names')).filter(({ name }) => name === 'Ann Teak')
  assert.deepEqual(
    owners.map(({ account_id: account }) => account !== null),
    [true],
  )
  assert.match((await house.guest().visit(link)).text, /works no more/)
})

test('the address can be forgotten from the page of the day: the links are dead, the day stays', async () => {
  await using house = await openHouse(asMailing)
  const claim = await enterByMail(house, '11-04')
  const holder = await holderOf(house)
  await holder.visit('/key/forgetting')
  assert.match((await holder.submit('/key/forgetting')).text, /The address is forgotten/)
  assert.equal((await holder.visit(pageOf(claim))).status, 404)
  assert.deepEqual(await rowsOf(house, 'claim_keys'), [])
  assert.deepEqual(await rowsOf(house, 'mails'), [])
  assert.deepEqual(await seatsOn(house, '11-04'), ['1 Ann Teak'])
})

test('a key that is put away on a device is gone there, and the link opens the day again', async () => {
  await using house = await openHouse(asMailing)
  const claim = await enterByMail(house, '11-04')
  const link = await keyLink(house)
  const holder = house.guest()
  await comeIn(holder, link)
  await holder.submit('/key/putting-away')
  assert.equal((await holder.visit(pageOf(claim))).status, 404)
  assert.equal((await comeIn(holder, link)).path, pageOf(claim))
})

test('a name that stands in another community too is made nobody’s by a key: its mods know nothing of it', async () => {
  await using house = await openHouse(asMailing)
  const claim = await enterByMail(house, '11-04')
  const link = await keyLink(house)
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'mara', { claim: claim.id })
  await house.act('mara', (ctx) => foundCommunity(ctx, { name: 'Reeds', about: '', zone: 'UTC' }))
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('works').set({ community_id: 2 }).where('id', '=', work).execute(),
    ),
  )
  const { taken } = await takeOver(house, 'stranger', link)
  assert.equal(taken.status, 403)
  assert.match(taken.text, /Ann Teak also stands in another community here/)
})
