// The history of a chapter: its saves, one of them as text beside another, and its erasing.
import type { Compared } from '#src/fests/posting/history/compared.form.ts'
import { Changed } from '#src/fests/posting/history/compared.parts.tsx'
import { sayCount, sayMoment } from '#src/kit/date-words.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { Button, ButtonForm, ButtonLink, Buttons, Form } from '#src/ui/forms.tsx'
import { Ledger, TitleLeaf } from '#src/ui/leaves.tsx'
import { Head } from '#src/ui/prose.tsx'
import type { ChapterSave, ChapterSaved, ChapterToEdit } from '#src/library/works/chapters/own-chapters.ts'

type Common = { readonly chapter: ChapterToEdit; readonly zone: string; readonly csrf: string }

export function ChapterSaveList({ chapter, zone, saves }: Common & { readonly saves: readonly ChapterSave[] }) {
  const { work, id, cameWithWork } = chapter
  return (
    <>
      <TitleLeaf
        kicker={<a href={paths.ownChapters(work.id)}>{work.title}</a>}
        title={chapter.title === '' ? 'History of a chapter' : `History of “${chapter.title}”`}
        says="Every save of it, the newest first. Only its creators see this page."
        actions={
          <ButtonLink to={paths.chapterEdit(work.id, id)} look="plain">
            To the chapter
          </ButtonLink>
        }
      />
      {saves.length === 0 ? <p>It has not been saved on its own yet.</p> : null}
      <Ledger
        lines={saves.map(({ version, madeAt, words }) => ({
          at: madeAt,
          words: sayMoment(madeAt, zone),
          says: `${sayCount(words, 'word', 'words')}${version === chapter.version ? ', as it is now' : ''}`,
          end: (
            <a href={asking(paths.chapterHistory(work.id, id), { version: String(version) })}>Open save {version}</a>
          ),
        }))}
      />
      {cameWithWork ? (
        <p class="small">
          What was saved together with the header is in{' '}
          <a href={paths.workHistory(work.id)}>the history of the piece</a>.
        </p>
      ) : null}
    </>
  )
}

type ChapterSaveTextProps = Common & {
  readonly save: ChapterSaved
  readonly isNow: boolean
  readonly changed: Compared | undefined
  /** What it is compared with, as a title. */
  readonly against: string
}

const saveAt = ({ work, id }: ChapterToEdit, version: number, against?: 'now'): string =>
  asking(paths.chapterHistory(work.id, id), { version: String(version), ...(against ? { against } : {}) })

export function ChapterSaveText(props: ChapterSaveTextProps) {
  const { chapter, save, isNow, changed, against } = props
  return (
    <>
      <TitleLeaf
        kicker={`Save ${save.version}`}
        title={save.title === '' ? 'A chapter' : save.title}
        says={
          <>
            <a href={paths.chapterHistory(chapter.work.id, chapter.id)}>All saves</a>
            {isNow ? null : (
              <>
                {' '}
                · Changes since <a href={saveAt(chapter, save.version)}>the save before</a>, or{' '}
                <a href={saveAt(chapter, save.version, 'now')}>from here to now</a>
              </>
            )}
          </>
        }
        actions={isNow || chapter.deletedAt !== null ? undefined : <SaveDeeds {...props} />}
      />
      <p class="soft small">
        {isNow
          ? 'This is the text as it is now.'
          : 'Bringing it back makes one more save; the text as it is now stays in the history.'}
      </p>
      {changed ? <Changed of={changed} title={against} /> : null}
      <Head title="The text of this save" />
      <pre class="kept-text" tabindex={0} aria-label="The text of this save">
        {save.source}
      </pre>
    </>
  )
}

const SaveDeeds = ({ chapter, csrf, save }: ChapterSaveTextProps) => (
  <>
    <ButtonForm
      to={paths.chapterHistory(chapter.work.id, chapter.id)}
      csrf={csrf}
      fields={{ version: String(save.version) }}
      label="Bring this save back"
    />
    <ButtonLink to={paths.chapterErasing(chapter.work.id, chapter.id, save.version)} look="plain" tone="alarm">
      Erase it
    </ButtonLink>
  </>
)

export function ErasingChapterSave({ chapter, zone, csrf, save }: Common & { readonly save: ChapterSave }) {
  const { work, id } = chapter
  return (
    <>
      <h1>Erase save {save.version}</h1>
      <p class="lede">
        The save of {sayMoment(save.madeAt, zone)} is erased at once and for good: nobody can bring it back, also not
        we. The chapter as it is now, and all other saves, stay.
      </p>
      <Form to={paths.chapterErasing(work.id, id, save.version)} csrf={csrf}>
        <Buttons>
          <Button look="plain" tone="alarm">
            Erase this save
          </Button>
          <ButtonLink to={paths.chapterHistory(work.id, id)} look="quiet">
            Leave it
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}
