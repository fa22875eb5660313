// Reading, as browsers do it: quickly on a phone, without a jump, without scripts, and as each reader wants it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openPageCache } from '#src/platform/web/page-cache.ts'
import { paths } from '#src/schema/paths.ts'
import { type BrowserHouse, openBrowserHouse } from '#tests/support/browser-house.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { post, saidOf } from '#tests/world/pieces.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

/** A story as long as most, with what stories are made of. */
const paragraph =
  '<p>“You could simply ask him,” said the boy on the stairs. <em>Two boats out,</em> she wrote, and one of them ought to know better. It was past two when somebody knocked, wet to the elbow, with the lantern under one arm like a goose.</p>'
const story = saidOf({ title: 'The Harbour Book' })
const long = { ...story, text: { ...story.text, html: paragraph.repeat(80) } }

async function withStory(): Promise<BrowserHouse & { readonly address: string }> {
  const at = await openBrowserHouse(browser, { at: '2026-11-16T12:00:00.000Z', cache: openPageCache() })
  const { work } = await post(at.house, 'oriel', { said: long })
  return { ...at, address: paths.work(work) }
}

/** As Lighthouse has it: 1.6 Mbit/s, 150 ms each way and back, a processor four times as slow. */
const phone = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }

const shifts = `new Promise((done) => {
  let sum = 0
  new PerformanceObserver((list) => { for (const shift of list.getEntries()) sum += shift.value }).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => done(sum), 300)
})`

type Read = { readonly paint: number; readonly shift: number; readonly weight: number; readonly faces: string[] }

