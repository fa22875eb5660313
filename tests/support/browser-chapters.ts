// A work that goes on, as its writer and its readers see it: chapters up, drafted, taken down and deleted, and every page of theirs.
import type { Page } from 'playwright-core'
import { deleteChapter, moveChapter, planChapters, takeChapterDown } from '#src/library/works/chapters/chapters.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { chapterOf, write, writeAndPost } from '#tests/world/chapters.ts'
import { take } from '#tests/world/deeds.ts'
import { post } from '#tests/world/pieces.ts'
import type { Sight } from './browser-first-steps.ts'
import type { BrowserHouse } from './browser-house.ts'
import { openSource } from './browser-writing.ts'

const long =
  'The night on which the lamp on the Head went out and nobody in all of the harbour would say who had been up there'

export async function* workOfChapters({ house, enter }: BrowserHouse): AsyncGenerator<Sight> {
  const claim = await take(house, 'oriel', '11-03')
  house.at('2026-11-03T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  house.at('2026-11-08T12:00:00.000Z')
  const notes = { notesBefore: 'For June, who asked.\nAnd for the goose.', notesAfter: 'More on Sunday.' }
  const second = await writeAndPost(house, 'oriel', work, chapterOf(long, notes))
  const down = await writeAndPost(house, 'oriel', work, chapterOf('W'.repeat(90)))
  const gone = await writeAndPost(house, 'oriel', work, chapterOf('What the Bell Said'))
  const last = await writeAndPost(house, 'oriel', work, chapterOf('', notes))
  await write(house, 'oriel', work, chapterOf('Not Yet'))
  await house.act('oriel', (ctx) => takeChapterDown(ctx, { work, chapter: down }))
  await house.act('oriel', (ctx) => deleteChapter(ctx, { work, chapter: gone }))
  await house.act('oriel', (ctx) => moveChapter(ctx, { work, chapter: last }, 'up'))
  await house.act('oriel', (ctx) => planChapters(ctx, work, 7))
  const oriel = await (await enter({ as: 'oriel' })).newPage()
  const guest = await (await enter()).newPage()
  for (const [name, page, to] of [
    ['chapters-own', oriel, paths.ownChapters(work)],
    ['chapter-new', oriel, paths.newChapter(work)],
    ['chapter-edit', oriel, paths.chapterEdit(work, second)],
    ['chapter-history', oriel, paths.chapterHistory(work, second)],
    ['chapter-save', oriel, `${paths.chapterHistory(work, second)}?version=1`],
    ['chapter-deletion', oriel, paths.chapterDeletion(work, second)],
    ['chapter-bringing-back', oriel, paths.chapterDeletion(work, gone)],
    ['chapter-down-as-writer', oriel, paths.chapter(work, down)],
    ['chapters-first-as-writer', oriel, paths.work(work)],
    ['chapters-first', guest, paths.work(work)],
    ['chapter', guest, paths.chapter(work, second)],
    ['chapters-whole', guest, paths.workWhole(work)],
    ['chapters-contents', guest, paths.workChapters(work)],
  ] as const) {
    await page.goto(to)
    yield { name, page }
  }
  await oriel.goto(paths.chapterEdit(work, second))
  await oriel.getByRole('button', { name: 'Preview' }).click()
  await oriel.waitForSelector('.preview')
  yield { name: 'chapter-preview', page: oriel }
  await oriel.getByText('Bring the text as a file').click()
  yield { name: 'chapter-bringing', page: oriel }
  yield* changedChapters(oriel, work, second)
  await oriel.goto(paths.ownChapters(work))
  await oriel.getByLabel('How many chapters it will have').fill('1')
  await oriel.getByRole('button', { name: 'Say so' }).click()
  await oriel.waitForSelector('.summary')
  yield { name: 'chapters-plan-refused', page: oriel }
}

/** What was tidied, told with its ticks; a save that another came before; two saves side by side, and the erasing of one. */
async function* changedChapters(oriel: Page, work: number, chapter: number): AsyncGenerator<Sight> {
  const edit = paths.chapterEdit(work, chapter)
  const behind = await oriel.context().newPage()
  const source = '<p>The night on which the lamp went out.</p><p>oOo</p><p></p><p>Nobody would say.</p>'
  for (const page of [oriel, behind]) await page.goto(edit)
  await openSource(oriel, source)
  await oriel.getByRole('button', { name: 'Save', exact: true }).click()
  await oriel.waitForURL('**/own-chapters')
  await oriel.goto(edit)
  yield { name: 'chapter-tidied', page: oriel }
  await openSource(behind, source.replace('Nobody', 'Nobody at all'))
  await behind.locator('.kept-line', { hasText: 'Saved' }).waitFor()
  await behind.getByRole('button', { name: 'Save', exact: true }).click()
  await behind.waitForSelector('.changed')
  yield { name: 'chapter-saved-meanwhile', page: behind }
  await oriel.goto(edit)
  yield { name: 'chapter-offered', page: oriel }
  await behind.getByRole('button', { name: 'Save mine over it' }).click()
  await behind.waitForURL('**/own-chapters')
  const history = paths.chapterHistory(work, chapter)
  for (const [name, address] of [
    ['chapter-save-now', asking(history, { version: '3' })],
    ['chapter-save-before', asking(history, { version: '2' })],
    ['chapter-save-to-now', asking(history, { version: '1', against: 'now' })],
    ['chapter-erasing', paths.chapterErasing(work, chapter, 2)],
  ] as const) {
    await oriel.goto(address)
    yield { name, page: oriel }
  }
}
