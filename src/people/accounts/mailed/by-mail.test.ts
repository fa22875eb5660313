// Getting in by mail, with a link that signs in or one for a new password; and what nobody learns by asking for one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hours, minutes } from '#src/kit/instants.ts'
import { makeAccount } from '#src/people/accounts/accounts.ts'
import { openSession } from '#src/people/accounts/sign-in.ts'
import { hashPassword } from '#src/platform/passwords.ts'
import { linkIn, openPost } from '#tests/support/mailed.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { makeVisitor, type Seen, type Visitor } from '#tests/support/visitor.ts'
import { rowsOf } from '#tests/world/deeds.ts'

const asReader = { mail: 'sent' } as const
const email = 'linnet@example.org'
const password = 'four words in a row'
const other = 'five other words in a row'

/** Linnet, at a browser of hers, with a password. */
async function linnetIn(house: TestHouse, standing: 'confirmed' | 'unconfirmed' = 'confirmed'): Promise<Visitor> {
  const token = await house.act({ kind: 'host' }, async (ctx) => {
    const passwordHash = await hashPassword(password, ctx.random)
    const person = { name: 'Linnet', email, zone: 'UTC', passwordHash, isAdmin: false, standing }
    return openSession(ctx, await ctx.atomically('nothing', (tx) => makeAccount(tx, person)), 'a test')
  })
  return makeVisitor(house.app, new Map([['roundelay', token]]))
}

async function ask(visitor: Visitor, path: '/sign-in/by-mail' | '/sign-in/forgotten', who = email): Promise<Seen> {
  await visitor.visit(path)
  return visitor.submit(path, { email: who })
}

const isIn = async (visitor: Visitor): Promise<boolean> => /Sign out/.test((await visitor.visit('/')).text)

async function signIn(visitor: Visitor, word: string): Promise<boolean> {
  await visitor.visit('/sign-in')
  await visitor.submit('/sign-in', { email, password: word })
  return isIn(visitor)
}

test('a mailed link signs in once, by a press, on the device where it is opened', async () => {
  await using house = await openHouse(asReader)
  const old = await linnetIn(house)
  const visitor = house.guest()
  await ask(visitor, '/sign-in/by-mail')
  const link = linkIn(await openPost(house).find(email))
  for (const scanner of [house.guest(), house.guest()]) assert.match((await scanner.visit(link)).text, /Sign in here/)
  await visitor.visit(link)
  await visitor.submit('/sign-in/link')
  assert.ok(await isIn(visitor))
  assert.equal((await house.guest().visit(link)).status, 403)
  assert.ok(await isIn(old), 'and signs nobody out')
  assert.ok(await signIn(house.guest(), password), 'and changes no password')
})

test('a link to sign in works for half an hour, one for a new password for two hours', async () => {
  for (const [path, lasts] of [
    ['/sign-in/by-mail', minutes(30)],
    ['/sign-in/forgotten', hours(2)],
  ] as const) {
    await using house = await openHouse(asReader)
    await linnetIn(house)
    await ask(house.guest(), path)
    const link = linkIn(await openPost(house).find(email))
    house.pass(lasts - 1)
    assert.equal((await house.guest().visit(link)).status, 200, path)
    house.pass(1)
    assert.equal((await house.guest().visit(link)).status, 403, path)
  }
})

test('the time begins when the mail is sent: what waits for a mail server is not spent meanwhile', async () => {
  await using house = await openHouse(asReader)
  await linnetIn(house)
  await ask(house.guest(), '/sign-in/by-mail')
  house.pass(hours(20))
  const link = linkIn(await openPost(house).find(email))
  assert.equal((await house.guest().visit(link)).status, 200)
})

test('signing in by mail to an account that was never confirmed ends its password and sessions first', async () => {
  await using house = await openHouse(asReader)
  const thief = await linnetIn(house, 'unconfirmed')
  assert.ok(await isIn(thief))
  const owner = house.guest()
  await ask(owner, '/sign-in/by-mail')
  await owner.visit(linkIn(await openPost(house).find(email)))
  const arrived = await owner.submit('/sign-in/link')
  assert.match(arrived.text, /A password that was set before counts no more/)
  assert.match(arrived.text, /You have no password yet/)
  assert.ok(!(await isIn(thief)))
  assert.ok(!(await signIn(house.guest(), password)))
  await owner.visit('/account/password')
  await owner.submit('/account/password', { password: other })
  assert.ok(await signIn(house.guest(), other))
})

