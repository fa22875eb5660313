// People at a fest in a real browser: what each of them does there, by pressing what the pages offer.
import assert from 'node:assert/strict'
import type { BrowserContext, Page } from 'playwright-core'
import { asking, paths } from '#src/schema/paths.ts'
import type { PersonName } from '#tests/world/people.ts'
import type { BrowserHouse, Guest } from './browser-house.ts'
import { linkIn, openPost } from './mailed.ts'

export type Fest = {
  readonly at: BrowserHouse
  /** The page of somebody, who stays signed in through the story. */
  readonly page: (who: PersonName | 'guest') => Promise<Page>
  readonly slug: string
  readonly device: Pick<Guest, 'scripts' | 'width'>
}

const community = 'tidewater'

export async function openFest(
  at: BrowserHouse,
  device: Pick<Guest, 'scripts' | 'width'>,
  slug: string,
): Promise<Fest> {
  const contexts = new Map<string, Promise<BrowserContext>>()
  const pages = new Map<string, Page>()
  const enter = (who: PersonName | 'guest') =>
    at.enter({ ...device, ...(who === 'guest' ? { zone: 'Europe/Lisbon' } : { as: who }) })
  return {
    at,
    slug,
    device,
    async page(who) {
      const context = contexts.get(who) ?? enter(who)
      contexts.set(who, context)
      const page = pages.get(who) ?? (await (await context).newPage())
      pages.set(who, page)
      return page
    },
  }
}

export const roundPath = ({ slug }: Fest): string => paths.round(community, slug)

export type Newcomer = { readonly name: string; readonly email: string; readonly zone: string }

/** From the first page to a day of one's own, by nothing but what the pages offer; the mail is answered when it comes. */
export async function comeIn(fest: Fest, { name, email, zone }: Newcomer, day: string): Promise<Page> {
  const page = await (await fest.at.enter({ ...fest.device, zone })).newPage()
  await page.goto(roundPath(fest))
  await follow(page, /^Sign in/)
  await follow(page, 'Make an account')
  await page.locator('[name="name"]').fill(name)
  await page.locator('[name="email"]').fill(email)
  await page.locator('[name="password"]').fill('a lamp in every window')
  await page.locator('[name="zone"]').selectOption(zone)
  await press(page, 'Make the account')
  await page.goto(paths.community(community))
  await press(page, 'Join Tidewater')
  await page.goto(roundPath(fest))
  await page
    .getByRole('button', { name: `Take this day ${day}` })
    .first()
    .click()
  await page.waitForLoadState('load')
  assert.match(await page.getByRole('status').innerText(), new RegExp(`^${day} is yours`))
  await page.goto(linkIn(await openPost(fest.at.house).find(email, /[Cc]onfirm/)))
  await page.getByRole('main').getByRole('button').first().click()
  await page.waitForLoadState('load')
  return page
}

/** The clock moves, and what it owes is done. */
export async function moveTo({ at }: Fest, moment: string): Promise<void> {
  at.house.at(moment)
  await at.house.runJobs()
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).first().click()
  await page.waitForLoadState('load')
}

export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('link', { name }).first().click()
  await page.waitForLoadState('load')
}

export const words = async (page: Page): Promise<string> =>
  (await page.getByRole('main').innerText()).replace(/\s+/g, ' ')

/** By the names of the fields. */
export type Plan = Readonly<Record<string, string>>

export async function planRound(fest: Fest, plan: Plan): Promise<void> {
  const page = await fest.page('mara')
  await page.goto(paths.newRound(community))
  for (const [name, value] of Object.entries(plan)) await page.locator(`[name="${name}"]`).fill(value)
  await page.getByLabel('The round’s time zone').selectOption('Europe/Lisbon')
  await press(page, 'Plan the round')
  await page.goto(roundPath(fest))
  await press(page, 'Open the round')
}

export async function takeDay(fest: Fest, who: PersonName, day: string): Promise<void> {
  const page = await fest.page(who)
  await page.goto(roundPath(fest))
  await page
    .getByRole('button', { name: `Take this day ${day}` })
    .first()
    .click()
  await page.waitForLoadState('load')
  assert.match(await page.getByRole('status').innerText(), new RegExp(`^${day} is yours`))
}

export async function enterSomebody(fest: Fest, name: string, day: string): Promise<void> {
  const page = await fest.page('mara')
  await page.goto(roundPath(fest))
  const form = page.getByRole('form', { name: 'Enter somebody' })
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('Day', { exact: true }).selectOption({ label: day })
  await form.getByRole('button', { name: 'Enter the claim' }).click()
  await page.waitForLoadState('load')
}

/** To the posting page of somebody's day: a holder by the round, a mod by the name on the calendar. */
async function openPosting(fest: Fest, page: Page, name?: string): Promise<void> {
  await page.goto(roundPath(fest))
  if (name === undefined) await follow(page, 'Post your piece')
  else {
    await page
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .first()
      .click()
    await page.waitForLoadState('load')
    await follow(page, /^(?:Post now|Post their piece)$/)
  }
}

export type Pasted = {
  readonly text: string
  /** What the page is expected to propose. */
  readonly proposes?: string
  /** What its writer makes of that. */
  readonly role?: string
  readonly link?: string
  readonly forName?: string
}

/** Paste, read, look, post. Answers with the id of the work. */
export async function postPiece(
  fest: Fest,
  who: PersonName | Page,
  { text, proposes, role, link, forName }: Pasted,
): Promise<number> {
  const page = typeof who === 'string' ? await fest.page(who) : who
  await openPosting(fest, page, forName)
  await page.getByLabel('Paste what you would have posted').fill(text)
  await press(page, 'Read it')
  const asked = page.getByRole('radiogroup', { name: 'What is it for your day?' })
  if (proposes !== undefined) assert.ok(await asked.getByLabel(proposes, { exact: true }).isChecked(), proposes)
  if (role !== undefined) await asked.getByLabel(role, { exact: true }).check()
  if (link !== undefined) {
    await page.locator('summary', { hasText: 'other lines' }).click()
    await page.getByLabel(/^The piece stands elsewhere/).fill(link)
  }
  await press(page, 'Preview')
  await page.waitForSelector('#preview')
  await press(page, 'Post')
  await page.waitForURL('**/works/*')
  return Number(/\/works\/(\d+)/.exec(page.url())?.[1])
}

export const calendarOf = async (fest: Fest, who: PersonName | 'guest' = 'guest'): Promise<(day: string) => string> => {
  const page = await fest.page(who)
  await page.goto(asking(roundPath(fest), { as: 'list' }))
  const all = await words(page)
  return (day) => new RegExp(`${day}: [^.]*\\.`).exec(all)?.[0] ?? assert.fail(`${day} is not in: ${all}`)
}

/** Of everything that a guest may read nothing says the word. */
export async function nobodyReadsLate(fest: Fest, works: readonly number[]): Promise<void> {
  const page = await fest.page('guest')
  const round = roundPath(fest)
  const all = [
    paths.home,
    paths.community(community),
    round,
    asking(round, { as: 'list' }),
    ...works.map((id) => paths.work(id)),
  ]
  for (const path of [...all, `${round}/masterlist`, `${round}/masterlist?by=timing`]) {
    await page.goto(path)
    assert.doesNotMatch(await page.locator('body').innerText(), /\blate\b/i, path)
  }
}
