// What is said of a piece, field by field, as the header template of its community asks for it.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { pieceForm, postingForm } from '#src/fests/posting/composer/piece.form.ts'
import {
  type AskedField,
  type HeaderField,
  type HeaderTemplate,
  listedAs,
  ratingNames,
} from '#src/fests/posting/header/header-template.ts'
import { foldedWords, openWords } from '#src/fests/posting/header/header-words.ts'
import { ratingHint } from '#src/fests/posting/composer/rating-choice.ts'
import { Understood, WarningsUnderstood } from '#src/fests/posting/composer/understood.parts.tsx'
import type { Choice } from '#src/kit/form.ts'
import type { SettingRead } from '#src/library/canon/placing.ts'
import type { Fandom } from '#src/library/canon/fandoms.ts'
import type { Again } from '#src/platform/web/web.ts'
import { SelectField } from '#src/ui/choices.tsx'
import { FormFields } from '#src/ui/form-fields.tsx'

export type HeaderProps = {
  readonly again: Again
  readonly template: HeaderTemplate
  readonly fandoms: readonly Fandom[]
  /** The role question and names without an account are asked only of what is not in yet. */
  readonly asks: {
    readonly role: boolean
    readonly reservedName: boolean
    /** Names of one’s own to choose from; none where there is only one, or where the claim says it. */
    readonly under?: readonly Choice[] | undefined
  }
  /** What stands before the labels, by the names of fields. */
  readonly marks: Readonly<Record<string, Child>>
  /** What stands beneath the fields, by their names: where each was found in what was pasted. */
  readonly found?: Readonly<Record<string, Child>> | undefined
  /** What the timing was understood as. */
  readonly setting?: SettingRead | undefined
}

const isEmpty = (again: Again, name: string): boolean => (again.entries.get(name) ?? '').trim() === ''

/** What mods and readers usually want to know; nobody has to know it today. */
export function StillOpen({ again, template }: Pick<HeaderProps, 'again' | 'template'>) {
  const open = template.fields.filter(({ name, shown }) => shown === 'wanted' && isEmpty(again, name))
  return open.length === 0 ? null : <>Still open: {openWords(open.map(({ name }) => name))}. It can wait.</>
}

export function HeaderAsked(props: HeaderProps) {
  const { again, asks, template } = props
  const front = template.fields.filter(({ shown }) => shown !== 'folded')
  const folded = template.fields.filter(({ shown }) => shown === 'folded')
  return (
    <>
      <p class="small soft">Nothing here has to be filled in today; it can all be changed later.</p>
      {asks.role ? <FormFields form={postingForm} state={again} only={['role']} /> : null}
      {asks.under === undefined || asks.under.length === 0 ? null : (
        <FormFields
          form={postingForm}
          state={withFirst(again, asks.under)}
          only={['under']}
          lists={{ under: asks.under }}
        />
      )}
      <Rows {...props} fields={front} />
      {folded.length === 0 ? null : (
        <Folded title={foldedWords(folded.map(({ name }) => name))} isOpen={hasAny(again, folded)}>
          <Rows {...props} fields={folded} />
        </Folded>
      )}
      <FormFields form={pieceForm} state={again} only={['audience']} />
      {asks.reservedName ? <FormFields form={postingForm} state={again} only={['reservedName']} /> : null}
    </>
  )
}

/** The first of them counts where nothing was chosen. */
const withFirst = (again: Again, [first]: readonly Choice[]): Again =>
  (again.entries.get('under') ?? '') === '' && first
    ? { ...again, entries: new Map([...again.entries, ['under', first.value]]) }
    : again

const hasAny = (again: Again, fields: readonly AskedField[]): boolean =>
  fields.some(({ name }) => !isEmpty(again, name) || again.errors.has(name))

