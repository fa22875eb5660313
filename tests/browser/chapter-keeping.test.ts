// A chapter is kept like a piece: a closed tab gives back what was typed, a new one is offered where it was begun, and two tabs both stay.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext } from 'playwright-core'
import { paths } from '#src/schema/paths.ts'
import { openBrowserHouse } from '#tests/support/browser-house.ts'
import { faultsOf, listen } from '#tests/support/browser-inspect.ts'
import { isSaid, sourceOf, typeAtEnd } from '#tests/support/browser-writing.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { chapterOf, writeAndPost } from '#tests/world/chapters.ts'
import { take } from '#tests/world/deeds.ts'
import { post } from '#tests/world/pieces.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

type At = { readonly context: BrowserContext; readonly edit: string; readonly fresh: string; readonly url: string }

async function withChapter(deed: (at: At) => Promise<void>): Promise<void> {
  await using at = await openBrowserHouse(browser)
  const claim = await take(at.house, 'oriel', '11-04')
  at.house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(at.house, 'oriel', { claim: claim.id })
  const chapter = await writeAndPost(at.house, 'oriel', work, chapterOf('The bell rang.'))
  const context = await at.enter({ as: 'oriel' })
  await deed({ context, edit: paths.chapterEdit(work, chapter), fresh: paths.newChapter(work), url: at.url })
}

test('a tab that is closed gives back what was typed in it, notes and all, and saving ends that', async () => {
  await withChapter(async ({ context, edit }) => {
    const page = await context.newPage()
    await page.goto(edit)
    await page.getByLabel('Before the chapter').fill('For June.')
    await typeAtEnd(page, ' And then?')
    await isSaid(page, /Saved for you alone · 12:00/)
    await page.close({ runBeforeUnload: true })
    const again = await context.newPage()
    await again.goto(edit)
    assert.deepEqual(await faultsOf({ name: 'offered', page: again }), [])
    await again.getByRole('link', { name: 'Bring it back' }).click()
    assert.match(await sourceOf(again), /The bell rang\. And then\?/)
    assert.equal(await again.getByLabel('Before the chapter').inputValue(), 'For June.')
    await again.getByRole('button', { name: 'Save', exact: true }).click()
    await again.waitForURL('**/own-chapters')
    await again.goto(edit)
    assert.match(await sourceOf(again), /And then\?/)
    assert.equal(await again.getByText('You typed more').count(), 0)
  })
})

test('a new chapter that was begun is offered where it was begun', async () => {
  await withChapter(async ({ context, fresh }) => {
    const page = await context.newPage()
    await page.goto(fresh)
    await page.getByLabel('Title of the chapter').fill('The Goose')
    await typeAtEnd(page, 'It came back')
    await isSaid(page, /Saved for you alone/)
    await page.close()
    const again = await context.newPage()
    await again.goto(fresh)
    assert.match(await again.locator('main').innerText(), /You typed more.*The Goose: It came back/)
    await again.getByRole('link', { name: 'Bring it back' }).click()
    assert.match(await sourceOf(again), /It came back/)
    await again.getByRole('button', { name: 'Keep as a draft' }).click()
    await again.waitForURL('**/own-chapters')
    assert.match(await again.locator('main').innerText(), /The Goose/)
    await again.goto(fresh)
    assert.equal(await again.getByText('You typed more').count(), 0)
  })
})

test('two tabs never cover one another: neither while they type, nor when they save', async () => {
  await withChapter(async ({ context, edit, url }) => {
    const [one, other] = [await context.newPage(), await context.newPage()]
    for (const page of [one, other]) await page.goto(edit)
    await typeAtEnd(one, ' From one.')
    await isSaid(one, /Saved/)
    await typeAtEnd(other, ' From the other.')
    await isSaid(other, /typed on somewhere else/)
    const slip = other.getByRole('region', { name: 'Typed on somewhere else' })
    const [here, there] = await slip.locator('textarea').all()
    assert.match((await here?.inputValue()) ?? '', /From the other\./)
    assert.match((await there?.inputValue()) ?? '', /From one\./)
    await one.getByRole('button', { name: 'Save', exact: true }).click()
    await one.waitForURL('**/own-chapters')
    await other.getByRole('button', { name: 'Save', exact: true }).click()
    await other.waitForSelector('.changed')
    const heard = listen(context, url)
    assert.deepEqual([...(await faultsOf({ name: 'told', page: other })), ...heard], [])
    assert.match(await sourceOf(other), /From the other\./)
    await other.getByRole('button', { name: 'Save mine over it' }).click()
    await other.waitForURL('**/own-chapters')
    await other.goto(edit.replace('/edit', '/history?version=3'))
    assert.match(await other.locator('.changed').innerText(), /one.*the other/s)
  })
})
