// The form of a chapter, and the chapter as it would look.
import { raw } from 'hono/html'
import { Refused } from '#src/fests/posting/composer/composer.parts.tsx'
import { BringAnother } from '#src/fests/posting/composer/document.parts.tsx'
import { TidiedList } from '#src/fests/posting/composer/tidied.parts.tsx'
import { sayCount } from '#src/kit/date-words.ts'
import { paths } from '#src/schema/paths.ts'
import { TextArea } from '#src/ui/fields.tsx'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, Form, HiddenField } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Head } from '#src/ui/prose.tsx'
import { chapterForm } from '#src/library/works/chapters/chapter.form.ts'
import { chapterChanged } from '#src/library/works/chapters/chapters.ts'
import type { ChapterToEdit, OwnWork } from '#src/library/works/chapters/own-chapters.ts'
import type { ChapterPreviewed, Looked } from './chapter-looked.form.ts'

type Whose = { readonly work: OwnWork; readonly chapter: ChapterToEdit | undefined }

type WritingChapterProps = Whose &
  Looked & {
    readonly to: string
    readonly keep: Readonly<Record<string, string>>
    readonly csrf: string
    /** It stands above the form already, with more to it. */
    readonly isRefusalSaid: boolean
  }

export const ChapterTitle = ({ work, chapter }: Whose) => (
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
)

export function WritingChapter(props: WritingChapterProps) {
  const { work, chapter, again, preview, told = [], to, keep, csrf, isRefusalSaid } = props
  return (
    <>
      {isRefusalSaid ? null : <Refused again={again} csrf={csrf} />}
      {preview ? <ChapterPreview of={preview} /> : null}
      <Form to={to} csrf={csrf} keep={keep} room="wide" isLong>
        <HiddenField name="typing" value={again.entries.get('typing')} />
        <FormFields form={chapterForm} state={again} only={['title', 'notesBefore']} />
        {told.length === 0 ? null : (
          <ul class="composer__warnings">
            {told.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        )}
        <ChapterText {...props} />
        <FormFields form={chapterForm} state={again} only={['notesAfter']} />
        <ChapterButtons work={work} chapter={chapter} isOver={again.refusal?.code === chapterChanged} />
      </Form>
    </>
  )
}

function ChapterText({ again, tidied }: Pick<WritingChapterProps, 'again' | 'tidied'>) {
  return (
    <>
      <TidiedList tidied={tidied} entries={again.entries} shownBy="“Preview” shows" />
      <TextArea
        name="text"
        label="Text"
        value={again.entries.get('text')}
        error={again.errors.get('text')}
        rows={24}
        rich
        editor={paths.asHtml}
        optional={undefined}
      />
      <FormFields
        form={chapterForm}
        state={again}
        only={['textForm']}
        lists={{ textForm: chapterForm.fields.textForm.choices ?? [] }}
      />
      <BringAnother again={again} />
    </>
  )
}

function ChapterButtons({ work, chapter, isOver }: Whose & { readonly isOver: boolean }) {
  const isUp = chapter?.state === 'posted'
  return (
    <Buttons>
      {isUp ? (
        <Button name="do" value="save">
          {isOver ? 'Save mine over it' : 'Save'}
        </Button>
      ) : (
        <>
          <Button name="do" value="post">
            {work.state === 'posted' ? 'Put it up' : 'Let it go up with the piece'}
          </Button>
          <Button name="do" value="draft" look="plain">
            {chapter === undefined ? 'Keep as a draft' : isOver ? 'Save mine over it' : 'Save'}
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
