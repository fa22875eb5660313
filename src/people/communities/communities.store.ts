// What is kept about communities: their words, and what their mods have chosen.
import type { Reader, Tx } from '#src/platform/context.ts'
import type { Joining, PostingAccess } from '#src/schema/people/communities.ts'

export type Community = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly about: string
  readonly timeZone: string
  readonly foundedBy: number
  readonly joining: Joining
  readonly posting: PostingAccess
}

const columns = [
  'communities.id',
  'communities.slug',
  'communities.name',
  'communities.about',
  'communities.time_zone as timeZone',
  'communities.founded_by as foundedBy',
  'communities.joining',
  'communities.posting',
] as const

export type NewCommunityRow = Omit<Community, 'id' | 'joining' | 'posting'>

export async function insertCommunity(tx: Tx, community: NewCommunityRow): Promise<number> {
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

/** The name that feeds know it by, which outlives every other. */
export async function findCommunityUid(db: Reader, id: number): Promise<string> {
  const { uid } = await db.selectFrom('communities').select('uid').where('id', '=', id).executeTakeFirstOrThrow()
  return uid
}

export type KeptRules = { readonly source: string; readonly html: string; readonly sanitiserVersion: number }

export function findRules(db: Reader, id: number): Promise<KeptRules> {
  return db
    .selectFrom('communities')
    .select(['rules as source', 'rules_html as html', 'rules_version as sanitiserVersion'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export type CommunityChange = Pick<Community, 'name' | 'about' | 'timeZone' | 'joining' | 'posting'> & {
  readonly rules: KeptRules
}

export async function updateCommunity(tx: Tx, id: number, change: CommunityChange): Promise<void> {
  const { name, about, timeZone, joining, posting, rules } = change
  const set = {
    name,
    about,
    time_zone: timeZone,
    joining,
    posting,
    rules: rules.source,
    rules_html: rules.html,
    rules_version: rules.sanitiserVersion,
  }
  await tx.db.updateTable('communities').set(set).where('id', '=', id).execute()
}
