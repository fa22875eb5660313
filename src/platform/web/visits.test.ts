// Who comes, from where: cookies that scripts cannot read, proxies believed only when there is one, and no signpost to strangers.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { people } from '#tests/world/people.ts'
import { hashPassword } from '../passwords.ts'
import { openTexts } from '../text/texts.ts'
import { keepZone, letIn, letOut, openVisits, type Proxy } from './visits.ts'
import type { Env } from './web.ts'
import { wayBack } from './where.ts'

const direct: Proxy = { publicUrl: undefined, isBehindProxy: false }
const proxied: Proxy = { publicUrl: undefined, isBehindProxy: true }
const overHttps: Proxy = { publicUrl: new URL('https://fest.example'), isBehindProxy: false }

const nobody = async (): Promise<undefined> => undefined

/** Only a visit, and what it found out. */
function visitsOf(house: TestHouse, proxy: Proxy) {
  const app = new Hono<Env>()
  app.use(openVisits({ ground: house.ground, texts: openTexts(), proxy }, { visitor: nobody, keyHolder: nobody }))
  app.get('/', (c) => c.json({ address: c.get('address'), isSecure: c.get('isSecure'), zone: c.get('zone') }))
  app.get('/in', (c) => {
    letIn(c, 'secret', 60)
    keepZone(c, 'Europe/Lisbon')
    return c.text('in')
  })
  app.get('/out', (c) => {
    letOut(c)
    return c.text('out')
  })
  const env = { incoming: { socket: { remoteAddress: '192.0.2.7', remotePort: 1, remoteFamily: 'IPv4' } } }
  return (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    Promise.resolve(app.request(path, { headers }, env))
}

const forwarded = { 'x-forwarded-for': '203.0.113.9, 198.51.100.4', 'x-forwarded-proto': 'https' }

test('what a proxy says is believed only behind a proxy, and then only its own, last word', async () => {
  await using house = await openHouse()
  const told = async (proxy: Proxy, headers = {}): Promise<unknown> => {
    const { address, isSecure } = (await (await visitsOf(house, proxy)('/', headers)).json()) as Record<string, unknown>
    return [address, isSecure]
  }
  assert.deepEqual(await told(direct, forwarded), ['192.0.2.7', false])
  assert.deepEqual(await told(proxied, forwarded), ['198.51.100.4', true])
  assert.deepEqual(await told(proxied), ['192.0.2.7', false])
  assert.deepEqual(await told(proxied, { 'x-forwarded-for': '2001:db8:0:1::7' }), ['2001:db8:0:1::/64', false])
  assert.deepEqual(await told(overHttps), ['192.0.2.7', true])
})

test('no script ever reads the session’s cookie, and over https it goes no other way', async () => {
  await using house = await openHouse()
  const cookies = async (proxy: Proxy, path: string, headers = {}): Promise<string[]> =>
    (await visitsOf(house, proxy)(path, headers)).headers.getSetCookie()
  assert.deepEqual(await cookies(direct, '/in'), [
    'roundelay=secret; Max-Age=5184000; Path=/; HttpOnly; SameSite=Lax',
    'zone=Europe%2FLisbon; Max-Age=31536000; Path=/; SameSite=Lax',
  ])
  for (const [proxy, headers] of [
    [overHttps, {}],
    [proxied, forwarded],
  ] as const) {
    const [session = '', zone = ''] = await cookies(proxy, '/in', headers)
    assert.match(session, /; HttpOnly; Secure; SameSite=Lax$/)
    assert.match(zone, /; Secure; SameSite=Lax$/)
  }
  assert.match((await cookies(direct, '/in', forwarded))[0] ?? '', /HttpOnly; SameSite=Lax$/)
  assert.match((await cookies(direct, '/out'))[0] ?? '', /^roundelay=; Max-Age=0; Path=\//)
})

test('a zone in a cookie counts when there is such a zone', async () => {
  await using house = await openHouse()
  const zone = async (cookie: string): Promise<unknown> =>
    ((await (await visitsOf(house, direct)('/', { cookie })).json()) as Record<string, unknown>).zone
  assert.deepEqual(await zone('zone=Europe%2FLisbon'), { name: 'Europe/Lisbon', by: 'cookie' })
  for (const bad of ['zone=Nowhere', 'zone=%E0%A4%A', 'zone=<b>', 'x=1'])
    assert.deepEqual(await zone(bad), { by: 'nobody' })
})

test('signing in leaves a cookie that only the server reads, and signing out takes it away', async () => {
  await using house = await openHouse({ proxy: { publicUrl: new URL('https://fest.example') } })
  const hash = await hashPassword('lanterns on the water', house.ground.random)
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically({ accounts: 1 }, (tx) =>
      tx.db.updateTable('accounts').set({ password_hash: hash }).where('id', '=', 1).execute(),
    ),
  )
  const mara = house.guest()
  const typed = { email: people.mara.email, password: 'lanterns on the water' }
  const answer = await mara.post('/sign-in?back=//evil.example', typed)
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/'])
  const [cookie = ''] = answer.headers.getSetCookie()
  assert.match(cookie, /^roundelay=[\w-]{43}; Max-Age=5184000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  assert.match((await mara.visit('/')).text, /Signed in as Mara Quill/)
  const before = new Map(mara.cookies)
  await mara.submit('/sign-out')
  assert.equal(mara.cookies.has('roundelay'), false)
  mara.cookies.set('roundelay', before.get('roundelay') ?? '')
  assert.match((await mara.visit('/')).text, /Sign in/)
})

test('a way back leads to pages of ours only', () => {
  for (const path of ['/', '/c/tidewater', '/zone?back=/&a=1', '/ä/字', '/a//b', '/%2F%2Fevil.example'])
    assert.equal(wayBack(path, '/home'), path)
  for (const path of [
    undefined,
    '',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/a\\b',
    '/a\nSet-Cookie: a=b',
    'https://evil.example',
    'javascript:alert(1)',
    ' /a',
    'evil',
  ])
    assert.equal(wayBack(path, '/home'), '/home', JSON.stringify(path))
})

test('wherever a page takes a way back, it leads nowhere else', async () => {
  await using house = await openHouse()
  const guest = house.guest()
  for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    const paper = await guest.post('/paper', { paper: 'dark', back })
    assert.equal(paper.headers.get('location'), '/', back)
    const zone = await guest.post(`/zone?back=${encodeURIComponent(back)}`, { zone: 'UTC' })
    assert.equal(zone.headers.get('location'), '/', back)
    const { html } = await guest.visit(`/sign-in?back=${encodeURIComponent(back)}`)
    assert.doesNotMatch(html, /evil/, back)
  }
})
