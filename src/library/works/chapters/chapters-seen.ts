// Chapters as one viewer may see them: their list, and the texts of those that are read.
import type { Instant } from '#src/kit/instants.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import type { Reader } from '#src/platform/context.ts'
import type { ChapterState } from '#src/schema/library/works.ts'
import { freshHtml } from '#src/text/fresh-html.ts'
import { listSeen, listTexts } from './chapters-seen.store.ts'

export type ChapterSeen = {
  readonly id: number
  readonly uid: string
  /** As readers count: what is not for them has none. */
  readonly number: number | undefined
  readonly title: string
  readonly words: number
  readonly state: ChapterState
  /** Undefined for what came with the work itself. */
  readonly postedAt: Instant | undefined
  readonly changedAt: Instant
}

export async function seeChapters(db: Reader, beholder: Beholder, work: number): Promise<ChapterSeen[]> {
  return (await seeChaptersOf(db, beholder, [work])).get(work) ?? []
}

/** By work; of works that may not be seen there are none. */
export async function seeChaptersOf(
  db: Reader,
  beholder: Beholder,
  works: readonly number[],
): Promise<Map<number, ChapterSeen[]>> {
  if (works.length === 0) return new Map()
  const rows = Map.groupBy(await listSeen(db, beholder, works), ({ work }) => work)
  return new Map([...rows].map(([work, chapters]) => [work, numbered(chapters)]))
}

type Row = Awaited<ReturnType<typeof listSeen>>[number]

function numbered(rows: readonly Row[]): ChapterSeen[] {
  let count = 0
  return rows.map(({ id, uid, title, words, state, postedAt, changedAt }) => ({
    id,
    uid,
    number: state === 'posted' ? (count += 1) : undefined,
    title,
    words,
    state,
    postedAt: postedAt ?? undefined,
    changedAt,
  }))
}

export type ChapterText = {
  readonly id: number
  /** Cleaned by the sanitiser as it is now. */
  readonly html: string
  readonly excerpt: string
  readonly notesBefore: string
  readonly notesAfter: string
}

export async function seeText(
  db: Reader,
  beholder: Beholder,
  id: number | undefined,
): Promise<ChapterText | undefined> {
  return id === undefined ? undefined : (await seeTexts(db, beholder, [id])).get(id)
}

export async function seeTexts(
  db: Reader,
  beholder: Beholder,
  ids: readonly number[],
): Promise<Map<number, ChapterText>> {
  const texts = new Map<number, ChapterText>()
  if (ids.length === 0) return texts
  for (const { id, excerpt, notesBefore, notesAfter, ...text } of await listTexts(db, beholder, ids)) {
    texts.set(id, { id, html: await freshHtml(text), excerpt, notesBefore, notesAfter })
  }
  return texts
}
