// The pages of names and of leaving: several names, a day under one of them, a name that becomes its person's, and going away.
import type { Page } from 'playwright-core'
import { addName } from '#src/people/accounts/names/names.ts'
import { paths } from '#src/schema/paths.ts'
import { dayOn, enter, take } from '#tests/world/deeds.ts'
import { full, givePassword, password } from '#tests/world/leaving.ts'
import type { PersonName } from '#tests/world/people.ts'
import { where } from '#tests/world/tidewater.ts'
import type { Sight } from './browser-first-steps.ts'
import type { BrowserHouse } from './browser-house.ts'

type Tab = (who?: PersonName) => Promise<Page>

const long = 'quillfeather-of-the-long-northern-coast-and-its-lighthouses'

export async function* lifeOfNames(at: BrowserHouse): AsyncGenerator<Sight> {
  const open = new Map<PersonName | undefined, Page>()
  const tab: Tab = async (who) => {
    const page = open.get(who) ?? (await (await at.enter(who === undefined ? {} : { as: who })).newPage())
    open.set(who, page)
    return page
  }
  yield* severalNames(at, tab)
  yield* givingAName(at, tab)
  yield* leaving(at, tab)
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  await page.waitForLoadState('load')
}

async function* severalNames({ house }: BrowserHouse, tab: Tab): AsyncGenerator<Sight> {
  const page = await tab('ismay')
  await page.goto(paths.accountNames)
  yield { name: 'names-one', page }
  await page.getByLabel('Another name').fill('OrieI Finch')
  await press(page, 'Add the name')
  yield { name: 'names-refused', page }
  await take(house, 'ismay', '11-03')
  for (const name of ['Brindle', long, 'Never Used']) await house.act('ismay', (ctx) => addName(ctx, name))
  await page.goto(paths.accountNames)
  await page.getByRole('button', { name: 'Put it away Never Used' }).click()
  await page.waitForSelector('.said')
  yield { name: 'names', page }
  await page.goto(paths.round(where.community, where.round))
  yield { name: 'names-round', page }
  await page.goto(paths.dayTaking(where.community, where.round, (await dayOn(house, '11-05')).id))
  yield { name: 'names-day-taking', page }
  await page.goto(paths.post(where.community, where.round))
  await press(page, 'Fill the fields in myself')
  yield { name: 'names-composer', page }
}

async function* givingAName({ house }: BrowserHouse, tab: Tab): AsyncGenerator<Sight> {
  const claim = await enter(house, 'mara', 'Juniper Vale', '11-06')
  await enter(house, 'mara', 'hedgewitch of the salt marshes', '11-07')
  const mod = await tab('mara')
  await mod.goto(paths.claim(where.community, where.round, claim.id))
  yield { name: 'name-of-a-claim', page: mod }
  await mod.goto(paths.reservedNames(where.community))
  yield { name: 'names-without-account', page: mod }
  await mod.goto(paths.claim(where.community, where.round, claim.id))
  await press(mod, 'Give this name to its person')
  yield { name: 'name-link', page: mod }
  const link = new URL(await mod.locator('.copy-out__text').first().inputValue())
  for (const who of [undefined, 'stranger'] as const) {
    const page = await tab(who)
    await page.goto(`${link.pathname}${link.search}`)
    yield { name: `name-taking-over-${who ?? 'guest'}`, page }
  }
  const guest = await tab(undefined)
  await guest.goto(`${paths.nameJoining}${link.search}`)
  yield { name: 'name-joining', page: guest }
  await press(guest, 'Make the account')
  yield { name: 'name-joining-refused', page: guest }
  const stranger = await tab('stranger')
  await press(stranger, 'Juniper Vale is me')
  yield { name: 'name-taken-over', page: stranger }
}

async function* leaving({ house }: BrowserHouse, tab: Tab): AsyncGenerator<Sight> {
  await full(house)
  await givePassword(house, 'oriel')
  const mod = await tab('mara')
  await mod.goto(paths.accountLeaving)
  yield { name: 'leaving-something-to-settle', page: mod }
  const page = await tab('oriel')
  await page.goto(paths.accountLeaving)
  yield { name: 'leaving', page }
  await page.getByLabel('It stays, without my name').check()
  await press(page, 'Go on')
  yield { name: 'leaving-last-word', page }
  await page.getByLabel('Your password').fill('not it')
  await press(page, 'Leave this site')
  yield { name: 'leaving-refused', page }
  await page.getByLabel('Your password').fill(password)
  await press(page, 'Leave this site')
  yield { name: 'goodbye', page }
  const guest = await tab()
  await guest.goto(paths.round(where.community, where.round))
  yield { name: 'round-somebody-left', page: guest }
  await guest.goto(paths.masterlist(where.community, where.round))
  yield { name: 'masterlist-somebody-left', page: guest }
  await page.goto(paths.comingBack)
  await press(page, 'Open my account again')
  yield { name: 'coming-back-refused', page }
  await page.getByLabel('E-mail').fill('oriel@example.org')
  await page.getByLabel('Password').fill(password)
  await press(page, 'Open my account again')
  yield { name: 'come-back', page }
}
