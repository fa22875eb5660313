// What somebody changes about their own account: password, address, sessions, and which mails come.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysLong } from '#src/kit/instants.ts'
import { sayDevice } from '#src/people/accounts/own/devices.ts'
import { hashPassword } from '#src/platform/passwords.ts'
import { linkIn, openPost } from '#tests/support/mailed.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Seen, Visitor } from '#tests/support/visitor.ts'
import { take } from '#tests/world/deeds.ts'
import { accountOf } from '#tests/world/tidewater.ts'

const asReader = { mail: 'sent' } as const
const password = 'four words in a row'
const next = 'five other words in a row'

/** Oriel with a password, at two browsers. */
async function orielTwice(house: TestHouse): Promise<[Visitor, Visitor]> {
  await house.act({ kind: 'host' }, async (ctx) => {
    const hash = await hashPassword(password, ctx.random)
    await ctx.atomically('nothing', ({ db }) =>
      db.updateTable('accounts').set({ password_hash: hash }).where('id', '=', accountOf('oriel')).execute(),
    )
  })
  return [await house.as('oriel'), await house.as('oriel')]
}

const isIn = async (visitor: Visitor): Promise<boolean> => /Sign out/.test((await visitor.visit('/')).text)

async function signIn(house: TestHouse, email: string, word: string): Promise<boolean> {
  const visitor = house.guest()
  await visitor.visit('/sign-in')
  await visitor.submit('/sign-in', { email, password: word })
  return isIn(visitor)
}

async function change(visitor: Visitor, what: 'password' | 'address', typed: Record<string, string>): Promise<Seen> {
  await visitor.visit(`/account/${what}`)
  return visitor.submit(`/account/${what}`, typed)
}

test('a new password needs the old one, ends all other sessions, and is told by mail', async () => {
  await using house = await openHouse(asReader)
  const [here, there] = await orielTwice(house)
  const wrong = await change(here, 'password', { current: 'none of these', password: next })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /id="f-current-why"/)
  assert.ok(!wrong.html.includes(next))
  assert.match((await change(here, 'password', { current: password, password: next })).text, /counts from now on/)
  assert.ok((await isIn(here)) && !(await isIn(there)))
  assert.ok(await signIn(house, 'oriel@example.org', next))
  assert.ok(!(await signIn(house, 'oriel@example.org', password)))
  await openPost(house).find('oriel@example.org', /has been changed/)
})

test('guessing the password at somebody’s open browser is counted', async () => {
  await using house = await openHouse(asReader)
  const [here] = await orielTwice(house)
  for (let count = 0; count < 10; count += 1)
    await change(here, 'password', { current: `guess ${count}`, password: next })
  const told = await change(here, 'address', { current: password, email: 'thief@example.org' })
  assert.equal(told.status, 429)
  assert.match(told.text, /Please wait 2 minutes/)
})

test('a new address counts once its own mail says so; until then the old one does, and is told', async () => {
  await using house = await openHouse(asReader)
  const [here] = await orielTwice(house)
  const asked = await change(here, 'address', { current: password, email: 'Finch@example.net' })
  assert.match(asked.text, /Until its link is used, the old one counts/)
  const post = openPost(house)
  const link = linkIn(await post.find('Finch@example.net'))
  assert.match((await post.find('oriel@example.org')).subject, /is to be changed/)
  assert.ok(!(await signIn(house, 'finch@example.net', password)))
  assert.equal((await house.guest().visit(link)).status, 200)
  assert.ok(await signIn(house, 'oriel@example.org', password))
  const phone = house.guest()
  await phone.visit(link)
  assert.match((await phone.submit('/account/new-address')).text, /counts from now on/)
  assert.ok(await signIn(house, 'finch@example.net', password))
  assert.ok(!(await signIn(house, 'oriel@example.org', password)))
  assert.match((await post.find('oriel@example.org')).subject, /has been changed/)
  assert.match((await here.visit('/account')).text, /Finch@example\.net/)
  assert.equal((await house.guest().visit(link)).status, 403)
})

test('the address of another account gets a mail that says so; the page is the same', async () => {
  await using house = await openHouse(asReader)
  const [here] = await orielTwice(house)
  const free = await change(here, 'address', { current: password, email: 'finch@example.net' })
  const taken = await change(here, 'address', { current: password, email: 'ISMAY@example.org' })
  assert.equal(free.text, taken.text)
  const mail = await openPost(house).find('ismay@example.org')
  assert.match(mail.subject, /has an account here/)
  assert.equal(linkIn(mail), '/sign-in')
  const row = await house.act({ kind: 'host' }, ({ db }) => db.selectFrom('mailed_links').selectAll().execute())
  assert.deepEqual(
    row.map((link) => link.email),
    [],
  )
})

