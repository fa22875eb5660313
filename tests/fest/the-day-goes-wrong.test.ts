// The whole story of a round in a real browser: days taken, pieces on time, small ones first, one that never comes, and how it is read.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { paths } from '#src/schema/paths.ts'
import { openBrowserHouse } from '#tests/support/browser-house.ts'
import { listen } from '#tests/support/browser-inspect.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import {
  calendarOf,
  comeIn,
  enterSomebody,
  type Fest,
  follow,
  moveTo,
  nobodyReadsLate,
  openFest,
  planRound,
  postPiece,
  press,
  roundPath,
  takeDay,
  words,
} from '#tests/support/fest-pages.ts'
import { takeInCoast } from '#tests/world/listed.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const piece = (title: string, timing: string, story: string, chatter = ''): string =>
  `${chatter === '' ? '' : `${chatter}\n\n`}Title: ${title}\nFandom: The Lantern Coast\nTiming: ${timing}\nRating: PG\nSummary: Of lamps, and who fills them.\n\n${story}\n`

const plan = {
  name: 'Harbour Lights',
  theme: 'Who keeps the lamp',
  first: '2026-11-02',
  last: '2026-11-08',
  places: '1',
  freeDays: '2',
  graceDays: '1',
}

const stillToCome =
  'My piece is still in the works; here is a small offering. The other one should be ready for the Free For All.'
const small = 'Something small, the main piece comes later'

async function daysAreTaken(fest: Fest): Promise<Page> {
  await planRound(fest, plan)
  await takeDay(fest, 'oriel', 'Monday 2 November')
  await takeDay(fest, 'ismay', 'Tuesday 3 November')
  await takeDay(fest, 'nour', 'Wednesday 4 November')
  await takeDay(fest, 'teuea', 'Thursday 5 November')
  await enterSomebody(fest, 'hedgewitch', 'Friday 6 November')
  const newcomer = { name: 'Linnet', email: 'linnet@example.org', zone: 'Europe/Lisbon' }
  const linnet = await comeIn(fest, newcomer, 'Saturday 7 November')
  const calendar = await calendarOf(fest)
  assert.equal(calendar('Friday 6 November'), 'Friday 6 November: taken; hedgewitch.')
  assert.equal(calendar('Saturday 7 November'), 'Saturday 7 November: taken; Linnet.')
  assert.equal(calendar('Sunday 8 November'), 'Sunday 8 November: open.')
  return linnet
}

/** Oriel on the day; Ismay small on the day, and the main piece in grace. */
async function firstDays(fest: Fest): Promise<number[]> {
  await moveTo(fest, '2026-11-02T20:00:00.000Z')
  const onTime = await postPiece(fest, 'oriel', {
    text: piece('Salt and Oil', '1.1', 'The lamp wanted oil, and had salt.'),
    proposes: 'My piece for the day',
  })
  assert.match(await words(await fest.page('oriel')), /Salt and Oil by Oriel Finch/)
  await moveTo(fest, '2026-11-03T20:00:00.000Z')
  const standIn = await postPiece(fest, 'ismay', {
    text: piece('A Match', '1.2', 'She struck it twice.', stillToCome),
    proposes: small,
  })
  const ismay = await fest.page('ismay')
  assert.match(
    await words(ismay),
    /This is a stand-in: something small for the day\. The main piece is still to come\./,
  )
  assert.equal((await calendarOf(fest))('Tuesday 3 November'), 'Tuesday 3 November: taken; A Match, more to come.')
  await moveTo(fest, '2026-11-04T20:00:00.000Z')
  const main = await postPiece(fest, 'ismay', {
    text: piece('The Long Fuse', 'Book 2', 'It burned until morning.'),
    role: 'My piece for the day',
  })
  await ismay.goto(paths.work(standIn))
  await follow(ismay, 'The Long Fuse')
  assert.equal(new URL(ismay.url()).pathname, paths.work(main))
  await follow(ismay, 'A Match')
  assert.equal(new URL(ismay.url()).pathname, paths.work(standIn))
  return [onTime, standIn, main]
}

/** Nour says that it comes later; Teuea's never comes; a mod posts where hedgewitch's piece stands. */
async function middleDays(fest: Fest, linnet: Page): Promise<number[]> {
  const nours = await postPiece(fest, 'nour', {
    text: piece('Wick', '2.1', 'It was short.', stillToCome),
    proposes: small,
  })
  const nour = await fest.page('nour')
  await nour.goto('/mine')
  await press(nour, 'It will come later')
  assert.match(await words(nour), /Monday 9 November|Mon 9 Nov/)
  await moveTo(fest, '2026-11-05T11:00:00.000Z')
  const teueas = await postPiece(fest, 'teuea', {
    text: piece('Ash', '3.4', 'What was left.', stillToCome),
    proposes: small,
  })
  await moveTo(fest, '2026-11-06T12:00:00.000Z')
  const linked = await postPiece(fest, 'mara', {
    text: 'Title: Elsewhere, a Lamp\nFandom: The Lantern Coast\nTiming: 1.3\nRating: G\n',
    link: 'https://archive.example/works/9',
    forName: 'hedgewitch',
    role: 'My piece for the day',
  })
  assert.match(await words(await fest.page('mara')), /Read it at archive\.example/)
  await moveTo(fest, '2026-11-07T20:00:00.000Z')
  const calendar = await calendarOf(fest)
  assert.equal(calendar('Wednesday 4 November'), 'Wednesday 4 November: taken; Wick, more to come.')
  assert.equal(calendar('Thursday 5 November'), 'Thursday 5 November: taken; Ash, more to come.')
  assert.equal(calendar('Friday 6 November'), 'Friday 6 November: delivered; Elsewhere, a Lamp.')
  const linnets = await postPiece(fest, linnet, { text: piece('First Lamp', '2.3', 'It was her first, and it held.') })
  await theDesk(fest)
  return [nours, teueas, linked, linnets]
}

