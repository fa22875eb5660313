// Fields that are typed into. Label above, hint beneath, the answer, then why it was refused; all tied together for those who listen.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { Icon } from '#src/ui/marks.tsx'

export type FieldProps = {
  readonly name: string
  readonly label: string
  readonly hint?: Child
  readonly error?: string | undefined
  /** Stands before the label: the letter that joins a field to what was pasted. */
  readonly mark?: Child
  readonly optional?: boolean | undefined
  /** Sets ids apart where one page holds several forms with the same fields. */
  readonly within?: string | undefined
}

export type TypedProps = FieldProps & {
  readonly value?: string | number | undefined
  /** As in HTML: what a browser may fill in by itself, or `off`. */
  readonly autocomplete?: string | undefined
  readonly maxlength?: number | undefined
}

/** The id of a field, derived from its name: what error summaries and labels point to. */
export function fieldId(name: string, within?: string): string {
  return ['f', within, name]
    .filter(Boolean)
    .join('-')
    .replaceAll(/[^\w-]+/g, '-')
}

/** What a control must say about itself so that label, hint and refusal are heard with it. */
export function wired(props: FieldProps) {
  const id = fieldId(props.name, props.within)
  const told = [props.hint ? `${id}-hint` : '', props.error ? `${id}-why` : ''].filter((part) => part !== '').join(' ')
  return {
    id,
    name: props.name,
    'aria-describedby': told === '' ? undefined : told,
    'aria-invalid': props.error ? ('true' as const) : undefined,
  }
}

/** The frame of a field with one control; the control comes as its child. */
export function Field(props: PropsWithChildren<FieldProps>) {
  const id = fieldId(props.name, props.within)
  return (
    <div class={props.error ? 'field field--bad' : 'field'}>
      <label for={id}>
        {props.mark}
        <Words label={props.label} optional={props.optional} />
      </label>
      <Hint id={id}>{props.hint}</Hint>
      {props.children}
      <Why id={id} error={props.error} />
    </div>
  )
}

export function Words({ label, optional }: { label: string; optional: boolean | undefined }) {
  return (
    <>
      {label}
      {optional ? <span class="opt"> (optional)</span> : null}
    </>
  )
}

export function Hint({ id, children }: PropsWithChildren<{ id: string }>) {
  return children ? (
    <p class="hint" id={`${id}-hint`}>
      {children}
    </p>
  ) : null
}

export function Why({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <p class="why" id={`${id}-why`}>
      <Icon name="circle-alert" />
      <span>{error}</span>
    </p>
  ) : null
}

type Kind = {
  readonly type: string
  readonly class?: string
  readonly more?: Readonly<Record<string, string | number | undefined>>
}

function Typed({ kind, ...props }: TypedProps & { kind: Kind }) {
  return (
    <Field {...props}>
      <input
        class={kind.class ? `input ${kind.class}` : 'input'}
        type={kind.type}
        {...wired(props)}
        value={props.value === undefined ? undefined : String(props.value)}
        autocomplete={props.autocomplete}
        maxlength={props.maxlength}
        required={!props.optional}
        {...kind.more}
      />
    </Field>
  )
}

export function TextField(props: TypedProps) {
  return <Typed {...props} kind={{ type: 'text' }} />
}

export function EmailField(props: TypedProps) {
  const kind = { type: 'email', more: { spellcheck: 'false', autocapitalize: 'none' } }
  return <Typed {...props} autocomplete={props.autocomplete ?? 'email'} kind={kind} />
}

/** What was typed is never sent back: a password that was refused is typed again. */
export function PasswordField(props: Omit<TypedProps, 'value'> & { readonly autocomplete: string }) {
  return <Typed {...props} value={undefined} kind={{ type: 'password' }} />
}

export function NumberField(
  props: TypedProps & { readonly min?: number | undefined; readonly max?: number | undefined },
) {
  const more = { inputmode: 'numeric', min: props.min, max: props.max, step: 1 }
  return <Typed {...props} kind={{ type: 'number', class: 'input--few', more }} />
}

/** `value` as in #2b4f86; the browser's own chooser, and where there is none the six digits. */
export function ColourField(props: TypedProps) {
  return <Typed {...props} kind={{ type: 'color', class: 'input--colour' }} />
}

/** One file. Nothing can be filled in again here: browsers do not allow it, and forms say so. */
export function FileField(props: FieldProps & { readonly accept: string }) {
  return (
    <Field {...props}>
      <input class="input input--file" type="file" {...wired(props)} accept={props.accept} required={!props.optional} />
    </Field>
  )
}

type Range = { readonly min?: string | undefined; readonly max?: string | undefined }

/** `value`, `min` and `max` are calendar days, as in 2026-11-20. */
export function DateField(props: TypedProps & Range) {
  return <Typed {...props} kind={{ type: 'date', class: 'input--short', more: { min: props.min, max: props.max } }} />
}

/** `value` is a wall time, as in 2026-11-20T18:30; whose wall it is, another field or the hint says. */
export function DateTimeField(props: TypedProps & Range) {
  return (
    <Typed
      {...props}
      kind={{ type: 'datetime-local', class: 'input--short', more: { min: props.min, max: props.max } }}
    />
  )
}

type AreaProps = TypedProps & {
  readonly rows?: number | undefined
  /** With scripts, a rich paste is kept as simple HTML. */
  readonly rich?: boolean | undefined
  /** With scripts it becomes an editor; the address is where Markdown is read. */
  readonly editor?: string | undefined
  /** Where the pictures of the work are, which the editor offers. */
  readonly pictures?: string | undefined
}

export function TextArea(props: AreaProps) {
  const area = <Area {...props} />
  if (props.editor === undefined) return <Field {...props}>{area}</Field>
  return (
    <Field {...props}>
      <rich-text data-to={props.editor} data-pictures={props.pictures}>
        {area}
      </rich-text>
    </Field>
  )
}

const Area = (props: AreaProps) => (
  <textarea
    class="input"
    {...wired(props)}
    rows={props.rows ?? 4}
    data-rich={props.rich === true ? '' : undefined}
    maxlength={props.maxlength}
    required={!props.optional}
  >
    {props.value === undefined ? '' : `\n${props.value}`}
  </textarea>
)
