// The first hour of a site, page by page, as its admin and a guest see it: from the printed link to the first round.
import type { Page } from 'playwright-core'
import { offerSetUp } from '#src/moderation/instance/set-up.ts'
import { asking, paths } from '#src/schema/paths.ts'
import type { BrowserHouse } from './browser-house.ts'

/** A page to look at, open in a tab, under the name of its picture. */
export type Sight = { readonly name: string; readonly page: Page }

/** For a house that is empty. */
export async function* firstSteps({ house, enter }: BrowserHouse): AsyncGenerator<Sight> {
  const guest = await (await enter()).newPage()
  await guest.goto(paths.home)
  yield { name: 'first-1-home-of-nobody', page: guest }

  const page = await (await enter()).newPage()
  const link = (await house.act({ kind: 'host' }, offerSetUp)) ?? ''
  await page.goto(asking(paths.setUp, { link }))
  yield { name: 'first-2-set-up', page }
  await page.getByRole('button', { name: 'Set up the site' }).click()
  await page.waitForSelector('.summary')
  yield { name: 'first-2-set-up-refused', page }
  await page.getByLabel('Name of the site').fill('Tidewater Fests')
  await page.getByLabel('Your name here').fill('Mara Quill')
  await page.getByLabel('E-mail').fill('mara@example.org')
  await page.getByLabel('Password').fill('four lanterns on the pier')
  await page.getByRole('button', { name: 'Set up the site' }).click()
  await page.waitForURL('**/')
  yield { name: 'first-3-home-of-the-admin', page }
  await guest.goto(paths.home)
  yield { name: 'first-3-home-of-a-guest', page: guest }
  await guest.goto(asking(paths.setUp, { link }))
  yield { name: 'first-3-set-up-done', page: guest }

  yield* community(page)
  yield* round(page)
}

async function* community(page: Page): AsyncGenerator<Sight> {
  await page.goto(paths.newCommunity)
  yield { name: 'first-4-new-community', page }
  await page.getByRole('button', { name: 'Start the community' }).click()
  await page.waitForSelector('.summary')
  yield { name: 'first-4-new-community-refused', page }
  await page.getByLabel('Name of the community').fill('Tidewater')
  await page.getByLabel('What it is about').fill('Lighthouse stories, twice a year.')
  await page.getByRole('button', { name: 'Start the community' }).click()
  await page.waitForURL('**/c/tidewater')
  yield { name: 'first-5-community-of-its-mod', page }
  await page.goto(paths.home)
  yield { name: 'first-5-home-with-a-community', page }
  await page.goto(paths.outbox)
  yield { name: 'first-5-outbox-empty', page }
}

async function* round(page: Page): AsyncGenerator<Sight> {
  await page.goto(paths.newRound('tidewater'))
  yield { name: 'first-6-new-round', page }
  await page.getByLabel('First posting day').fill('2026-11-15')
  await page.getByLabel('Last posting day').fill('2026-11-02')
  await page.getByRole('button', { name: 'Plan the round' }).click()
  await page.waitForSelector('.summary')
  yield { name: 'first-6-new-round-refused', page }
  await page.getByLabel('Name of the round').fill('Lantern Season')
  await page.getByLabel('Theme').fill('Letters never sent')
  await page.getByLabel('First posting day').fill('2026-11-02')
  await page.getByLabel('Last posting day').fill('2026-11-15')
  await page.getByRole('button', { name: 'Plan the round' }).click()
  await page.waitForURL('**/days')
  yield { name: 'first-7-days', page }
  await page.goto(paths.round('tidewater', 'lantern-season'))
  yield { name: 'first-8-round-planned', page }
  await page.getByRole('button', { name: 'Open the round' }).click()
  await page.waitForSelector('.said')
  yield { name: 'first-9-round-opened', page }
}
