// The list of chapters: folded beside the story, and as a page of contents, a hundred at a time.
import { sayCount, sayDayLong } from '#src/kit/date-words.ts'
import { dayAt } from '#src/kit/days.ts'
import { chapterName, tallyWords } from '#src/library/works/chapters/chapter-words.ts'
import type { ChapterSeen } from '#src/library/works/chapters/chapters-seen.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { Moment } from '#src/ui/dates.tsx'
import { ButtonLink } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import type { WorkShown } from '../work-shown.ts'
import { bylineWords, sayNumber } from '../work-words.ts'
import { around, CHAPTERS_A_PAGE } from './chapters-shown.ts'
import { chapterPath } from './story.parts.tsx'

/** Beyond this many the list beside a chapter shows those around it, and leads to the page of contents. */
const FEW = 30

export function ChapterList({ shown }: { shown: WorkShown }) {
  const { work, chapters } = shown
  const { parts } = work
  if (chapters.isOneText || parts.length === 0) return null
  const listed = parts.length <= FEW ? parts : around(parts, chapters.shown, 4)
  const isWhole = chapters.wanted.kind === 'whole'
  return (
    <nav aria-label="Chapters" class="chapters small">
      <details open={parts.length <= 12 || parts.length > FEW}>
        <summary>{tallyWords(work.chapters)}</summary>
        <ol class="chapters__list">
          {listed.map((part) => (
            <li>
              <One shown={shown} part={part} />
            </li>
          ))}
        </ol>
      </details>
      <ul class="stack">
        {parts.length > FEW ? (
          <li>
            <a href={paths.workChapters(work.id)}>All {sayNumber(parts.length)} chapters</a>
          </li>
        ) : null}
        {parts.length > 1 ? (
          <li>
            {isWhole ? (
              <a href={paths.work(work.id)}>Chapter by chapter</a>
            ) : (
              <a href={paths.workWhole(work.id)}>All on one page</a>
            )}
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

function One({ shown, part }: { shown: WorkShown; part: ChapterSeen }) {
  const { wanted, shown: here } = shown.chapters
  if (wanted.kind === 'whole' && here.some(({ id }) => id === part.id)) {
    return (
      <a href={`#chapter-${part.id}`} dir="auto">
        {shortName(part)}
      </a>
    )
  }
  const isHere = wanted.kind !== 'whole' && here[0]?.id === part.id
  return (
    <a href={chapterPath(shown, part)} aria-current={isHere ? 'page' : undefined} dir="auto">
      {shortName(part)}
    </a>
  )
}

/** "3. The Bell" */
function shortName(part: ChapterSeen): string {
  if (part.number === undefined || part.title === '') return chapterName(part)
  return `${part.number}. ${part.title}`
}

type ContentsProps = { readonly shown: WorkShown; readonly zone: string; readonly page: number }

export function Contents({ shown, zone, page: asked }: ContentsProps) {
  const { work } = shown
  const pages = Math.max(1, Math.ceil(work.parts.length / CHAPTERS_A_PAGE))
  const page = Math.min(Math.max(1, asked), pages)
  const from = (page - 1) * CHAPTERS_A_PAGE
  return (
    <>
      <TitleLeaf
        kicker={
          <>
            <a href={paths.work(work.id)} dir="auto">
              {work.title}
            </a>{' '}
            by {bylineWords(work.byline)}
          </>
        }
        title="Contents"
        says={`${tallyWords(work.chapters)}, ${sayCount(work.words, 'word', 'words')}`}
        actions={
          <ButtonLink to={paths.workWhole(work.id)} look="plain">
            All on one page
          </ButtonLink>
        }
      />
      <ol class="contents">
        {work.parts.slice(from, from + CHAPTERS_A_PAGE).map((part) => (
          <li>
            <a href={chapterPath(shown, part)} dir="auto">
              {shortName(part)}
            </a>{' '}
            <span class="soft small">
              {sayCount(part.words, 'word', 'words')}
              {part.postedAt === undefined ? null : (
                <>
                  , <Moment at={part.postedAt} words={sayDayLong(dayAt(part.postedAt, zone))} />
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
      {pages === 1 ? null : (
        <nav class="row" aria-label="Pages of the contents">
          {Array.from({ length: pages }, (_, at) => at + 1).map((each) => (
            <a
              href={asking(paths.workChapters(work.id), { page: String(each) })}
              aria-current={each === page ? 'page' : undefined}
            >
              {(each - 1) * CHAPTERS_A_PAGE + 1} to {Math.min(each * CHAPTERS_A_PAGE, work.parts.length)}
            </a>
          ))}
        </nav>
      )}
    </>
  )
}
