// The list of one's own chapters with what can be done to each, those that were deleted, and the page that asks before that.
import { sayCount, sayDayLong, sayMoment } from '#src/kit/date-words.ts'
import { dayAt } from '#src/kit/days.ts'
import type { Again } from '#src/platform/web/web.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, ButtonLink, Buttons, ErrorSummary, Form, HiddenField } from '#src/ui/forms.tsx'
import { Entry, TitleLeaf } from '#src/ui/leaves.tsx'
import { Head } from '#src/ui/prose.tsx'
import { planForm } from './chapter.form.ts'
import { bringableUntil } from './chapters.ts'
import { tallyWords } from './chapter-words.ts'
import type { ChapterToEdit, OwnChapter, OwnChapters } from './own-chapters.ts'

type Common = { readonly own: OwnChapters; readonly zone: string; readonly csrf: string }

type ListProps = Common & {
  readonly again: Again | undefined
  /** Which hundred of them. */
  readonly page: number
}

export const CHAPTERS_A_PAGE = 100

export function OwnChapterList({ own, zone, again, page, csrf }: ListProps) {
  const from = (page - 1) * CHAPTERS_A_PAGE
  return (
    <>
      <TitleLeaf
        kicker={
          <a href={paths.work(own.id)} dir="auto">
            {own.title}
          </a>
        }
        title="Chapters"
        says="Only its creators see this page."
        actions={
          <>
            <ButtonLink to={paths.newChapter(own.id)}>Write another chapter</ButtonLink>
            <ButtonLink to={paths.workEdit(own.id)} look="plain">
              Change the header
            </ButtonLink>
          </>
        }
      />
      <ErrorSummary errors={again?.errors ?? new Map()} />
      <section>
        <Head title="In their order" aside={saysOf(own)} />
        {own.chapters.slice(from, from + CHAPTERS_A_PAGE).map((chapter, at) => (
          <OneChapter
            {...{ own, zone, csrf, chapter }}
            isFirst={from + at === 0}
            isLast={from + at === own.chapters.length - 1}
          />
        ))}
        <Pages own={own} page={page} />
      </section>
      <Plan own={own} again={again} csrf={csrf} />
      <Deleted {...{ own, zone, csrf }} />
    </>
  )
}

function Pages({ own, page }: { own: OwnChapters; page: number }) {
  const count = own.chapters.length
  const pages = Math.ceil(count / CHAPTERS_A_PAGE)
  if (pages <= 1) return null
  return (
    <nav class="row" aria-label="Pages of the chapters">
      {Array.from({ length: pages }, (_, at) => at + 1).map((each) => (
        <a
          href={asking(paths.ownChapters(own.id), { page: String(each) })}
          aria-current={each === page ? 'page' : undefined}
        >
          {(each - 1) * CHAPTERS_A_PAGE + 1} to {Math.min(each * CHAPTERS_A_PAGE, count)}
        </a>
      ))}
    </nav>
  )
}

const saysOf = ({ chapters, planned }: OwnChapters): string =>
  tallyWords({ posted: chapters.filter(({ state }) => state === 'posted').length, planned: planned ?? undefined })

type OneChapterProps = Common & {
  readonly chapter: OwnChapter
  readonly isFirst: boolean
  readonly isLast: boolean
}

function OneChapter({ own, zone, csrf, chapter, isFirst, isLast }: OneChapterProps) {
  const { id, words } = chapter
  const name = nameOf(chapter)
  return (
    <Entry
      facts={
        <>
          <span>{stateOf(chapter, own, zone)}</span>
          <span>{sayCount(words, 'word', 'words')}</span>
          {chapter.cameWithWork ? <span>the text that the piece was posted with</span> : null}
        </>
      }
      title={
        <a href={paths.chapterEdit(own.id, id)} dir="auto">
          {name}
        </a>
      }
    >
      <div class="row">
        <ButtonLink to={paths.chapterEdit(own.id, id)} look="plain" size="small">
          Change<span class="hush"> {name}</span>
        </ButtonLink>
        <Posting {...{ own, csrf, chapter, name }} />
        {isFirst ? null : <Step {...{ own, csrf, chapter, name }} to="up" />}
        {isLast ? null : <Step {...{ own, csrf, chapter, name }} to="down" />}
        {chapter.cameWithWork ? null : (
          <ButtonLink to={paths.chapterDeletion(own.id, id)} look="quiet" size="small">
            Delete<span class="hush"> {name}</span>
          </ButtonLink>
        )}
      </div>
    </Entry>
  )
}

