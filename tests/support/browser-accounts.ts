// The pages of accounts, one after the other: making one, coming in by mail, one's own account, and who may join.
import type { Page } from 'playwright-core'
import { asking, paths } from '#src/schema/paths.ts'
import type { PersonName } from '#tests/world/people.ts'
import { take } from '#tests/world/deeds.ts'
import { where } from '#tests/world/tidewater.ts'
import type { Sight } from './browser-first-steps.ts'
import type { BrowserHouse } from './browser-house.ts'
import { linkIn, openPost, type Post } from './mailed.ts'

type Walk = { readonly at: BrowserHouse; readonly post: Post; readonly tab: (who?: PersonName) => Promise<Page> }

const community = paths.community(where.community)

/** For a house whose mails an admin may open. */
export async function* lifeOfAccounts(at: BrowserHouse): AsyncGenerator<Sight> {
  await take(at.house, 'oriel', '11-02')
  await at.house.runJobs()
  const open = new Map<PersonName | undefined, Page>()
  const tab: Walk['tab'] = async (who) => {
    const page = open.get(who) ?? (await (await at.enter(who === undefined ? {} : { as: who })).newPage())
    open.set(who, page)
    return page
  }
  const walk: Walk = { at, post: openPost(at.house), tab }
  yield* makingOne(walk)
  yield* ownAccount(walk)
  yield* byMail(walk)
  yield* forAdmins(walk)
}

async function press(page: Page, name: string, then: string): Promise<void> {
  await page.getByRole('button', { name }).first().click()
  await page.waitForSelector(then)
}

async function* makingOne({ post, tab }: Walk): AsyncGenerator<Sight> {
  const page = await tab()
  await page.goto(asking(paths.signUp, { back: community }))
  yield { name: 'sign-up', page }
  await press(page, 'Make the account', '.summary')
  yield { name: 'sign-up-refused', page }
  await page.getByLabel('Your name here').fill('Linnet')
  await page.getByLabel('E-mail').fill('linnet@example.org')
  await page.getByLabel('Password').fill('four lanterns on the pier')
  await press(page, 'Make the account', '.said')
  yield { name: 'sign-up-done', page }
  await page.goto(paths.account)
  yield { name: 'account-unconfirmed', page }
  await page.goto(linkIn(await post.find('linnet@example.org')))
  yield { name: 'confirm-address', page }
  await press(page, 'Confirm the address', '.said')
  yield { name: 'account-confirmed', page }
  await page.goto(paths.accountAddress)
  await page.getByLabel('New address').fill('linnet-moved@example.org')
  await page.getByLabel('Your password').fill('four lanterns on the pier')
  await press(page, 'Change the address', '.said')
  await page.goto(linkIn(await post.find('linnet-moved@example.org')))
  yield { name: 'account-new-address', page }
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await page.waitForSelector('.said')
}

async function* ownAccount({ tab }: Walk): AsyncGenerator<Sight> {
  const page = await tab('oriel')
  for (const [name, path] of [
    ['account', paths.account],
    ['account-password', paths.accountPassword],
    ['account-address', paths.accountAddress],
    ['account-sessions', paths.accountSessions],
    ['account-mails', paths.accountMails],
  ] as const) {
    await page.goto(path)
    yield { name, page }
  }
  await page.goto(paths.accountPassword)
  await press(page, 'Use the new password', '.summary')
  yield { name: 'account-password-refused', page }
}

async function* byMail({ post, tab }: Walk): AsyncGenerator<Sight> {
  const page = await tab()
  await page.goto(paths.signIn)
  yield { name: 'sign-in-with-all-roads', page }
  await page.goto(paths.forgottenPassword)
  yield { name: 'forgotten-password', page }
  await page.getByLabel('E-mail').fill('linnet@example.org')
  await press(page, 'Mail me a link', '.said')
  yield { name: 'forgotten-password-asked', page }
  await page.goto(linkIn(await post.find('linnet@example.org', /new password/)))
  yield { name: 'new-password', page }
  await page.goto(paths.signInByMail)
  yield { name: 'sign-in-by-mail', page }
  await page.getByLabel('E-mail').fill('linnet@example.org')
  await press(page, 'Mail me a link', '.said')
  await page.goto(linkIn(await post.find('linnet@example.org', /sign in/)))
  yield { name: 'sign-in-link', page }
  const stop = /http:\/\/fest\.example(\/mail\/stop\S+)/.exec((await post.find('oriel@example.org')).text)?.[1] ?? ''
  await page.goto(stop)
  yield { name: 'mail-stop', page }
  await press(page, 'Stop them', 'button:has-text("Send them again")')
  yield { name: 'mail-stopped', page }
  await page.goto(`${paths.signInLink}?link=long-gone`)
  yield { name: 'mailed-link-dead', page }
}

async function* forAdmins({ at, tab }: Walk): AsyncGenerator<Sight> {
  const page = await tab('mara')
  await page.goto(paths.siteSettings)
  yield { name: 'site-settings', page }
  await page.goto(paths.signUps)
  yield { name: 'sign-ups-nobody', page }
  const guest = at.house.guest()
  for (const name of ['Siskin', 'quillfeather-of-the-long-northern-coast']) {
    await guest.visit(paths.signUp)
    const typed = { name, email: `${name.slice(0, 6)}@example.org`, password: 'four lanterns on the pier', zone: 'UTC' }
    await guest.submit(paths.signUp, typed)
    guest.cookies.clear()
  }
  await page.goto(paths.signUps)
  yield { name: 'sign-ups', page }
  await page.goto(paths.outbox)
  yield { name: 'outbox-of-an-own-machine', page }
  await press(page, 'Open', 'article')
  yield { name: 'outbox-mail', page }
}