test('a new password by mail ends every session and every other link, and is told by another mail', async () => {
  await using house = await openHouse(asReader)
  const elsewhere = await linnetIn(house)
  const visitor = house.guest()
  await ask(visitor, '/sign-in/by-mail')
  const post = openPost(house)
  const spare = linkIn(await post.find(email))
  await ask(visitor, '/sign-in/forgotten')
  const link = linkIn(await post.find(email, /new password/))
  await visitor.visit(link)
  const short = await visitor.submit('/sign-in/new-password', { password: 'short' })
  assert.match(short.text, /at least 10 characters/)
  const arrived = await visitor.submit('/sign-in/new-password', { password: other })
  assert.match(arrived.text, /Your new password counts from now on/)
  assert.ok(await isIn(visitor))
  assert.ok(!(await isIn(elsewhere)))
  assert.ok(!(await signIn(house.guest(), password)))
  assert.ok(await signIn(house.guest(), other))
  for (const dead of [link, spare]) assert.equal((await house.guest().visit(dead)).status, 403)
  assert.match((await post.find(email, /has been changed/)).text, /If it was not you/)
})

test('two who use one link at once: one of them is in', async () => {
  await using house = await openHouse(asReader)
  await linnetIn(house)
  await ask(house.guest(), '/sign-in/by-mail')
  const link = linkIn(await openPost(house).find(email))
  const answers = await Promise.all([house.guest().post(link), house.guest().post(link)])
  assert.deepEqual(
    answers.map((answer) => answer.status).toSorted((a, b) => a - b),
    [303, 403],
  )
})

test('an address without an account gets the same answer, and no mail', async () => {
  await using house = await openHouse(asReader)
  await linnetIn(house)
  for (const path of ['/sign-in/by-mail', '/sign-in/forgotten'] as const) {
    const [known, unknown] = [await ask(house.guest(), path), await ask(house.guest(), path, 'nobody@example.org')]
    assert.equal(known.text, unknown.text)
    assert.match(known.text, /If there is an account with this address/)
  }
  assert.equal((await house.sendMails()).length, 2)
  assert.equal((await rowsOf(house, 'mails')).length, 2)
})

test('asking again and again fills nobody’s mailbox, and says how long to wait', async () => {
  await using house = await openHouse(asReader)
  await linnetIn(house)
  for (let count = 0; count < 5; count += 1) await ask(house.guest(), '/sign-in/by-mail')
  const told = await ask(house.guest(), '/sign-in/forgotten', 'LINNET@example.org')
  assert.equal(told.status, 429)
  assert.match(told.text, /Please wait 12 minutes and try again/)
  assert.match(told.html, /value="LINNET@example\.org"/)
  assert.equal((await house.sendMails()).length, 5)
})

test('where no mail is sent, these pages say so and promise nothing', async () => {
  await using house = await openHouse({ mail: 'kept' })
  await linnetIn(house)
  for (const path of ['/sign-in/by-mail', '/sign-in/forgotten']) {
    assert.match((await house.guest().visit(path)).text, /sends no mail yet/)
    assert.equal((await house.guest().post(path, { email })).status, 409)
  }
  assert.deepEqual(await rowsOf(house, 'mails'), [])
  assert.doesNotMatch((await house.guest().visit('/sign-in')).text, /Mail me a link/)
})

test('a link for one thing is none for another', async () => {
  await using house = await openHouse(asReader)
  await linnetIn(house)
  await ask(house.guest(), '/sign-in/by-mail')
  const token = /link=(.*)$/.exec(linkIn(await openPost(house).find(email)))?.[1] ?? assert.fail()
  for (const path of ['/sign-in/new-password', '/account/confirm', '/account/new-address', '/join', '/set-up'])
    assert.ok((await house.guest().visit(`${path}?link=${token}`)).status >= 403, path)
})
