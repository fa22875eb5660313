// The story as it is read: one text, one chapter of several, or all of them on one page; and the way from one to the next.
import { raw } from 'hono/html'
import { sayDayLong } from '#src/kit/date-words.ts'
import { dayAt } from '#src/kit/days.ts'
import { chapterName } from '#src/library/works/chapters/chapter-words.ts'
import type { ChapterSeen } from '#src/library/works/chapters/chapters-seen.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { Icon } from '#src/ui/marks.tsx'
import { Moment } from '#src/ui/dates.tsx'
import { Paragraphs } from '#src/ui/around-story.tsx'
import type { WorkShown } from '../work-shown.ts'
import { isWebAddress, siteOf } from '../work-words.ts'
import type { ChaptersShown } from './chapters-shown.ts'

type Shown = { readonly shown: WorkShown }

export function Story({ shown, zone }: Shown & { readonly zone: string }) {
  const { work, chapters } = shown
  return (
    <section id="story" class="work__story" aria-label="The story">
      {work.link !== undefined && isWebAddress(work.link) ? (
        <p class="row">
          <a class="btn" href={work.link} rel="nofollow noopener noreferrer external">
            <span>Read it at {siteOf(work.link)}</span>
          </a>
        </p>
      ) : null}
      {chapters.shown.map((chapter) => (
        <Chapter chapter={chapter} isOneText={chapters.isOneText} zone={zone} />
      ))}
    </section>
  )
}

type ChapterProps = {
  readonly chapter: ChaptersShown['shown'][number]
  readonly isOneText: boolean
  readonly zone: string
}

/** The HTML comes from our own sanitiser, by the one door that cleans again what an older one cleaned. */
function Chapter({ chapter, isOneText, zone }: ChapterProps) {
  const { id, html, title, notesBefore, notesAfter } = chapter
  if (isOneText && title === '' && notesBefore === '' && notesAfter === '') {
    return html === '' ? null : <div class="prose">{raw(html)}</div>
  }
  return (
    <section class="chapter" id={`chapter-${id}`} aria-labelledby={`chapter-${id}-title`}>
      <header class="chapter__head">
        <h2 id={`chapter-${id}-title`} dir="auto">
          {isOneText ? title : chapterName(chapter)}
        </h2>
        <Since chapter={chapter} zone={zone} />
      </header>
      {notesBefore === '' ? null : (
        <div class="aside" dir="auto">
          <Paragraphs text={notesBefore} />
        </div>
      )}
      {html === '' ? null : <div class="prose">{raw(html)}</div>}
      {notesAfter === '' ? null : (
        <div class="aside" dir="auto">
          <Paragraphs text={notesAfter} />
        </div>
      )}
    </section>
  )
}

function Since({ chapter, zone }: { chapter: ChapterSeen; zone: string }) {
  if (chapter.state !== 'posted') {
    return (
      <p class="small soft">
        {chapter.state === 'draft' ? 'A draft. Only you see it.' : 'Taken down. Only you see it.'}
      </p>
    )
  }
  if (chapter.postedAt === undefined) return null
  return (
    <p class="small soft">
      <Moment at={chapter.postedAt} words={sayDayLong(dayAt(chapter.postedAt, zone))} />
    </p>
  )
}

export const chapterPath = (shown: WorkShown, { id }: Pick<ChapterSeen, 'id'>): string =>
  shown.work.parts[0]?.id === id ? paths.work(shown.work.id) : paths.chapter(shown.work.id, id)

/** Under a chapter; on the page of all of them the way through their pages. */
export function ChapterWays({ shown }: Shown) {
  const { before, after, pages, page, wanted } = shown.chapters
  if (wanted.kind === 'whole') return <PageWays shown={shown} page={page} pages={pages} />
  if (!before && !after) return null
  return (
    <nav class="work__ways" aria-label="Chapters before and after">
      {before ? <Way shown={shown} chapter={before} word="Before it" icon="arrow-left" /> : <span></span>}
      {after ? <Way shown={shown} chapter={after} word="Next" icon="arrow-right" /> : null}
    </nav>
  )
}

type WayProps = Shown & {
  readonly chapter: ChapterSeen
  readonly word: string
  readonly icon: 'arrow-left' | 'arrow-right'
}

const Way = ({ shown, chapter, word, icon }: WayProps) => (
  <p>
    <span class="soft small">
      {icon === 'arrow-left' ? <Icon name={icon} /> : null} {word}{' '}
      {icon === 'arrow-right' ? <Icon name={icon} /> : null}
    </span>
    <br />
    <a href={chapterPath(shown, chapter)} dir="auto">
      {chapterName(chapter)}
    </a>
  </p>
)

function PageWays({ shown, page, pages }: Shown & { readonly page: number; readonly pages: number }) {
  if (pages === 1) return null
  const at = (to: number): string => asking(paths.workWhole(shown.work.id), { page: String(to) })
  return (
    <nav class="work__ways" aria-label="Pages">
      {page > 1 ? (
        <p>
          <a href={at(page - 1)}>The hundred chapters before</a>
        </p>
      ) : (
        <span></span>
      )}
      {page < pages ? (
        <p>
          <a href={at(page + 1)}>The next hundred chapters</a>
        </p>
      ) : null}
    </nav>
  )
}
