// Communities: founding one, joining it, and what somebody is in it.
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { freeSlug, slugOf } from '#src/kit/slug.ts'
import { listMyPenNames } from '#src/people/accounts/accounts.ts'
import type { Ctx, Reader, Tx, Viewer } from '#src/platform/context.ts'
import { unlessTaken } from '#src/platform/database/conflicts.ts'
import {
  type Community,
  findCommunityById,
  findCommunityBySlug,
  findCommunityUid,
  insertCommunity,
  isSlugKept,
  listAllCommunities,
} from './communities.store.ts'
import {
  countAllMembers,
  countMembers,
  findMembership,
  insertMembership,
  listMemberships,
  listMods,
  type Member,
  type Membership,
} from './members/memberships.store.ts'

export type { Community } from './communities.store.ts'
export type { Membership } from './members/memberships.store.ts'

export type NewCommunity = { readonly name: string; readonly about: string; readonly zone: string }

/** Whoever founds a community is its first mod. Refuses everybody but admins of the site. */
export async function foundCommunity(ctx: Ctx, wanted: NewCommunity): Promise<Community> {
  const founder = mustFound(ctx.viewer)
  return ctx.atomically({ accounts: founder }, async (tx) => {
    const slug = await chooseSlug(tx, wanted.name)
    const row = { slug, name: wanted.name, about: wanted.about, timeZone: wanted.zone, foundedBy: founder }
    const community = await unlessTaken(tx, insertCommunity(tx, row), nameTaken)
    await enrol(tx, { community, account: founder, role: 'mod' })
    tx.announce({ name: 'community.founded', community, account: founder })
    return { id: community, ...row, joining: 'open', posting: 'members' }
  })
}

const nameTaken = (): Refusal =>
  new Refusal('taken', 'community/taken', 'A community of this name was started in this very moment.', {
    about: 'name',
  })

/** The account of whoever may start a community here: an admin of the site. */
export function mustFound(viewer: Viewer): number {
  if (viewer.kind === 'person' && viewer.isAdmin) return viewer.account
  throw new Refusal('forbidden', 'community/admins-only', 'Only an admin of this site can start a community here.')
}

async function chooseSlug(tx: Tx, name: string): Promise<string> {
  const taken = new Set<string>()
  for (;;) {
    const slug = freeSlug(slugOf(name), 'community', (candidate) => taken.has(candidate))
    if (!(await isSlugKept(tx.db, slug))) return slug
    taken.add(slug)
  }
}

/** Within the transaction of whoever lets them in. Their name there is the first of their names. */
export async function enrol(tx: Tx, who: Pick<Membership, 'community' | 'account' | 'role'>): Promise<number> {
  const [penName] = await listMyPenNames(tx.db, who.account)
  if (!penName) throw new Refusal('forbidden', 'member/no-name', 'An account without a name cannot join a community.')
  await insertMembership(tx, { ...who, penName: penName.id })
  return penName.id
}

export async function findCommunity(db: Reader, slug: string): Promise<Community> {
  const community = await findCommunityBySlug(db, slug)
  if (!community) throw isMissing('community')
  return community
}

export const communityOf = (db: Reader, id: number): Promise<Community> => findCommunityById(db, id)

/** The name that feeds know it by, which outlives every other. */
export const uidOfCommunity = (db: Reader, id: number): Promise<string> => findCommunityUid(db, id)

export const listCommunities = (db: Reader): Promise<Community[]> => listAllCommunities(db)

/** What somebody is in a community; guests, the clock and strangers are nothing in it. */
export async function membershipOf(db: Reader, community: number, viewer: Viewer): Promise<Membership | undefined> {
  return viewer.kind === 'person' ? findMembership(db, community, viewer.account) : undefined
}

export const listMembershipsOf = (db: Reader, account: number): Promise<Membership[]> => listMemberships(db, account)

export const isMember = async (db: Reader, community: number, account: number): Promise<boolean> =>
  (await findMembership(db, community, account)) !== undefined

/** The host acts from the machine itself and may do what a mod may. */
export async function mayMod(db: Reader, community: number, viewer: Viewer): Promise<boolean> {
  return viewer.kind === 'host' || (await membershipOf(db, community, viewer))?.role === 'mod'
}

export async function mustMod(db: Reader, community: number, viewer: Viewer): Promise<void> {
  if (!(await mayMod(db, community, viewer)))
    throw new Refusal('forbidden', 'community/mods-only', 'Only the mods of this community can do that.')
}

export const modsOf = (db: Reader, community: number): Promise<Member[]> => listMods(db, community)

export type CommunityFace = { readonly mods: readonly string[]; readonly members: number }

export async function faceOf(db: Reader, community: number): Promise<CommunityFace> {
  const mods = await listMods(db, community)
  return { mods: mods.map(({ name }) => name), members: await countMembers(db, community) }
}

/** How many belong to each; a community without members is not in it. */
export const countMembersOfAll = (db: Reader): Promise<ReadonlyMap<number, number>> => countAllMembers(db)
