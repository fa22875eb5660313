// The form of a chapter, and the chapter as it would look.
import { raw } from 'hono/html'
import { sayCount } from '#src/kit/date-words.ts'
import type { Again } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { TextArea } from '#src/ui/fields.tsx'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Head } from '#src/ui/prose.tsx'
import { chapterForm, type ChapterTyped } from './chapter.form.ts'
import type { ChapterToEdit, OwnWork } from './own-chapters.ts'

/** `html` is clean. */
export type ChapterPreviewed = ChapterTyped & { readonly html: string; readonly words: number }

type WritingChapterProps = {
  readonly work: OwnWork
  readonly chapter: ChapterToEdit | undefined
  readonly again: Again
  readonly preview: ChapterPreviewed | undefined
  readonly to: string
  readonly keep: Readonly<Record<string, string>>
  readonly csrf: string
}

export function WritingChapter({ work, chapter, again, preview, to, keep, csrf }: WritingChapterProps) {
  return (
    <>
      <TitleLeaf
        kicker={<a href={paths.ownChapters(work.id)}>{work.title}</a>}
        title={chapter === undefined ? 'Another chapter' : 'Change a chapter'}
        says={chapter === undefined ? 'Only you see it until you put it up.' : 'Every save keeps the earlier text.'}
        actions={
          chapter === undefined ? undefined : (
            <ButtonLink to={paths.chapterHistory(work.id, chapter.id)} look="plain">
              History
            </ButtonLink>
          )
        }
      />
      {again.refusal && again.refusal.about === undefined ? (
        <RefusalSlip sentence={again.refusal.sentence} />
      ) : (
        <ErrorSummary errors={again.errors} />
      )}
      {preview ? <ChapterPreview of={preview} /> : null}
      <Form to={to} csrf={csrf} keep={keep} room="wide" isLong>
        <FormFields form={chapterForm} state={again} only={['title', 'notesBefore']} />
        <TextArea
          name="text"
          label="Text"
          value={again.entries.get('text')}
          error={again.errors.get('text')}
          rows={24}
          rich
          optional
        />
        <FormFields
          form={chapterForm}
          state={again}
          only={['textForm', 'notesAfter']}
          lists={{ textForm: chapterForm.fields.textForm.choices ?? [] }}
        />
        <ChapterButtons work={work} chapter={chapter} />
      </Form>
    </>
  )
}

function ChapterButtons({ work, chapter }: Pick<WritingChapterProps, 'work' | 'chapter'>) {
  const isUp = chapter?.state === 'posted'
  return (
    <Buttons>
      {isUp ? (
        <Button name="do" value="save">
          Save
        </Button>
      ) : (
        <>
          <Button name="do" value="post">
            {work.state === 'posted' ? 'Put it up' : 'Let it go up with the piece'}
          </Button>
          <Button name="do" value="draft" look="plain">
            {chapter === undefined ? 'Keep as a draft' : 'Save'}
          </Button>
        </>
      )}
      <Button name="do" value="preview" look="plain">
        Preview
      </Button>
      <ButtonLink to={paths.ownChapters(work.id)} look="quiet">
        Leave it as it is
      </ButtonLink>
    </Buttons>
  )
}

function ChapterPreview({ of }: { of: ChapterPreviewed }) {
  return (
    <section class="preview" id="preview" aria-label="Preview">
      <Head title="Preview" aside={`Only you see this; ${sayCount(of.words, 'word', 'words')}`} />
      <div class="preview__piece" tabindex={0} role="group" aria-label="The chapter as it would look">
        {of.title === '' ? null : <h3 class="preview__title">{of.title}</h3>}
        <Lines text={of.notesBefore} />
        {/* The sanitiser has been over it, in this very request. */}
        <div class="prose">{raw(of.html)}</div>
        <Lines text={of.notesAfter} />
      </div>
    </section>
  )
}

const Lines = ({ text }: { text: string }) => (text === '' ? null : <p class="lines prose prose--small">{text}</p>)
