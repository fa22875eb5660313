// Which chapters of a work one page shows: the first, any other, or all of them, a hundred at a time.
import { isMissing } from '#src/kit/refusal.ts'
import { isOneText } from '#src/library/works/chapters/chapter-words.ts'
import { type ChapterSeen, type ChapterText, seeTexts } from '#src/library/works/chapters/chapters-seen.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import type { WorkSeen } from '#src/library/works/works-seen.ts'
import type { Reader } from '#src/platform/context.ts'

/** As many as a page holds, in lists and where they are read on one page. */
export const CHAPTERS_A_PAGE = 100

export type Wanted =
  | { readonly kind: 'first' }
  | { readonly kind: 'chapter'; readonly id: number }
  | { readonly kind: 'whole'; readonly page: number }

export type ChaptersShown = {
  readonly wanted: Wanted
  /** One text without chapters looks as if there were none. */
  readonly isOneText: boolean
  readonly shown: readonly (ChapterSeen & ChapterText)[]
  readonly before: ChapterSeen | undefined
  readonly after: ChapterSeen | undefined
  /** What stands before all chapters, and what comes after the last one, belong here. */
  readonly isBeginning: boolean
  readonly isEnd: boolean
  readonly page: number
  readonly pages: number
}

/** Refuses a chapter that this viewer may not see as one that there is not. */
export async function chaptersShown(
  db: Reader,
  beholder: Beholder,
  { parts, chapters }: WorkSeen,
  wanted: Wanted,
): Promise<ChaptersShown> {
  const [from, to] = stretchOf(parts, wanted)
  const some = parts.slice(from, to)
  const texts = await seeTexts(
    db,
    beholder,
    some.map(({ id }) => id),
  )
  return {
    wanted,
    isOneText: parts.length <= 1 && isOneText(chapters),
    shown: some.flatMap((part) => {
      const text = texts.get(part.id)
      return text ? [{ ...part, ...text }] : []
    }),
    before: wanted.kind === 'whole' ? undefined : parts[from - 1],
    after: wanted.kind === 'whole' ? undefined : parts[to],
    isBeginning: from === 0,
    isEnd: to >= parts.length,
    page: pageOf(parts.length, wanted),
    pages: Math.max(1, Math.ceil(parts.length / CHAPTERS_A_PAGE)),
  }
}

function stretchOf(parts: readonly ChapterSeen[], wanted: Wanted): [from: number, to: number] {
  // While its reader is asked first there are none to be shown.
  if (wanted.kind === 'first' || parts.length === 0) return [0, 1]
  if (wanted.kind === 'whole') {
    const from = (pageOf(parts.length, wanted) - 1) * CHAPTERS_A_PAGE
    return [from, from + CHAPTERS_A_PAGE]
  }
  const at = parts.findIndex(({ id }) => id === wanted.id)
  if (at < 0) throw isMissing('chapter')
  return [at, at + 1]
}

/** A page that is not there is the last one. */
function pageOf(count: number, wanted: Wanted): number {
  const pages = Math.max(1, Math.ceil(count / CHAPTERS_A_PAGE))
  return wanted.kind === 'whole' ? Math.min(Math.max(1, wanted.page), pages) : 1
}

/** Beside a long work: the chapters around the one that is read. */
export function around(parts: readonly ChapterSeen[], shown: readonly ChapterSeen[], each: number): ChapterSeen[] {
  const at = Math.max(
    0,
    parts.findIndex(({ id }) => id === shown[0]?.id),
  )
  const from = Math.max(0, Math.min(at - each, parts.length - 2 * each - 1))
  return parts.slice(from, from + 2 * each + 1)
}
