// The form in which a piece is posted or changed: the text at one side, what is said of it at the other.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { kinds, pieceForm, postingForm, ratings } from '#src/fests/posting/composer/piece.form.ts'
import { marksOf, Pasted } from '#src/fests/posting/composer/pasted.parts.tsx'
import { countDiffers, ratingIn } from '#src/fests/posting/composer/reading-in.form.ts'
import type { Choice } from '#src/kit/form.ts'
import { sayCount } from '#src/kit/date-words.ts'
import type { Fandom } from '#src/library/canon/fandoms.ts'
import type { ReadPost } from '#src/platform/text/text-worker.ts'
import type { Again } from '#src/platform/web/web.ts'
import { SelectField } from '#src/ui/choices.tsx'
import { TextArea } from '#src/ui/fields.tsx'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, Buttons, ErrorSummary, Form, HiddenField, RefusalSlip } from '#src/ui/forms.tsx'
import { Icon } from '#src/ui/marks.tsx'
import { Head } from '#src/ui/prose.tsx'
import type { Previewed } from '#src/fests/posting/composer/composing.form.ts'
import { Preview } from './preview.parts.tsx'

export type ComposerProps = {
  readonly to: string
  readonly csrf: string
  readonly again: Again
  readonly fandoms: readonly Fandom[]
  /** Sent along unseen. */
  readonly keep: Readonly<Record<string, string>>
  /** The role question and names without an account are asked only of what is not in yet. */
  readonly asks: { readonly role: boolean; readonly reservedName: boolean }
  readonly reading?: ReadPost | undefined
  readonly preview?: Previewed | undefined
  /** What the timing was understood as. */
  readonly setting?: string | undefined
  readonly buttons: Child
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
  const { again, reading, preview } = props
  return (
    <>
      <Refused {...props} />
      {preview ? <Preview of={preview} /> : null}
      <Form to={props.to} csrf={props.csrf} keep={props.keep} room="wide" isLong>
        <Unseen again={again} />
        <div class="two two--even composer">
          <div class="composer__text">
            {reading ? <Pasted reading={reading} /> : null}
            <Story {...props} />
          </div>
          <section class="composer__fields">
            <Head title={reading ? 'What we made of it' : 'What is said of it'} aside={<StillOpen again={again} />} />
            <Header {...props} />
            <div class="slip stack">{props.buttons}</div>
          </section>
        </div>
      </Form>
    </>
  )
}

const Unseen = ({ again }: Pick<ComposerProps, 'again'>) => (
  <>
    {['wordsSaid', 'ratingSaid'].map((name) => (
      <HiddenField name={name} value={again.entries.get(name)} />
    ))}
  </>
)

function Story({ again, reading, preview }: ComposerProps) {
  const words = preview?.words ?? reading?.words
  return (
    <section class="stack">
      <Head title="The story" aside={words === undefined ? undefined : sayCount(words, 'word', 'words')} />
      <Told
        words={words}
        said={again.entries.get('wordsSaid')}
        warnings={reading?.warnings ?? preview?.warnings ?? []}
      />
      <TextArea
        name="text"
        label="Text"
        value={again.entries.get('text')}
        error={again.errors.get('text')}
        rows={24}
        rich
        optional
      />
      <div class="composer__line">
        <FormFields
          form={pieceForm}
          state={again}
          only={['textForm']}
          lists={{ textForm: pieceForm.fields.textForm.choices ?? [] }}
        />
        <Button name="do" value="read" look="plain" size="small">
          Read the text again
        </Button>
      </div>
    </section>
  )
}

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

/** What mods and readers usually want to know; nobody has to know it today. */
function StillOpen({ again }: Pick<ComposerProps, 'again'>) {
  const open = ['title', 'rating', 'fandom'].filter((name) => (again.entries.get(name) ?? '') === '')
  return open.length === 0 ? null : <>Still open: {open.join(', ')}. It can wait.</>
}

function Header(props: ComposerProps) {
  const { again, reading, asks, setting } = props
  const marks = marksOf(reading)
  const state = { form: pieceForm, state: again, marks }
  return (
    <>
      <p class="small soft">Nothing here has to be filled in today; it can all be changed later.</p>
      {asks.role ? <FormFields form={postingForm} state={again} only={['role']} /> : null}
      <FormFields {...state} only={['title']} />
      <Pair>
        <OneOf {...props} name="kind" list={kinds} none="Leave it open" />
        <OneOf
          {...props}
          name="rating"
          list={ratings}
          none="Choose a rating"
          hint={ratingHint(again)}
          mark={marks['rating']}
        />
      </Pair>
      <FormFields {...state} only={['warnings']} />
      <Pair>
        <Fandoms {...props} mark={marks['fandom']} />
        <FormFields {...state} only={['timing']} />
      </Pair>
      {setting ? (
        <p class="why why--good composer__set">
          <Icon name="check" />
          <span>Understood as {setting}.</span>
        </p>
      ) : null}
      <FormFields
        {...state}
        only={['summary', 'characters', 'pairings', 'tags', 'preface', 'epigraph', 'epigraphBy']}
      />
      <FormFields {...state} only={['notes', 'beta', 'prompt']} />
      <Folded
        title="Disclaimer, other lines, other places"
        isOpen={hasAny(again, ['disclaimer', 'others', 'link', 'places'])}
      >
        <FormFields {...state} only={['disclaimer', 'others', 'link', 'places']} />
      </Folded>
      <FormFields form={pieceForm} state={again} only={['audience']} />
      {asks.reservedName ? <FormFields form={postingForm} state={again} only={['reservedName']} /> : null}
    </>
  )
}

const hasAny = (again: Again, names: readonly string[]): boolean =>
  names.some((name) => (again.entries.get(name) ?? '') !== '' || again.errors.has(name))

function Folded({ title, isOpen, children }: PropsWithChildren<{ title: string; isOpen: boolean }>) {
  return (
    <details class="composer__more" open={isOpen}>
      <summary>{title}</summary>
      <div class="composer__folded">{children}</div>
    </details>
  )
}

const Pair = ({ children }: PropsWithChildren) => <div class="pair">{children}</div>

function ratingHint({ entries }: Again): string | undefined {
  const said = entries.get('ratingSaid') ?? ''
  if (said === '' || ratingIn(said) !== undefined) return undefined
  return `You wrote “${said}”. Choose one of these, or leave it for later.`
}

type OneOfProps = ComposerProps & {
  readonly name: 'kind' | 'rating'
  readonly list: readonly string[]
  readonly none: string
  readonly hint?: string | undefined
  readonly mark?: Child
}

/** What was written and is not on the list can be chosen too. */
function OneOf({ again, name, list, none, hint, mark }: OneOfProps) {
  const value = again.entries.get(name) ?? ''
  const all = value === '' || list.includes(value) ? list : [value, ...list]
  return (
    <SelectField
      name={name}
      label={pieceForm.fields[name].label}
      hint={hint}
      mark={mark}
      error={again.errors.get(name)}
      value={value}
      choices={all.map(asChoice)}
      none={none}
      optional
    />
  )
}

const asChoice = (value: string): Choice => ({ value, label: value })

function Fandoms({ again, fandoms, mark }: ComposerProps & { readonly mark?: Child }) {
  return (
    <SelectField
      name="fandom"
      label="Fandom"
      mark={mark}
      error={again.errors.get('fandom')}
      value={again.entries.get('fandom')}
      choices={fandoms.map(({ id, name }) => ({ value: String(id), label: name }))}
      none="Leave it open"
      optional
    />
  )
}
