// Posting step by step: a paste, what was read in it, a look at it, what was refused, and the pages of the piece for its writer.
import type { Page } from 'playwright-core'
import { asking, paths } from '#src/schema/paths.ts'
import { take } from '#tests/world/deeds.ts'
import { where } from '#tests/world/tidewater.ts'
import type { Sight } from './browser-first-steps.ts'
import type { BrowserHouse } from './browser-house.ts'
import { plainPost } from './posts.ts'

const post = paths.post(where.community, where.round)

export async function* postingAPiece({ house, enter }: BrowserHouse): AsyncGenerator<Sight> {
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const page = await (await enter({ as: 'oriel' })).newPage()
  yield* steps(page, asking(post, { claim: String(claim.id) }))
}

async function* steps(page: Page, at: string): AsyncGenerator<Sight> {
  await page.goto(at)
  yield { name: 'composer-paste', page }
  await page.getByLabel('Paste what you would have posted').fill('Typed already.')
  await page
    .getByLabel('Or bring it as a file')
    .setInputFiles({ name: 'a.txt', mimeType: '', buffer: Buffer.from('x') })
  await press(page, 'Read it')
  await page.waitForSelector('.summary')
  yield { name: 'composer-file-in-the-way', page }
  await readIt(page, at, `${plainPost.replace('PG-13', 'mild, I think?')}\n\noOo\n\nThe end of it.`)
  yield { name: 'composer-read', page }
  await page.locator('[name="summary"]').fill('Something else.')
  await mayPressAgain(page)
  await press(page, 'Read it again with these')
  yield { name: 'composer-read-again', page }
  await page.getByLabel('1 scene break made like all others').check()
  await page.getByText('Bring the text as a file').click()
  yield { name: 'composer-left-as-it-came', page }
  await press(page, 'Preview')
  await page.waitForSelector('.preview')
  yield { name: 'composer-preview', page }
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('')
  await press(page, 'Post')
  await page.waitForSelector('.summary')
  yield { name: 'composer-refused', page }
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Back again.')
  await mayPressAgain(page)
  await press(page, 'Post')
  await page.waitForURL('**/works/*')
  yield { name: 'work-just-posted', page }
  yield* ofItsWriter(page, Number(page.url().split('/').at(-1)))
  await page.goto(post)
  yield { name: 'composer-without-a-day', page }
  await press(page, 'Fill the fields in myself')
  yield { name: 'composer-by-hand', page }
  await page.locator('[name="title"]').fill('W'.repeat(120))
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('It begins with a kettle.')
  await press(page, 'Keep as a draft')
  await page.waitForSelector('.said')
  yield { name: 'draft-kept', page }
}

async function* ofItsWriter(page: Page, work: number): AsyncGenerator<Sight> {
  for (const [name, path] of [
    ['work-edit', paths.workEdit(work)],
    ['work-history', paths.workHistory(work)],
    ['work-version', asking(paths.workHistory(work), { version: '1' })],
    ['work-copy', paths.workCopy(work)],
    ['work-taking-down', paths.workTakingDown(work)],
  ] as const) {
    await page.goto(path)
    yield { name, page }
  }
  await press(page, 'Take it down')
  yield { name: 'work-taken-down', page }
}

/** A form that was sent stays shut for five seconds, so that a double click sends it once. */
export const mayPressAgain = (page: Page): Promise<void> =>
  page.evaluate('for (const form of document.querySelectorAll("form")) delete form.dataset.sent')

export const press = async (page: Page, name: string): Promise<void> => {
  // The next page, not the one that is still there.
  await Promise.all([page.waitForEvent('domcontentloaded'), page.getByRole('button', { name, exact: true }).click()])
  await page.waitForLoadState('load')
}

export async function readIt(page: Page, at: string, text: string): Promise<void> {
  await page.goto(at)
  await page.getByLabel('Paste what you would have posted').fill(text)
  await press(page, 'Read it')
  await page.waitForSelector('.composer')
}
