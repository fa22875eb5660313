// The browser of the tests opens pages of this machine and no others, with scripts and without, and shows our letters.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { findChromium, openBrowser, unpackedChromium } from '../support/chromium.ts'

const font = new URL(import.meta.resolve('@fontsource/literata/files/literata-latin-400-normal.woff2'))
const page = `<!doctype html><meta charset="utf-8"><title>Tidewater</title>
<style>@font-face { font-family: Literata; src: url(/font) } p { font: 40px Literata; margin: 0; width: max-content }
.other { font-family: sans-serif }</style>
<p>The ninth day is free.</p><p class="other">The ninth day is free.</p>
<h1>plain</h1><script>document.querySelector('h1').textContent = 'scripted'</script>`

const served: { server?: Server; url: string } = { url: '' }

before(async () => {
  const server = createServer((request, response) => {
    if (request.url === '/font') response.setHeader('content-type', 'font/woff2').end(readFileSync(font))
    else response.setHeader('content-type', 'text/html').end(page)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  Object.assign(served, { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/` })
})

after(() => {
  served.server?.closeAllConnections()
  served.server?.close()
})

async function tryOut(browser: Browser): Promise<void> {
  for (const javaScriptEnabled of [true, false, true]) {
    const context = await browser.newContext({ javaScriptEnabled })
    const [first, second] = [await context.newPage(), await context.newPage()]
    await first.goto(served.url)
    await second.goto(served.url)
    await second.close()
    assert.equal(await first.textContent('h1'), javaScriptEnabled ? 'scripted' : 'plain')
    await context.close()
  }
}

async function showsOurLetters(browser: Browser): Promise<void> {
  const tab = await browser.newPage({ viewport: { width: 640, height: 200 } })
  await tab.goto(served.url)
  assert.equal(await tab.evaluate("document.fonts.ready.then(() => document.fonts.check('40px Literata'))"), true)
  const widths = await tab.locator('p').evaluateAll((lines) => lines.map((each) => each.getBoundingClientRect().width))
  assert.ok(
    widths.every((width) => width > 200),
    `letters have a width: ${widths.join(', ')}`,
  )
  assert.notEqual(widths[0], widths[1], 'our letters are not those of the machine')
  const [ours, others] = [await tab.locator('p').first().screenshot(), await tab.locator('p').last().screenshot()]
  assert.ok(ours.length > 2000 && others.length > 2000, 'there is ink on the pictures')
  await tab.close()
}

const browsers: readonly (readonly [name: string, find: () => Promise<string>])[] = [
  ['the browser that the tests use', findChromium],
  ['the browser out of the packages', unpackedChromium],
]

for (const [name, find] of browsers) {
  const here = process.platform === 'linux' && process.arch === 'x64'
  const skip = find === unpackedChromium && !here ? 'the packages have one for Linux on x64 only' : false
  test(`${name} opens and closes pages, with scripts and without`, { skip }, async () => {
    const browser = await openBrowser(await find())
    try {
      await tryOut(browser)
      await showsOurLetters(browser)
      assert.equal(browser.isConnected(), true)
    } finally {
      await browser.close()
    }
  })
}

test('the browser of the tests knows no address but those of this machine', async () => {
  const browser = await openBrowser()
  try {
    const tab = await browser.newPage()
    await assert.rejects(tab.goto('http://fest.example/'), /ERR_NAME_NOT_RESOLVED/)
  } finally {
    await browser.close()
  }
})
