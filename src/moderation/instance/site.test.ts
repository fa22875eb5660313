// What set-up asked can be changed later, by admins, and no page goes on showing the old name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { touchedBy } from '#src/schema/events.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse } from '#tests/support/open-house.ts'

test('an admin finds the settings from the first page and renames the site', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  assert.match((await mara.visit(paths.home)).html, new RegExp(`href="${paths.siteSettings}"`))
  const page = await mara.visit(paths.siteSettings)
  assert.match(page.html, /value="Tidewater Fests"/)
  const saved = await mara.submit(paths.siteSettings, { siteName: 'Harbour Lights' })
  assert.match(saved.text, /Saved\./)
  const guest = await house.guest().visit(paths.home)
  assert.match(guest.text, /Harbour Lights/)
  assert.doesNotMatch(guest.text, /Tidewater Fests/)
})

test('kept pages of guests go when the name changes, for it stands on every page', () => {
  assert.ok(touchedBy({ name: 'site.renamed', account: 1 }).includes('frame'))
})

test('an empty name comes back with a sentence, and the old one stands', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit(paths.siteSettings)
  assert.equal((await mara.submit(paths.siteSettings, { siteName: ' ' })).status, 422)
  assert.match((await house.guest().visit(paths.home)).text, /Tidewater Fests/)
})

test('nobody else sees the settings or changes them', async () => {
  await using house = await openHouse()
  for (const visitor of [house.guest(), await house.as('oriel')]) {
    assert.equal((await visitor.visit(paths.siteSettings)).status, 403)
    assert.doesNotMatch((await visitor.visit(paths.home)).html, new RegExp(`href="${paths.siteSettings}"`))
    await visitor.visit(paths.home)
    assert.equal((await visitor.post(paths.siteSettings, { siteName: 'Mine' })).status, 403)
  }
})
