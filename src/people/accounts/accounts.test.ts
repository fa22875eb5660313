// Making an account by invitation: one link, one person; a name and an address are nobody else's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysLong } from '#src/kit/instants.ts'
import { changeZone, joinByLink, makeAccount } from '#src/people/accounts/accounts.ts'
import { makeInvitation } from '#src/people/accounts/links.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { refused, rowsOf, take } from '#tests/world/deeds.ts'
import { accountOf } from '#tests/world/tidewater.ts'

const person = { name: 'Linnet', email: 'linnet@example.org', password: 'four words in a row', zone: 'Asia/Tokyo' }

const invite = (house: TestHouse): Promise<string> => house.act('mara', (ctx) => makeInvitation(ctx, accountOf('mara')))
const join = (house: TestHouse, link: string, more: Partial<typeof person> = {}): Promise<number> =>
  house.act({ kind: 'guest' }, (ctx) => joinByLink(ctx, link, { ...person, ...more }))

test('an invitation makes one account, once', async () => {
  await using house = await openHouse()
  const link = await invite(house)
  assert.ok((await join(house, link)) > 0)
  const refusal = await refused(join(house, link, { name: 'Siskin', email: 'siskin@example.org' }))
  assert.equal(refusal.code, 'link/dead')
  assert.ok(!(await rowsOf(house, 'pen_names')).some((row) => row.name === 'Siskin'))
})

test('two who use one invitation at once: one of them has an account', async () => {
  await using house = await openHouse()
  const link = await invite(house)
  const outcomes = await Promise.allSettled([
    join(house, link),
    join(house, link, { name: 'Siskin', email: 'siskin@example.org' }),
  ])
  assert.deepEqual(outcomes.map((outcome) => outcome.status).toSorted(), ['fulfilled', 'rejected'])
})

test('an invitation works for seven days', async () => {
  await using house = await openHouse()
  const link = await invite(house)
  house.pass(daysLong(7))
  assert.equal((await refused(join(house, link))).code, 'link/dead')
  assert.equal((await house.guest().visit(`/join?link=${link}`)).status, 403)
  house.pass(-1)
  assert.ok((await join(house, link)) > 0)
})

test('opening the link changes nothing: a scanner of mail uses nobody’s invitation up', async () => {
  await using house = await openHouse()
  const link = await invite(house)
  for (const who of [house.guest(), house.guest()]) assert.equal((await who.visit(`/join?link=${link}`)).status, 200)
  assert.ok((await join(house, link)) > 0)
})

test('without a link that works nobody learns which names and addresses are taken', async () => {
  await using house = await openHouse()
  const taken = { name: 'Oriel Finch', email: 'oriel@example.org' }
  assert.equal((await refused(join(house, 'guessed', taken))).code, 'link/dead')
})

test('whoever is invited learns nothing of who has an account: only the mail of that address says it', async () => {
  await using house = await openHouse()
  await join(house, await invite(house), { email: 'ORIEL@Example.org' })
  await join(house, await invite(house), { name: 'Siskin', email: 'siskin@example.org' })
  const mails = await house.mailbox()
  assert.deepEqual(
    mails.map(({ subject, account }) => [subject, account]),
    [
      ['You have an account here already', accountOf('oriel')],
      ['Please confirm your address', 9],
    ],
  )
})

test('an address is one account’s, however its letters are written', async () => {
  await using house = await openHouse()
  const other = { name: 'Linnet', email: 'ORIEL@Example.org', zone: 'UTC', passwordHash: '', isAdmin: false }
  const making = house.act({ kind: 'host' }, (ctx) => ctx.atomically('nothing', (tx) => makeAccount(tx, other)))
  assert.equal((await refused(making)).code, 'account/email-taken')
})

test('a name that is taken, or looks like one that is, is refused beside its field', async () => {
  await using house = await openHouse()
  for (const name of ['Oriel Finch', 'oriel-finch', '0riel Fınch', 'Оriel Finch']) {
    const refusal = await refused(join(house, await invite(house), { name }))
    assert.deepEqual([refusal.code, refusal.about], ['pen-name/taken', 'name'], name)
  }
})

test('a refused invitation can be tried again, with everything typed still there but the password', async () => {
  await using house = await openHouse()
  const visitor = house.guest()
  await visitor.visit(`/join?link=${await invite(house)}&back=/c/tidewater`)
  const again = await visitor.submit('/join', { ...person, name: 'ORIEL FINCH' })
  assert.equal(again.status, 422)
  assert.match(again.text, /Oriel Finch is somebody’s name here already/)
  assert.match(again.html, /value="linnet@example\.org"/)
  assert.ok(!again.html.includes(person.password))
  const arrived = await visitor.submit('/join', person)
  assert.equal(arrived.path, '/c/tidewater')
  assert.match(arrived.text, /Welcome\. You have an account now\./)
  assert.match(arrived.text, /Linnet/)
})

test('a password that is too short is refused beside its field', async () => {
  await using house = await openHouse()
  const visitor = house.guest()
  await visitor.visit(`/join?link=${await invite(house)}`)
  const again = await visitor.submit('/join', { ...person, password: 'short' })
  assert.match(again.text, /A password needs at least 10 characters/)
})

test('only mods invite', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit('/c/tidewater')
  assert.match((await mara.submit('/c/tidewater/invitations')).html, /\/c\/tidewater\/invitation\?link=/)
  const oriel = await house.as('oriel')
  const { html } = await oriel.visit('/c/tidewater')
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? assert.fail()
  assert.equal((await oriel.post('/c/tidewater/invitations', { _csrf })).status, 403)
  assert.equal((await house.guest().post('/c/tidewater/invitations')).status, 403)
})

test('only an admin of the site starts a community', async () => {
  await using house = await openHouse()
  for (const who of [await house.as('tane'), await house.as('stranger'), house.guest()])
    assert.equal((await who.visit('/communities/new')).status, 403)
  assert.equal((await house.guest().post('/communities/new', { name: 'Mine', zone: 'UTC' })).status, 403)
  const mara = await house.as('mara')
  await mara.visit('/communities/new')
  const founded = await mara.submit('/communities/new', { name: 'Tidewater!', zone: 'UTC' })
  assert.equal(founded.path, '/c/tidewater-2')
})

test('a change of zone moves no claim', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-02')
  const before = await rowsOf(house, 'claims')
  await house.act('oriel', (ctx) => changeZone(ctx, accountOf('oriel'), 'Pacific/Auckland'))
  assert.deepEqual(await rowsOf(house, 'claims'), before)
})
