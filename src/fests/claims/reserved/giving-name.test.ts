// A reserved name becomes its person's by a mod's word: a link, a button, and everything under the name is theirs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysLong } from '#src/kit/instants.ts'
import { mustEdit } from '#src/library/works/work-access.ts'
import { foundCommunity } from '#src/people/communities/communities.ts'
import { removeMember } from '#src/people/communities/members/members.ts'
import { isMember } from '#src/people/communities/communities.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { enter, giveBack, logOf, makeMod as asMod, refused, rowsOf, seatsOn, takeBack } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { accountOf, where } from '#tests/world/tidewater.ts'
import { giveName, listReservedNames, takeNameOver } from './giving-name.ts'

const give = async (house: TestHouse, penName: number, who: PersonName = 'mara'): Promise<string> =>
  (await house.act(who, (ctx) => giveName(ctx, where.community, penName))).link

const takeOver = (house: TestHouse, link: string, who: PersonName = 'stranger') =>
  house.act(who, (ctx) => takeNameOver(ctx, link))

test('whoever opens the link signed in and presses the button has the name, its days and its works', async () => {
  await using house = await openHouse()
  const claim = await enter(house, 'mara', 'Ann Teak', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'mara', { claim: claim.id, said: saidOf({ title: 'Posted for Ann' }) })
  const before = (await house.guest().visit(paths.work(work))).text
  const mara = await house.as('mara')
  await mara.visit(paths.claim(where.community, where.round, claim.id))
  const shown = await mara.submit(paths.reservedNameLink(where.community, claim.penName))
  const address = /http:\/\/fest\.example(\/names\/taking-over\?link=[\w-]+)/.exec(shown.html)?.[1] ?? ''
  const stranger = await house.as('stranger')
  assert.match((await stranger.visit(address)).text, /Is Ann Teak you\? .*: 1 day and 1 work\./)
  const mine = await stranger.submit('/names/taking-over')
  assert.match(mine.text, /Ann Teak is yours, with its days and works/)
  assert.match(mine.text, /Posted for Ann/)
  assert.deepEqual(await seatsOn(house, '11-04'), ['1 Ann Teak'])
  assert.equal((await house.guest().visit(paths.work(work))).text, before)
  assert.equal((await stranger.visit(paths.workEdit(work))).status, 200)
  assert.equal((await mara.visit(paths.workEdit(work))).status, 404)
})

test('merely opening it changes nothing, for guests and for those signed in', async () => {
  await using house = await openHouse()
  const { penName } = await enter(house, 'mara', 'Ann Teak', '11-04')
  const link = await give(house, penName)
  const address = asking(paths.nameTakingOver, { link })
  for (const who of [house.guest(), await house.as('ismay'), house.guest()])
    assert.equal((await who.visit(address)).status, 200)
  assert.equal((await takeOver(house, link)).name, 'Ann Teak')
})

test('it works once, within fourteen days, and a newer one makes it useless', async () => {
  await using house = await openHouse()
  const { penName } = await enter(house, 'mara', 'Ann Teak', '11-04')
  const first = await give(house, penName)
  const second = await give(house, penName)
  assert.equal((await refused(takeOver(house, first))).code, 'name-link/dead')
  house.pass(daysLong(14))
  assert.equal((await refused(takeOver(house, second))).code, 'name-link/dead')
  assert.equal((await house.guest().visit(asking(paths.nameTakingOver, { link: second }))).status, 403)
  house.pass(-1)
  await takeOver(house, second)
  assert.equal((await refused(takeOver(house, second, 'ismay'))).code, 'name-link/dead')
  assert.equal((await refused(give(house, penName))).kind, 'missing')
})

