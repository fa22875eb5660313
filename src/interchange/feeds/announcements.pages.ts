// The feed of a community: what its mods announce, newest first, the same for everybody.
import { type Instant, toInstant } from '#src/kit/instants.ts'
import { type AnnouncementSeen, listAnnouncements } from '#src/people/communities/announcements/announcements.ts'
import { type Community, findCommunity, uidOfCommunity } from '#src/people/communities/communities.ts'
import { answerFile } from '#src/platform/web/answer-file.ts'
import type { Web } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { type Feed, type FeedEntry, makeAtom } from './atom.ts'

const MOST = 50

/** Of a community that has announced nothing yet; Atom wants a date. */
const BEGINNING = '2026-01-01T00:00:00.000Z'

export function announcementFeedPages(web: Web): void {
  web.get(paths.communityFeed(':community'), async (c) => {
    const { db } = c.get('ctx')
    const community = await findCommunity(db, c.req.param('community') ?? '')
    const announced = await listAnnouncements(db, community.id, MOST)
    const feed = feedOf(community, await uidOfCommunity(db, community.id), announced, c.get('origin'))
    c.set('reads', [`community:${community.id}`])
    return answerFile(c, { body: makeAtom(feed), type: 'application/atom+xml; charset=utf-8' })
  })
}

function feedOf(community: Community, uid: string, announced: readonly AnnouncementSeen[], origin: string): Feed {
  const { slug, name, about } = community
  const entries = announced
    .map((announcement) => entryOf(announcement, origin + paths.announcement(slug, announcement.id)))
    .toSorted((one, other) => (one.publishedAt < other.publishedAt ? 1 : -1))
  return {
    uid,
    title: `${name}, announcements`,
    subtitle: about,
    link: origin + paths.announcements(slug),
    self: origin + paths.communityFeed(slug),
    changedAt: entries.map(({ changedAt }) => changedAt).reduce(later, toInstant(BEGINNING)),
    entries,
  }
}

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other)

function entryOf({ uid, title, by, excerpt, html, at, editedAt }: AnnouncementSeen, link: string): FeedEntry {
  return {
    uid,
    title,
    link,
    authors: [by],
    summary: excerpt,
    publishedAt: at,
    changedAt: editedAt ?? at,
    words: [],
    html,
  }
}