/** The mods see at one glance how it stands; theirs is the one page that calls it by its name. */
async function theDesk(fest: Fest): Promise<void> {
  const page = await fest.page('mara')
  await page.goto(paths.desk('tidewater'))
  const desk = await words(page)
  assert.match(desk, /Nour/)
  assert.match(desk, /Teuea/)
  assert.match(desk, /\blate\b/)
  assert.match(desk, /Grace ended for Teuea, Thu 5 Nov: expected in the free for all/)
}

/** What was expected comes in the free for all, and stands under the day it came; then the round is over. */
async function freeForAll(fest: Fest, standIn: number): Promise<number> {
  await moveTo(fest, '2026-11-09T12:00:00.000Z')
  const main = await postPiece(fest, 'nour', {
    text: piece('A Longer Wick', '2.2', 'It was long enough.'),
    role: 'My piece for the day',
  })
  const guest = await fest.page('guest')
  await guest.goto(paths.work(standIn))
  assert.match(await words(guest), /The main piece is here: A Longer Wick/)
  const calendar = await calendarOf(fest)
  assert.equal(calendar('Wednesday 4 November'), 'Wednesday 4 November: delivered; A Longer Wick (Mon 9 Nov) and Wick.')
  assert.match(calendar('Monday 9 November'), /free for all; 1 piece: A Longer Wick/)
  await moveTo(fest, '2026-11-20T12:00:00.000Z')
  return main
}

/** From each piece to the next, by the links of the pages. */
async function readOn(fest: Fest, first: number, nav: RegExp): Promise<string[]> {
  const page = await fest.page('guest')
  await page.goto(paths.work(first))
  const read = [await page.getByRole('heading', { level: 1 }).innerText()]
  for (;;) {
    const next = page
      .getByRole('navigation', { name: nav })
      .locator('p', { hasText: /^\s*(?:In canon order, next|Next)/ })
      .getByRole('link')
    if ((await next.count()) === 0) return read
    await next.click()
    await page.waitForLoadState('load')
    read.push(await page.getByRole('heading', { level: 1 }).innerText())
  }
}

async function theRoundIsRead(fest: Fest, [onTime = 0]: readonly number[]): Promise<void> {
  const guest = await fest.page('guest')
  await guest.goto(roundPath(fest))
  assert.match(await words(guest), /Posting days/)
  const calendar = await calendarOf(fest)
  assert.equal(calendar('Thursday 5 November'), 'Thursday 5 November: taken; Ash.')
  assert.equal(calendar('Saturday 7 November'), 'Saturday 7 November: delivered; First Lamp.')
  assert.equal(calendar('Sunday 8 November'), 'Sunday 8 November: over.')
  await guest.goto(`${roundPath(fest)}/masterlist`)
  const list = await words(guest)
  assert.match(list, /Wednesday 4 November.*Wick.*A Longer Wick.*came on Mon 9 Nov.*Monday 9 November.*A Longer Wick/)
  assert.match(list, /Elsewhere, a Lamp.*at archive\.example/)
  const byDay = [
    'Salt and Oil',
    'A Match',
    'The Long Fuse',
    'Wick',
    'Ash',
    'Elsewhere, a Lamp',
    'First Lamp',
    'A Longer Wick',
  ]
  assert.deepEqual(await readOn(fest, onTime, /^More of Harbour Lights/), byDay)
  const inCanon = [
    'Salt and Oil',
    'A Match',
    'Elsewhere, a Lamp',
    'The Long Fuse',
    'Wick',
    'A Longer Wick',
    'First Lamp',
    'Ash',
  ]
  assert.deepEqual(await readOn(fest, onTime, /canon/i), inCanon)
}

async function theWholeStory(fest: Fest): Promise<void> {
  await takeInCoast(fest.at.house)
  const linnet = await daysAreTaken(fest)
  const first = await firstDays(fest)
  const middle = await middleDays(fest, linnet)
  await nobodyReadsLate(fest, [...first, ...middle])
  const last = await freeForAll(fest, middle[0] ?? 0)
  await theRoundIsRead(fest, first)
  await nobodyReadsLate(fest, [...first, ...middle, last])
}

test('a round from its opening to its masterlist, with scripts at a desk', async () => {
  await using at = await openBrowserHouse(browser)
  const fest = await openFest(at, { scripts: true, width: 1440 }, 'harbour-lights')
  const heard: string[] = []
  for (const who of ['mara', 'oriel', 'ismay', 'nour', 'teuea', 'guest'] as const)
    heard.push(...listen((await fest.page(who)).context(), at.url))
  await theWholeStory(fest)
  assert.deepEqual(heard, [])
})

test('the same story without scripts on a phone', async () => {
  await using at = await openBrowserHouse(browser)
  await theWholeStory(await openFest(at, { scripts: false, width: 360 }, 'harbour-lights'))
})
