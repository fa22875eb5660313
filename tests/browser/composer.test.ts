// Posting in Chromium, with scripts and without: no fault of access at any step, and nothing that people type ever runs.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { asking, paths } from '#src/schema/paths.ts'
import type { Sight } from '#tests/support/browser-first-steps.ts'
import { openBrowserHouse } from '#tests/support/browser-house.ts'
import { faultsOf, listen } from '#tests/support/browser-inspect.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { plainPost } from '#tests/support/posts.ts'
import { xssPayloads } from '#tests/support/xss-payloads.ts'
import { take } from '#tests/world/deeds.ts'
import { where } from '#tests/world/tidewater.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const post = paths.post(where.community, where.round)

const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForLoadState('load')
}

async function readIt(page: Page, at: string, text: string): Promise<void> {
  await page.goto(at)
  await page.getByLabel('Paste what you would have posted').fill(text)
  await press(page, 'Read it')
  await page.waitForSelector('.composer')
}

async function* steps(page: Page, at: string): AsyncGenerator<Sight> {
  await page.goto(at)
  yield { name: 'paste', page }
  await readIt(page, at, plainPost.replace('PG-13', 'mild, I think?'))
  yield { name: 'read', page }
  await press(page, 'Preview')
  await page.waitForSelector('.preview')
  yield { name: 'preview', page }
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('')
  await press(page, 'Post')
  await page.waitForSelector('.summary')
  yield { name: 'refused', page }
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Back again.')
  await page.waitForTimeout(5_100)
  await press(page, 'Post')
  await page.waitForURL('**/works/*')
  const work = Number(page.url().split('/').at(-1))
  const rest = [paths.workEdit, paths.workHistory, paths.workTakingDown].map((path) => path(work))
  for (const path of [...rest, asking(paths.workHistory(work), { version: '1' })]) {
    await page.goto(path)
    yield { name: path, page }
  }
}

test('from paste to page, its history and its taking down: no fault, nothing sticks out, nobody complains', async () => {
  await using at = await openBrowserHouse(browser)
  const claim = await take(at.house, 'oriel', '11-04')
  at.house.at('2026-11-04T12:00:00.000Z')
  const context = await at.enter({ as: 'oriel' })
  const heard = listen(context, at.url)
  const faults: string[] = []
  for await (const sight of steps(await context.newPage(), asking(post, { claim: String(claim.id) })))
    faults.push(...(await faultsOf(sight)))
  assert.deepEqual([...faults, ...heard], [])
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
  await page.locator('summary').click()
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
