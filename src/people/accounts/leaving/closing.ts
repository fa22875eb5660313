// Closing an account, opening it again within thirty days, and erasing what it was; what stands under its names is others' affair.
import { emailKey } from '#src/kit/fold.ts'
import { addMillis, daysLong, type Instant } from '#src/kit/instants.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'
import { callOffLinks } from '../mailed/mailed-links.ts'
import { forgetMailsOf } from '#src/platform/mail/outbox.ts'
import { isPassword } from '#src/platform/passwords.ts'
import {
  close,
  findLeaver,
  findProvenAddress,
  findLeaving,
  findSessionStart,
  type Leaver,
  type Leaving,
  listAdmins,
  listClosed,
  listLeftBefore,
  reopen,
  wipe,
} from './leaving.store.ts'

export type { Leaver, Leaving } from './leaving.store.ts'

const MAY_COME_BACK = daysLong(30)

/** Somebody without a password has shown who they are by having signed in just now. */
const JUST_NOW = daysLong(1) / 96

export const backUntil = (leftAt: Instant): Instant => addMillis(leftAt, MAY_COME_BACK)

/** Whoever is signed in; everybody else has nothing to leave. */
export async function whoLeaves({ db, viewer }: Pick<Ctx, 'db' | 'viewer'>): Promise<Leaver> {
  const leaver = viewer.kind === 'person' ? await findLeaver(db, viewer.account) : undefined
  if (!leaver) throw isMissing('account')
  return leaver
}

/** A session that was left open somewhere must not be enough to end an account (`password`). */
export async function mustBeThemselves(ctx: Ctx, leaver: Leaver, password: string): Promise<void> {
  if (leaver.passwordHash !== null) {
    if (await isPassword(password, leaver.passwordHash)) return
    throw new Refusal('forbidden', 'leaving/wrong-password', 'This is not the password of your account.', {
      about: 'password',
    })
  }
  const began = ctx.viewer.kind === 'person' ? await findSessionStart(ctx.db, ctx.viewer.session) : undefined
  if (began !== undefined && ctx.now() < addMillis(began, JUST_NOW)) return
  throw new Refusal(
    'forbidden',
    'leaving/sign-in-anew',
    'You have no password here. Sign out and in again, then leave within a quarter of an hour.',
  )
}

export async function isLastAdmin(db: Reader, account: number): Promise<boolean> {
  const admins = await listAdmins(db)
  return admins.length === 1 && admins[0] === account
}

/** One after the other, so that two admins do not leave a site without any. */
export async function mustNotBeLastAdmin(tx: Tx, account: number): Promise<void> {
  const [first] = await listAdmins(tx.db)
  if (first === undefined) return
  await tx.atomically({ accounts: first }, async () => {
    if (!(await isLastAdmin(tx.db, account))) return
    throw new Refusal(
      'taken',
      'leaving/last-admin',
      'You are the only admin of this site. Somebody else has to become one first.',
    )
  })
}

/** Nobody can sign in to it, at once. */
export async function closeAccount(tx: Tx, leaving: Leaving): Promise<void> {
  await close(tx, leaving)
  await callOffLinks(tx, leaving.account)
  tx.announce({ name: 'account.closed', account: leaving.account })
}

const notHere = (): Refusal =>
  new Refusal(
    'forbidden',
    'coming-back/wrong',
    'No account that was closed within the last thirty days has this address and this password.',
    { about: 'password' },
  )

/** One sentence for everything that does not fit, so that nobody learns who was here. */
export async function mustHaveLeft(ctx: Ctx, typed: { email: string; password: string }): Promise<Leaving> {
  const [first, ...others] = await listClosed(ctx.db, emailKey(typed.email))
  // Without anybody a hash is reckoned all the same.
  const isFirst = await isPassword(typed.password, first?.passwordHash)
  let found = isFirst ? first : undefined
  for (const other of others) if (!found && (await isPassword(typed.password, other.passwordHash))) found = other
  if (!found || ctx.now() >= backUntil(found.leftAt)) throw notHere()
  return found
}

/** Under the lock of the account: refuses where it has been erased, or opened, meanwhile. */
export async function openAgain(tx: Tx, account: number): Promise<Leaving> {
  const leaving = await findLeaving(tx.db, account)
  if (!leaving) throw notHere()
  await reopen(tx, account)
  tx.announce({ name: 'account.reopened', account })
  return leaving
}

/** Where a last mail may go: an address of which nobody knows whose it is gets none. */
export const lastAddressOf = (db: Reader, account: number): Promise<string | undefined> =>
  findProvenAddress(db, account)

export const findLeavingOf = (db: Reader, account: number): Promise<Leaving | undefined> => findLeaving(db, account)

export const listToErase = ({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<Leaving[]> =>
  listLeftBefore(db, addMillis(now(), -MAY_COME_BACK), 20)

/** Address, password, sessions, mails: what is left is a number that others’ deeds refer to. */
export async function eraseAccount(tx: Tx, account: number): Promise<void> {
  await forgetMailsOf(tx, account)
  await wipe(tx, account)
  tx.announce({ name: 'account.erased', account })
}