test('of two who press at once one has the name', async () => {
  await using house = await openHouse()
  const { penName } = await enter(house, 'mara', 'Ann Teak', '11-04')
  const link = await give(house, penName)
  const outcomes = await Promise.allSettled([takeOver(house, link), takeOver(house, link, 'ismay')])
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('they are a member with that name by it; who may not come back has the name and stays out', async () => {
  await using house = await openHouse()
  const one = await enter(house, 'mara', 'Ann Teak', '11-04')
  const two = await enter(house, 'mara', 'Bo Sun', '11-05')
  await takeOver(house, await give(house, one.penName))
  const belongs = (who: PersonName) => house.act(who, (ctx) => isMember(ctx.db, 1, accountOf(who)))
  assert.equal(await belongs('stranger'), true)
  assert.match((await (await house.as('ismay')).visit('/c/tidewater/members')).text, /Ann Teak/)
  assert.doesNotMatch((await (await house.as('ismay')).visit('/c/tidewater/members')).text, /Passer-by/)
  const member = (await house.act('mara', async (ctx) =>
    ctx.db
      .selectFrom('memberships')
      .select('id')
      .where('account_id', '=', accountOf('oriel'))
      .executeTakeFirstOrThrow(),
  )) satisfies { id: number }
  await house.act('mara', (ctx) => removeMember(ctx, 'tidewater', member.id, { mayComeBack: false, line: '' }))
  await takeOver(house, await give(house, two.penName), 'oriel')
  assert.equal(await belongs('oriel'), false)
})

test('each of its claims says so in its log, and its holder does with it what every holder may', async () => {
  await using house = await openHouse()
  const claim = await enter(house, 'mara', 'Ann Teak', '11-04', 'Asia/Tokyo')
  await takeOver(house, await give(house, claim.penName))
  assert.deepEqual(await logOf(house, claim), ['1 claim mod none>held', '0 name-taken holder held>held'])
  const page = paths.claim(where.community, where.round, claim.id)
  assert.match((await (await house.as('stranger')).visit(page)).text, /You took the name over/)
  assert.match((await (await house.as('mara')).visit(page)).text, /Its person took the name over/)
  await giveBack(house, 'stranger', claim)
  await takeBack(house, 'stranger', claim)
  const [row] = await rowsOf(house, 'claims')
  assert.deepEqual([row?.state, row?.time_zone], ['held', 'Asia/Tokyo'])
})

test('only mods of the community give a name, and only one that stands there without an account', async () => {
  await using house = await openHouse()
  const { penName } = await enter(house, 'mara', 'Ann Teak', '11-04')
  for (const who of ['oriel', 'stranger'] as const)
    assert.equal((await refused(give(house, penName, who))).code, 'community/mods-only')
  assert.equal((await refused(house.act('oriel', (ctx) => listReservedNames(ctx, 'tidewater')))).kind, 'forbidden')
  assert.equal((await refused(give(house, accountOf('oriel')))).kind, 'missing')
  const { names } = await house.act('mara', (ctx) => listReservedNames(ctx, 'tidewater'))
  assert.deepEqual(
    names.map(({ name, days, works }) => [name, days, works]),
    [['Ann Teak', 1, 0]],
  )
})

test('a name that stands in two communities is given by nobody who answers for one of them alone', async () => {
  await using house = await openHouse()
  const { penName } = await enter(house, 'mara', 'Ann Teak', '11-04')
  await asMod(house, 'tane')
  await house.act('mara', async (ctx) => {
    await foundCommunity(ctx, { name: 'Reeds', about: '', zone: 'UTC' })
  })
  house.at('2026-11-16T12:00:00.000Z')
  const { work } = await post(house, 'mara', {
    reservedName: 'Ann Teak',
    role: 'extra',
    said: saidOf({ title: 'Elsewhere' }),
  })
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('works').set({ community_id: 2 }).where('id', '=', work).execute(),
    ),
  )
  assert.equal((await refused(give(house, penName, 'tane'))).code, 'name/elsewhere')
  assert.ok((await give(house, penName)).length > 20)
})

test('without an account one is made by the same word, and the name is there afterwards', async () => {
  await using house = await openHouse()
  const { penName } = await enter(house, 'mara', 'Ann Teak', '11-04')
  const link = await give(house, penName)
  const guest = house.guest()
  assert.match(
    (await guest.visit(asking(paths.nameTakingOver, { link }))).text,
    /or make an account, and it is your first/,
  )
  await guest.visit(asking(paths.nameJoining, { link }))
  const mine = await guest.submit(paths.nameJoining, {
    email: 'ann@example.org',
    password: 'four words in a row',
    zone: 'Asia/Tokyo',
  })
  assert.match(mine.text, /the name is yours with its days and works.*Wednesday 4 November/)
  const names = await rowsOf(house, 'pen_names')
  const own = names.filter(
    ({ account_id: account }) => account === names.find(({ name }) => name === 'Ann Teak')?.account_id,
  )
  assert.deepEqual(
    own.map(({ name, is_first: isFirst }) => [name, isFirst]),
    [['Ann Teak', 1]],
  )
  assert.equal((await house.guest().visit(asking(paths.nameJoining, { link }))).status, 403)
})

test('a mod who posted for the name can no longer change it, from the moment it is taken over', async () => {
  await using house = await openHouse()
  const claim = await enter(house, 'mara', 'Ann Teak', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'mara', { claim: claim.id })
  const edit = (who: PersonName) => house.act(who, (ctx) => ctx.atomically('nothing', (tx) => mustEdit(tx, work)))
  await edit('mara')
  await takeOver(house, await give(house, claim.penName), 'ismay')
  await edit('ismay')
  assert.equal((await refused(edit('mara'))).kind, 'missing')
  assert.equal((await refused(post(house, 'mara', { claim: claim.id, role: 'extra' }))).kind, 'missing')
})
