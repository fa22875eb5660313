// Posting in Chromium, with scripts and without: no fault of access at any step, and nothing that people type ever runs.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { paths } from '#src/schema/paths.ts'
import { mayPressAgain, postingAPiece, press, readIt } from '#tests/support/browser-composer.ts'
import { everyPage } from '#tests/support/browser-every-page.ts'
import { openBrowserHouse } from '#tests/support/browser-house.ts'
import { listen } from '#tests/support/browser-inspect.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { plainPost } from '#tests/support/posts.ts'
import { xssPayloads } from '#tests/support/xss-payloads.ts'
import { where } from '#tests/world/tidewater.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

everyPage('of posting', postingAPiece, {})

const post = paths.post(where.community, where.round)

test('a marked part leads the keyboard to the choice of what it is, and another choice is read at once', async () => {
  await using at = await openBrowserHouse(browser)
  at.house.at('2026-11-16T12:00:00.000Z')
  const page = await (await at.enter({ as: 'oriel', width: 360 })).newPage()
  await readIt(page, post, plainPost)
  await page.locator('.paste a', { hasText: 'Thanks to fennimore' }).focus()
  await page.keyboard.press('Enter')
  const choice = page.getByLabel('“Thanks to fennimore', { exact: false })
  await assert.doesNotReject(choice.and(page.locator(':focus')).waitFor())
  await choice.selectOption('beta and thanks')
  await mayPressAgain(page)
  await page.locator('.finding:focus-within').getByRole('button', { name: 'Read it again' }).click()
  await page.waitForLoadState('load')
  assert.match(await page.locator('[name="beta"]').inputValue(), /^Thanks to fennimore/)
})

test('without scripts a piece is read, looked at and posted all the same', async () => {
  await using at = await openBrowserHouse(browser)
  at.house.at('2026-11-16T12:00:00.000Z')
  const page = await (await at.enter({ as: 'oriel', scripts: false, width: 360 })).newPage()
  await readIt(page, post, plainPost)
  await press(page, 'Preview')
  await press(page, 'Post')
  await page.waitForURL('**/works/*')
  assert.match(await page.locator('main').innerText(), /The second ledger lived behind the barometer/)
})

/** Everything that is typed, in every field, on the composer, the piece, its history and the round. */
async function viewAll(page: Page, payload: string): Promise<void> {
  await page.goto(post)
  await press(page, 'Fill the fields in myself')
  await page.locator('.composer__more > summary').click()
  for (const name of [
    'title',
    'warnings',
    'timing',
    'characters',
    'tags',
    'summary',
    'preface',
    'epigraph',
    'notes',
    'others',
  ])
    await page.locator(`[name="${name}"]`).fill(payload.slice(0, 250))
  await page.getByRole('button', { name: 'Show the source' }).click()
  await page.locator('[name="text"]').fill(`Safe. ${payload}`)
  await page.locator('[name="reservedName"]').fill(`x ${payload}`.slice(0, 60))
  await page.evaluate('delete document.querySelector("form.form").dataset.sent')
  await press(page, 'Post')
  await page.waitForURL('**/works/*')
  const work = Number(page.url().split('/').at(-1))
  for (const path of [
    paths.workEdit(work),
    paths.workHistory(work),
    paths.round(where.community, where.round),
    paths.home,
  ])
    await page.goto(path)
}

test('published ways of bringing in a script, typed into every field, run nothing anywhere', async () => {
  await using at = await openBrowserHouse(browser)
  at.house.at('2026-11-16T12:00:00.000Z')
  const context = await at.enter({ as: 'mara' })
  const page = await context.newPage()
  const ran: string[] = []
  page.on('dialog', (dialog) => {
    ran.push(dialog.message())
    void dialog.dismiss()
  })
  const heard = listen(context, at.url)
  for (const payload of xssPayloads.filter((_, index) => index % 25 === 0)) await viewAll(page, payload)
  assert.deepEqual(ran, [])
  assert.deepEqual(
    heard.filter((line) => !line.startsWith('console:')),
    [],
  )
})
