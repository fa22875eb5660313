// Getting in by mail: a link that signs in, and a link that sets a new password. Whoever reads the mail of an address has shown that it is theirs.
import { emailKey } from '#src/kit/fold.ts'
import { Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import { unlessTaken } from '#src/platform/database/conflicts.ts'
import { postMail, postToNobody } from '#src/platform/mail/outbox.ts'
import { hashPassword } from '#src/platform/passwords.ts'
import { paths } from '#src/schema/paths.ts'
import { findAccountByEmail, listUnconfirmedWith } from '../accounts.store.ts'
import { findOwnAccount, setConfirmedAddress, setPassword } from '../own/own.store.ts'
import { openSession } from '../sign-in.ts'
import { deleteSessionsOf } from '../sign-in.store.ts'
import {
  callOffLinks,
  checkMailedLink,
  type LiveLink,
  makeMailedPath,
  sayLasting,
  useMailedLink,
} from './mailed-links.ts'

const mails = {
  'sign-in': {
    kind: 'account/sign-in',
    subject: 'Your link to sign in',
    body: [
      'You asked for a link to sign in without a password.',
      `It works once, within ${sayLasting('sign-in')}. If it was not you who asked, there is nothing to do.`,
    ].join('\n\n'),
    link: { label: 'Sign in', purpose: 'sign-in' },
  },
  reset: {
    kind: 'account/reset',
    subject: 'Choose a new password',
    body: [
      'You asked for a new password. Until you choose one, the old one stays as it is.',
      `The link works once, within ${sayLasting('reset')}. If it was not you who asked, there is nothing to do.`,
    ].join('\n\n'),
    link: { label: 'Choose a new password', purpose: 'reset' },
  },
} as const

/** `back` is where they wanted to be. Says nothing of whether there is such an account, and takes as long without one. */
export async function askForLink(ctx: Ctx, email: string, purpose: 'sign-in' | 'reset', back?: string): Promise<void> {
  const key = emailKey(email)
  await ctx.atomically('nothing', async (tx) => {
    const confirmed = await findAccountByEmail(tx.db, key)
    const [newest] = await listUnconfirmedWith(tx.db, key, 1)
    const account = (confirmed ?? newest)?.id
    if (account === undefined) return postToNobody(tx, mails[purpose].kind)
    const mail = mails[purpose]
    const link = { ...mail.link, back }
    await postMail(tx, { account, onceKey: `${purpose} ${account} ${tx.uid()}`, ...mail, link })
  })
}

/** The path that a mail would have carried. Undefined where no account has the address. */
export async function linkForHost(ctx: Ctx, email: string): Promise<string | undefined> {
  const key = emailKey(email)
  const [newest] = await listUnconfirmedWith(ctx.db, key, 1)
  const account = ((await findAccountByEmail(ctx.db, key)) ?? newest)?.id
  const own = account === undefined ? undefined : await findOwnAccount(ctx.db, account)
  return own && makeMailedPath(ctx, { purpose: 'sign-in', account: own.id, email: own.email })
}

export type SignedIn = {
  readonly token: string
  /** Nobody had confirmed the address before: what was set then counts no more. */
  readonly isFirst: boolean
}

type From = { readonly device: string; readonly from?: string | undefined }

/** Refuses a dead link. Of an account that was not confirmed, its password and sessions end first: whoever set them was somebody else, for all we know. */
export async function signInByLink(ctx: Ctx, token: string, { device, from }: From): Promise<SignedIn> {
  return ctx.atomically('nothing', async (tx) => {
    const link = await useMailedLink(tx, token, 'sign-in')
    if (!link.isConfirmed) {
      await setPassword(tx, link.account, null)
      await deleteSessionsOf(tx, link.account)
      await confirmAddress(tx, link)
    }
    await callOffLinks(tx, link.account, 'sign-in')
    return { token: await openSession(ctx, link.account, device, from), isFirst: !link.isConfirmed }
  })
}

/** Refuses a dead link. All sessions end, and a new one begins here. */
export async function choosePassword(
  ctx: Ctx,
  token: string,
  password: string,
  { device, from }: From,
): Promise<string> {
  await checkMailedLink(ctx, token, 'reset')
  const hash = await hashPassword(password, ctx.random)
  return ctx.atomically('nothing', async (tx) => {
    const link = await useMailedLink(tx, token, 'reset')
    if (!link.isConfirmed) await confirmAddress(tx, link)
    await setPassword(tx, link.account, hash)
    await deleteSessionsOf(tx, link.account)
    await callOffLinks(tx, link.account)
    await tellNewPassword(tx, link.account)
    return openSession(ctx, link.account, device, from)
  })
}

/** Refuses a dead link, and an address that another account was quicker to confirm. */
export async function confirmByLink(ctx: Ctx, token: string): Promise<number> {
  return ctx.atomically('nothing', async (tx) => {
    const link = await useMailedLink(tx, token, 'confirm')
    if (!link.isConfirmed) await confirmAddress(tx, link)
    return link.account
  })
}

/** For all roads on which a link shows whose an address is. */
export async function confirmAddress(tx: Tx, link: Pick<LiveLink, 'account' | 'email'>): Promise<void> {
  const key = emailKey(link.email)
  const holder = await findAccountByEmail(tx.db, key)
  if (holder && holder.id !== link.account) throw isAnothers()
  await unlessTaken(tx, setConfirmedAddress(tx, link.account, { email: link.email, key }), isAnothers)
  await callOffLinks(tx, link.account, 'confirm')
  tx.announce({ name: 'account.confirmed', account: link.account })
}

const isAnothers = (): Refusal =>
  new Refusal(
    'taken',
    'account/address-taken',
    'This address has been confirmed for another account here by now. Please sign in with that one.',
  )

export async function tellNewPassword(tx: Tx, account: number): Promise<void> {
  await postMail(tx, {
    account,
    kind: 'account/password-changed',
    onceKey: `password ${account} ${tx.uid()}`,
    subject: 'Your password has been changed',
    body: [
      'The password of your account is a new one from now on. Everybody else who was signed in to it has been signed out.',
      'If it was not you: choose another one at once, with a link that is mailed to you.',
    ].join('\n\n'),
    link: { label: 'I did not do this', path: paths.forgottenPassword },
  })
}
