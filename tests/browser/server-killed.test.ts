// A real server that is killed while somebody writes: what it had answered is on the site, what came after is on the device.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { markOf } from '#src/platform/web/cookies/own-cookies.ts'
import { editorOf, sourceOf } from '#tests/support/browser-writing.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { fillGround } from '#tests/support/process-ground.ts'
import { makePosters, morningOf, postingPath } from '#tests/support/process-posting.ts'
import { startServer } from '#tests/support/process.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

test('a server that is killed loses nothing: writing goes on, and reaches it when it is there again', async () => {
  const { ground, made } = await fillGround(morningOf(0), (engine) => makePosters(engine, 1), 'sqlite')
  await using _ = ground
  const [poster] = made
  assert.ok(poster)
  const first = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
  const url = first.address
  const context = await browser.newContext()
  await context.addCookies([{ name: `roundelay${markOf(url, false)}`, value: poster.token, url }])
  const page = await context.newPage()
  const at = url + postingPath({ claim: poster.claims[0] })
  await page.goto(at)
  await page.getByRole('button', { name: 'Fill the fields in myself' }).click()
  await editorOf(page).click()
  await page.keyboard.type('Lamp one was lit.')
  await page.locator('.kept-line', { hasText: 'Saved for you alone' }).waitFor()
  await first.stop('SIGKILL')
  await first[Symbol.asyncDispose]()
  await page.keyboard.type(' Lamp two was not.')
  await page.locator('.kept-line', { hasText: 'no connection. It is kept on this device' }).waitFor()
  await using second = await startServer(ground.folder, {
    env: ground.env,
    words: ['--test', '--port', new URL(url).port],
  })
  assert.equal(second.address, url)
  await page.locator('.kept-line', { hasText: 'Saved for you alone' }).waitFor({ timeout: 30_000 })
  await page.close()
  const again = await context.newPage()
  await again.goto(at)
  await again.getByRole('link', { name: 'Bring it back' }).click()
  assert.match(await sourceOf(again), /Lamp one was lit\. Lamp two was not\./)
  await context.close()
})
