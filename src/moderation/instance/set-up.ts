// The first hour of a site: a link that works once makes the first person its admin and gives the site a name.
import { Refusal } from '#src/kit/refusal.ts'
import { isAnybodyHere, makeAccount, type NewPerson } from '#src/people/accounts/accounts.ts'
import { checkLink, makeSetUpLink, useLink } from '#src/people/accounts/links.ts'
import type { Ctx } from '#src/platform/context.ts'
import { hashPassword } from '#src/platform/passwords.ts'
import { nameSite } from './settings.ts'

export type SetUp = NewPerson & { readonly siteName: string }

const done = (): Refusal => new Refusal('closed', 'set-up/done', 'This site has been set up already. Sign in instead.')

/** The secret of a new set-up link while nobody has an account; undefined once somebody has. */
export async function offerSetUp(ctx: Ctx): Promise<string | undefined> {
  return (await isAnybodyHere(ctx.db)) ? undefined : makeSetUpLink(ctx)
}

/** Refuses once the site is set up, and a link that does not work. */
export async function mayStillSetUp(ctx: Ctx, link: string): Promise<void> {
  if (await isAnybodyHere(ctx.db)) throw done()
  await checkLink(ctx, link, 'set-up')
}

/** The account of the new admin. Two who open the same link at once: one of them gets the site. */
export async function setUpSite(ctx: Ctx, link: string, wanted: SetUp): Promise<number> {
  await mayStillSetUp(ctx, link)
  const passwordHash = await hashPassword(wanted.password, ctx.random)
  return ctx.atomically('nothing', async (tx) => {
    if (await isAnybodyHere(tx.db)) throw done()
    const account = await makeAccount(tx, { ...wanted, passwordHash, isAdmin: true })
    await useLink(tx, link, 'set-up', account)
    await nameSite(tx, wanted.siteName)
    tx.announce({ name: 'site.set-up', account })
    return account
  })
}
