// Closing the tab, a server that is gone, a network that is gone, a second tab: the last seconds of typing at the most are lost.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext } from 'playwright-core'
import { paths } from '#src/schema/paths.ts'
import { type BrowserHouse, openBrowserHouse } from '#tests/support/browser-house.ts'
import { faultsOf, listen } from '#tests/support/browser-inspect.ts'
import { beginPiece, isSaid, postAddress, sourceOf, typeAtEnd } from '#tests/support/browser-writing.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { take } from '#tests/world/deeds.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

async function withPiece(
  deed: (at: BrowserHouse, context: BrowserContext, edit: string) => Promise<void>,
): Promise<void> {
  await using at = await openBrowserHouse(browser)
  const claim = await take(at.house, 'oriel', '11-04')
  at.house.at('2026-11-04T12:00:00.000Z')
  const source = '<p>The letter had got as far as Dear Tobias.</p>'
  const said = saidOf({}, { text: { ...saidOf().text, source } })
  const { work } = await post(at.house, 'oriel', { claim: claim.id, said })
  await deed(at, await at.enter({ as: 'oriel' }), paths.workEdit(work))
}

test('a tab that is closed gives back what was typed in it, fields and all', async () => {
  await withPiece(async (_, context, edit) => {
    const page = await context.newPage()
    await page.goto(edit)
    await page.getByLabel('Summary').fill('Two books.')
    await typeAtEnd(page, ' And then?')
    await isSaid(page, /Saved for you alone · 12:00/)
    await typeAtEnd(page, ' Seconds later')
    await page.close({ runBeforeUnload: true })
    const again = await context.newPage()
    await again.goto(edit)
    await again.getByRole('link', { name: 'Bring it back' }).click()
    assert.match(await sourceOf(again), /Dear Tobias\. And then\?/)
    assert.equal(await again.getByLabel('Summary').inputValue(), 'Two books.')
  })
})

test('a new piece that was begun is offered where it was begun', async () => {
  await using at = await openBrowserHouse(browser)
  at.house.at('2026-11-16T12:00:00.000Z')
  const context = await at.enter({ as: 'oriel' })
  const page = await context.newPage()
  await beginPiece(page)
  await typeAtEnd(page, 'The bell rang')
  await isSaid(page, /Saved for you alone/)
  await page.close()
  const again = await context.newPage()
  await again.goto(postAddress)
  assert.match(await again.locator('main').innerText(), /You typed more on Monday 16 November.*The bell rang/)
  await again.getByRole('link', { name: 'Bring it back' }).click()
  assert.match(await sourceOf(again), /The bell rang/)
  await again.getByRole('button', { name: 'Post', exact: true }).click()
  await again.waitForURL('**/works/*')
  await again.goto(postAddress)
  assert.equal(await again.getByText('You typed more').count(), 0)
})

test('without a connection it is kept on the device, said so once, and goes to the site when it is back', async () => {
  await withPiece(async (_, context, edit) => {
    const page = await context.newPage()
    await page.goto(edit)
    await context.setOffline(true)
    await typeAtEnd(page, ' Offline.')
    await isSaid(page, /Not saved: no connection\. It is kept on this device/)
    await typeAtEnd(page, ' Still.')
    await context.setOffline(false)
    await isSaid(page, /Saved for you alone/)
    await page.close()
    const again = await context.newPage()
    await again.goto(edit)
    await again.getByRole('link', { name: 'Bring it back' }).click()
    assert.match(await sourceOf(again), /Offline\. Still\./)
    assert.equal(await again.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("typed/")).length'), 0)
  })
})

test('when the site is gone while somebody writes, and the tab too, this device offers what it kept', async () => {
  await withPiece(async (_, context, edit) => {
    const page = await context.newPage()
    await page.goto(edit)
    await context.route('**/typing', (route) => route.abort())
    await typeAtEnd(page, ' Into the void.')
    await isSaid(page, /kept on this device/)
    await page.close()
    await context.unroute('**/typing')
    const again = await context.newPage()
    await again.goto(edit)
    await again.getByRole('button', { name: 'Bring it back' }).click()
    assert.match(await sourceOf(again), /Into the void\./)
    await isSaid(again, /Saved for you alone/)
    await again.goto(edit)
    assert.equal(await again.getByText('on this device alone').count(), 0)
  })
})

test('two tabs never cover one another: the second chooses, sees both, and the other one stays', async () => {
  await withPiece(async (at, context, edit) => {
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
    const heard = listen(context, at.url)
    assert.deepEqual([...(await faultsOf({ name: 'which', page: other })), ...heard], [])
    await slip.getByRole('button', { name: 'Bring the other one here' }).click()
    await slip.waitFor({ state: 'detached' })
    assert.match(await sourceOf(other), /From one\./)
    await typeAtEnd(other, ' Both.')
    await isSaid(other, /Saved/)
    await other.goto(edit.replace('/edit', '/history'))
    await other.getByRole('link', { name: 'Look at it' }).first().click()
    assert.match(await other.locator('pre').innerText(), /From the other\./)
  })
})

test('whoever is signed out meanwhile is told so, and loses nothing', async () => {
  await withPiece(async (_, context, edit) => {
    const page = await context.newPage()
    await page.goto(edit)
    await context.clearCookies()
    await typeAtEnd(page, ' Alone.')
    await isSaid(page, /no longer signed in\. It is kept on this device/)
  })
})

test('without scripts the text is a field, and what was typed elsewhere is offered all the same', async () => {
  await withPiece(async (at, context, edit) => {
    const page = await context.newPage()
    await page.goto(edit)
    await typeAtEnd(page, ' With scripts.')
    await isSaid(page, /Saved/)
    const plain = await (await at.enter({ as: 'oriel', scripts: false })).newPage()
    await plain.goto(edit)
    assert.ok(await plain.locator('textarea[name=text]').isVisible())
    await plain.getByRole('link', { name: 'Bring it back' }).click()
    assert.match(await plain.locator('textarea[name=text]').inputValue(), /With scripts\./)
    await plain.getByRole('button', { name: 'Save', exact: true }).click()
    assert.match(await plain.locator('main').innerText(), /With scripts\.|adult/)
  })
})

test('a press of a button that overtakes the keeping of the same tab asks nobody which of two goes on', async () => {
  await using at = await openBrowserHouse(browser)
  at.house.at('2026-11-16T12:00:00.000Z')
  const context = await at.enter({ as: 'oriel' })
  const page = await context.newPage()
  await beginPiece(page)
  await isSaid(page, /Saved/)
  // The answer to what is kept comes when the page is gone already.
  await page.route('**/typing', async (route) => {
    await route.fetch()
    await new Promise((done) => setTimeout(done, 3_000))
    await route.abort().catch(() => undefined)
  })
  await typeAtEnd(page, 'The bell rang')
  await page.waitForTimeout(2_800)
  await page.unroute('**/typing')
  await page.keyboard.type(', twice')
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.waitForSelector('.preview')
  await isSaid(page, /Saved for you alone/)
  assert.equal(await page.getByText('This was typed on').count(), 0)
  assert.match(await sourceOf(page), /The bell rang, twice/)
})
