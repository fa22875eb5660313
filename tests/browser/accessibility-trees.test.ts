// What a screen reader is told of the pages that carry a round, as recorded trees: names, order, and states in words.
// UPDATE_GOLDEN=1 writes them anew; whoever does so reads the difference.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { asking, paths } from '#src/schema/paths.ts'
import { type BrowserHouse, openBrowserHouse } from '#tests/support/browser-house.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { plainPost } from '#tests/support/posts.ts'
import { changeDay, take } from '#tests/world/deeds.ts'
import { takeInCoast } from '#tests/world/listed.ts'
import type { PersonName } from '#tests/world/people.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const folder = new URL('./trees/', import.meta.url)
const round = paths.round(where.community, where.round)

/** In the middle of the round everything that a calendar tells is there at once: delivered, more to come, expected, on the way, today. */
async function inTheMiddle(): Promise<{ at: BrowserHouse; delivered: number; small: number; claim: number }> {
  const at = await openBrowserHouse(browser)
  const { house } = at
  const coast = await takeInCoast(house)
  const oriel = await take(house, 'oriel', '11-03')
  const ismay = await take(house, 'ismay', '11-04')
  await take(house, 'nour', '11-05')
  await take(house, 'tane', '11-11')
  const teuea = await take(house, 'teuea', '11-12')
  await changeDay(house, '11-07', { kind: 'free', places: 0 })
  await changeDay(house, '11-08', { kind: 'closed', note: 'The mods are at a wedding' })
  house.at('2026-11-03T20:00:00.000Z')
  const said = saidOf({ title: 'Ballast', ...coast.at('Ballast') })
  const delivered = (await post(house, 'oriel', { claim: oriel.id, said })).work
  house.at('2026-11-04T20:00:00.000Z')
  const little = saidOf({ title: 'A Small One', form: 'drabble', ...coast.at('Fog Signal') })
  const small = (await post(house, 'ismay', { claim: ismay.id, role: 'stand-in', said: little })).work
  house.at('2026-11-11T09:00:00.000Z')
  await house.runJobs()
  house.at('2026-11-11T12:00:00.000Z')
  return { at, delivered, small, claim: teuea.id }
}

async function matches(name: string, page: Page): Promise<void> {
  const tree = `${await page.locator('main').ariaSnapshot()}\n`
  const file = new URL(`${name}.txt`, folder)
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, tree)
  }
  const known = readFileSync(file, 'utf8')
  if (tree !== known) assert.fail(`${name} is told otherwise:\n${differing(known, tree)}`)
}

/** The lines on one side only, as many as say what it is about. */
function differing(known: string, told: string): string {
  const [earlier, now] = [known.split('\n'), told.split('\n')]
  const gone = earlier.filter((line) => !now.includes(line)).map((line) => `- ${line}`)
  const come = now.filter((line) => !earlier.includes(line)).map((line) => `+ ${line}`)
  return [...gone, ...come].slice(0, 20).join('\n') || 'the same lines in another order'
}

async function enter(at: BrowserHouse, who?: PersonName): Promise<Page> {
  return (await at.enter(who === undefined ? { zone: 'Europe/Lisbon' } : { as: who })).newPage()
}

test('the calendar, as a table and as a list, tells each day with its state, its names and its titles', async () => {
  const { at } = await inTheMiddle()
  await using _ = at
  const page = await enter(at)
  await page.goto(round)
  await matches('calendar', page)
  await page.goto(asking(round, { as: 'list' }))
  await matches('calendar-as-list', page)
})

test('the posting page tells what was read, field by field, and what is asked', async () => {
  const { at, claim } = await inTheMiddle()
  await using _ = at
  const page = await enter(at, 'teuea')
  await page.goto(asking(paths.post(where.community, where.round), { claim: String(claim) }))
  await page.waitForSelector('.kept-line', { state: 'attached' })
  await matches('posting-paste', page)
  await page.getByLabel('Paste what you would have posted').fill(plainPost)
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.locator('.composer .kept-line', { hasText: 'Saved' }).waitFor()
  await matches('posting', page)
})

test('the mods’ desk tells who is today, what is expected, what the clock did and will do', async () => {
  const { at } = await inTheMiddle()
  await using _ = at
  const page = await enter(at, 'mara')
  await page.goto(paths.desk(where.community))
  await matches('desk', page)
})

test('the page of a piece tells its header, its story and the ways on', async () => {
  const { at, delivered, small } = await inTheMiddle()
  await using _ = at
  const page = await enter(at)
  await page.goto(paths.work(delivered))
  await matches('work', page)
  await page.goto(paths.work(small))
  await matches('work-stand-in', page)
})
