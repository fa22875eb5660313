// A link that gives a reserved name to its person: it works once, within fourteen days, and the last one made is the one that counts.
import { addMillis, daysLong } from '#src/kit/instants.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'
import { makeToken, tokenHash } from '#src/platform/tokens.ts'
import {
  deleteUnusedNameLinks,
  findNameLink,
  findReserved,
  insertNameLink,
  markNameLinkUsed,
  setOwner,
} from './name-links.store.ts'

const LIFETIME = daysLong(14)

export type ReservedName = { readonly id: number; readonly name: string }

/** For everybody a name that is somebody’s, or was left behind, is no reserved one. */
export async function findReservedName(db: Reader, penName: number): Promise<ReservedName> {
  const found = await findReserved(db, penName)
  if (!found) throw isMissing('name')
  return found
}

/** For whoever has made sure that this mod’s word counts for the name. */
export async function makeNameLink(tx: Tx, penName: number, community: number): Promise<string> {
  const token = makeToken(tx.random)
  const madeBy = tx.viewer.kind === 'person' ? tx.viewer.account : null
  await deleteUnusedNameLinks(tx, penName)
  const expiresAt = addMillis(tx.now(), LIFETIME)
  await insertNameLink(tx, { penName, community, hash: tokenHash(token), madeBy, expiresAt })
  return token
}

export type NameLink = ReservedName & {
  readonly link: number
  readonly community: number
  readonly madeBy: number | null
}

const dead = (): Refusal =>
  new Refusal(
    'forbidden',
    'name-link/dead',
    'This link has been used, or is older than fourteen days, or there is a newer one. Please ask the mod who sent it.',
  )

/** Opening the link changes nothing; this only looks whether it would still work. Refuses a dead one. */
export async function checkNameLink(ctx: { db: Reader; now: Ctx['now'] }, token: string): Promise<NameLink> {
  const found = await findNameLink(ctx.db, tokenHash(token))
  if (!found || found.usedAt !== null || found.expiresAt <= ctx.now()) throw dead()
  if (found.account !== null || found.leftAt !== null) throw dead()
  const { id: link, penName: id, name, community, madeBy } = found
  return { link, id, name, community, madeBy }
}

/** For whoever has shown otherwise that the name is theirs. False where it has become somebody’s meanwhile. */
export const makeOwner = (tx: Tx, penName: number, account: number): Promise<boolean> => setOwner(tx, penName, account)

/** From here on the name is theirs, with everything under it. */
export async function useNameLink(tx: Tx, token: string, account: number): Promise<NameLink> {
  const found = await checkNameLink(tx, token)
  if (!(await markNameLinkUsed(tx, found.link, account))) throw dead()
  if (!(await setOwner(tx, found.id, account))) throw dead()
  return found
}
