// The colour of a round: one of twelve inks, or a hue of its own with a small style sheet; on its pages and works, and nowhere else.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPageCache } from '#src/platform/web/page-cache.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { rowsOf } from '#tests/world/deeds.ts'
import { post } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'

const page = paths.roundChoices(where.community, where.round)
const round = paths.round(where.community, where.round)
const root = (html: string): string => /<html[^>]*>/.exec(html)?.[0] ?? ''

async function choose(house: TestHouse, fields: Record<string, string>) {
  const mara = await house.as('mara')
  await mara.visit(page)
  return mara.submit(page, fields)
}

test('a round’s pages and its works take its ink; the house and the community keep their own', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z', cache: openPageCache() })
  const { work } = await post(house, 'oriel')
  assert.equal(root((await house.guest().visit(paths.work(work))).html), '<html lang="en">')
  await choose(house, { ink: 'woad' })
  const guest = house.guest()
  for (const address of [
    round,
    asking(round, { as: 'list' }),
    paths.masterlist(where.community, where.round),
    paths.work(work),
  ])
    assert.equal(root((await guest.visit(address)).html), '<html lang="en" class="ink-woad">', address)
  for (const address of [paths.home, paths.community(where.community)]) {
    const { html } = await guest.visit(address)
    assert.equal(root(html), '<html lang="en">', address)
    assert.match(html, /class="[^"]*ink-woad/, address)
  }
})

test('of a colour of its own the hue is kept, and pages name a sheet that holds four values and nothing else', async () => {
  await using house = await openHouse()
  await choose(house, { ink: 'own', colour: '#7a2bd9' })
  assert.match((await rowsOf(house, 'rounds'))[0]?.ink ?? '', /^hue-\d+$/)
  const { html } = await house.guest().visit(round)
  const sheet = /href="(\/inks\/hue-\d+\.css)"/.exec(html)?.[1] ?? ''
  const answer = await house.app.request(sheet)
  assert.match(
    await answer.text(),
    /^@layer tokens\{\.ink-hue-\d+\{--cloth-ink:#[0-9a-f]{6};--spot:light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\)\}\}$/,
  )
  assert.equal(answer.headers.get('content-type'), 'text/css; charset=utf-8')
  assert.match((await house.guest().visit(paths.home)).html, /\/inks\/hue-\d+\.css/)
  const mara = await house.as('mara')
  assert.match((await mara.visit(page)).html, /value="own" checked/)
})

test('a grey has no hue and comes back with a sentence beside it; so does what is no colour at all', async () => {
  await using house = await openHouse()
  const grey = await choose(house, { ink: 'own', colour: '#777777' })
  assert.equal(grey.status, 422)
  assert.match(grey.text, /This is a grey, and only the hue of a colour is taken/)
  assert.match(grey.html, /value="#777777"/)
  const none = await choose(house, { ink: 'own', colour: 'url(javascript:alert(1))' })
  assert.match(none.text, /This is not a colour/)
  assert.equal((await rowsOf(house, 'rounds'))[0]?.ink, '')
})

test('no other address makes a sheet', async () => {
  await using house = await openHouse()
  for (const file of ['hue-360.css', 'hue-07.css', 'hue-.css', 'woad.css', 'hue-1}body{.css', '../hue-1.css'])
    assert.equal((await house.app.request(`/inks/${file}`)).status, 404, file)
})
