// At the form of a piece in a browser: getting there, typing and pasting, and what the form then holds.
import type { Browser, Page } from 'playwright-core'
import { paths } from '#src/schema/paths.ts'
import { where } from '#tests/world/tidewater.ts'
import { openBrowserHouse } from './browser-house.ts'
import { listen } from './browser-inspect.ts'

export const postAddress = paths.post(where.community, where.round)

export async function beginPiece(page: Page): Promise<void> {
  await page.goto(postAddress)
  await page.getByRole('button', { name: 'Fill the fields in myself' }).click()
  await page.waitForSelector('.rt__text')
}

/** On a free-for-all day, at the form of a new piece; with what the page complains of. */
export async function atEditor(
  browser: Browser,
  deed: (page: Page, heard: string[]) => Promise<void>,
  width = 1440,
): Promise<void> {
  await using at = await openBrowserHouse(browser)
  at.house.at('2026-11-16T12:00:00.000Z')
  const context = await at.enter({ as: 'oriel', width })
  const heard = listen(context, at.url)
  const page = await context.newPage()
  await beginPiece(page)
  await deed(page, heard)
}

export const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })

export async function typeAtEnd(page: Page, words: string): Promise<void> {
  await editorOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

/** The line that says whether what is typed is kept. */
export const isSaid = (page: Page, words: RegExp): Promise<void> =>
  page.locator('.kept-line').filter({ hasText: words }).waitFor()

/** As a form would send it now. */
export const sourceOf = (page: Page): Promise<string> =>
  page.evaluate<string>(`new FormData(document.querySelector('form.form')).get('text')`)

/** What a browser hands over when somebody presses the keys; written as text because it runs in the page. */
export const pasteInto = (page: Page, html: string, plain: string): Promise<void> =>
  page.evaluate(`(() => {
    const clipboardData = new DataTransfer()
    if (${JSON.stringify(html)} !== '') clipboardData.setData('text/html', ${JSON.stringify(html)})
    clipboardData.setData('text/plain', ${JSON.stringify(plain)})
    const text = document.querySelector('.rt__text')
    text.focus()
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })()`)

/** The editor with this source in it, and something typed so that it writes the source anew. */
export async function openSource(page: Page, html: string): Promise<void> {
  const turn = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await turn('Show the source')
  await page.locator('textarea[name=text]').fill(html)
  await page.locator('select[name=textForm]').selectOption('html')
  await turn('Show it as readers see it')
}

/** Words in paragraphs, as long as a novella’s chapter or a novel. */
export const novel = (words: number): string => {
  const sentence = 'The harbourmaster wrote it down, and the sea took no notice of him at all that evening. '
  const each = sentence.trim().split(' ').length
  const paragraph = sentence.repeat(5).trim()
  return Array.from({ length: Math.ceil(words / (each * 5)) }, () => paragraph).join('\n\n')
}
