// The pages of whoever has no account: taking a day with an address, the page of a key link, the day by it, and making the name one's own.
import type { Page } from 'playwright-core'
import { paths } from '#src/schema/paths.ts'
import { dayOn } from '#tests/world/deeds.ts'
import { address, enterByMail, keyLink, pageOf } from '#tests/world/keys.ts'
import type { PersonName } from '#tests/world/people.ts'
import { where } from '#tests/world/tidewater.ts'
import type { Sight } from './browser-first-steps.ts'
import type { BrowserHouse } from './browser-house.ts'

/** A new tab of somebody new, who brings nothing along. */
type Tab = (who?: PersonName) => Promise<Page>

const round = paths.round(where.community, where.round)

export async function* lifeOfKeys(at: BrowserHouse): AsyncGenerator<Sight> {
  const tab: Tab = async (who) => (await at.enter(who === undefined ? {} : { as: who })).newPage()
  yield* entered(at, tab)
  yield* byThemselves(at, tab)
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()
  await page.waitForLoadState('load')
}

async function* entered({ house }: BrowserHouse, tab: Tab): AsyncGenerator<Sight> {
  const mod = await tab('mara')
  await mod.goto(`${round}#for-another`)
  yield { name: 'key-round-as-mod', page: mod }
  await mod.getByLabel('Their e-mail').fill('nowhere')
  await press(mod, 'Enter the claim')
  yield { name: 'key-entering-refused', page: mod }
  const claim = await enterByMail(house, '11-06', { name: 'Juniper Vale of the long northern coast' })
  await mod.goto(pageOf(claim))
  yield { name: 'key-claim-as-mod', page: mod }
  const link = await keyLink(house)
  yield* atTheDay(await tab(), link, pageOf(claim))
  const stranger = await tab('stranger')
  await stranger.goto(link)
  yield { name: 'key-opened-signed-in', page: stranger }
  await press(stranger, /is me$/)
  yield { name: 'key-taking-over', page: stranger }
  await press(stranger, /is me$/)
  yield { name: 'key-taken-over', page: stranger }
  const late = await tab()
  await late.goto(link)
  yield { name: 'key-dead', page: late }
}

async function* atTheDay(page: Page, link: string, day: string): AsyncGenerator<Sight> {
  await page.goto(link)
  yield { name: 'key-opened', page }
  await press(page, 'To my day')
  yield { name: 'key-day', page }
  await page.goto(`${day}/giving-back`)
  yield { name: 'key-giving-back', page }
  await page.goto(`${day}/later`)
  yield { name: 'key-later', page }
  await page.goto(day)
  await page.getByRole('link', { name: 'Post your piece' }).click()
  yield { name: 'key-composer', page }
  await page.goto(round)
  yield { name: 'key-round', page }
  await page.goto(paths.keyForgetting)
  yield { name: 'key-forgetting', page }
  await page.goto(paths.keyTakingOver)
  yield { name: 'key-taking-over-guest', page }
}

async function* byThemselves({ house }: BrowserHouse, tab: Tab): AsyncGenerator<Sight> {
  const page = await tab()
  await page.goto(round)
  yield { name: 'key-round-as-guest', page }
  await page.goto(paths.dayTaking(where.community, where.round, (await dayOn(house, '11-05')).id))
  yield { name: 'key-guest-taking', page }
  await page.getByLabel('Your name here').fill('Oriel Finch')
  await page.getByLabel('E-mail').fill(address)
  await press(page, 'Take this day')
  yield { name: 'key-guest-refused', page }
  await page.getByLabel('Your name here').fill('Linnet')
  await press(page, 'Take this day')
  yield { name: 'key-guest-taken', page }
  await page.goto(await keyLink(house, address, /yours\?$/))
  yield { name: 'key-opened-first', page }
}
