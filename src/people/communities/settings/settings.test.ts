// What mods choose for a community: who may, what changes by it, and that its words are harmless wherever they stand.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPageCache } from '#src/platform/web/page-cache.ts'
import { openHouse } from '#tests/support/open-house.ts'

const at = '/c/tidewater/settings'
const chosen = {
  name: 'Tidewater Bay',
  about: 'Lighthouses <b>and</b> fog.',
  rules: 'Be kind.\n\n- no spoilers\n- <script>alert(1)</script>',
  joining: 'approval',
  posting: 'mods',
  zone: 'Asia/Tokyo',
}

test('a mod changes name, words, rules, joining, posting and zone; the address stays', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit(at)
  assert.match((await mara.submit(at, chosen)).text, /Saved\..*Settings/)
  const again = await mara.visit(at)
  assert.match(again.html, /value="Tidewater Bay"/)
  assert.match(again.html, /value="approval"[^>]*checked/)
  const page = await house.guest().visit('/c/tidewater')
  assert.match(page.text, /Tidewater Bay .*Lighthouses <b>and<\/b> fog\..*Be kind\. no spoilers/)
  assert.doesNotMatch(page.html, /alert\(1\)/)
  assert.match(page.text, /Times in Tokyo/)
})

test('nobody but mods sees the page or changes anything', async () => {
  await using house = await openHouse()
  for (const visitor of [house.guest(), await house.as('oriel'), await house.as('stranger')])
    assert.equal((await visitor.visit(at)).status, 403)
  const oriel = await house.as('oriel')
  const csrf = /name="_csrf" value="([^"]*)"/.exec((await oriel.visit('/')).html)?.[1] ?? ''
  await oriel.post(at, { ...chosen, _csrf: csrf })
  assert.doesNotMatch((await oriel.visit('/c/tidewater')).text, /Tidewater Bay/)
})

test('what is wrong comes back with what was typed', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit(at)
  const back = await mara.submit(at, { ...chosen, name: ' ', rules: 'x'.repeat(20_001) })
  assert.equal(back.status, 422)
  assert.match(back.text, /2 things need another look/)
  assert.match(back.html, /Lighthouses &lt;b&gt;and/)
})

test('a new name stands on the pages that guests have been shown before', async () => {
  await using house = await openHouse({ cache: openPageCache() })
  const guest = house.guest()
  assert.match((await guest.visit('/c/tidewater/announcements')).text, /Tidewater/)
  const mara = await house.as('mara')
  await mara.visit(at)
  await mara.submit(at, chosen)
  assert.match((await guest.visit('/c/tidewater/announcements')).text, /Tidewater Bay/)
})
