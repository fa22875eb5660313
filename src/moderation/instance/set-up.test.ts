// The first hour of a site: one link, one person, once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysLong } from '#src/kit/instants.ts'
import { offerSetUp, setUpSite } from '#src/moderation/instance/set-up.ts'
import { siteName } from '#src/moderation/instance/settings.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { refused } from '#tests/world/deeds.ts'

const host = { kind: 'host' } as const
const guest = { kind: 'guest' } as const

const typed = {
  siteName: 'Harbour Lights',
  name: 'Mara Quill',
  email: 'mara@example.org',
  password: 'four words in a row',
  zone: 'Europe/Lisbon',
}

const linkFor = async (house: TestHouse): Promise<string> => (await house.act(host, offerSetUp)) ?? assert.fail()
const setUp = (house: TestHouse, link: string, more: Partial<typeof typed> = {}): Promise<number> =>
  house.act(guest, (ctx) => setUpSite(ctx, link, { ...typed, ...more }))

test('whoever has the link becomes the admin, is signed in, and has named the site', async () => {
  await using house = await openHouse({ empty: true })
  const visitor = house.guest()
  const link = await linkFor(house)
  assert.equal((await visitor.visit(`/set-up?link=${link}`)).status, 200)
  const home = await visitor.submit('/set-up', typed)
  assert.match(home.text, /The site is set up, and you are its admin/)
  assert.match(home.text, /Harbour Lights/)
  assert.match(home.text, /Start a community/)
  assert.equal(await house.act(host, (ctx) => siteName(ctx.db)), 'Harbour Lights')
})

test('a site is set up once, whatever links there are', async () => {
  await using house = await openHouse({ empty: true })
  const link = await linkFor(house)
  await setUp(house, link)
  const refusal = await refused(setUp(house, link, { name: 'Somebody', email: 'else@example.org' }))
  assert.equal(refusal.sentence, 'This site has been set up already. Sign in instead.')
  assert.equal(await house.act(host, offerSetUp), undefined)
  assert.equal((await house.guest().visit(`/set-up?link=${link}`)).status, 409)
})

test('two who use the link at once: one of them gets the site', async () => {
  await using house = await openHouse({ empty: true })
  const link = await linkFor(house)
  const outcomes = await Promise.allSettled([
    setUp(house, link),
    setUp(house, link, { name: 'Somebody', email: 'else@example.org', siteName: 'Elsewhere' }),
  ])
  assert.deepEqual(outcomes.map((outcome) => outcome.status).toSorted(), ['fulfilled', 'rejected'])
  const accounts = await house.act(host, ({ db }) =>
    db.selectFrom('accounts').select(['email', 'admin_since']).execute(),
  )
  assert.equal(accounts.length, 1)
  const name = await house.act(host, (ctx) => siteName(ctx.db))
  assert.equal(name, accounts[0]?.email === typed.email ? 'Harbour Lights' : 'Elsewhere')
})

test('only the link that was printed last works, and for seven days', async () => {
  await using house = await openHouse({ empty: true })
  const first = await linkFor(house)
  const second = await linkFor(house)
  assert.equal((await refused(setUp(house, first))).code, 'link/dead')
  house.pass(daysLong(7))
  assert.equal((await refused(setUp(house, second))).code, 'link/dead')
  house.pass(-1)
  assert.ok((await setUp(house, second)) > 0)
})

test('a wrong link opens nothing', async () => {
  await using house = await openHouse({ empty: true })
  await linkFor(house)
  for (const path of ['/set-up', '/set-up?link=guessed']) assert.equal((await house.guest().visit(path)).status, 403)
  assert.equal((await refused(setUp(house, 'guessed'))).code, 'link/dead')
})

test('a form that comes back is filled, except for the password', async () => {
  await using house = await openHouse({ empty: true })
  const visitor = house.guest()
  await visitor.visit(`/set-up?link=${await linkFor(house)}`)
  const again = await visitor.submit('/set-up', { ...typed, email: 'no address' })
  assert.equal(again.status, 422)
  assert.match(again.text, /does not look like an e-mail address/)
  for (const value of [typed.siteName, typed.name, 'no address'])
    assert.match(again.html, new RegExp(`value="${value}"`))
  assert.match(again.html, /value="Europe\/Lisbon" selected/)
  assert.ok(!again.html.includes(typed.password))
  assert.match((await visitor.submit('/set-up', typed)).text, /you are its admin/)
})