async function readOn(page: Page, address: string): Promise<Read> {
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', phone)
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  let weight = 0
  const faces: string[] = []
  line.on('Network.loadingFinished', ({ encodedDataLength }) => void (weight += encodedDataLength))
  line.on('Network.responseReceived', ({ response }) => {
    if (response.mimeType === 'font/woff2') faces.push(response.url.replace(/.*\/|\.\w+\.woff2/g, ''))
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.evaluate('document.fonts.ready')
  const paint = await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
  return { paint, shift: await page.evaluate<number>(shifts), weight, faces }
}

/** A machine that is busy with other things paints later: of a few visits by first-time guests the quickest counts, and of all their jumps the largest. */
async function visits(at: BrowserHouse & { readonly address: string }, reading: string): Promise<Read> {
  const reads: Read[] = []
  while (reads.length < 6 && (reads.length < 2 || Math.min(...reads.map(({ paint }) => paint)) >= MOST.paint)) {
    const context = await at.enter({ width: 360 })
    if (reading !== '') await context.addCookies([{ name: 'reading', value: reading, url: at.url }])
    reads.push(await readOn(await context.newPage(), at.address))
    await context.close()
  }
  const [first] = reads.toSorted((one, other) => one.paint - other.paint)
  assert.ok(first)
  // The first guest's page is not packed yet: what is weighed is what all the others get.
  const weight = reads.at(-1)?.weight ?? 0
  return { ...first, weight, shift: Math.max(...reads.map(({ shift }) => shift)) }
}

const MOST = { paint: 1_000, shift: 0.02, weight: 150_000 }

test('on a phone and a slow line a story is there within a second, weighs little, and does not jump', async (t) => {
  await using at = await withStory()
  for (const reading of ['', 'size-large.paragraphs-book', 'face-atkinson']) {
    const { paint, shift, weight, faces } = await visits(at, reading)
    t.diagnostic(
      `${reading || 'as usual'}: first paint after ${Math.round(paint)} ms, shift ${shift.toFixed(4)}, ${weight} bytes; ${faces.join(', ')}`,
    )
    assert.ok(paint > 0 && paint < MOST.paint, `${reading}: first paint after ${paint} ms`)
    assert.ok(shift < MOST.shift, `${reading}: shifted by ${shift}`)
    assert.ok(weight <= MOST.weight, `${reading}: ${weight} bytes`)
  }
})

/** What a browser reckons for the first paragraph of the story. */
const styleOf = (page: Page) =>
  page.evaluate<Record<string, string>>(`(() => {
    const { fontSize, fontFamily, textAlign, lineHeight } = getComputedStyle(document.querySelector('.prose p + p'))
    return { fontSize, fontFamily, textAlign, lineHeight, indent: getComputedStyle(document.querySelector('.prose p + p')).textIndent, paper: getComputedStyle(document.body).backgroundColor }
  })()`)

async function choose(page: Page, labels: readonly string[]): Promise<void> {
  for (const label of labels) await page.getByLabel(label, { exact: true }).check()
}

const wishes = [
  'Sepia',
  'The system’s sans',
  'Largest',
  'As in a book: the first line set in',
  'Straight, with words divided',
]

async function chooseAndRead(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('link', { name: 'Text and paper' }).click()
  await choose(page, wishes)
  await page.getByRole('button', { name: 'Read like this' }).click()
  await page.waitForURL(`**${address}`)
  return page
}

test('without scripts everything is chosen on one form, and the story is as it was chosen', async () => {
  await using at = await withStory()
  const page = await chooseAndRead(await at.enter({ scripts: false, width: 360 }), at.address)
  const html = await page.content()
  assert.match(
    html,
    /data-paper="sepia" data-face="sans" data-size="largest" data-paragraphs="book" data-edges="justified"/,
  )
  const context = await at.enter({ width: 360 })
  await context.addCookies(await page.context().cookies())
  const same = await context.newPage()
  await same.goto(at.address)
  const style = await styleOf(same)
  assert.match(style['fontFamily'] ?? '', /^system-ui/)
  assert.deepEqual([style['textAlign'], style['paper']], ['justify', 'rgb(243, 231, 207)'])
  assert.ok(Number.parseFloat(style['fontSize'] ?? '') > 30 && Number.parseFloat(style['indent'] ?? '') > 30)
  await same.setViewportSize({ width: 320, height: 900 })
  assert.equal(await same.evaluate('document.documentElement.scrollWidth'), 320)
})

test('with scripts the page shows each choice at once, and leaving it leaves all as it was', async () => {
  await using at = await withStory()
  const page = await (await at.enter()).newPage()
  await page.goto(`${paths.reading}?back=${at.address}`)
  const usual = await styleOf(page)
  await choose(page, ['Largest', 'More'])
  const shown = await styleOf(page)
  assert.ok(Number.parseFloat(shown['fontSize'] ?? '') > 1.6 * Number.parseFloat(usual['fontSize'] ?? ''))
  await page.getByRole('link', { name: 'Leave it as it was' }).click()
  await page.waitForURL(`**${at.address}`)
  assert.equal((await styleOf(page))['fontSize'], usual['fontSize'])
})

async function facesFor(at: BrowserHouse & { readonly address: string }, reading: string): Promise<string> {
  const context = await at.enter()
  await context.addCookies([{ name: 'reading', value: reading, url: at.url }])
  const fetched: string[] = []
  context.on('request', (request) => fetched.push(request.url()))
  await (await context.newPage()).goto(at.address, { waitUntil: 'networkidle' })
  return fetched.filter((url) => url.endsWith('.woff2')).join(' ')
}

test('a face is fetched only by those who chose it, and of each only the scripts that the page is written in', async () => {
  await using at = await withStory()
  const usual = await facesFor(at, 'usual')
  assert.match(usual, /literata-latin-400-normal/)
  assert.doesNotMatch(usual, /opendyslexic|cyrillic|greek|vietnamese|latin-ext/)
  const chosen = await facesFor(at, 'face-opendyslexic')
  assert.match(chosen, /opendyslexic-latin-400-normal/)
  assert.doesNotMatch(chosen, /literata/)
})

/** The families that a page asks to be fetched at once, and those that its words are set in. */
const preloaded =
  "[...document.querySelectorAll('link[rel=preload]')].map((link) => /static\\/([a-z-]+)-latin/.exec(link.href)[1])"
const setIn =
  "[...new Set([...document.querySelectorAll('body *')].map((part) => getComputedStyle(part).fontFamily.split(',')[0].replaceAll('\"', '').toLowerCase().replaceAll(' ', '-')))]"

test('a page asks at once for two faces, and is set in both', async () => {
  await using at = await withStory()
  const page = await (await at.enter()).newPage()
  for (const address of [at.address, paths.home, paths.signIn, paths.reading]) {
    await page.goto(address)
    const asked = await page.evaluate<string[]>(preloaded)
    const used = await page.evaluate<string[]>(setIn)
    assert.equal(asked.length, 2, address)
    for (const face of asked) assert.ok(used.includes(face), `${face} at ${address}: ${used.join(', ')}`)
  }
})
