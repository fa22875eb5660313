// The thin round in a real browser: with scripts on a desk, and without them on a phone, it is the same story.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { offerSetUp } from '#src/moderation/instance/set-up.ts'
import { hashPassword } from '#src/platform/passwords.ts'
import { realRandom } from '#src/platform/clock.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { type BrowserHouse, openBrowserHouse } from '#tests/support/browser-house.ts'
import { listen } from '#tests/support/browser-inspect.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { accountOf, where } from '#tests/world/tidewater.ts'

const round = paths.round(where.community, where.round)
const password = 'a lamp in every window'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

async function givePassword({ house }: BrowserHouse): Promise<void> {
  const password_hash = await hashPassword(password, realRandom)
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', (tx) =>
      tx.db.updateTable('accounts').set({ password_hash }).where('id', '=', accountOf('oriel')).execute(),
    ),
  )
}

const said = (page: Page): Promise<string> => page.getByRole('status').innerText()
const take = (page: Page, day: string) => page.getByRole('button', { name: `Take this day ${day}` })
const cell = (page: Page, day: string) => page.locator(`#day-${day}`)

async function signIn(page: Page): Promise<void> {
  await page.goto(round)
  await page.getByRole('link', { name: 'Sign in to take a day' }).click()
  await page.getByLabel('E-mail').fill('oriel@example.org')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`**${round}`)
}

/** Takes a day, moves it, gives it back and takes it back, by pressing what the pages offer. */
async function tellTheStory(page: Page): Promise<void> {
  await signIn(page)
  await take(page, 'Tuesday 3 November').click()
  assert.equal(await said(page), 'Tuesday 3 November is yours, by the midnight of London.')
  assert.match(await cell(page, '2026-11-03').innerText(), /yours\s+Oriel Finch/)

  await cell(page, '2026-11-03').getByRole('link').click()
  await page.getByLabel('New day').selectOption({ label: 'Thursday 5 November' })
  await page.getByRole('button', { name: 'Move to that day' }).click()
  assert.equal(await said(page), 'Moved to Thursday 5 November.')
  await page.getByRole('link', { name: 'The whole calendar' }).click()
  assert.match(await cell(page, '2026-11-03').innerText(), /open\s+Take this day/)
  assert.match(await cell(page, '2026-11-05').innerText(), /yours\s+Oriel Finch/)

  await cell(page, '2026-11-05').getByRole('link').click()
  await page.getByRole('link', { name: 'Give this day back' }).click()
  await page.getByRole('button', { name: 'Give this day back' }).click()
  assert.match(await said(page), /Thursday 5 November is given back/)
  await page.getByRole('button', { name: 'Take this day back' }).click()
  assert.match(await said(page), /Thursday 5 November is held again/)
}

test('a member signs in, takes a day, moves it, gives it back and takes it back, with scripts', async () => {
  await using at = await openBrowserHouse(browser)
  await givePassword(at)
  const context = await at.enter({ zone: 'Europe/London' })
  const heard = listen(context, at.url)
  await tellTheStory(await context.newPage())
  assert.deepEqual(heard, [])
})

test('the same story is told without scripts on a phone of 360', async () => {
  await using at = await openBrowserHouse(browser)
  await givePassword(at)
  await tellTheStory(await (await at.enter({ width: 360, scripts: false })).newPage())
})

test('a double click on "Take this day" takes it once and says so once', async () => {
  await using at = await openBrowserHouse(browser)
  const page = await (await at.enter({ as: 'oriel' })).newPage()
  const posts: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.url())
  })
  await page.goto(round)
  await take(page, 'Tuesday 3 November').dblclick()
  await page.waitForSelector('.said')
  assert.equal(posts.length, 1)
  const claims = await at.house.act('oriel', (ctx) => ctx.db.selectFrom('claims').select('id').execute())
  assert.equal(claims.length, 1)
})

test('going back after a form gives the form back, so that it can be sent again', async () => {
  await using at = await openBrowserHouse(browser)
  const page = await (await at.enter({ as: 'oriel' })).newPage()
  await page.goto(round)
  await take(page, 'Tuesday 3 November').click()
  await page.waitForSelector('.said')
  await page.goBack()
  await take(page, 'Wednesday 4 November').click()
  await page.waitForFunction("document.querySelector('.said')?.textContent.includes('Wednesday 4 November is yours')")
})

test('the device’s time zone is kept in a cookie and preselected where a form asks for one', async () => {
  await using at = await openBrowserHouse(browser, { empty: true })
  const link = (await at.house.act({ kind: 'host' }, offerSetUp)) ?? ''
  const context = await at.enter({ zone: 'Pacific/Auckland' })
  const page = await context.newPage()
  await page.goto(asking(paths.setUp, { link }))
  assert.equal(await page.getByLabel('Your time zone').inputValue(), 'Pacific/Auckland')
  const kept = (await context.cookies()).find(({ name }) => name === 'zone')
  assert.equal(decodeURIComponent(kept?.value ?? ''), 'Pacific/Auckland')
  await page.goto(paths.home)
  assert.match(await page.locator('footer').innerText(), /Times in Auckland/)
})

test('somebody’s first page says whose times it has, and leads to their own', async () => {
  await using at = await openBrowserHouse(browser)
  const page = await (await at.enter({ zone: 'Pacific/Auckland' })).newPage()
  await page.goto(round)
  const own = page.getByRole('link', { name: 'Show them as they are where you are' })
  assert.match(await page.locator('.times-here').innerText(), /Times on this page are as in Lisbon/)
  await own.click()
  await page.waitForFunction("document.querySelector('footer').innerText.includes('Times in Auckland')")
  assert.equal(await own.count(), 0)
})

test('without scripts the zone is asked for and nothing is preselected', async () => {
  await using at = await openBrowserHouse(browser, { empty: true })
  const link = (await at.house.act({ kind: 'host' }, offerSetUp)) ?? ''
  const page = await (await at.enter({ scripts: false })).newPage()
  await page.goto(asking(paths.setUp, { link }))
  assert.equal(await page.getByLabel('Your time zone').inputValue(), '')
})
