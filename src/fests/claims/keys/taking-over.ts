// Making a reserved name one's own with a key link: signed in, by a press; the key is spent by it, and so is every other to that name.
import { checkKey, type StoredKey } from '#src/fests/claims/keys/keys.ts'
import { handOver } from '#src/fests/claims/reserved/giving-name.ts'
import { countWorksUnder, listClaimsUnder, listCommunitiesOf } from '#src/fests/claims/reserved/reserved-names.store.ts'
import { roundById } from '#src/fests/rounds/rounds.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { joinUnder, type PersonUnderName } from '#src/people/accounts/names/joining-under.ts'
import { findReservedName, makeOwner, type ReservedName } from '#src/people/accounts/names/name-links.ts'
import { mustBeOpen } from '#src/people/accounts/sign-up/sign-up.ts'
import { type Community, communityOf } from '#src/people/communities/communities.ts'
import { letInUnder } from '#src/people/communities/names/letting-in.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'

export type NameByKey = ReservedName & {
  readonly key: StoredKey
  readonly home: Community
  readonly days: number
  readonly works: number
}

/** For the page that asks, which changes nothing. Refuses a dead link. */
export async function seeNameByKey(
  ctx: Pick<Ctx, 'now'> & { readonly db: Reader },
  token: string | undefined,
): Promise<NameByKey> {
  const key = await checkKey(ctx, token)
  const { community } = await roundById(ctx.db, key.round)
  return {
    ...(await findReservedName(ctx.db, key.penName)),
    key,
    home: await communityOf(ctx.db, community),
    days: (await listClaimsUnder(ctx.db, key.penName)).length,
    works: await countWorksUnder(ctx.db, key.penName),
  }
}

/**
 * With its days and works, which keep their dates; the mods no longer act for it. Refuses a dead link, one whose button nobody has
 * pressed, and (`name/elsewhere`) a name that also stands in a community whose mods know nothing of this key.
 */
export async function takeOverByKey(ctx: Ctx, token: string | undefined): Promise<ReservedName> {
  const { viewer } = ctx
  if (viewer.kind !== 'person') throw new Refusal('forbidden', 'key/sign-in', 'Please sign in first.')
  return ctx.atomically({ accounts: viewer.account }, (tx) => takeFor(tx, token, viewer.account))
}

async function takeFor(tx: Tx, token: string | undefined, account: number): Promise<ReservedName> {
  const name = await seeNameByKey(tx, token)
  if (name.key.confirmedAt === null) throw isMissing('name')
  const stands = await listCommunitiesOf(tx.db, name.id)
  if (stands.some((community) => community !== name.home.id)) throw elsewhere(name.name)
  if (!(await makeOwner(tx, name.id, account))) throw isMissing('name')
  await letIn(tx, name, account)
  await handOver(tx, name, account)
  return { id: name.id, name: name.name }
}

/** Whom a mod has entered is let in by that; whoever came by themselves as everybody comes, where that is a button. */
async function letIn(tx: Tx, { id, key, home }: NameByKey, account: number): Promise<void> {
  if (key.askedBy === 'guest' && home.joining !== 'open') return
  const who = { community: home.id, account, penName: id }
  await tx.atomically({ communities: home.id }, () => letInUnder(tx, who))
}

const elsewhere = (name: string): Refusal =>
  new Refusal(
    'forbidden',
    'name/elsewhere',
    `${name} also stands in another community here, whose mods may know somebody else by it. Its mods can give you the name.`,
  )

/** For the page on which that account is made. Refuses a dead link, and whatever keeps this person from an account. */
export async function seeNameToJoin(ctx: Ctx, token: string | undefined): Promise<NameByKey> {
  const name = await seeNameByKey(ctx, token)
  if (name.key.askedBy !== 'mod') await mustBeOpen(ctx)
  return name
}

/**
 * Makes an account whose first name is the one kept: whom a mod has entered by that mod’s word, others as everybody signs up
 * here. Refuses a dead link, and whatever keeps others from signing up.
 */
export async function joinByKey(ctx: Ctx, token: string | undefined, person: PersonUnderName): Promise<number> {
  const { askedBy, madeBy } = await checkKey(ctx, token)
  if (askedBy !== 'mod') await mustBeOpen(ctx)
  const nameIt = async (tx: Tx, account: number): Promise<void> => void (await takeFor(tx, token, account))
  const standing = askedBy === 'mod' ? 'vouched' : 'unconfirmed'
  return joinUnder(ctx, person, { standing, vouchedBy: askedBy === 'mod' ? madeBy : null, nameIt })
}
