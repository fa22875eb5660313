// With keys alone: past the masthead in one step, through the round in the order of its days, and to what was refused.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { paths } from '#src/schema/paths.ts'
import { openBrowserHouse } from '#tests/support/browser-house.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { where } from '#tests/world/tidewater.ts'

const round = paths.round(where.community, where.round)

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

type Stop = { readonly words: string; readonly inMain: boolean; readonly outline: number; readonly isSeen: boolean }

/** What has the focus now: its words, whether it can be seen, and how thick the line round it is. */
const stop = (page: Page): Promise<Stop> =>
  page.evaluate<Stop>(`(() => {
    const at = document.activeElement
    const box = at.getBoundingClientRect()
    const style = getComputedStyle(at)
    return {
      words: at.innerText.replace(/\\s+/g, ' ').trim(),
      inMain: at.closest('main') !== null,
      outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
      isSeen: box.width > 0 && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight,
    }
  })()`)

async function walk(page: Page, steps: number): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab')
    stops.push(await stop(page))
  }
  return stops
}

test('the first key leads past the masthead to the page', async () => {
  await using at = await openBrowserHouse(browser)
  const page = await (await at.enter({ as: 'oriel' })).newPage()
  await page.goto(round)
  const [skip] = await walk(page, 1)
  assert.deepEqual({ words: skip?.words, isSeen: skip?.isSeen }, { words: 'Skip to the page', isSeen: true })
  await page.keyboard.press('Enter')
  const [first] = await walk(page, 1)
  assert.equal(first?.inMain, true)
})

const above = (own: readonly string[]): string[] => [
  'Skip to the page',
  'Tidewater Fests',
  'Today',
  'Tidewater',
  'Your days',
  ...own,
  'Tidewater',
  'Show as a list',
]
/** A phone has room for one word of one's own; signing out is on the page it leads to. */
const own = { 1440: ['Signed in as Oriel Finch', 'Sign out'], 360: ['You and your account'] } as const
const below = ['Feed', 'change time zone', 'light', 'sepia', 'dark', 'as the system']

for (const width of [1440, 360] as const) {
  test(`at ${width} the keys go through masthead, round, days in their order and foot, and one sees where they are`, async () => {
    await using at = await openBrowserHouse(browser)
    const page = await (await at.enter({ as: 'oriel', width })).newPage()
    await page.goto(round)
    const days = Array.from({ length: 14 }, (_, index) => `Take this day ${nameOf(index)} ${index + 2} November`)
    const expected = [...above(own[width]), ...days, ...below]
    const stops = await walk(page, expected.length)
    assert.deepEqual(
      stops.map(({ words }) => words),
      expected,
    )
    assert.deepEqual(
      stops.filter(({ outline, isSeen }) => outline < 2 || !isSeen),
      [],
    )
  })
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const nameOf = (index: number): string => weekdays[index % 7] ?? ''

test('after a refused form the keys are at the list of what needs another look, and one step from the field', async () => {
  await using at = await openBrowserHouse(browser)
  const page = await (await at.enter({ as: 'mara' })).newPage()
  await page.goto(round)
  await page.getByRole('button', { name: 'Enter the claim' }).press('Enter')
  await page.waitForSelector('.summary')
  assert.match((await stop(page)).words, /^2 things need another look/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('hedgewitch')
  assert.equal(await page.getByLabel('Name').inputValue(), 'hedgewitch')
})

test('after a day that is gone the keys are at the sentence that says so, and one step from a day that is open', async () => {
  await using at = await openBrowserHouse(browser)
  const page = await (await at.enter({ as: 'oriel' })).newPage()
  await page.goto(round)
  await page.waitForLoadState()
  const other = await (await at.enter({ as: 'nour' })).newPage()
  await other.goto(round)
  await other.getByRole('button', { name: 'Take this day Monday 2 November' }).click()
  await other.waitForSelector('.said')
  await page.getByRole('button', { name: 'Take this day Monday 2 November' }).press('Enter')
  await page.waitForSelector('.summary')
  assert.match((await stop(page)).words, /^Nour has taken Monday 2 November\./)
  const [next] = await walk(page, 1)
  assert.equal(next?.words, 'Take Tuesday 3 November')
})
