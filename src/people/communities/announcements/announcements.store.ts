// What is kept of announcements: their words as written and as cleaned, and whether they are up.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export type AnnouncementState = 'draft' | 'posted' | 'withdrawn'

export type AnnouncementText = {
  readonly title: string
  readonly source: string
  readonly sourceForm: 'html' | 'markdown' | 'plain'
  readonly html: string
  readonly excerpt: string
  readonly sanitiserVersion: number
}

export type StoredAnnouncement = AnnouncementText & {
  readonly id: number
  readonly uid: string
  readonly community: number
  readonly by: string
  readonly state: AnnouncementState
  readonly isPinned: boolean
  readonly madeAt: Instant
  readonly postedAt: Instant | undefined
  readonly editedAt: Instant | undefined
}

const whole = (db: Reader) =>
  db
    .selectFrom('announcements')
    .innerJoin('pen_names', 'pen_names.id', 'announcements.pen_name_id')
    .selectAll('announcements')
    .select('pen_names.name as by')

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirst']>>>

const toAnnouncement = (row: Row): StoredAnnouncement => ({
  id: row.id,
  uid: row.uid,
  community: row.community_id,
  by: row.by,
  state: row.state,
  isPinned: row.is_pinned === 1,
  title: row.title,
  source: row.source,
  sourceForm: row.source_form,
  html: row.html,
  excerpt: row.excerpt,
  sanitiserVersion: row.sanitiser_version,
  madeAt: row.made_at,
  postedAt: row.posted_at ?? undefined,
  editedAt: row.edited_at ?? undefined,
})

const textColumns = ({ title, source, sourceForm, html, excerpt, sanitiserVersion }: AnnouncementText) => ({
  title,
  source,
  source_form: sourceForm,
  html,
  excerpt,
  sanitiser_version: sanitiserVersion,
})

export type NewAnnouncement = {
  readonly community: number
  readonly penName: number
  readonly text: AnnouncementText
  readonly onceKey: string
}

export async function insertAnnouncement(
  tx: Tx,
  { community, penName, text, onceKey }: NewAnnouncement,
): Promise<number> {
  const row = {
    uid: tx.uid(),
    community_id: community,
    pen_name_id: penName,
    state: 'draft',
    is_pinned: 0,
    ...textColumns(text),
    once_key: onceKey,
    made_at: tx.now(),
    posted_at: null,
    edited_at: null,
  } as const
  const { id } = await tx.db.insertInto('announcements').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function findByOnceKey(db: Reader, key: string): Promise<number | undefined> {
  return (await db.selectFrom('announcements').select('id').where('once_key', '=', key).executeTakeFirst())?.id
}

export async function findAnnouncementOf(
  db: Reader,
  community: number,
  id: number,
): Promise<StoredAnnouncement | undefined> {
  const row = await whole(db)
    .where('announcements.community_id', '=', community)
    .where('announcements.id', '=', id)
    .executeTakeFirst()
  return row && toAnnouncement(row)
}

/** Pinned first, then newest first. */
export async function listPostedIn(db: Reader, community: number, most: number): Promise<StoredAnnouncement[]> {
  const rows = await whole(db)
    .where('announcements.community_id', '=', community)
    .where('announcements.state', '=', 'posted')
    .orderBy('announcements.is_pinned', 'desc')
    .orderBy('announcements.posted_at', 'desc')
    .orderBy('announcements.id', 'desc')
    .limit(most)
    .execute()
  return rows.map(toAnnouncement)
}

export async function listUnpostedIn(db: Reader, community: number): Promise<StoredAnnouncement[]> {
  const rows = await whole(db)
    .where('announcements.community_id', '=', community)
    .where('announcements.state', '<>', 'posted')
    .orderBy('announcements.id', 'desc')
    .execute()
  return rows.map(toAnnouncement)
}

export async function updateText(
  tx: Tx,
  id: number,
  text: AnnouncementText,
  editedAt: Instant | undefined,
): Promise<void> {
  const set = { ...textColumns(text), edited_at: editedAt ?? null }
  await tx.db.updateTable('announcements').set(set).where('id', '=', id).execute()
}

export async function updateState(
  tx: Tx,
  id: number,
  life: { readonly state: AnnouncementState; readonly postedAt: Instant | undefined },
): Promise<void> {
  const pinned = life.state === 'posted' ? {} : { is_pinned: 0 as const }
  const set = { state: life.state, posted_at: life.postedAt ?? null, ...pinned }
  await tx.db.updateTable('announcements').set(set).where('id', '=', id).execute()
}

/** One at a time stands at the top; undefined lets none stand there. */
export async function pinOnly(tx: Tx, community: number, id: number | undefined): Promise<void> {
  await tx.db.updateTable('announcements').set({ is_pinned: 0 }).where('community_id', '=', community).execute()
  if (id === undefined) return
  await tx.db.updateTable('announcements').set({ is_pinned: 1 }).where('id', '=', id).execute()
}
