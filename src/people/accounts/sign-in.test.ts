// Signing in and out, and how long a session lasts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysLong, hours } from '#src/kit/instants.ts'
import { makeAccount } from '#src/people/accounts/accounts.ts'
import { forgetExpiredSessions, openSession } from '#src/people/accounts/sign-in.ts'
import { hashPassword } from '#src/platform/passwords.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Seen, Visitor } from '#tests/support/visitor.ts'
import { accountOf } from '#tests/world/tidewater.ts'

const host = { kind: 'host' } as const
const known = { email: 'Linnet@Example.org', password: 'four words in a row' }

const makeLinnet = (house: TestHouse): Promise<number> =>
  house.act(host, async (ctx) => {
    const passwordHash = await hashPassword(known.password, ctx.random)
    const person = { name: 'Linnet', email: known.email, zone: 'Asia/Tokyo', passwordHash, isAdmin: false }
    return ctx.atomically('nothing', (tx) => makeAccount(tx, person))
  })

async function signIn(visitor: Visitor, typed: Partial<typeof known> = {}): Promise<Seen> {
  await visitor.visit('/sign-in?back=/c/tidewater')
  return visitor.submit('/sign-in', { ...known, ...typed })
}

const isIn = async (visitor: Visitor): Promise<boolean> => /Sign out/.test((await visitor.visit('/')).text)

const countSessions = (house: TestHouse): Promise<number> =>
  house.act(host, async ({ db }) => (await db.selectFrom('sessions').select('id').execute()).length)

test('address and password let a person in, and back to where they came from', async () => {
  await using house = await openHouse()
  await makeLinnet(house)
  const visitor = house.guest()
  const arrived = await signIn(visitor)
  assert.equal(arrived.path, '/c/tidewater')
  assert.ok(await isIn(visitor))
})

test('the case of an address does not matter, that of a password does', async () => {
  await using house = await openHouse()
  await makeLinnet(house)
  assert.equal((await signIn(house.guest(), { email: ' linnet@EXAMPLE.ORG ' })).path, '/c/tidewater')
  assert.equal((await signIn(house.guest(), { password: known.password.toUpperCase() })).status, 422)
})

test('a wrong password and an unknown address read the same', async () => {
  await using house = await openHouse()
  await makeLinnet(house)
  const wrong = await signIn(house.guest(), { password: 'five words in a row' })
  const unknown = await signIn(house.guest(), { email: 'nobody@example.org' })
  assert.match(wrong.text, /We know no such pair of address and password/)
  assert.equal(unknown.text, wrong.text)
  assert.equal(unknown.status, wrong.status)
})

test('the form comes back with the address and without the password', async () => {
  await using house = await openHouse()
  await makeLinnet(house)
  const again = await signIn(house.guest(), { password: 'five words in a row' })
  assert.match(again.html, /value="Linnet@Example\.org"/)
  assert.ok(!again.html.includes('five words in a row'))
})

test('after ten wrong tries one has to wait, and is told how long', async () => {
  await using house = await openHouse()
  await makeLinnet(house)
  const visitor = house.guest()
  for (let count = 0; count < 10; count += 1) await signIn(visitor, { password: 'a guess of words' })
  const told = await signIn(visitor)
  assert.equal(told.status, 429)
  assert.match(told.text, /Please wait 2 minutes and try again/)
  house.pass(120_000)
  assert.equal((await signIn(visitor)).path, '/c/tidewater')
})

test('nobody is led away from this site by the way back', async () => {
  await using house = await openHouse()
  await makeLinnet(house)
  for (const back of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example']) {
    const visitor = house.guest()
    await visitor.visit(`/sign-in?${new URLSearchParams({ back }).toString()}`)
    assert.equal((await visitor.submit('/sign-in', known)).path, '/')
  }
})

test('a session that is not used ends after sixty days', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  house.pass(daysLong(60) - 1)
  const other = await house.as('ismay')
  assert.ok(await isIn(oriel))
  house.pass(daysLong(60))
  assert.ok(!(await isIn(other)))
})

test('a session lives on while it is used', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  for (let week = 0; week < 20; week += 1) {
    house.pass(daysLong(7))
    assert.ok(await isIn(oriel), `week ${week}`)
  }
})

test('signing out ends this session, here and for whoever copied it, and no other', async () => {
  await using house = await openHouse()
  const [here, there] = [await house.as('oriel'), await house.as('oriel')]
  const copied = new Map(here.cookies)
  await here.visit('/')
  assert.match((await here.submit('/sign-out')).text, /You are signed out/)
  assert.ok(!(await isIn(here)))
  const thief = house.guest()
  for (const [name, value] of copied) thief.cookies.set(name, value)
  assert.ok(!(await isIn(thief)))
  assert.ok(await isIn(there))
})

test('sessions that are over are forgotten by a sweep', async () => {
  await using house = await openHouse()
  await house.act(host, (ctx) => openSession(ctx, accountOf('oriel'), 'a test'))
  house.pass(hours(1))
  await house.act(host, (ctx) => openSession(ctx, accountOf('oriel'), 'a test'))
  house.pass(daysLong(60) - hours(1))
  await house.act({ kind: 'clock' }, forgetExpiredSessions)
  assert.equal(await countSessions(house), 1)
})

test('a secret that nobody has is nobody', async () => {
  await using house = await openHouse()
  const visitor = house.guest()
  visitor.cookies.set('roundelay', 'guessed')
  assert.ok(!(await isIn(visitor)))
})

test('somebody who comes every day keeps the cookie as long as the session', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  for (let day = 0; day < 70; day += 1) {
    house.pass(daysLong(1))
    const seen = await oriel.visit('/')
    assert.match(seen.text, /Sign out/)
    assert.match(seen.headers.get('set-cookie') ?? '', /roundelay=.*Max-Age=5184000/)
  }
})

test('somebody who is signed in already can sign in as somebody else', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  await oriel.visit('/sign-in')
  const again = await oriel.submit('/sign-in', { email: 'nobody@example.org', password: 'none of these' })
  assert.match(again.text, /no such pair/)
})
