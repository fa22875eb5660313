// Announcements: what mods say to everybody, kept as a draft or put up, changed with a mark, pinned, taken down.
import type { Instant } from '#src/kit/instants.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'
import { freshHtml } from '#src/text/fresh-html.ts'
import { type Community, findCommunity, mayMod, membershipOf, mustMod } from '../communities.ts'
import {
  type AnnouncementText,
  findAnnouncementOf,
  findByOnceKey,
  insertAnnouncement,
  listPostedIn,
  listUnpostedIn,
  pinOnly,
  type StoredAnnouncement,
  updateState,
  updateText,
} from './announcements.store.ts'

export type { AnnouncementText, StoredAnnouncement } from './announcements.store.ts'

export type Saying = {
  /** Cleaned before, never in a transaction. */
  readonly text: AnnouncementText
  readonly onceKey: string
  readonly isUp: boolean
}

/** The same form sent twice makes one. Refuses everybody but mods, and what is to go up without a word in it (`text`). */
export async function writeAnnouncement(ctx: Ctx, slug: string, said: Saying): Promise<StoredAnnouncement> {
  return asMod(ctx, slug, async (tx, community) => {
    const mine = await membershipOf(tx.db, community.id, tx.viewer)
    if (!mine) throw new Refusal('forbidden', 'announcement/no-name', 'An announcement is signed by one of its mods.')
    const onceKey = `${mine.account}/${said.onceKey}`
    const before = await findByOnceKey(tx.db, onceKey)
    if (before !== undefined) return findIn(tx.db, community, before)
    const id = await insertAnnouncement(tx, {
      community: community.id,
      penName: mine.penName,
      text: said.text,
      onceKey,
    })
    const draft = await findIn(tx.db, community, id)
    return said.isUp ? putUp(tx, community, draft) : draft
  })
}

/** Whatever was up says from then on when it was changed. */
export async function changeAnnouncement(
  ctx: Ctx,
  slug: string,
  id: number,
  said: Omit<Saying, 'onceKey'>,
): Promise<StoredAnnouncement> {
  return asMod(ctx, slug, async (tx, community) => {
    const before = await findIn(tx.db, community, id)
    const isSame = before.title === said.text.title && before.source === said.text.source
    const editedAt = before.postedAt === undefined || isSame ? before.editedAt : tx.now()
    await updateText(tx, id, said.text, editedAt)
    const after = await findIn(tx.db, community, id)
    if (said.isUp && after.state !== 'posted') return putUp(tx, community, after)
    mustSay(after)
    tx.announce({ name: 'announcement.changed', announcement: id, community: community.id })
    return after
  })
}

/** Back up after it was taken down, it has the date it had. */
async function putUp(tx: Tx, community: Community, announcement: StoredAnnouncement): Promise<StoredAnnouncement> {
  const up = { state: 'posted', postedAt: announcement.postedAt ?? tx.now() } as const
  mustSay({ ...announcement, ...up })
  await updateState(tx, announcement.id, up)
  tx.announce({ name: 'announcement.posted', announcement: announcement.id, community: community.id })
  return { ...announcement, ...up }
}

function mustSay({ state, excerpt }: Pick<StoredAnnouncement, 'state' | 'excerpt'>): void {
  if (state !== 'posted' || excerpt !== '') return
  throw new Refusal('limit', 'announcement/empty', 'An announcement needs a word to read. It can be kept as a draft.', {
    about: 'text',
  })
}

/** Nothing is thrown away: mods find it among the drafts. */
export const takeAnnouncementDown = (ctx: Ctx, slug: string, id: number): Promise<StoredAnnouncement> =>
  asMod(ctx, slug, async (tx, community) => {
    const announcement = await findIn(tx.db, community, id)
    if (announcement.state !== 'posted') return announcement
    await updateState(tx, id, { state: 'withdrawn', postedAt: announcement.postedAt })
    tx.announce({ name: 'announcement.changed', announcement: id, community: community.id })
    return announcement
  })

/** One stands at the top of the page; pinning another takes its place. */
export const pinAnnouncement = (ctx: Ctx, slug: string, id: number, isPinned: boolean): Promise<StoredAnnouncement> =>
  asMod(ctx, slug, async (tx, community) => {
    const announcement = await findIn(tx.db, community, id)
    if (announcement.state !== 'posted') throw isMissing('announcement')
    if (announcement.isPinned === isPinned) return announcement
    await pinOnly(tx, community.id, isPinned ? id : undefined)
    tx.announce({ name: 'announcement.changed', announcement: id, community: community.id })
    return announcement
  })

async function asMod<T>(ctx: Ctx, slug: string, deed: (tx: Tx, community: Community) => Promise<T>): Promise<T> {
  const community = await findCommunity(ctx.db, slug)
  return ctx.atomically({ communities: community.id }, async (tx) => {
    await mustMod(tx.db, community.id, tx.viewer)
    return deed(tx, community)
  })
}

async function findIn(db: Reader, community: Community, id: number): Promise<StoredAnnouncement> {
  const found = await findAnnouncementOf(db, community.id, id)
  if (!found) throw isMissing('announcement')
  return found
}

export type AnnouncementSeen = {
  readonly id: number
  readonly uid: string
  readonly title: string
  readonly by: string
  /** Cleaned by the sanitiser as it is now. */
  readonly html: string
  readonly excerpt: string
  readonly state: StoredAnnouncement['state']
  readonly isPinned: boolean
  /** When it went up; of a draft, when it was begun. */
  readonly at: Instant
  readonly editedAt: Instant | undefined
}

async function asSeen(stored: StoredAnnouncement): Promise<AnnouncementSeen> {
  const { id, uid, title, by, excerpt, state, isPinned, editedAt } = stored
  const html = await freshHtml(stored)
  return { id, uid, title, by, html, excerpt, state, isPinned, at: stored.postedAt ?? stored.madeAt, editedAt }
}

/** A draft, and what was taken down, is there for mods alone. */
export async function seeAnnouncement(
  ctx: Pick<Ctx, 'db' | 'viewer'>,
  community: Community,
  id: number,
): Promise<AnnouncementSeen> {
  const found = await findIn(ctx.db, community, id)
  if (found.state !== 'posted' && !(await mayMod(ctx.db, community.id, ctx.viewer))) throw isMissing('announcement')
  return asSeen(found)
}

/** For mods, as it was written. */
export async function openAnnouncement(ctx: Pick<Ctx, 'db' | 'viewer'>, slug: string, id: number) {
  const community = await findCommunity(ctx.db, slug)
  await mustMod(ctx.db, community.id, ctx.viewer)
  return { community, announcement: await findIn(ctx.db, community, id) }
}

/** What is up, for everybody: the pinned one first, then newest first. */
export async function listAnnouncements(db: Reader, community: number, most: number): Promise<AnnouncementSeen[]> {
  return Promise.all((await listPostedIn(db, community, most)).map(asSeen))
}

/** Drafts and what was taken down, for mods; empty for everybody else. */
export async function listDrafts(ctx: Pick<Ctx, 'db' | 'viewer'>, community: number): Promise<AnnouncementSeen[]> {
  if (!(await mayMod(ctx.db, community, ctx.viewer))) return []
  return Promise.all((await listUnpostedIn(ctx.db, community)).map(asSeen))
}
