// The masterlist in its orders, what is copied of it, and canon: no fault of access, nothing sticks out, and the button copies.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { paths } from '#src/schema/paths.ts'
import { openBrowserHouse } from '#tests/support/browser-house.ts'
import { everyPage } from '#tests/support/browser-every-page.ts'
import { listsOfRound } from '#tests/support/browser-lists.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'

const copy = paths.masterlistCopy(where.community, where.round)

everyPage('of lists', listsOfRound, {})

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

test('the button copies the whole block; without scripts there is none, and the block can be selected', async () => {
  await using at = await openBrowserHouse(browser, { at: '2026-11-16T12:00:00.000Z' })
  await post(at.house, 'oriel', { said: saidOf({ title: '[Ballast] & <more>' }) })
  const context = await at.enter()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: at.url })
  const page = await context.newPage()
  await page.goto(`${copy}?as=markdown`)
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByText('Copied.').waitFor()
  const block = await page.getByRole('textbox').inputValue()
  assert.match(block, /^## \[Lantern Season\\: masterlist/)
  assert.match(block, /\[\\\[Ballast\\\] \\& \\<more\\>\]\(http:\/\/127\.0\.0\.1:\d+\/works\/1\) by Oriel Finch/)
  assert.equal(await page.evaluate('navigator.clipboard.readText()'), block)
  const plain = await (await at.enter({ scripts: false })).newPage()
  await plain.goto(`${copy}?as=markdown`)
  assert.equal(await plain.getByRole('button', { name: 'Copy' }).count(), 0)
  assert.equal(await plain.getByRole('textbox').inputValue(), block)
})
