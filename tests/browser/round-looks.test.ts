// A round's own looks in Chromium: any hue can be read on every paper, a banner moves nothing when it comes, the shelf is reached by keys.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { bringBanner } from '#src/fests/rounds/banner/banner.ts'
import { changeRound } from '#src/fests/rounds/choices/changing-round.ts'
import { usualChoices } from '#src/fests/rounds/rounds.ts'
import { inkOfHue } from '#src/kit/colours/inks.ts'
import { paths } from '#src/schema/paths.ts'
import { violationsIn } from '#tests/support/browser-axe.ts'
import { type BrowserHouse, openBrowserHouse } from '#tests/support/browser-house.ts'
import { fillTidewater, moments } from '#tests/support/browser-world.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { lanterns, where } from '#tests/world/tidewater.ts'

const round = paths.round(where.community, where.round)

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

async function livelyHouse(): Promise<BrowserHouse> {
  const at = await openBrowserHouse(browser)
  await fillTidewater(at.house)
  at.house.at(moments.during)
  await at.house.runJobs()
  return at
}

const dress = ({ house }: BrowserHouse, hue: number) =>
  house.act('mara', (ctx) =>
    changeRound(ctx, where.community, where.round, {
      ...usualChoices,
      name: lanterns.name,
      theme: lanterns.theme,
      graceDays: lanterns.graceDays,
      daysPerPerson: lanterns.daysPerPerson,
      ink: inkOfHue(hue),
    }),
  )

test('a round in yellow, in blue or in pink can be read on light, sepia and dark', async () => {
  await using at = await livelyHouse()
  const page = await (await at.enter({ as: 'oriel' })).newPage()
  for (const hue of [100, 255, 350]) {
    await dress(at, hue)
    for (const paper of ['light', 'sepia', 'dark']) {
      await page.context().addCookies([{ name: 'reading', value: `paper-${paper}`, url: at.url }])
      await page.goto(round)
      assert.deepEqual(await violationsIn(page, { rules: ['color-contrast'] }), [], `${hue} on ${paper}`)
    }
  }
})

const shifts = `new Promise((done) => {
  let sum = 0
  new PerformanceObserver((list) => { for (const shift of list.getEntries()) sum += shift.value }).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => done(sum), 300)
})`

test('a banner has its place before it has come, is cut for phones and for desks, and is not printed', async () => {
  await using at = await livelyHouse()
  const bytes = await sharp({ create: { width: 2_880, height: 900, channels: 3, background: '#2b4f86' } })
    .png()
    .toBuffer()
  const picture = { type: 'image/png', bytes, width: 2_880, height: 900 } as const
  const said = { alt: 'The sea', artist: 'bramblejam', picture }
  await at.house.act('mara', (ctx) => bringBanner(ctx, where.community, where.round, said))
  await at.house.runJobs()
  for (const [width, height, cut] of [
    [360, 112, 840],
    [1440, 240, 1440],
  ] as const) {
    const page = await (await at.enter({ width })).newPage()
    await page.goto(round, { waitUntil: 'networkidle' })
    const box = await page.getByRole('img', { name: 'The sea' }).boundingBox()
    assert.deepEqual([box?.x, box?.width, box?.height], [0, width, height])
    // Natural sizes are told in pixels of the page, which a srcset makes fewer: the file itself says what was fetched.
    const source = await page.evaluate<string>("document.querySelector('.banner img').currentSrc")
    const fetched = await sharp(Buffer.from(await (await fetch(source)).arrayBuffer())).metadata()
    assert.deepEqual([fetched.format, fetched.width], ['webp', cut])
    assert.ok((await page.evaluate<number>(shifts)) < 0.02)
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.locator('.banner').isVisible(), false)
  }
})

test('by keys alone every volume of the shelf is reached, is seen when it is, and says its title and its pieces', async () => {
  await using at = await livelyHouse()
  at.house.at(moments.after)
  await at.house.runJobs()
  const page = await (await at.enter({ width: 360 })).newPage()
  await page.goto(paths.community(where.community))
  const spine = page.locator('.spine a').first()
  await spine.focus()
  const box = await spine.boundingBox()
  assert.ok(box && box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box))
  assert.equal((await spine.innerText()).replaceAll(/\s+/g, ' '), 'Lantern Season · 2026 , 0 pieces')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  assert.equal(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle'), 'solid')
})
