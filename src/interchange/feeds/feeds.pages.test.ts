// The feed of a round: newest first, absolute addresses, the same for everybody who asks.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { post, saidOf } from '#tests/world/pieces.ts'

const path = '/c/tidewater/rounds/lantern-season/feed.atom'
const ask = (house: TestHouse, headers: Record<string, string> = {}) =>
  Promise.resolve(house.app.request(`http://fest.example${path}`, { headers }))
const titlesIn = (xml: string): string[] =>
  [...xml.matchAll(/<entry>.*?<title>(.*?)<\/title>/g)].map(([, title = '']) => title)

test('a feed has the pieces of its round, newest first, and knows its own address', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  await post(house, 'oriel', { said: saidOf({ title: 'First & foremost' }) })
  house.pass(60_000)
  await post(house, 'ismay', { said: saidOf({ title: 'Second' }) })
  const response = await ask(house)
  const xml = await response.text()
  assert.equal(response.headers.get('content-type'), 'application/atom+xml; charset=utf-8')
  assert.deepEqual(titlesIn(xml), ['Second', 'First &amp; foremost'])
  assert.match(xml, new RegExp(`<link rel="self"[^>]*href="http://fest\\.example${path}"`))
  assert.match(xml, /href="http:\/\/fest\.example\/works\/1"/)
  assert.match(xml, /<updated>2026-11-16T12:01:00\.000Z<\/updated>/)
  assert.equal((await ask(house, { 'if-none-match': response.headers.get('etag') ?? '' })).status, 304)
})

test('a feed is made for guests, even where a mod asks for it', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  await post(house, 'oriel', { said: saidOf({}, { audience: 'members' }) })
  const seen = await (await house.as('mara')).visit(path)
  assert.deepEqual(titlesIn(seen.html), [])
})

test('where the site says its own address, a feed goes by that', async () => {
  await using house = await openHouse({ proxy: { publicUrl: new URL('https://tides.example/') } })
  assert.match(await (await ask(house)).text(), /href="https:\/\/tides\.example\/c\/tidewater/)
})

test('a round that is not open has no feed', async () => {
  await using house = await openHouse()
  assert.equal((await house.guest().visit(path.replace('lantern-season', 'nowhere'))).status, 404)
})
