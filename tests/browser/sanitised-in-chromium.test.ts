// Published payloads, sanitised, in a real browser: nothing runs, nothing is asked for, and the page around stays whole.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { test } from 'node:test'
import type { Browser } from 'playwright-core'
import { fromMarkdown } from '#src/text/from-markdown.ts'
import { sanitise } from '#src/text/sanitize.ts'
import { parseHtml, toHtml } from '#src/text/tree.ts'
import { openBrowser } from '../support/chromium.ts'
import { xssPayloads } from '../support/xss-payloads.ts'

const texts = xssPayloads.flatMap((payload) => [
  sanitise(payload).html,
  sanitise(`<p>before ${payload} after</p>`).html,
  sanitise(`<table><tr><td>${payload}`).html,
  sanitise(fromMarkdown(payload)).html,
])

/** No policy and no defences but the sanitiser: those come on top of it. */
const page = (all: readonly string[]): string =>
  `<!doctype html><meta charset="utf-8"><title>texts</title><script>window.ran = []
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = () => window.ran.push(name)
window.onerror = (message) => window.ran.push(message)</script>
<article>${all.map((text) => `<div class="text">${text}</div>`).join('\n')}</article><p id="after">after</p>`

async function serve(html: string): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html').end(request.url === '/page' ? html : '')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` }
}

async function look(browser: Browser, url: string): Promise<void> {
  const tab = await browser.newPage()
  const asked: string[] = []
  tab.on('request', (request) => asked.push(request.url()))
  await tab.goto(`${url}/page`)
  const seen = await tab.locator('.text').evaluateAll((all) => all.map((one) => one.innerHTML))
  assert.deepEqual(
    seen.map((html) => toHtml(parseHtml(html))),
    texts,
    'the browser reads what we wrote',
  )
  for (const kind of ['click', 'focus', 'mouseover', 'toggle', 'animationstart'])
    await tab.evaluate(
      `document.querySelectorAll('.text, .text *').forEach((one) => { one.dispatchEvent(new Event('${kind}')) })`,
    )
  assert.deepEqual(await tab.evaluate('window.ran'), [])
  assert.equal(await tab.locator('body > #after').count(), 1)
  assert.equal(await tab.evaluate(`document.querySelectorAll('article > div.text').length`), texts.length)
  assert.equal(
    await tab.evaluate(`document.body.id + typeof document.getElementById + document.forms.length`),
    'function0',
  )
  assert.deepEqual(
    [...new Set(asked)].filter((one) => !one.startsWith(`${url}/files/`) && one !== `${url}/page`),
    [],
  )
  await tab.close()
}

test('no sanitised payload runs, asks for anything or breaks the page', async () => {
  const { server, url } = await serve(page(texts))
  const browser = await openBrowser()
  try {
    await look(browser, url)
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
})