function Folded({ title, isOpen, children }: PropsWithChildren<{ title: string; isOpen: boolean }>) {
  return (
    <details class="composer__more" open={isOpen}>
      <summary>{title}</summary>
      <div class="composer__folded">{children}</div>
    </details>
  )
}

const narrow: readonly HeaderField[] = ['kind', 'rating', 'fandom', 'timing']

/** Two short ones that follow each other share a line. */
function inLines(names: readonly HeaderField[]): HeaderField[][] {
  const lines: HeaderField[][] = []
  for (const name of names) {
    const last = lines.at(-1)
    const isSecond = last?.length === 1 && narrow.includes(name) && last.every((each) => narrow.includes(each))
    if (isSecond) last.push(name)
    else lines.push([name])
  }
  return lines
}

function Rows({ fields, ...props }: HeaderProps & { readonly fields: readonly AskedField[] }) {
  return (
    <>
      {inLines(fields.map(({ name }) => name)).map((line) => (
        <>
          {line.length === 1 ? (
            <One {...props} name={line[0]} />
          ) : (
            <div class="pair">
              {line.map((name) => (
                <One {...props} name={name} />
              ))}
            </div>
          )}
          {line.includes('timing') ? <Understood again={props.again} setting={props.setting} /> : null}
        </>
      ))}
    </>
  )
}

function One({ name, ...props }: HeaderProps & { readonly name: HeaderField | undefined }) {
  const found = name === undefined ? undefined : props.found?.[name]
  if (!found) return <Bare name={name} {...props} />
  return (
    <div class="composer__one">
      <Bare name={name} {...props} />
      {found}
    </div>
  )
}

function Bare({ name, ...props }: HeaderProps & { readonly name: HeaderField | undefined }) {
  const { again, marks, template } = props
  const state = { form: pieceForm, state: again, marks }
  switch (name) {
    case undefined:
      return null
    case 'kind':
      return <OneOf {...props} name="kind" list={template.kinds} none="Leave it open" />
    case 'rating':
      return (
        <OneOf
          {...props}
          name="rating"
          list={ratingNames(template)}
          none="Choose a rating"
          hint={ratingHint(again.entries.get('ratingSaid') ?? '', again.entries.get('rating') ?? '', template)}
        />
      )
    case 'warnings':
      return (
        <>
          <FormFields {...state} only={[name]} />
          <WarningsUnderstood said={again.entries.get('warnings') ?? ''} />
        </>
      )
    case 'fandom':
      return <Fandoms {...props} />
    case 'epigraph':
      return <FormFields {...state} only={['epigraph', 'epigraphBy']} />
    default:
      return <FormFields {...state} only={[name]} />
  }
}

type OneOfProps = HeaderProps & {
  readonly name: 'kind' | 'rating'
  readonly list: readonly string[]
  readonly none: string
  readonly hint?: string | undefined
}

/** What was written and is not on the list can be chosen too. Without a list it is typed. */
function OneOf({ again, name, list, none, hint, marks }: OneOfProps) {
  if (list.length === 0) return <FormFields form={pieceForm} state={again} marks={marks} only={[name]} />
  const said = again.entries.get(name) ?? ''
  const value = listedAs(list, said) ?? said
  const all = value === '' || list.includes(value) ? list : [value, ...list]
  return (
    <SelectField
      name={name}
      label={pieceForm.fields[name].label}
      hint={hint}
      mark={marks[name]}
      error={again.errors.get(name)}
      value={value}
      choices={all.map(asChoice)}
      none={none}
      optional
    />
  )
}

const asChoice = (value: string): Choice => ({ value, label: value })

function Fandoms({ again, fandoms, marks }: HeaderProps) {
  return (
    <SelectField
      name="fandom"
      label="Fandom"
      mark={marks['fandom']}
      error={again.errors.get('fandom')}
      value={again.entries.get('fandom')}
      choices={fandoms.map(({ id, name }) => ({ value: String(id), label: name }))}
      none="Leave it open"
      optional
    />
  )
}
