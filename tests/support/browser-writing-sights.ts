// Pages of writing and of what was written before: an offer, a typing, two saves side by side, a save that another one came before.
import { asking, paths } from '#src/schema/paths.ts'
import { take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import type { Sight } from './browser-first-steps.ts'
import type { BrowserHouse } from './browser-house.ts'
import { editorOf, pasteInto, postAddress } from './browser-writing.ts'

const paragraph = 'The light on the Head has been out since Thursday, and nobody has said so. '

export async function* writing({ house, enter }: BrowserHouse): AsyncGenerator<Sight> {
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const source = Array.from({ length: 6 }, () => `<p>${paragraph.repeat(4)}</p>`).join('\n')
  const { work } = await post(house, 'oriel', {
    claim: claim.id,
    said: saidOf({}, { text: { ...saidOf().text, source } }),
  })
  const context = await enter({ as: 'oriel' })
  const [page, other, third] = [await context.newPage(), await context.newPage(), await context.newPage()]
  const edit = paths.workEdit(work)
  for (const each of [page, other, third]) await each.goto(edit)
  yield { name: 'edit', page }
  await page.getByRole('button', { name: 'Show the source' }).click()
  yield { name: 'edit-source', page }
  await page.getByRole('button', { name: 'Show it as readers see it' }).click()
  await editorOf(page).click()
  await page.keyboard.type('Nobody at all. ')
  await page.locator('.kept-line', { hasText: 'Saved' }).waitFor()
  yield { name: 'edit-kept', page }
  await other.reload()
  yield { name: 'edit-offered', page: other }
  await other.getByRole('link', { name: 'Look at it' }).click()
  yield { name: 'typed', page: other }
  await page.getByLabel('Title').fill('Somebody, Staying Up')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.waitForURL(/\/works\/\d+$/)
  await third.getByLabel('Title').fill('Nobody Staying Up')
  await pasteInto(third, '', 'Anthird beginning.\n\nAnd anthird end.')
  await third.getByRole('button', { name: 'Save', exact: true }).click()
  await third.waitForSelector('.changed')
  yield { name: 'saved-meanwhile', page: third }
  await third.getByRole('button', { name: 'Save mine over it' }).click()
  await third.waitForURL(/\/works\/\d+$/)
  const history = paths.workHistory(work)
  for (const [name, address] of [
    ['history', history],
    ['save-now', asking(history, { version: '3' })],
    ['save-before', asking(history, { version: '2' })],
    ['save-to-now', asking(history, { version: '1', against: 'now' })],
    ['erasing', paths.workErasing(work, 2)],
  ] as const) {
    await page.goto(address)
    yield { name, page }
  }
  await page.getByRole('button', { name: 'Erase this save' }).click()
  await page.waitForSelector('.said')
  yield { name: 'erased', page }
  await page.goto(postAddress)
  yield { name: 'paste', page }
}
