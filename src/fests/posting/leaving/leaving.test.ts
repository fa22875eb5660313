// Leaving: what goes at once, what stays and under whose name, and who has to settle something first.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimDay } from '#src/fests/claims/claims.ts'
import { daysLong } from '#src/kit/instants.ts'
import { mustEdit } from '#src/library/works/work-access.ts'
import { addName } from '#src/people/accounts/names/names.ts'
import { findOrReserveName } from '#src/people/accounts/accounts.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { dayOn, enter, makeMod, refused, seatsOn, take } from '#tests/world/deeds.ts'
import { full, givePassword, leave, password, seen, statesOf } from '#tests/world/leaving.ts'
import type { PersonName } from '#tests/world/people.ts'
import { accountOf, where } from '#tests/world/tidewater.ts'
import { leaveSite } from './leaving.ts'

const round = paths.round(where.community, where.round)
const nobody = 'Somebody who has left'

test('with the name everything that is up stays as it is; only the days that were held are open again', async () => {
  await using house = await openHouse()
  const told = await full(house)
  await leave(house, 'oriel', 'named')
  for (const work of [told.kept, told.standIn, told.extra])
    assert.match(await seen(house, paths.work(work)), /by Oriel Finch|Oriel Finch/)
  assert.match(await seen(house, round), /The Kept One/)
  assert.deepEqual(await statesOf(house), ['kept', 'given-back'])
  assert.equal((await house.guest().visit(paths.work(told.draft))).status, 404)
})

test('without the name it is gone from every page, book, feed and list at once, and the works stay', async () => {
  await using house = await openHouse()
  const told = await full(house)
  await leave(house, 'oriel', 'nameless')
  const roads = ['/', round, `${round}?as=list`, `${round}/masterlist?by=creator`, `${round}/feed.atom`, '/c/tidewater']
  for (const who of [undefined, 'ismay', 'mara'] as const) {
    for (const road of [...roads, ...[told.kept, told.standIn, told.extra].map((id) => paths.work(id))]) {
      const visitor = who ? await house.as(who) : house.guest()
      const page = await visitor.visit(road)
      assert.equal(page.status, 200, road)
      assert.doesNotMatch(page.html, /Oriel/, `${road}, ${who}`)
    }
  }
  assert.match(await seen(house, paths.work(told.kept)), new RegExp(nobody))
  assert.match(await seen(house, round), /The Kept One/)
  assert.doesNotMatch(await seen(house, paths.work(told.kept)), /journal\.example/)
})

test('together with their writer works are gone for everybody, and so are the days in the calendar', async () => {
  await using house = await openHouse()
  const told = await full(house)
  await leave(house, 'oriel', 'deleted')
  for (const who of [undefined, 'ismay', 'mara'] as const) {
    for (const work of Object.values(told)) {
      const visitor = who ? await house.as(who) : house.guest()
      assert.equal((await visitor.visit(paths.work(work))).status, 404)
    }
    for (const road of ['/', round, `${round}/masterlist`, `${round}/feed.atom`])
      assert.doesNotMatch(
        (await (who ? await house.as(who) : house.guest()).visit(road)).html,
        /The Kept One|Small|For All/,
      )
  }
  assert.doesNotMatch(await seen(house, round), /Oriel/)
  assert.deepEqual(await statesOf(house), ['given-back', 'given-back'])
})

test('the mods read that a place is open, and not why', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-10')
  await house.runJobs()
  const before = (await house.mailbox()).length
  await leave(house, 'oriel', 'deleted')
  const toMods = (await house.mailbox()).slice(before).filter(({ account }) => account === accountOf('mara'))
  assert.deepEqual(
    toMods.map(({ subject }) => subject),
    ['A place is open: Tuesday 10 November'],
  )
  assert.doesNotMatch(toMods[0]?.body ?? '', /Oriel|left/)
  await take(house, 'ismay', '11-10')
})

