// Published payloads, sanitised, in a real browser: nothing runs, nothing is asked for, and the page around stays whole.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { test } from 'node:test'
import { zipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { readDocument } from '#src/text/documents/document.ts'
import { fromMarkdown } from '#src/text/from-markdown.ts'
import { readPost } from '#src/text/header/read-post.ts'
import { readText } from '#src/text/read-text.ts'
import { sanitise } from '#src/text/sanitize.ts'
import { tidyKinds } from '#src/text/tidy/kinds.ts'
import { parseHtml, toHtml } from '#src/text/tree.ts'
import { openBrowser } from '../support/chromium.ts'
import { docxParts } from '../support/documents.ts'
import { xssPayloads } from '../support/xss-payloads.ts'

/** What the house makes of it on every road: tidied or left as it came, pasted as each form, read as a post. */
const onEveryRoad = (payload: string): readonly string[] => [
  sanitise(payload).html,
  sanitise(`<p>before ${payload} after</p>`).html,
  sanitise(`<table><tr><td>${payload}`).html,
  sanitise(fromMarkdown(payload)).html,
  readText({ text: payload, form: 'html' }).html,
  readText({
    text: `<p class=MsoNormal style="font-style:italic">One ${payload}<br><br><lj user="${payload}">***`,
    form: 'html',
  }).html,
  readText({ text: `<p>One<sup><a href="#n">1</a></sup></p><p id="n">${payload}</p>`, form: 'html' }).html,
  readText({ text: payload, form: 'markdown', leave: tidyKinds }).html,
  readPost(`Title: ${payload}\n\n${payload}`, 'html').body,
]

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Many payloads in one document, as text, as the address of a link, and where a document has markup of its own. */
async function converted(): Promise<readonly string[]> {
  const link = (payload: string): string => `<text:a xlink:href="${escaped(payload)}">x</text:a>`
  const plain = xssPayloads.filter((payload) => !/[^\t\n\r\x20-\ud7ff]/.test(payload))
  const odt = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:xlink="x"><office:body><office:text>${plain.map((payload) => `<text:p>${escaped(payload)}${link(payload)}</text:p>`).join('')}</office:text></office:body></office:document-content>`
  const runs = plain.map((payload) => `<w:p><w:r><w:t>${escaped(payload)}</w:t></w:r></w:p>`).join('')
  const files = [
    zipSync({ mimetype: bytesOf('application/vnd.oasis.opendocument.text'), 'content.xml': bytesOf(odt) }),
    zipSync(Object.fromEntries(Object.entries(docxParts(runs)).map(([name, text]) => [name, bytesOf(text)]))),
    bytesOf(`{\\rtf1 ${plain.map((payload) => payload.replace(/[\\{}]/g, (sign) => `\\${sign}`)).join('\\par ')}}`),
  ]
  // A file with NUL in it is none of text, and is refused.
  const pages = xssPayloads
    .filter((payload) => !payload.includes('\0'))
    .map((payload) =>
      bytesOf(`<!doctype html><html><head><style>${payload}</style></head><body>${payload}</body></html>`),
    )
  const made: string[] = []
  for (const bytes of [...files, ...pages]) {
    const { text, form } = await readDocument({ name: 'story', bytes })
    made.push(readText({ text, form }).html)
  }
  return made
}

const texts = [...xssPayloads.flatMap(onEveryRoad), ...(await converted())]

const aroundIt = `(() => {
  const style = getComputedStyle(document.querySelector('#after'))
  const { fontStyle, textDecorationLine, position, display, visibility, opacity } = style
  const over = [...document.querySelectorAll('.text *')].filter((one) => /fixed|absolute|sticky/.test(getComputedStyle(one).position))
  return [document.querySelector('#after').textContent, fontStyle, textDecorationLine, position, display, visibility, opacity, over.map((one) => one.tagName).join()].join(' ')
})()`

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
  // What stands after all texts has its look, its place and its words: nothing was left open, covered or hidden.
  assert.equal(await tab.evaluate(aroundIt), 'after normal none static block visible 1 ')
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
