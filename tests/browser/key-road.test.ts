// The road of somebody without an account, in a browser: with scripts on a desk, and without them on a phone, it is the same.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext } from 'playwright-core'
import { paths } from '#src/schema/paths.ts'
import { type BrowserHouse, openBrowserHouse } from '#tests/support/browser-house.ts'
import { listen } from '#tests/support/browser-inspect.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { seatsOn } from '#tests/world/deeds.ts'
import { keyLink } from '#tests/world/keys.ts'
import { where } from '#tests/world/tidewater.ts'

const round = paths.round(where.community, where.round)
const email = 'linnet@mail.example'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

/** Takes a day, says that it is theirs, moves it, posts on it, and makes the name their own: by pressing what the pages offer. */
async function goTheRoad({ house }: BrowserHouse, context: BrowserContext): Promise<void> {
  const page = await context.newPage()
  const said = (): Promise<string> => page.getByRole('status').innerText()
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
  await page.goto(round)
  await page.locator('#day-2026-11-03').getByRole('link', { name: 'Take this day' }).click()
  await page.getByLabel('Your name here').fill('Linnet')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Your time zone').selectOption('Europe/Lisbon')
  await press('Take this day')
  assert.match(await said(), /Tuesday 3 November is held for Linnet for 48 hours/)
  await page.goto(await keyLink(house, email))
  await press('Yes, this day is mine')
  await page.getByLabel('New day').selectOption({ label: 'Thursday 5 November' })
  await press('Move to that day')
  assert.equal(await said(), 'Moved to Thursday 5 November.')
  assert.deepEqual(await seatsOn(house, '11-05'), ['1 Linnet'])
  house.at('2026-11-05T12:00:00.000Z')
  await page.reload()
  await page.getByRole('link', { name: 'Post now' }).click()
  await press('Fill the fields in myself')
  await page.getByLabel('Title').fill('A Lamp for Linnet')
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('The lamp was lit, and nobody had asked for it.')
  await press('Post')
  assert.match(await said(), /Received at 12:00 \(Lisbon\), on time/)
  await page.getByRole('link', { name: 'Your day' }).click()
  await page.getByRole('link', { name: 'Make the name your own' }).click()
  await page.getByRole('link', { name: 'Make an account' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('four words in a row')
  await page.getByLabel('Your time zone').selectOption('Europe/Lisbon')
  await press('Make the account')
  assert.match(await said(), /The name is yours, with its days and works/)
  assert.match(await page.getByRole('main').innerText(), /A Lamp for Linnet/)
}

test('a day is taken, kept, moved, posted on and made one’s own without an account until the end, with scripts', async () => {
  await using at = await openBrowserHouse(browser, { mail: 'sent' })
  const context = await at.enter()
  const heard = listen(context, at.url)
  await goTheRoad(at, context)
  assert.deepEqual(heard, [])
})

test('the same road is gone without scripts on a phone of 360', async () => {
  await using at = await openBrowserHouse(browser, { mail: 'sent' })
  await goTheRoad(at, await at.enter({ width: 360, scripts: false }))
})
