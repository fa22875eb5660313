// What is kept about communities and who belongs to them.
import type { Reader, Tx } from '#src/platform/context.ts'

export type Community = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly about: string
  readonly timeZone: string
  readonly foundedBy: number
}

const columns = ['id', 'slug', 'name', 'about', 'time_zone as timeZone', 'founded_by as foundedBy'] as const

export async function insertCommunity(tx: Tx, community: Omit<Community, 'id'>): Promise<number> {
  const { timeZone, foundedBy, ...words } = community
  const row = { uid: tx.uid(), ...words, time_zone: timeZone, founded_by: foundedBy, created_at: tx.now() }
  const { id } = await tx.db.insertInto('communities').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export function findCommunityBySlug(db: Reader, slug: string): Promise<Community | undefined> {
  return db.selectFrom('communities').select(columns).where('slug', '=', slug).executeTakeFirst()
}

export function findCommunityById(db: Reader, id: number): Promise<Community> {
  return db.selectFrom('communities').select(columns).where('id', '=', id).executeTakeFirstOrThrow()
}

export function listAllCommunities(db: Reader): Promise<Community[]> {
  return db.selectFrom('communities').select(columns).orderBy('id').execute()
}

export async function isSlugKept(db: Reader, slug: string): Promise<boolean> {
  return (await findCommunityBySlug(db, slug)) !== undefined
}

export type Membership = {
  readonly community: number
  readonly account: number
  readonly penName: number
  readonly role: 'member' | 'mod'
}

const membershipColumns = [
  'community_id as community',
  'account_id as account',
  'pen_name_id as penName',
  'role',
] as const

export async function insertMembership(tx: Tx, membership: Membership): Promise<void> {
  const row = {
    community_id: membership.community,
    account_id: membership.account,
    pen_name_id: membership.penName,
    role: membership.role,
    joined_at: tx.now(),
  }
  await tx.db.insertInto('memberships').values(row).execute()
}

export function findMembership(db: Reader, community: number, account: number): Promise<Membership | undefined> {
  return db
    .selectFrom('memberships')
    .select(membershipColumns)
    .where('community_id', '=', community)
    .where('account_id', '=', account)
    .executeTakeFirst()
}

export function listMemberships(db: Reader, account: number): Promise<Membership[]> {
  return db.selectFrom('memberships').select(membershipColumns).where('account_id', '=', account).execute()
}

export async function listModNames(db: Reader, community: number): Promise<string[]> {
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('pen_names', 'pen_names.id', 'memberships.pen_name_id')
    .select('pen_names.name')
    .where('memberships.community_id', '=', community)
    .where('memberships.role', '=', 'mod')
    .orderBy('memberships.id')
    .execute()
  return rows.map((row) => row.name)
}

export async function countMembers(db: Reader, community: number): Promise<number> {
  const { count } = await db
    .selectFrom('memberships')
    .select(db.fn.countAll<number>().as('count'))
    .where('community_id', '=', community)
    .executeTakeFirstOrThrow()
  return count
}
