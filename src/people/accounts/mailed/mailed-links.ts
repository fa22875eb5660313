// Links in mails: each works once, not for ever, and only while its address is the one it was sent to.
import { emailKey } from '#src/kit/fold.ts'
import { addMillis, daysLong, hours, minutes } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'
import { withdrawMails } from '#src/platform/mail/outbox.ts'
import { makeToken, tokenHash } from '#src/platform/tokens.ts'
import type { MailedPurpose } from '#src/schema/people/accounts.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { findOwnAccount } from '../own/own.store.ts'
import {
  deleteOldMailed,
  deleteUnusedOf,
  findMailedLink,
  insertMailedLink,
  markMailedUsed,
} from './mailed-links.store.ts'

type Kind = { readonly lasts: number; readonly words: string; readonly path: string }

const kinds: Readonly<Record<MailedPurpose, Kind>> = {
  confirm: { lasts: daysLong(7), words: 'seven days', path: paths.confirmAddress },
  'sign-in': { lasts: minutes(30), words: 'half an hour', path: paths.signInLink },
  reset: { lasts: hours(2), words: 'two hours', path: paths.newPassword },
  'new-address': { lasts: daysLong(1), words: 'a day', path: paths.accountNewAddress },
}

const purposes: readonly MailedPurpose[] = ['confirm', 'sign-in', 'reset', 'new-address']

/** As mails say it: "It works once, within half an hour." */
export const sayLasting = (purpose: MailedPurpose): string => kinds[purpose].words

/**
 * Makes the secret, when the mail is sent. Undefined where the mail has been overtaken: the account is gone, its address
 * is another one by now, or is confirmed already.
 */
export async function makeMailedPath(
  ctx: Ctx,
  wanted: { readonly purpose: string; readonly account: number; readonly email: string; readonly back?: string },
): Promise<string | undefined> {
  const purpose = purposes.find((one) => one === wanted.purpose)
  if (purpose === undefined) throw new Error(`No mailed link is for ${wanted.purpose}`)
  const token = makeToken(ctx.random)
  const { account, email } = wanted
  const isMade = await ctx.atomically({ accounts: account }, async (tx) => {
    if (!(await isOfUse(tx, purpose, account, email))) return false
    const expiresAt = addMillis(tx.now(), kinds[purpose].lasts)
    await insertMailedLink(tx, { purpose, hash: tokenHash(token), account, email, expiresAt })
    return true
  })
  const { back } = wanted
  return isMade ? asking(kinds[purpose].path, { link: token, ...(back === undefined ? {} : { back }) }) : undefined
}

async function isOfUse(tx: Tx, purpose: MailedPurpose, account: number, email: string): Promise<boolean> {
  const found = await findOwnAccount(tx.db, account)
  if (!found) return false
  if (purpose === 'new-address') return true
  const isSame = emailKey(found.email) === emailKey(email)
  return isSame && (purpose !== 'confirm' || found.confirmedAt === null)
}

export type LiveLink = {
  readonly id: number
  readonly account: number
  readonly email: string
  readonly isConfirmed: boolean
}

const dead = (purpose: MailedPurpose): Refusal =>
  new Refusal(
    'forbidden',
    'link/dead',
    `This link has been used, or is older than ${kinds[purpose].words}. Please ask for a new one.`,
  )

/** Opening a link changes nothing; this only looks whether it would still work. Refuses a dead one. */
export async function checkMailedLink(
  ctx: { readonly db: Reader; readonly now: Ctx['now'] },
  token: string,
  purpose: MailedPurpose,
): Promise<LiveLink> {
  const link = await findMailedLink(ctx.db, tokenHash(token), purpose)
  if (!link || link.usedAt !== null || link.expiresAt <= ctx.now()) throw dead(purpose)
  // A link proves the address it went to, and says nothing of the one that came after.
  if (purpose !== 'new-address' && emailKey(link.accountEmail) !== emailKey(link.email)) throw dead(purpose)
  return { id: link.id, account: link.account, email: link.email, isConfirmed: link.confirmedAt !== null }
}

export async function useMailedLink(tx: Tx, token: string, purpose: MailedPurpose): Promise<LiveLink> {
  const link = await checkMailedLink(tx, token, purpose)
  if (!(await markMailedUsed(tx, link.id))) throw dead(purpose)
  return link
}

/** Links of one purpose, or of all, work no more, and none that are still to be mailed will. */
export async function callOffLinks(tx: Tx, account: number, purpose?: MailedPurpose): Promise<void> {
  await deleteUnusedOf(tx, account, purpose)
  await withdrawMails(tx, account, purpose)
}

/** A sweep: links that are over are of no use to anybody. */
export async function forgetOldLinks(ctx: Ctx): Promise<void> {
  await ctx.atomically('nothing', deleteOldMailed)
}