test('whoever leaves is signed out everywhere, and hears by mail until when they can come back', async () => {
  await using house = await openHouse()
  const phone = await house.as('oriel')
  assert.match((await phone.visit('/mine')).text, /Your days/)
  await leave(house, 'oriel', 'named')
  assert.match((await phone.visit('/mine')).text, /Sign in/)
  const mail = (await house.mailbox()).findLast(({ account }) => account === accountOf('oriel'))
  assert.equal(mail?.subject, 'You have left')
  assert.match(mail?.body ?? '', /Until Wednesday 18 November, 12:00 \(London\)/)
})

test('a name that was left on works is nobody’s for ever: not a mod’s to enter, nor anybody’s to take', async () => {
  await using house = await openHouse()
  const { kept } = await full(house)
  await leave(house, 'oriel', 'named')
  for (const moment of ['closed', 'erased'] as const) {
    if (moment === 'erased') house.pass(daysLong(31))
    await house.runJobs()
    assert.equal((await refused(house.act('ismay', (ctx) => addName(ctx, 'oriel_finch')))).code, 'pen-name/taken')
    const reserve = house.act('mara', (ctx) => ctx.atomically('nothing', (tx) => findOrReserveName(tx, 'Oriel Finch')))
    assert.equal((await refused(reserve)).code, 'pen-name/left')
    const edit = house.act('mara', (ctx) => ctx.atomically('nothing', (tx) => mustEdit(tx, kept)))
    assert.equal((await refused(edit)).kind, 'missing')
  }
})

test('what stands in place of a name is nobody’s name', async () => {
  await using house = await openHouse()
  await full(house)
  await leave(house, 'oriel', 'nameless')
  for (const name of [nobody, 'somebody_who has Ieft'.replace('I', 'l')])
    assert.equal((await refused(house.act('ismay', (ctx) => addName(ctx, name)))).code, 'pen-name/taken')
  const reserve = house.act('mara', (ctx) => ctx.atomically('nothing', (tx) => findOrReserveName(tx, nobody)))
  assert.equal((await refused(reserve)).code, 'pen-name/taken')
})

test('mods do not come to edit what somebody left, with or without a name', async () => {
  await using house = await openHouse()
  const { kept } = await full(house)
  await leave(house, 'oriel', 'nameless')
  house.pass(daysLong(31))
  await house.runJobs()
  assert.equal((await (await house.as('mara')).visit(paths.workEdit(kept))).status, 404)
})

test('the only mod of a community and the only admin of a site hear what to settle first', async () => {
  await using house = await openHouse()
  await givePassword(house, 'mara')
  const page = (await (await house.as('mara')).visit(paths.accountLeaving)).text
  assert.match(page, /You are the only admin of this site/)
  assert.match(page, /You are the only mod of Tidewater/)
  const go = () => house.act('mara', (ctx) => leaveSite(ctx, { works: 'named', password }))
  assert.equal((await refused(go())).code, 'leaving/last-admin')
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('accounts').set({ admin_since: ctx.now() }).where('id', '=', accountOf('tane')).execute(),
    ),
  )
  assert.equal((await refused(go())).code, 'leaving/last-mod')
  await makeMod(house, 'tane')
  await go()
})

test('of two last mods who leave at once one stays', async () => {
  await using house = await openHouse()
  for (const who of ['tane', 'oriel'] as const) {
    await makeMod(house, who)
    await givePassword(house, who)
  }
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('memberships').set({ role: 'member' }).where('account_id', '=', accountOf('mara')).execute(),
    ),
  )
  const go = (who: PersonName) => house.act(who, (ctx) => leaveSite(ctx, { works: 'named', password }))
  const outcomes = await Promise.allSettled([go('tane'), go('oriel')])
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('days under every name of somebody are given back, and days that others hold are not', async () => {
  await using house = await openHouse()
  const { id: under } = await house.act('oriel', (ctx) => addName(ctx, 'Brindle'))
  await take(house, 'oriel', '11-10')
  const { id: day } = await dayOn(house, '11-11')
  await house.act('oriel', (ctx) => claimDay(ctx, where, { day, zone: undefined, under }))
  await enter(house, 'mara', 'Ann Teak', '11-12')
  await leave(house, 'oriel', 'named')
  assert.deepEqual(await statesOf(house), ['given-back', 'given-back', 'held'])
  assert.deepEqual(await seatsOn(house, '11-12'), ['1 Ann Teak'])
})