test('a change that was called off before its mail had gone is not mailed at all', async () => {
  await using house = await openHouse(asReader)
  const [thief, owner] = await orielTwice(house)
  await change(thief, 'address', { current: password, email: 'thief@example.net' })
  await change(owner, 'password', { current: password, password: next })
  assert.ok(!(await house.sendMails()).some((mail) => mail.to === 'thief@example.net'))
})

test('a new password stops a change of address that somebody else asked for', async () => {
  await using house = await openHouse(asReader)
  const [thief, owner] = await orielTwice(house)
  await change(thief, 'address', { current: password, email: 'thief@example.net' })
  const link = linkIn(await openPost(house).find('thief@example.net'))
  await change(owner, 'password', { current: password, password: next })
  assert.equal((await house.guest().visit(link)).status, 403)
})

test('sessions are listed with device, place and day, and ended one by one or all at once', async () => {
  await using house = await openHouse(asReader)
  const [here, there] = await orielTwice(house)
  house.pass(daysLong(3))
  const list = await here.visit('/account/sessions')
  assert.match(list.text, /A browser that does not say which \(this one\)/)
  assert.match(list.text, /Monday 19 October/)
  const ids = [...list.html.matchAll(/action="\/account\/sessions\/(\d+)"/g)].map(([, id]) => id)
  assert.equal(ids.length, 2)
  const theirs = await house.as('ismay')
  await theirs.visit('/account/sessions')
  const word = /name="_csrf" value="([^"]+)"/.exec((await theirs.visit('/')).html)?.[1] ?? ''
  for (const id of ids)
    assert.equal((await theirs.post(`/account/sessions/${id}`, { _csrf: word })).status, 404, 'nobody ends another’s')
  await here.visit('/account/sessions')
  assert.match((await here.submit(`/account/sessions/${ids[1]}`)).text, /Signed out there/)
  assert.ok((await isIn(here)) && !(await isIn(there)))
  const third = await house.as('oriel')
  await here.visit('/account/sessions')
  assert.match((await here.submit('/account/sessions')).text, /signed out everywhere/)
  assert.ok(!(await isIn(here)) && !(await isIn(third)) && (await isIn(theirs)))
})

test('where one signed in from is kept with the session', async () => {
  await using house = await openHouse({ mail: 'sent', proxy: { isBehindProxy: true } })
  await orielTwice(house)
  const visitor = house.guest()
  visitor.cookies.set('zone', 'Europe/Lisbon')
  await visitor.post(
    '/sign-in',
    { email: 'oriel@example.org', password },
    {
      'x-forwarded-for': '203.0.113.7',
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:148.0) Gecko/20100101 Firefox/148.0',
    },
  )
  assert.match(
    (await visitor.visit('/account/sessions')).text,
    /Firefox on Windows \(this one\) Lisbon, 203\.0\.113\.7/,
  )
})

test('a device is told in words from what its browser says', () => {
  const say = {
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1':
      'Safari on iPhone',
    'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36':
      'Chrome on Android',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 15_2) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0':
      'Edge on a Mac',
    'Mozilla/5.0 (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0': 'Firefox on Linux',
    '': 'A browser that does not say which',
  }
  for (const [agent, words] of Object.entries(say)) assert.equal(sayDevice(agent), words)
})

test('mails about days are stopped and begun again on one’s own page; those about the account are not on it', async () => {
  await using house = await openHouse(asReader)
  await take(house, 'oriel', '11-02')
  await house.runJobs()
  const [here] = await orielTwice(house)
  const page = await here.visit('/account/mails')
  assert.match(page.text, /About your days: on/)
  assert.match((await here.submit('/account/mails')).text, /No more mails about your days/)
  assert.deepEqual(await house.sendMails(), [])
  assert.match((await here.submit('/account/mails')).text, /About your days: on/)
  const word = /name="_csrf" value="([^"]+)"/.exec((await here.visit('/')).html)?.[1] ?? ''
  assert.equal((await here.post('/account/mails', { _csrf: word, topic: 'account', wish: 'stop' })).status, 404)
})

test('a guest who asks for an account page is led to sign in, and then back', async () => {
  await using house = await openHouse(asReader)
  for (const path of ['/account', '/account/password', '/account/address', '/account/sessions', '/account/mails']) {
    const seen = await house.guest().visit(path)
    assert.equal(seen.path, `/sign-in?back=${encodeURIComponent(path)}`)
    assert.ok((await house.guest().post(path)).status >= 403 || path === '/account')
  }
})
