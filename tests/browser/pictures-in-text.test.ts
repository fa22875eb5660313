// Pictures in a text: chosen among those of the work, or brought on the spot; described, kept with the text, and seen by readers.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { paths } from '#src/schema/paths.ts'
import { openBrowserHouse } from '#tests/support/browser-house.ts'
import { faultsOf } from '#tests/support/browser-inspect.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { bringPictureAs, painted } from '#tests/world/pictures.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

test('a writer puts a picture of the piece into its text, brings another on the spot, and readers see both', async () => {
  await using at = await openBrowserHouse(browser, { at: '2026-11-16T12:00:00.000Z' })
  const { house } = at
  const { work } = await post(house, 'oriel', { said: saidOf() })
  await bringPictureAs(house, 'oriel', work, { said: { stands: 'inside' } })
  await house.runJobs()
  const page = await (await at.enter({ as: 'oriel' })).newPage()
  await page.goto(paths.workEdit(work))
  const open = async (): Promise<void> => {
    const more = page.getByRole('button', { name: 'More', exact: true })
    if (await more.isVisible()) await more.click()
    await page.getByRole('button', { name: 'Picture', exact: true }).click()
  }
  await page.locator('.rt__text').click()
  await open()
  await page.getByRole('button', { name: 'A lamp on a wall' }).waitFor()
  assert.deepEqual(await faultsOf({ name: 'choosing a picture', page }), [])
  await page.getByRole('button', { name: 'A lamp on a wall' }).click()
  await page.locator('.rt__text img[alt="A lamp on a wall"]').waitFor()
  await open()
  const panel = page.getByRole('group', { name: 'A picture in the text' })
  await panel.getByRole('button', { name: 'Bring it and put it in' }).click()
  assert.match(await panel.getByRole('status').innerText(), /Please choose a picture/)
  const broken = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') }
  await panel.locator('input[type=file]').setInputFiles(broken)
  await panel.getByRole('button', { name: 'Bring it and put it in' }).click()
  await panel.getByText('no picture that we can read').waitFor()
  const good = { name: 'b.png', mimeType: 'image/png', buffer: await painted(700, 400).png().toBuffer() }
  await panel.locator('input[type=file]').setInputFiles(good)
  await panel.locator('textarea').fill('The harbour')
  await panel.getByRole('button', { name: 'Bring it and put it in' }).click()
  const put = page.locator('.rt__text img[alt="The harbour"]').waitFor()
  for (let tries = 0; tries < 5; tries += 1) {
    await house.runJobs()
    if (await Promise.race([put.then(() => true), new Promise((go) => setTimeout(() => go(false), 1_200))])) break
  }
  await put
  await page.getByRole('button', { name: /^Save/ }).first().click()
  await page.waitForURL(`**${paths.work(work)}`)
  const guest = await (await at.enter()).newPage()
  await guest.goto(paths.work(work))
  for (const alt of ['A lamp on a wall', 'The harbour'])
    assert.ok(
      await guest
        .locator(`.prose img[alt="${alt}"]`)
        .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth > 0),
      alt,
    )
})
