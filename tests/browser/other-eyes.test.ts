// The same pages for other eyes: enlarged four times, in the system's own colours, on paper, and over a slow line.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { offerSetUp } from '#src/moderation/instance/set-up.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { openBrowserHouse } from '#tests/support/browser-house.ts'
import { fillTidewater, moments } from '#tests/support/browser-world.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { where } from '#tests/world/tidewater.ts'

const round = paths.round(where.community, where.round)

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

async function livelyHouse() {
  const at = await openBrowserHouse(browser)
  await fillTidewater(at.house)
  at.house.at(moments.during)
  await at.house.runJobs()
  return at
}

test('at 400 % a day is taken, and a form is filled in, without scrolling sideways', async () => {
  await using at = await livelyHouse()
  const page = await (await at.enter({ as: 'teuea', width: 320 })).newPage()
  await page.goto(round)
  const button = page.getByRole('button', { name: 'Take this day Wednesday 11 November' })
  const box = await button.boundingBox()
  assert.ok(box && box.height >= 24 && box.x >= 0 && box.x + box.width <= 320, JSON.stringify(box))
  await button.click()
  assert.match(await page.getByRole('status').innerText(), /Wednesday 11 November is yours/)

  await using empty = await openBrowserHouse(browser, { empty: true })
  const link = (await empty.house.act({ kind: 'host' }, offerSetUp)) ?? ''
  const form = await (await empty.enter({ width: 320 })).newPage()
  await form.goto(asking(paths.setUp, { link }))
  for (const field of await form.locator('.input, .btn').all()) {
    const { x = -1, width = 0, height = 0 } = (await field.boundingBox()) ?? {}
    assert.ok(x >= 0 && x + width <= 320 && height >= 44, `${x} ${width} ${height}`)
  }
})

test('where the system takes our colours away, every day still says its state in words and today and yours are outlined', async () => {
  await using at = await livelyHouse()
  const page = await (await at.enter({ as: 'oriel' })).newPage()
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(round)
  const chips = page.locator('.day .chip')
  for (const chip of await chips.all()) assert.ok(await chip.isVisible())
  const words = new Set(await chips.allInnerTexts())
  for (const word of ['yours', 'expected', 'on the way', 'today', 'taken', 'open', 'free for all', 'closed']) {
    assert.ok(words.has(word), `${word} is among ${[...words].join(', ')}`)
  }
  const lineOf = (selector: string): Promise<string> =>
    page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).outlineStyle`)
  assert.equal(await lineOf('.day--today time'), 'solid')
  assert.equal(await lineOf('.day--mine'), 'solid')
})

test('on paper the calendar is one sheet with all its words, and nothing to press is printed', async () => {
  await using at = await livelyHouse()
  const page = await (await at.enter({ as: 'teuea', width: 680 })).newPage()
  await page.emulateMedia({ media: 'print' })
  await page.goto(round)
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 680)
  assert.equal(await page.evaluate("getComputedStyle(document.querySelector('.cal')).display"), 'table')
  const spilt = await page.evaluate<string[]>(
    "[...document.querySelectorAll('.day__in')].filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.innerText)",
  )
  assert.deepEqual(spilt, [])
  for (const control of await page.locator('button, .btn, nav, .foot').all())
    assert.equal(await control.isVisible(), false)
  const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)?.length
  assert.ok(sheets !== undefined && sheets <= 2, `${sheets} sheets`)
})

/** What a first visit may cost over the line, packed as browsers get it. */
const most = { all: 190_000, withoutFaces: 40_000 }

test('a first visit to a round is light', async (t) => {
  await using at = await livelyHouse()
  const page = await (await at.enter({ as: 'oriel' })).newPage()
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  const weights = new Map<string, number>()
  const kinds = new Map<string, string>()
  line.on('Network.responseReceived', ({ requestId, response }) => kinds.set(requestId, response.mimeType))
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => weights.set(requestId, encodedDataLength))
  await page.goto(round, { waitUntil: 'networkidle' })
  const byKind = new Map<string, number>()
  for (const [id, kind] of kinds) byKind.set(kind, (byKind.get(kind) ?? 0) + (weights.get(id) ?? 0))
  const all = [...byKind.values()].reduce((sum, weight) => sum + weight, 0)
  const faces = byKind.get('font/woff2') ?? 0
  const paint = await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
  t.diagnostic(
    `${JSON.stringify(Object.fromEntries(byKind))}, ${all} in all, first paint after ${Math.round(paint)} ms`,
  )
  assert.ok(all <= most.all, `${all} bytes`)
  assert.ok(all - faces <= most.withoutFaces, `${all - faces} bytes without faces`)
})
