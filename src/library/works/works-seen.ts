// Works as one viewer may see them: the only shape that pages, feeds, downloads and mails are given.
import { NAMELESS } from '#src/kit/nameless.ts'
import { isMissing } from '#src/kit/refusal.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import { type Tag, tagsOf } from '#src/library/tags/tags.ts'
import type { Reader } from '#src/platform/context.ts'
import type { WorkState } from '#src/schema/library/works.ts'
import type { Beholder } from './visibility.ts'
import { placeIn, spoilersIn } from './setting/setting-row.store.ts'
import type { SpoilersKept, TimelinePlace } from './work-fields.ts'
import { type ChapterSeen, seeChapters, seeText } from './chapters/chapters-seen.ts'
import { readWishes, type Wishes } from './wishes/wish-words.ts'
import { listPlacesOf } from './works.store.ts'
import { type Creator, findWhole, listCards, listCreators, listNameless, listNewest } from './works-seen.store.ts'

/** `hidden`: somebody wrote it, and who is not to be known yet. */
export type Byline = { readonly kind: 'named'; readonly names: readonly string[] } | { readonly kind: 'hidden' }

/** How many are for readers, and how many there will be; undefined where nobody knows. */
export type ChapterTally = { readonly posted: number; readonly planned: number | undefined }

export type WorkCard = {
  readonly id: number
  readonly uid: string
  readonly title: string
  readonly byline: Byline
  readonly form: string
  readonly summary: string
  readonly timing: string
  /** Where on its fandom's timeline it is set, where somebody knows. */
  readonly place: TimelinePlace | undefined
  /** How far it gives its canon away, where somebody knows. */
  readonly spoilers: SpoilersKept | undefined
  readonly words: number
  readonly chapters: ChapterTally
  /** When its last chapter came, where that was after the work itself. */
  readonly lastChapterAt: Instant | undefined
  /** The day it came elsewhere, where that was before. */
  readonly firstPostedOn: CalendarDay | undefined
  readonly link: string | undefined
  readonly isAdult: boolean
  /** Up, and for now seen by its creators and mods alone. */
  readonly isHeldBack: boolean
  readonly state: WorkState
  readonly revealedAt: Instant | undefined
  readonly community: number | undefined
  readonly fandom: number | undefined
  readonly version: number
  readonly changedAt: Instant
  readonly tags: readonly Tag[]
}

export type WorkSeen = WorkCard & {
  readonly header: Readonly<Record<string, string>>
  readonly preface: string
  readonly epigraph: string
  readonly epigraphBy: string
  readonly notes: string
  /** What others may make of it. */
  readonly wishes: Wishes
  /** As this viewer may see them, in their order. */
  readonly parts: readonly ChapterSeen[]
  /** Of the first chapter; cleaned by the sanitiser as it is now. */
  readonly html: string
  readonly excerpt: string
  readonly places: readonly string[]
  readonly goesUpAt: Instant | undefined
}

type CardRow = Awaited<ReturnType<typeof listCards>>[number]

/** In the order of `ids`; those that may not be seen are left out. */
export async function seeCards(db: Reader, beholder: Beholder, ids: readonly number[]): Promise<WorkCard[]> {
  const cards = new Map((await toCards(db, await listCards(db, beholder, ids))).map((card) => [card.id, card]))
  return ids.flatMap((id) => cards.get(id) ?? [])
}

/** Newest first. */
export async function seeNewest(
  db: Reader,
  beholder: Beholder,
  limit: number,
  community?: number,
): Promise<WorkCard[]> {
  return toCards(db, await listNewest(db, beholder, limit, community))
}

/** Those of `ids` whose names are kept from this viewer: pages that name people for other reasons ask before they do. */
export const namelessTo = async (db: Reader, beholder: Beholder, ids: readonly number[]): Promise<Set<number>> =>
  new Set(await listNameless(db, beholder, ids))

/** Under which names it is kept: for those who may change it, whoever asks has looked. */
export const penNamesOf = async (db: Reader, work: number): Promise<number[]> =>
  (await listCreators(db, [work])).map(({ penName }) => penName)

/** Refuses as missing whatever this viewer may not see: that it exists is part of the secret. */
export async function seeWork(db: Reader, beholder: Beholder, id: number): Promise<WorkSeen> {
  const row = await findWhole(db, beholder, id)
  if (!row) throw isMissing('work')
  const parts = await seeChapters(db, beholder, id)
  const text = await seeText(db, beholder, parts[0]?.id)
  const [card] = await toCards(db, [row])
  if (!card) throw isMissing('work')
  return {
    ...card,
    header: readHeader(row.header),
    preface: row.preface,
    epigraph: row.epigraph,
    epigraphBy: row.epigraphBy,
    notes: row.notes,
    wishes: readWishes(row.wishes),
    parts,
    html: text?.html ?? '',
    excerpt: text?.excerpt ?? '',
    // Where else it stands would say whose it is.
    places: isNameless(card) ? [] : await listPlacesOf(db, id),
    goesUpAt: row.goesUpAt ?? undefined,
  }
}

const isNameless = ({ byline }: WorkCard): boolean => byline.kind === 'named' && byline.names.includes(NAMELESS)

function readHeader(kept: string): Record<string, string> {
  const value: unknown = JSON.parse(kept)
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return Object.fromEntries(entries.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])))
}

async function toCards(db: Reader, rows: readonly CardRow[]): Promise<WorkCard[]> {
  const named = rows.filter(({ isNamed }) => isNamed === 1).map(({ id }) => id)
  const creators = Map.groupBy(await listCreators(db, named), ({ work }) => work)
  const tags = await tagsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => toCard(row, creators.get(row.id), tags.get(row.id) ?? []))
}

function toCard(row: CardRow, creators: readonly Creator[] | undefined, tags: readonly Tag[]): WorkCard {
  return {
    id: row.id,
    uid: row.uid,
    title: row.title,
    byline: row.isNamed === 1 ? { kind: 'named', names: (creators ?? []).map(({ name }) => name) } : { kind: 'hidden' },
    form: row.form,
    summary: row.summary,
    timing: row.timing,
    place: placeIn(row),
    spoilers: spoilersIn(row),
    words: row.words,
    chapters: { posted: row.chaptersPosted, planned: row.chaptersPlanned ?? undefined },
    lastChapterAt: lastChapterAt(row),
    firstPostedOn: row.firstPostedOn ?? undefined,
    link: row.link ?? undefined,
    isAdult: row.isAdult === 1,
    isHeldBack: row.isHeldBack === 1,
    state: row.state,
    revealedAt: row.revealedAt ?? undefined,
    community: row.community ?? undefined,
    fandom: row.fandom ?? undefined,
    version: row.version,
    changedAt: row.changedAt,
    tags,
  }
}

/** A chapter that was posted while the work was held back came with it, for readers. */
function lastChapterAt({ lastChapterAt: at, revealedAt }: CardRow): Instant | undefined {
  return at !== null && revealedAt !== null && at > revealedAt ? at : undefined
}
