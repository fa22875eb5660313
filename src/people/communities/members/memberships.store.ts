// Who belongs to a community, under which name and as what.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export type Membership = {
  readonly id: number
  readonly community: number
  readonly account: number
  readonly penName: number
  readonly role: 'member' | 'mod'
  /** Where posting is for those whom the mods have approved. */
  readonly isApproved: boolean
}

const columns = [
  'memberships.id',
  'memberships.community_id as community',
  'memberships.account_id as account',
  'memberships.pen_name_id as penName',
  'memberships.role',
  'memberships.is_approved as isApproved',
] as const

const toMembership = <Row extends { readonly isApproved: 0 | 1 }>(row: Row) => ({
  ...row,
  isApproved: row.isApproved === 1,
})

export type NewMembership = Pick<Membership, 'community' | 'account' | 'penName' | 'role'>

export async function insertMembership(tx: Tx, membership: NewMembership): Promise<void> {
  const row = {
    community_id: membership.community,
    account_id: membership.account,
    pen_name_id: membership.penName,
    role: membership.role,
    joined_at: tx.now(),
  }
  await tx.db.insertInto('memberships').values(row).execute()
}

export async function findMembership(db: Reader, community: number, account: number): Promise<Membership | undefined> {
  const row = await db
    .selectFrom('memberships')
    .select(columns)
    .where('community_id', '=', community)
    .where('account_id', '=', account)
    .executeTakeFirst()
  return row && toMembership(row)
}

export async function listMemberships(db: Reader, account: number): Promise<Membership[]> {
  const rows = await db.selectFrom('memberships').select(columns).where('account_id', '=', account).execute()
  return rows.map(toMembership)
}

export async function updateRole(tx: Tx, id: number, role: Membership['role']): Promise<void> {
  await tx.db.updateTable('memberships').set({ role }).where('id', '=', id).execute()
}

export async function updateApproval(tx: Tx, id: number, isApproved: boolean): Promise<void> {
  const set = { is_approved: isApproved ? (1 as const) : (0 as const) }
  await tx.db.updateTable('memberships').set(set).where('id', '=', id).execute()
}

export async function deleteMembership(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('memberships').where('id', '=', id).execute()
}

/** A member as the pages of a community name them. */
export type Member = Membership & { readonly name: string; readonly since: Instant }

const named = (db: Reader, community: number) =>
  db
    .selectFrom('memberships')
    .innerJoin('pen_names', 'pen_names.id', 'memberships.pen_name_id')
    .select(columns)
    .select(['pen_names.name', 'memberships.joined_at as since'])
    .where('memberships.community_id', '=', community)

export async function findMember(db: Reader, community: number, id: number): Promise<Member | undefined> {
  const row = await named(db, community).where('memberships.id', '=', id).executeTakeFirst()
  return row && toMembership(row)
}

export async function listMods(db: Reader, community: number): Promise<Member[]> {
  const rows = await named(db, community).where('memberships.role', '=', 'mod').orderBy('memberships.id').execute()
  return rows.map(toMembership)
}

export type Wanted = { readonly nameKey: string; readonly from: number; readonly most: number }

/** By name; `nameKey` is any part of it, as names are compared. */
export async function listMembers(db: Reader, community: number, wanted: Wanted): Promise<Member[]> {
  const all = named(db, community)
  const found = wanted.nameKey === '' ? all : all.where('pen_names.name_key', 'like', `%${escaped(wanted.nameKey)}%`)
  const rows = await found.orderBy('pen_names.name_key').limit(wanted.most).offset(wanted.from).execute()
  return rows.map(toMembership)
}

/** Keys of names hold letters and digits; what a pattern would take for more is left out. */
const escaped = (key: string): string => key.replace(/[%_\\]/g, '')

export async function countMembers(db: Reader, community: number): Promise<number> {
  const { count } = await db
    .selectFrom('memberships')
    .select(db.fn.countAll<number>().as('count'))
    .where('community_id', '=', community)
    .executeTakeFirstOrThrow()
  return count
}

/** For a list of communities, in one query. */
export async function countAllMembers(db: Reader): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('memberships')
    .select(['community_id as community', db.fn.countAll<number>().as('count')])
    .groupBy('community_id')
    .execute()
  return new Map(rows.map(({ community, count }) => [community, count]))
}
