// A document is dropped on the page, or chosen without any script: its story and its header stand in the form.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { paths } from '#src/schema/paths.ts'
import { openBrowserHouse } from '#tests/support/browser-house.ts'
import { isSaid, sourceOf, typeAtEnd } from '#tests/support/browser-writing.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { docx } from '#tests/support/documents.ts'
import { where } from '#tests/world/tidewater.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const page = paths.post(where.community, where.round)

/** Over the text field, as from a folder; written as text because it runs in the page. */
const drop = (on: Page): Promise<void> =>
  on.evaluate<void>(`(() => {
    const bytes = Uint8Array.from(atob('${Buffer.from(docx()).toString('base64')}'), (one) => one.charCodeAt(0))
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([bytes], 'tallow.docx'))
    const field = document.querySelector('textarea[name=text]')
    for (const kind of ['dragover', 'drop']) field.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
  })()`)

test('a file that is dropped on an empty text is read at once', async () => {
  await using there = await openBrowserHouse(browser)
  const tab = await (await there.enter({ as: 'oriel' })).newPage()
  await tab.goto(page)
  await drop(tab)
  await tab.locator('input[name=title]').waitFor()
  assert.equal(await tab.locator('input[name=title]').inputValue(), 'Tallow')
  assert.match(await tab.locator('textarea[name=text]').inputValue(), /Nothing <em>burned<\/em>/)
})

test('a file that is dropped on a text waits for its button, and nothing typed is lost', async () => {
  await using there = await openBrowserHouse(browser)
  const tab = await (await there.enter({ as: 'oriel' })).newPage()
  await tab.goto(page)
  await tab.getByRole('button', { name: 'Fill the fields in myself' }).click()
  const text = tab.locator('textarea[name=text]')
  await typeAtEnd(tab, 'I typed this.')
  // As soon as it is kept, the field holds what the editor does.
  await isSaid(tab, /Saved/)
  await drop(tab)
  assert.match(await sourceOf(tab), /I typed this\./)
  assert.equal(await tab.evaluate('document.activeElement.value'), 'file')
  await tab.keyboard.press('Enter')
  await tab.waitForFunction(`document.querySelector('input[name=title]')?.value === 'Tallow'`)
  assert.match(await text.inputValue(), /Nothing <em>burned<\/em>/)
})

test('without scripts a file is chosen and read', async () => {
  await using there = await openBrowserHouse(browser)
  const tab = await (await there.enter({ as: 'oriel', scripts: false })).newPage()
  await tab.goto(page)
  await tab
    .locator('input[name=file]')
    .setInputFiles({ name: 'tallow.docx', mimeType: '', buffer: Buffer.from(docx()) })
  await tab.getByRole('button', { name: 'Read it' }).click()
  assert.equal(await tab.locator('input[name=title]').inputValue(), 'Tallow')
})
