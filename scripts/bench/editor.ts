// How long a key press takes in the editor on a phone of the middle range (this machine, four times slower), after 20,000 words were
// pasted: by the browser's own event timing, from the press to the next picture. And what a browser has to load for it.
import { gzipSync } from 'node:zlib'
import type { CDPSession, Page } from 'playwright-core'
import { openBrowserHouse } from '../../tests/support/browser-house.ts'
import { beginPiece, novel, pasteInto, sourceOf } from '../../tests/support/browser-writing.ts'
import { openBrowser } from '../../tests/support/chromium.ts'

const SLOWER = 4
/** A few to compare with: what a busy machine adds is in both. */
const LENGTHS = [50, 20_000] as const

/** Runs in the page. */
const listen = `window.presses = []
new PerformanceObserver((list) => {
  for (const { name, duration } of list.getEntries()) if (/^(?:key|beforeinput|input)/.test(name)) window.presses.push(duration)
}).observe({ type: 'event', durationThreshold: 16, buffered: false })`

const places = ['Control+Home', 'Control+End'] as const

async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(90)
  }
}

const ordinary = Array.from('And the tide came in, as tides do. ', (letter) => (letter === ' ' ? 'Space' : letter))

const others = ['Enter', 'a', 'b', 'Backspace', 'Backspace', 'Control+b', 'c', 'Control+z', 'Enter', 'd', 'Backspace']

async function measure(page: Page, deed: () => Promise<void>): Promise<object> {
  await page.evaluate('window.presses.length = 0')
  await deed()
  await page.waitForTimeout(1_500)
  const spent = (await page.evaluate<number[]>('window.presses')).toSorted((a, b) => a - b)
  const at = (part: number): number => spent[Math.min(spent.length - 1, Math.floor(spent.length * part))] ?? 0
  return { overSixteenMs: spent.length, medianMs: at(0.5), p98Ms: at(0.98), worstMs: at(1) }
}

async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return session
}

async function* measured(page: Page, words: number): AsyncGenerator<object> {
  const about = { slower: SLOWER, words }
  await beginPiece(page)
  await slowDown(page)
  await page.evaluate(listen)
  const began = performance.now()
  await pasteInto(page, '', novel(words))
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  const millis = Math.round(performance.now() - began)
  yield { what: 'paste', ...about, millis, characters: (await sourceOf(page)).length }
  await page.waitForTimeout(8_000)
  for (const place of places) {
    const what = `typing at ${place.slice('Control+'.length)}`
    const spent = await measure(page, async () => {
      await page.keyboard.press(place)
      await page.waitForTimeout(500)
      await page.evaluate('window.presses.length = 0')
      await press(page, [...ordinary, ...ordinary, ...ordinary])
    })
    yield { what, ...about, ...spent }
  }
  yield { what: 'Enter, Backspace, bold', ...about, ...(await measure(page, () => press(page, others))) }
}

export async function* benchEditor(): AsyncGenerator<object> {
  const browser = await openBrowser()
  await using at = await openBrowserHouse(browser)
  at.house.at('2026-11-16T12:00:00.000Z')
  const loaded = new Map<string, number>()
  for (const words of LENGTHS) {
    const page = await (await at.enter({ as: 'oriel', width: 360 })).newPage()
    page.on('response', (response) => {
      const [, name] = /\/static\/(\w+)\.\w+\.js$/.exec(response.url()) ?? []
      if (name) void response.body().then((body) => loaded.set(name, gzipSync(body, { level: 9 }).byteLength))
    })
    yield* measured(page, words)
    await page.close()
  }
  for (const [script, gzipBytes] of loaded) yield { what: 'script', script, gzipBytes }
  await browser.close()
}
