// Links that work once and not for ever: for setting up the site, and for inviting a person.
import { addMillis, daysLong, type Instant } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'
import { makeToken, tokenHash } from '#src/platform/tokens.ts'
import { deleteUnused, deleteUnusedByHash, findLink, insertLink, markUsed, type Purpose } from './links.store.ts'

const LIFETIME = daysLong(7)

const dead = (): Refusal =>
  new Refusal(
    'forbidden',
    'link/dead',
    'This link has been used, or is older than seven days. Please ask whoever sent it for a new one.',
  )

/** A new link to set up the site; earlier ones stop working, so only what was printed last counts. */
export async function makeSetUpLink(ctx: Ctx): Promise<string> {
  const token = makeToken(ctx.random)
  await ctx.atomically('nothing', async (tx) => {
    await deleteUnused(tx, 'set-up')
    await keep(tx, 'set-up', token, null)
  })
  return token
}

/** The secret of a link with which one person can make an account. */
export async function makeInvitation(ctx: Ctx, by: number | null): Promise<string> {
  const token = makeToken(ctx.random)
  await ctx.atomically('nothing', (tx) => keep(tx, 'join', token, by))
  return token
}

const keep = (tx: Tx, purpose: Purpose, token: string, madeBy: number | null): Promise<void> =>
  insertLink(tx, { purpose, hash: tokenHash(token), madeBy, expiresAt: lastingUntil(tx.now()) })

export const lastingUntil = (madeAt: Instant): Instant => addMillis(madeAt, LIFETIME)

/** Opening a link changes nothing; this only looks whether it would still work. Refuses a dead one. */
export async function checkLink(
  ctx: { db: Reader; now: Ctx['now'] },
  token: string,
  purpose: Purpose,
): Promise<number> {
  const link = await findAlive(ctx, token, purpose)
  if (!link) throw dead()
  return link.id
}

export const isLinkAlive = async (ctx: Pick<Ctx, 'db' | 'now'>, token: string, purpose: Purpose): Promise<boolean> =>
  (await findAlive(ctx, token, purpose)) !== undefined

async function findAlive(ctx: { db: Reader; now: Ctx['now'] }, token: string, purpose: Purpose) {
  const link = await findLink(ctx.db, tokenHash(token), purpose)
  return link && link.usedAt === null && link.expiresAt > ctx.now() ? link : undefined
}

export async function useLink(tx: Tx, token: string, purpose: Purpose, account: number): Promise<void> {
  const id = await checkLink(tx, token, purpose)
  if (!(await markUsed(tx, id, account))) throw dead()
}

/** Whoever came another way has no use for it any more; one that was used already stays as it was. */
export async function spendLink(tx: Tx, token: string, account: number): Promise<void> {
  const link = await findLink(tx.db, tokenHash(token), 'join')
  if (link) await markUsed(tx, link.id, account)
}

/** One that was given out to the wrong person; what was used already stays as it was. */
export const dropLink = (tx: Tx, hash: string): Promise<void> => deleteUnusedByHash(tx, hash)
