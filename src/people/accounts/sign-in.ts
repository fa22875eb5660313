// Signing in and out: a session is a secret in a cookie, of which we keep only the hash.
import { emailKey } from '#src/kit/fold.ts'
import { addMillis, daysLong, type Instant } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'
import type { Ctx } from '#src/platform/context.ts'
import { isPassword } from '#src/platform/passwords.ts'
import { makeToken, tokenHash } from '#src/platform/tokens.ts'
import { findAccountByEmail, listUnconfirmedWith } from './accounts.store.ts'
import { deleteExpired, deleteSession, findSession, insertSession, prolongSession } from './sign-in.store.ts'

/** A session ends this long after it was last used. */
export const SESSION_DAYS = 60
const LIFETIME = daysLong(SESSION_DAYS)

/** The secret of a new session. Refuses with one sentence, whether it is the address or the password that is wrong. */
export async function signIn(
  ctx: Ctx,
  typed: { email: string; password: string },
  device: string,
  from?: string,
): Promise<string> {
  const account = await whoseAre(ctx, typed)
  if (account === undefined) {
    throw new Refusal(
      'forbidden',
      'sign-in/wrong',
      'We know no such pair of address and password. Check both, and whether capitals are locked.',
      { about: 'password' },
    )
  }
  return openSession(ctx, account, device, from)
}

/** How many accounts may say that they have an address before somebody has shown it, and still be signed in to by it. */
const UNCONFIRMED = 2

/** As many passwords are compared whatever accounts there are: the time it takes says nothing. */
async function whoseAre(ctx: Ctx, typed: { email: string; password: string }): Promise<number | undefined> {
  const key = emailKey(typed.email)
  const confirmed = await findAccountByEmail(ctx.db, key)
  const others = await listUnconfirmedWith(ctx.db, key, UNCONFIRMED)
  const found = [confirmed, ...Array.from({ length: UNCONFIRMED }, (_, index) => others[index])]
  const rights = await Promise.all(found.map((account) => isPassword(typed.password, account?.passwordHash)))
  return found.find((account, index) => account !== undefined && rights[index])?.id
}

/** For those whose right to be here was proven otherwise: by a link, or by having just joined. */
export async function openSession(ctx: Ctx, account: number, device: string, from = ''): Promise<string> {
  const token = makeToken(ctx.random)
  const session = {
    account,
    hash: tokenHash(token),
    device: device.slice(0, 200),
    from: from.slice(0, 100),
    expiresAt: addMillis(ctx.now(), LIFETIME),
  }
  await ctx.atomically('nothing', (tx) => insertSession(tx, session))
  return token
}

export async function signOut(ctx: Ctx): Promise<void> {
  const { viewer } = ctx
  if (viewer.kind !== 'person') return
  await ctx.atomically('nothing', (tx) => deleteSession(tx, viewer.session))
}

export type Visitor = {
  readonly account: number
  readonly session: number
  readonly isAdmin: boolean
  readonly timeZone: string | null
  /** Empty while they have chosen nothing. */
  readonly reading: string
  readonly seenAt: Instant
}

/** Who holds this secret, if anybody does and the session still lasts. */
export async function findVisitor(ctx: Ctx, token: string): Promise<Visitor | undefined> {
  const found = await findSession(ctx.db, tokenHash(token), ctx.now())
  if (!found) return undefined
  const { account, session, timeZone, reading, seenAt } = found
  return { account, session, timeZone, reading, seenAt, isAdmin: found.adminSince !== null }
}

/** A session lives on while it is used; it is written at most once a day. True when it has been prolonged just now. */
export async function keepSessionAlive(ctx: Ctx, visitor: Visitor): Promise<boolean> {
  const now = ctx.now()
  if (addMillis(visitor.seenAt, daysLong(1)) > now) return false
  await ctx.atomically('nothing', (tx) => prolongSession(tx, visitor.session, addMillis(now, LIFETIME)))
  return true
}

/** A sweep: sessions that are over are of no use to anybody. */
export async function forgetExpiredSessions(ctx: Ctx): Promise<void> {
  await ctx.atomically('nothing', deleteExpired)
}