/** "3. The Bell", "Chapter 3"; what is not for readers has no number. */
function nameOf({ number, title }: Pick<OwnChapter, 'number' | 'title'>): string {
  if (title === '') return number === undefined ? 'A chapter without a title' : `Chapter ${number}`
  return number === undefined ? title : `${number}. ${title}`
}

function stateOf({ state, postedAt }: OwnChapter, own: OwnChapters, zone: string): string {
  if (state === 'draft') return 'draft, only you see it'
  if (state === 'withdrawn') return 'taken down, only you see it'
  if (own.state !== 'posted') return 'goes up with the piece'
  return postedAt === null ? 'up with the piece' : `up since ${sayDayLong(dayAt(postedAt, zone))}`
}

type DoingProps = Pick<OneChapterProps, 'own' | 'csrf' | 'chapter'> & { readonly name: string }

function Posting({ own, csrf, chapter, name }: DoingProps) {
  const common = { to: paths.chapterPosting(own.id, chapter.id), csrf, about: name, size: 'small' } as const
  if (chapter.state === 'posted') {
    const isOnly = own.chapters.filter(({ state }) => state === 'posted').length === 1
    return isOnly ? null : <ButtonForm {...common} fields={{ do: 'take-down' }} label="Take it down" look="quiet" />
  }
  const label = own.state === 'posted' ? (chapter.state === 'draft' ? 'Put it up' : 'Put it up again') : 'Let it go up'
  return <ButtonForm {...common} fields={{ do: 'post' }} label={label} look="plain" />
}

const Step = ({ own, csrf, chapter, name, to }: DoingProps & { readonly to: 'up' | 'down' }) => (
  <ButtonForm
    to={paths.chapterPlace(own.id, chapter.id)}
    csrf={csrf}
    fields={{ do: to }}
    label={to === 'up' ? 'Earlier' : 'Later on'}
    about={name}
    look="quiet"
    size="small"
  />
)

function Plan({ own, again, csrf }: Pick<Common, 'own' | 'csrf'> & { readonly again: Again | undefined }) {
  const entries = again?.entries ?? new Map(own.planned === null ? [] : [['planned', String(own.planned)]])
  return (
    <section>
      <Head title="How many there will be" />
      <Form to={paths.workPlan(own.id)} csrf={csrf}>
        <FormFields form={planForm} state={{ entries, errors: again?.errors ?? new Map() }} />
        <Buttons>
          <Button look="plain">Say so</Button>
          <Button name="do" value="complete" look="quiet">
            It is complete as it is
          </Button>
        </Buttons>
      </Form>
    </section>
  )
}

function Deleted({ own, zone, csrf }: Common) {
  if (own.deleted.length === 0) return null
  return (
    <section>
      <Head title="Deleted" aside="for 30 days they can be brought back" />
      {own.deleted.map((chapter) => (
        <Entry
          facts={
            chapter.deletedAt === null ? undefined : (
              <span>until {sayMoment(bringableUntil(chapter.deletedAt), zone)}</span>
            )
          }
          title={<span dir="auto">{nameOf(chapter)}</span>}
        >
          <div class="row">
            <ButtonForm
              to={paths.chapterDeletion(own.id, chapter.id)}
              csrf={csrf}
              fields={{ do: 'restore' }}
              label="Bring it back"
              about={nameOf(chapter)}
              look="plain"
              size="small"
              icon="undo"
            />
          </div>
        </Entry>
      ))}
    </section>
  )
}

type DeletingProps = {
  readonly chapter: ChapterToEdit
  readonly until: string | undefined
  readonly csrf: string
}

export function DeletingChapter({ chapter, until, csrf }: DeletingProps) {
  const isGone = until !== undefined
  const name = chapter.title === '' ? 'this chapter' : `“${chapter.title}”`
  return (
    <>
      <h1>
        {isGone ? 'Bring it back' : 'Delete'}: {name}
      </h1>
      <p class="lede">
        {isGone
          ? `It is deleted, and can be brought back until ${until}.`
          : `A chapter of “${chapter.work.title}”. Nobody will find it any more. For 30 days it can be brought back, with its history; then it is gone for good.`}
      </p>
      <Form to={paths.chapterDeletion(chapter.work.id, chapter.id)} csrf={csrf}>
        <HiddenField name="do" value={isGone ? 'restore' : 'delete'} />
        <Buttons>
          {isGone ? (
            <Button icon="undo">Bring it back</Button>
          ) : (
            <Button look="plain" tone="alarm">
              Delete it
            </Button>
          )}
          <ButtonLink to={paths.ownChapters(chapter.work.id)} look="plain">
            To the chapters
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}
