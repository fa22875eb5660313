// Key links: who may answer one claim without an account, until when, and the secret that is made when the mail is sent.
import { addMillis, daysLong, type Instant } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'
import { forgetMailsFor, forgetOldMailsOfNobody, withdrawMailsFor } from '#src/platform/mail/outbox.ts'
import { makeToken, tokenHash } from '#src/platform/tokens.ts'
import { asking, paths } from '#src/schema/paths.ts'
import {
  deleteKeys,
  findKeyByHash,
  findKeyOf,
  insertKey,
  insertKeyLink,
  listAnswered,
  listOldKeys,
  type NewKey,
  type StoredKey,
} from './keys.store.ts'

export type { StoredKey } from './keys.store.ts'

/** So long after the round a piece that comes afterwards still finds its way; then the address is forgotten. */
const AFTERWARDS = daysLong(30)

/** What the link of a mail is for, as the outbox keeps it. */
export const keyPurpose = (claim: number): string => `claim-key ${claim}`

const lastsUntil = ({ roundEnd, madeAt }: StoredKey): Instant =>
  addMillis(roundEnd > madeAt ? roundEnd : madeAt, AFTERWARDS)

const isAlive = (ctx: Pick<Ctx, 'now'>, key: StoredKey | undefined): key is StoredKey =>
  key !== undefined && ctx.now() < lastsUntil(key)

/** Undefined where a claim has no key, or had one for long enough. */
export async function keyOf(ctx: Pick<Ctx, 'now'> & { readonly db: Reader }, claim: number) {
  const key = await findKeyOf(ctx.db, claim)
  return isAlive(ctx, key) ? key : undefined
}

const dead = (): Refusal =>
  new Refusal(
    'forbidden',
    'key/dead',
    'This link works no more: there is a newer one, or the name has become its person’s, or its round has long been over. The mods can send a new one.',
  )

/** Opening the link changes nothing; this only looks whether it would still work. Refuses a dead one. */
export async function checkKey(
  ctx: Pick<Ctx, 'now'> & { readonly db: Reader },
  token: string | undefined,
): Promise<StoredKey> {
  const key = token === undefined ? undefined : await findKeyByHash(ctx.db, tokenHash(token))
  if (!isAlive(ctx, key)) throw dead()
  return key
}

/** Who comes with this secret, once they have pressed the button of the page that the mail leads to. */
export async function findKeyHolder(ctx: Ctx, token: string) {
  const key = await findKeyByHash(ctx.db, tokenHash(token))
  if (!isAlive(ctx, key) || key.confirmedAt === null) return undefined
  return { kind: 'key', claim: key.claim, penName: key.penName } as const
}

/** Within the transaction that holds the round. All links there were are dead, and mails that would carry one are called off. */
export async function cutKey(tx: Tx, key: NewKey): Promise<void> {
  await withdrawMailsFor(tx, keyPurpose(key.claim))
  await insertKey(tx, key)
}

/** From which addresses somebody has answered for any of these claims: they are told when that ends by another's doing. */
export const answeredFrom = (db: Reader, claims: readonly number[]): Promise<string[]> => listAnswered(db, claims)

/** The address is forgotten with what was mailed to it, and nothing more is. */
export async function forgetKeys(tx: Tx, claims: readonly number[]): Promise<void> {
  for (const claim of claims) await forgetMailsFor(tx, keyPurpose(claim))
  await deleteKeys(tx, claims)
}

/** Undefined where the mail has been overtaken: the key is gone, or goes to another address by now. */
export async function makeKeyPath(
  ctx: Ctx,
  wanted: { readonly purpose: string; readonly email: string },
): Promise<string | undefined> {
  const claim = Number(/^claim-key (\d+)$/.exec(wanted.purpose)?.[1])
  const token = makeToken(ctx.random)
  const isMade = await ctx.atomically('nothing', async (tx) => {
    const key = await keyOf(tx, claim)
    if (key === undefined || key.email !== wanted.email) return false
    await insertKeyLink(tx, key.id, tokenHash(token))
    return true
  })
  return isMade ? asking(paths.key, { link: token }) : undefined
}

/** A sweep: where a round has long been over its addresses are of no use to anybody, nor is an old mail to somebody without an account. */
export async function forgetOldKeys(ctx: Ctx): Promise<void> {
  const before = addMillis(ctx.now(), -AFTERWARDS)
  const claims = await listOldKeys(ctx.db, before)
  await ctx.atomically('nothing', async (tx) => {
    await forgetKeys(tx, claims)
    await forgetOldMailsOfNobody(tx, before)
  })
}
