// Giving a reserved name to its person: a mod makes a link, and whoever opens it signed in takes the name over with all under it.
import { tellNameTaken } from '#src/fests/claims/keys/key-ended.ts'
import { answeredFrom, forgetKeys } from '#src/fests/claims/keys/keys.ts'
import { insertTurn } from '#src/fests/claims/claim-turns.store.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { joinUnder, type PersonUnderName } from '#src/people/accounts/names/joining-under.ts'
import {
  checkNameLink,
  findReservedName,
  makeNameLink,
  type NameLink,
  type ReservedName,
  useNameLink,
} from '#src/people/accounts/names/name-links.ts'
import { type Community, communityOf, findCommunity, mayMod, mustMod } from '#src/people/communities/communities.ts'
import { letInUnder } from '#src/people/communities/names/letting-in.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import { NAME_TAKEN } from './name-turn.ts'
import {
  countWorksUnder,
  listClaimsUnder,
  listCommunitiesOf,
  listReservedIn,
  type ReservedIn,
} from './reserved-names.store.ts'

export type { ReservedIn } from './reserved-names.store.ts'

export type ReservedNames = { readonly community: Community; readonly names: readonly ReservedIn[] }

/** For mods: the names of people without an account that stand in their community. */
export async function listReservedNames(ctx: Pick<Ctx, 'db' | 'viewer'>, slug: string): Promise<ReservedNames> {
  const community = await findCommunity(ctx.db, slug)
  await mustMod(ctx.db, community.id, ctx.viewer)
  return { community, names: await listReservedIn(ctx.db, community.id) }
}

export type GivenName = { readonly community: Community; readonly name: string; readonly link: string }

/**
 * A mod’s word that somebody is who they say. An earlier link for the name stops working. Refuses names that do not stand in
 * this community, and those that also stand in one of which this mod is none (`name/elsewhere`): there others would have to know.
 */
export async function giveName(ctx: Ctx, slug: string, penName: number): Promise<GivenName> {
  const community = await findCommunity(ctx.db, slug)
  await mustMod(ctx.db, community.id, ctx.viewer)
  return ctx.atomically('nothing', async (tx) => {
    const { name } = await findReservedName(tx.db, penName)
    const stands = await listCommunitiesOf(tx.db, penName)
    if (!stands.includes(community.id)) throw isMissing('name')
    for (const other of stands) if (!(await mayAnswerFor(tx, other))) throw elsewhere(name)
    return { community, name, link: await makeNameLink(tx, penName, community.id) }
  })
}

const mayAnswerFor = async ({ db, viewer }: Tx, community: number): Promise<boolean> =>
  (viewer.kind === 'person' && viewer.isAdmin) || mayMod(db, community, viewer)

const elsewhere = (name: string): Refusal =>
  new Refusal(
    'forbidden',
    'name/elsewhere',
    `${name} also stands in another community here, whose mods may know somebody else by it. An admin of this site who is a mod here can give the name.`,
  )

export type NameToTake = NameLink & { readonly home: Community; readonly days: number; readonly works: number }

/** For the page that the link opens, which changes nothing. Refuses a dead link. */
export async function seeNameToTake(ctx: Pick<Ctx, 'db' | 'now'>, token: string): Promise<NameToTake> {
  const link = await checkNameLink(ctx, token)
  return {
    ...link,
    home: await communityOf(ctx.db, link.community),
    days: (await listClaimsUnder(ctx.db, link.id)).length,
    works: await countWorksUnder(ctx.db, link.id),
  }
}

/** With its days and works, which keep their dates; the mods no longer act for it. Refuses a dead link. */
export async function takeNameOver(ctx: Ctx, token: string): Promise<NameLink> {
  const { viewer } = ctx
  if (viewer.kind !== 'person') throw new Refusal('forbidden', 'name-link/sign-in', 'Please sign in first.')
  return ctx.atomically({ accounts: viewer.account }, (tx) => takeFor(tx, token, viewer.account))
}

async function takeFor(tx: Tx, token: string, account: number): Promise<NameLink> {
  const taken = await useNameLink(tx, token, account)
  const who = { community: taken.community, account, penName: taken.id }
  await tx.atomically({ communities: taken.community }, () => letInUnder(tx, who))
  await handOver(tx, taken, account)
  return taken
}

/** Whoever has the link and no account makes one by the same mod’s word, and the name is its first. Refuses a dead link. */
export async function joinByNameLink(ctx: Ctx, token: string, person: PersonUnderName): Promise<number> {
  const { madeBy } = await checkNameLink(ctx, token)
  const nameIt = async (tx: Tx, account: number): Promise<void> => void (await takeFor(tx, token, account))
  return joinUnder(ctx, person, { standing: 'vouched', vouchedBy: madeBy, nameIt })
}

/** Once the name is theirs: each claim says so, and no key to any of them is left, of which whoever had one is told. */
export async function handOver(tx: Tx, { id: penName, name }: ReservedName, account: number): Promise<void> {
  const claims = await listClaimsUnder(tx.db, penName)
  const ids = claims.map(({ id }) => id)
  for (const email of await answeredFrom(tx.db, ids)) await tellNameTaken(tx, email, name)
  await forgetKeys(tx, ids)
  await logOnClaims(tx, claims, account)
  tx.announce({ name: 'name.taken-over', penName, account })
}

/** Under the lock of each round, so that no mod acts for the name meanwhile. */
async function logOnClaims(
  tx: Tx,
  claims: Awaited<ReturnType<typeof listClaimsUnder>>,
  account: number,
): Promise<void> {
  for (const { id, round, state } of claims) {
    await tx.atomically({ rounds: round }, () =>
      insertTurn(tx, {
        claim: id,
        row: 0,
        event: NAME_TAKEN,
        from: state,
        to: state,
        fromDay: null,
        toDay: null,
        by: 'holder',
        account,
        reason: null,
        countsAt: tx.now(),
      }),
    )
  }
}
