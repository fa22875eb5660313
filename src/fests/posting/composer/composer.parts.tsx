// The form in which a piece is posted or changed: the text at one side, what is said of it at the other.
import type { Child } from 'hono/jsx'
import { HeaderAsked, type HeaderProps, StillOpen } from '#src/fests/posting/composer/header.parts.tsx'
import { pieceForm } from '#src/fests/posting/composer/piece.form.ts'
import { foundLines } from '#src/fests/posting/composer/findings/found.parts.tsx'
import { KeptPaste, marksOf, Pasted } from '#src/fests/posting/composer/findings/pasted.parts.tsx'
import { countDiffers } from '#src/fests/posting/composer/reading-in.form.ts'
import { sayCount } from '#src/kit/date-words.ts'
import type { Entries } from '#src/kit/form.ts'
import type { ReadPost } from '#src/platform/text/text-worker.ts'
import { paths } from '#src/schema/paths.ts'
import { TextArea } from '#src/ui/fields.tsx'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, Buttons, ErrorSummary, Form, HiddenField, RefusalSlip } from '#src/ui/forms.tsx'
import { Head } from '#src/ui/prose.tsx'
import type { Previewed } from '#src/fests/posting/composer/composing.form.ts'
import { BringAnother, BringFile } from './document.parts.tsx'
import { Preview } from './preview.parts.tsx'
import { TidiedList } from './tidied.parts.tsx'

export type ComposerProps = Omit<HeaderProps, 'marks' | 'found'> & {
  readonly to: string
  readonly csrf: string
  /** Sent along unseen. */
  readonly keep: Readonly<Record<string, string>>
  readonly reading?: ReadPost | undefined
  /** What the fields would be if only the paste spoke. */
  readonly found?: Entries | undefined
  readonly preview?: Previewed | undefined
  readonly buttons: Child
  /** Once it is kept, pictures can be brought to it. */
  readonly work: number | undefined
  /** It stands above the form already, with more to it. */
  readonly isRefusalSaid?: boolean
}

/** Above every form that came back: what was refused, with what is possible instead. */
export function Refused({ again, csrf }: Pick<ComposerProps, 'again' | 'csrf'>) {
  return again.refusal && again.refusal.about === undefined ? (
    <RefusalSlip sentence={again.refusal.sentence} offers={again.refusal.offers} csrf={csrf} />
  ) : (
    <ErrorSummary errors={again.errors} />
  )
}

/** The first step: only the paste. */
export function PasteForm({ to, csrf, again, keep }: Pick<ComposerProps, 'to' | 'csrf' | 'again' | 'keep'>) {
  return (
    <Form to={to} csrf={csrf} keep={keep} room="wide" isLong>
      <HiddenField name="typing" value={again.entries.get('typing')} />
      <TextArea
        name="text"
        label="Paste what you would have posted"
        hint="Title, header, notes and story together, as you would post them to a journal. Plain text, HTML or Markdown."
        value={again.entries.get('text')}
        error={again.errors.get('text')}
        rows={18}
        rich
        optional={undefined}
      />
      <BringFile again={again} />
      <Buttons>
        <Button name="do" value="read" icon="book-open">
          Read it
        </Button>
        <Button name="do" value="fill" look="plain">
          Fill the fields in myself
        </Button>
      </Buttons>
      <p class="small soft">
        A piece that stands elsewhere has a field for its address there. Nothing is shown to anybody until you say so.
      </p>
    </Form>
  )
}

export function Composer(props: ComposerProps) {
  const { reading, preview } = props
  return (
    <>
      {props.isRefusalSaid ? null : <Refused {...props} />}
      {preview ? <Preview of={preview} fandoms={props.fandoms} again={props.again} /> : null}
      <Form to={props.to} csrf={props.csrf} keep={props.keep} room="wide" isLong>
        <Unseen {...props} />
        <div class="two two--even composer">
          <div class="composer__text">
            {reading ? <Pasted reading={reading} again={props.again} /> : <KeptPaste again={props.again} />}
            <Story {...props} />
          </div>
          <section class="composer__fields">
            <Head title={reading ? 'What we made of it' : 'What is said of it'} aside={<StillOpen {...props} />} />
            <HeaderAsked {...props} marks={marksOf(reading)} found={foundLines(props)} />
            <div class="slip stack">{props.buttons}</div>
          </section>
        </div>
      </Form>
    </>
  )
}

const Unseen = ({ again }: Pick<ComposerProps, 'again'>) => (
  <>
    {['wordsSaid', 'version', 'typing'].map((name) => (
      <HiddenField name={name} value={again.entries.get(name)} />
    ))}
  </>
)

function Story({ again, reading, preview, work }: ComposerProps) {
  const words = preview?.words ?? reading?.words
  return (
    <section class="stack">
      <Head title="The story" aside={words === undefined ? undefined : sayCount(words, 'word', 'words')} />
      <Told
        words={words}
        said={again.entries.get('wordsSaid')}
        warnings={reading?.warnings ?? preview?.warnings ?? []}
      />
      <TidiedList tidied={reading?.tidied ?? preview?.tidied} entries={again.entries} />
      <TextArea
        name="text"
        label="Text"
        value={again.entries.get('text')}
        error={again.errors.get('text')}
        rows={24}
        rich
        editor={paths.asHtml}
        pictures={work === undefined ? undefined : paths.workPictures(work)}
        optional
      />
      <div class="composer__line">
        <FormFields
          form={pieceForm}
          state={again}
          only={['textForm', 'layout']}
          lists={{
            textForm: pieceForm.fields.textForm.choices ?? [],
            layout: pieceForm.fields.layout.choices ?? [],
          }}
        />
        <Button name="do" value="read" look="plain" size="small">
          Read the text again
        </Button>
      </div>
      <BringAnother again={again} />
      <MoreThanText work={work} />
    </section>
  )
}

const MoreThanText = ({ work }: Pick<ComposerProps, 'work'>) => (
  <p class="small soft">
    {work === undefined ? (
      'Art, icons, a fanmix, a podfic, a vid: keep it as a draft first, and bring its pictures or recordings then. They can be the whole piece.'
    ) : (
      <>
        <a href={paths.workPictures(work)}>Pictures</a> can stand in the text, or be the whole piece; so can{' '}
        <a href={paths.workRecordings(work)}>recordings</a>, audio and video.
      </>
    )}
  </p>
)

type ToldProps = {
  readonly words: number | undefined
  readonly said: string | undefined
  readonly warnings: readonly string[]
}

function Told({ words, said, warnings }: ToldProps) {
  const differs = words !== undefined && countDiffers(said, words)
  return (
    <>
      {differs ? (
        <p class="hint">
          Counted from the story alone. You wrote “{said}”; readers see {words}.
        </p>
      ) : null}
      {warnings.length === 0 ? null : (
        <ul class="composer__warnings">
          {warnings.map((warning) => (
            <li>{warning}</li>
          ))}
        </ul>
      )}
    </>
  )
}
