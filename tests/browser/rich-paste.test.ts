// A paste from a word processor keeps its italics and strokes on the way to readers; plain text stays plain.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { paths } from '#src/schema/paths.ts'
import { openBrowserHouse } from '#tests/support/browser-house.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { take } from '#tests/world/deeds.ts'
import { where } from '#tests/world/tidewater.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const fromDocs =
  '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span>Title: Low Water</span></p><p dir="ltr"><span>Rating: PG</span></p><br><p dir="ltr"><span>It was </span><span style="font-style:italic">not</span><span> a &lt;promise&gt;, </span><span style="text-decoration:line-through">he</span><span> she said.</span></p></b>'

const fromWord =
  '<html xmlns:o="x"><head><style>p{color:red}</style></head><body><!--StartFragment--><p class=MsoNormal>She <i style="mso-bidi-font-style:normal">knew</i><o:p></o:p></p><div align=center><hr></div><p>End.</p><script>alert(1)</script></body></html>'

/** As a browser hands it over when somebody presses the keys; written as text because it runs in the page. */
const paste = (page: Page, html: string, plain: string): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', ${JSON.stringify(html)})
    clipboardData.setData('text/plain', ${JSON.stringify(plain)})
    const field = document.querySelector('textarea[name=text]')
    field.focus()
    return field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })()`)

const text = (page: Page) => page.locator('textarea[name=text]').inputValue()

test('a rich paste from Docs is read, posted and shown with its italics and strokes', async () => {
  await using there = await openBrowserHouse(browser)
  const claim = await take(there.house, 'oriel', '11-04')
  there.house.at('2026-11-04T12:00:00.000Z')
  const page = await (await there.enter({ as: 'oriel' })).newPage()
  await page.goto(`${paths.post(where.community, where.round)}?claim=${claim.id}`)
  assert.equal(await paste(page, fromDocs, 'Low Water'), false, 'the plain words are not pasted too')
  assert.match(await text(page), /It was <em>not<\/em> a &lt;promise&gt;, <s>he<\/s> she said\./)
  await page.getByRole('button', { name: 'Read it' }).click()
  assert.equal(await page.locator('input[name=title]').inputValue(), 'Low Water')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  const story = page.locator('.prose')
  assert.match(await story.innerHTML(), /It was <em>not<\/em> a &lt;promise&gt;, <s>he<\/s> she said\./)
})

test('what Word puts around a text is left behind, and nothing of it runs', async () => {
  await using there = await openBrowserHouse(browser)
  const claim = await take(there.house, 'oriel', '11-04')
  const page = await (await there.enter({ as: 'oriel' })).newPage()
  page.on('dialog', () => assert.fail('a script ran'))
  await page.goto(`${paths.post(where.community, where.round)}?claim=${claim.id}`)
  await paste(page, fromWord, 'She knew')
  assert.equal(await text(page), '<p>She <em>knew</em></p>\n\n<hr>\n\n<p>End.</p>')
})

test('a paste without any marks, or into plain words, is left to the browser', async () => {
  await using there = await openBrowserHouse(browser)
  const claim = await take(there.house, 'oriel', '11-04')
  const page = await (await there.enter({ as: 'oriel' })).newPage()
  await page.goto(`${paths.post(where.community, where.round)}?claim=${claim.id}`)
  assert.equal(await paste(page, '<p>Only words</p><p>and more</p>', 'Only words'), true)
  await page.locator('textarea[name=text]').fill('Words that are there already.')
  assert.equal(await paste(page, fromDocs, 'Low Water'), true)
})
