// What somebody changes about their own account: the password, and the address, which counts once its own mail says so.
import { emailKey } from '#src/kit/fold.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import { postMail } from '#src/platform/mail/outbox.ts'
import { hashPassword, isPassword } from '#src/platform/passwords.ts'
import { paths } from '#src/schema/paths.ts'
import { findAccountByEmail } from '../accounts.store.ts'
import { confirmAddress, tellNewPassword } from '../mailed/by-mail.ts'
import { callOffLinks, checkMailedLink, sayLasting, useMailedLink } from '../mailed/mailed-links.ts'
import { deleteSessionsOf } from '../sign-in.store.ts'
import { findOwnAccount, type OwnAccount, setPassword } from './own.store.ts'

export type { OwnAccount } from './own.store.ts'

/** Whoever is signed in; everybody else has no such account. */
export async function myAccount(ctx: Pick<Ctx, 'db' | 'viewer'>): Promise<OwnAccount> {
  const { viewer } = ctx
  const own = viewer.kind === 'person' ? await findOwnAccount(ctx.db, viewer.account) : undefined
  if (!own) throw isMissing('account')
  return own
}

/** A session that was left open somewhere must not be enough to take an account away. */
async function mustKnow(own: OwnAccount, password: string): Promise<void> {
  if (await isPassword(password, own.passwordHash)) return
  throw new Refusal('forbidden', 'account/wrong-password', 'This is not the password of your account.', {
    about: 'current',
  })
}

/** Whoever came by a mailed link may have none yet. All other sessions end. */
export async function changePassword(ctx: Ctx, typed: { current: string; password: string }): Promise<void> {
  const own = await myAccount(ctx)
  if (own.passwordHash !== null) await mustKnow(own, typed.current)
  const hash = await hashPassword(typed.password, ctx.random)
  await ctx.atomically({ accounts: own.id }, async (tx) => {
    await setPassword(tx, own.id, hash)
    await deleteSessionsOf(tx, own.id, ctx.viewer.kind === 'person' ? ctx.viewer.session : undefined)
    await callOffLinks(tx, own.id)
    await tellNewPassword(tx, own.id)
  })
}

/** Mails both addresses. One that is another account's gets a mail that says so; the page is the same. */
export async function askForNewAddress(ctx: Ctx, typed: { current: string; email: string }): Promise<void> {
  const own = await myAccount(ctx)
  await mustKnow(own, typed.current)
  await ctx.atomically({ accounts: own.id }, async (tx) => {
    await callOffLinks(tx, own.id, 'new-address')
    const holder = await findAccountByEmail(tx.db, emailKey(typed.email))
    const onceKey = `new address ${own.id} ${tx.uid()}`
    if (holder && holder.id !== own.id)
      await postMail(tx, { account: holder.id, kind: 'account/known', onceKey, ...isKnown })
    else
      await postMail(tx, {
        account: own.id,
        kind: 'account/new-address',
        onceKey,
        to: typed.email,
        ...isNew,
      })
    // Of an address that was never confirmed nobody knows whose it is: it may be a slip of the keys.
    if (own.confirmedAt !== null) await tellOld(tx, own, 'asked')
  })
}

/** Refuses a dead link, and an address that is another account's by now. Only from here on does it count. */
export async function confirmNewAddress(ctx: Ctx, token: string): Promise<void> {
  const { account } = await checkMailedLink(ctx, token, 'new-address')
  await ctx.atomically({ accounts: account }, async (tx) => {
    const link = await useMailedLink(tx, token, 'new-address')
    const own = await findOwnAccount(tx.db, link.account)
    if (!own) throw isMissing('account')
    await confirmAddress(tx, link)
    await callOffLinks(tx, own.id)
    if (own.confirmedAt !== null && emailKey(own.email) !== emailKey(link.email)) await tellOld(tx, own, 'done')
  })
}

const isNew = {
  subject: 'Please confirm your new address',
  body: [
    'You asked that your account should go by this address. It does once you say so by one button; until then the old one counts.',
    `The link works once, within ${sayLasting('new-address')}. If it was not you, there is nothing to do.`,
  ].join('\n\n'),
  link: { label: 'Use this address from now on', purpose: 'new-address' },
}

const isKnown = {
  subject: 'This address has an account here',
  body: [
    'Somebody, perhaps you, wanted to use this address for another account. It is the address of this one, so nothing has been changed.',
    'If it was you: change the address of this account first. If it was not you, there is nothing to do: nobody has learnt that you are here.',
  ].join('\n\n'),
  link: { label: 'Sign in', path: paths.signIn },
}

const old = {
  asked: {
    subject: 'Your address is to be changed',
    body: [
      'Somebody who knows the password of your account asked that it should go by another address. That counts once the other address has confirmed it.',
      'If it was not you: choose a new password now. The change is off with it.',
    ].join('\n\n'),
  },
  done: {
    subject: 'Your address has been changed',
    body: [
      'Your account goes by another address from now on, and this is the last mail to this one.',
      'If it was not you: write to the mods of your community, who can reach the admins of the site.',
    ].join('\n\n'),
  },
}

async function tellOld(tx: Tx, own: OwnAccount, what: 'asked' | 'done'): Promise<void> {
  const link = what === 'asked' ? { link: { label: 'Choose a new password', path: paths.forgottenPassword } } : {}
  const onceKey = `old address ${what} ${own.id} ${tx.uid()}`
  await postMail(tx, { account: own.id, kind: 'account/old-address', onceKey, to: own.email, ...old[what], ...link })
}
