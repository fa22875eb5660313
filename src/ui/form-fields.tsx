// Shows a form from the one list of its fields, with what was typed and what was refused: no field is named twice.
import type { Child } from 'hono/jsx'
import type { Choice, Field, FieldKind, Fields, Form, FormState } from '#src/kit/form.ts'
import { CheckField, RadioField, SelectField, ZoneField } from '#src/ui/choices.tsx'
import type { ChoiceGroup } from '#src/ui/choices.tsx'
import {
  ColourField,
  DateField,
  DateTimeField,
  EmailField,
  NumberField,
  PasswordField,
  TextArea,
  TextField,
} from '#src/ui/fields.tsx'
import type { TypedProps } from '#src/ui/fields.tsx'

/** Lists that only the page knows: the days still open, the time zones. By the name of their field. */
export type Lists = Readonly<Record<string, readonly (Choice | ChoiceGroup)[]>>

export type FormFieldsProps<F extends Fields> = {
  readonly form: Form<F>
  readonly state: FormState
  readonly lists?: Lists | undefined
  /** Only these, in this order; without it all of them as the form has them. */
  readonly only?: readonly (keyof F & string)[] | undefined
  readonly within?: string | undefined
  /** What stands before their labels, by name. */
  readonly marks?: Readonly<Record<string, Child>> | undefined
}

export function FormFields<F extends Fields>({ form, state, lists, only, within, marks }: FormFieldsProps<F>) {
  const names = only ?? Object.keys(form.fields)
  return (
    <>
      {names.map((name) => {
        const field = form.fields[name]
        return field ? (
          <OneField {...oneField(name, field, state, within)} mark={marks?.[name]} field={field} list={lists?.[name]} />
        ) : null
      })}
    </>
  )
}

function oneField(name: string, field: Field<unknown>, state: FormState, within: string | undefined): TypedProps {
  return {
    name,
    label: field.label,
    hint: field.hint,
    value: valueOf(name, field, state),
    error: state.errors.get(name),
    optional: field.isOptional,
    autocomplete: field.autocomplete,
    maxlength: field.maxLength,
    within,
  }
}

/** A tick that was taken away is not sent at all, so once anything was sent a missing tick means no. */
function valueOf(name: string, field: Field<unknown>, state: FormState): string | undefined {
  const typed = state.entries.get(name)
  return field.kind === 'check' && state.entries.size > 0 ? typed : (typed ?? field.initial)
}

type OneFieldProps = TypedProps & {
  readonly field: Field<unknown>
  readonly list: readonly (Choice | ChoiceGroup)[] | undefined
}

function OneField({ field, list, ...props }: OneFieldProps) {
  if (field.kind === 'choice') return <Chosen {...props} list={list} choices={field.choices ?? []} />
  if (field.kind === 'zone') return <ZoneField {...asText(props)} zones={list ?? []} />
  if (field.kind === 'check') return <CheckField {...props} value="yes" checked={asText(props).value === 'yes'} />
  return <TypedIn {...props} kind={field.kind} min={field.min} max={field.max} />
}

/** Few and always the same: rings, all to be seen. A list of the page's own may be long. */
function Chosen({
  list,
  choices,
  ...props
}: TypedProps & Pick<OneFieldProps, 'list'> & { choices: readonly Choice[] }) {
  if (list === undefined && choices.length <= 5) return <RadioField {...asText(props)} choices={choices} />
  return (
    <SelectField
      {...asText(props)}
      choices={list ?? choices}
      none={asText(props).value ? undefined : 'Please choose'}
    />
  )
}

type TypedInProps = TypedProps & { kind: FieldKind; min: number | undefined; max: number | undefined }

function TypedIn({ kind, min, max, ...props }: TypedInProps) {
  switch (kind) {
    case 'email':
      return <EmailField {...props} />
    case 'password':
      return <PasswordField {...props} autocomplete={props.autocomplete ?? 'current-password'} />
    case 'area':
      return <TextArea {...props} />
    case 'number':
      return <NumberField {...props} min={min} max={max} />
    case 'date':
      return <DateField {...props} />
    case 'colour':
      return <ColourField {...props} />
    case 'moment':
      return <DateTimeField {...props} />
    default:
      return <TextField {...props} />
  }
}

function asText(props: TypedProps) {
  return { ...props, value: props.value === undefined ? undefined : String(props.value) }
}
