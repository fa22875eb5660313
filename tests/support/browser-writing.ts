// At the form of a piece in a browser: getting there, typing and pasting, and what the form then holds.
import type { Page } from 'playwright-core'
import { paths } from '#src/schema/paths.ts'
import { where } from '#tests/world/tidewater.ts'

export const postAddress = paths.post(where.community, where.round)

export async function beginPiece(page: Page): Promise<void> {
  await page.goto(postAddress)
  await page.getByRole('button', { name: 'Fill the fields in myself' }).click()
  await page.waitForSelector('.rt__text')
}

export const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })

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
