// The feed of a round: what a guest may read of it, newest first, and chapters as they come; readers of feeds hand on what they get.
import { type ListedPiece, seePieces } from '#src/fests/posting/pieces-seen.ts'
import { findRound, type RoundAtHome, uidOf } from '#src/fests/rounds/rounds.ts'
import type { Instant } from '#src/kit/instants.ts'
import { guestBeholder } from '#src/library/works/beholders.ts'
import { chapterName } from '#src/library/works/chapters/chapter-words.ts'
import { type ChapterSeen, seeChaptersOf } from '#src/library/works/chapters/chapters-seen.ts'
import { nameOf, sayRecording } from '#src/library/works/recordings/recording-words.ts'
import { type Recording, recordingsOfAll } from '#src/library/works/recordings/recordings.ts'
import type { WorkCard } from '#src/library/works/works-seen.ts'
import type { Reader } from '#src/platform/context.ts'
import { answerFile } from '#src/platform/web/answer-file.ts'
import type { Web } from '#src/platform/web/web.ts'
import { roundWhere } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { type Feed, type FeedEntry, makeAtom } from './atom.ts'

const MOST = 50

export function feedPages(web: Web): void {
  web.get(paths.roundFeed(':community', ':round'), async (c) => {
    const { db, now } = c.get('ctx')
    const { community, round } = roundWhere(c)
    const home = await findRound({ db, viewer: { kind: 'guest' } }, community, round)
    const { listed } = await seePieces({ db, now }, guestBeholder, home.round.id)
    const parts = await newChapters(db, listed)
    const recordings = await recordingsOfAll(
      db,
      listed.map(({ work }) => work.id),
    )
    const told = { uid: await uidOf(db, home.round), listed, parts, recordings }
    const feed = feedOf(home, told, c.get('origin'))
    c.set('reads', ['works', `round:${home.round.id}`, `community:${home.community.id}`])
    return answerFile(c, { body: makeAtom(feed), type: 'application/atom+xml; charset=utf-8' })
  })
}

type Parts = ReadonlyMap<number, readonly ChapterSeen[]>

/** Of works that go on after they were posted; a guest sees those that are up. */
async function newChapters(db: Reader, listed: readonly ListedPiece[]): Promise<Parts> {
  const going = listed.filter(({ work }) => work.lastChapterAt !== undefined).map(({ work }) => work.id)
  return seeChaptersOf(db, guestBeholder, going)
}

type Told = {
  readonly uid: string
  readonly listed: readonly ListedPiece[]
  readonly parts: Parts
  readonly recordings: ReadonlyMap<number, readonly Recording[]>
}

function feedOf({ community, round }: RoundAtHome, { uid, listed, parts, recordings }: Told, origin: string): Feed {
  const entries = listed
    .filter(({ cameIn }) => cameIn === undefined)
    .flatMap(({ work }) => entriesOf(withRecordings(work, recordings.get(work.id)), parts.get(work.id) ?? [], origin))
    .toSorted((one, other) => (one.publishedAt < other.publishedAt ? 1 : -1))
    .slice(0, MOST)
  // A feed changes when a piece does, and before the first one when its round was opened.
  const changes = [round.openedAt, ...entries.map(({ changedAt }) => changedAt)].filter((at) => at !== undefined)
  return {
    uid,
    title: `${round.name} – ${community.name}`,
    subtitle: round.theme,
    link: origin + paths.round(community.slug, round.slug),
    self: origin + paths.roundFeed(community.slug, round.slug),
    changedAt: changes.reduce((newest, at) => (at > newest ? at : newest)),
    entries,
  }
}

/** What there is to hear or see, in words; the link is on its page, which asks first where it is for adults. */
function withRecordings(work: WorkCard, recordings: readonly Recording[] = []): WorkCard {
  const words = recordings.map((recording) => `${nameOf(recording)}: ${sayRecording(recording)}`)
  return { ...work, summary: [work.summary, ...words].filter((line) => line !== '').join('\n') }
}

/** Itself, and every chapter that came after it. */
function entriesOf(work: WorkCard, parts: readonly ChapterSeen[], origin: string): FeedEntry[] {
  const { revealedAt } = work
  if (revealedAt === undefined) return []
  const later = parts.flatMap((part) =>
    part.postedAt !== undefined && part.postedAt > revealedAt ? [chapterEntry(work, part, part.postedAt, origin)] : [],
  )
  return [entryOf(work, revealedAt, origin), ...later]
}

function chapterEntry(work: WorkCard, part: ChapterSeen, publishedAt: Instant, origin: string): FeedEntry {
  return {
    ...entryOf(work, publishedAt, origin),
    uid: part.uid,
    title: `${work.title}, ${chapterName(part).replace('Chapter', 'chapter')}`,
    link: origin + paths.chapter(work.id, part.id),
    summary: '',
    changedAt: part.changedAt > publishedAt ? part.changedAt : publishedAt,
  }
}

function entryOf(work: WorkCard, publishedAt: Instant, origin: string): FeedEntry {
  return {
    uid: work.uid,
    title: work.title,
    link: origin + paths.work(work.id),
    authors: work.byline.kind === 'named' ? work.byline.names : [],
    summary: work.summary,
    publishedAt,
    changedAt: work.changedAt,
    words: work.tags.map(({ name }) => name),
  }
}
