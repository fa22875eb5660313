// Fields that are chosen from: lists, time zones, rings and ticks.
import { Field, Hint, Why, Words, fieldId, wired } from '#src/ui/fields.tsx'
import type { FieldProps } from '#src/ui/fields.tsx'

export type Choice = { readonly value: string; readonly label: string }
export type ChoiceGroup = { readonly group: string; readonly choices: readonly Choice[] }

export type SelectProps = FieldProps & {
  readonly value?: string | undefined
  readonly choices: readonly (Choice | ChoiceGroup)[]
  /** The line that stands for no choice yet, as in "Choose a round". */
  readonly none?: string | undefined
  readonly autocomplete?: string | undefined
}

export function SelectField(props: SelectProps) {
  return (
    <Field {...props}>
      <select class="input" {...wired(props)} required={!props.optional} autocomplete={props.autocomplete}>
        {props.none === undefined ? null : <option value="">{props.none}</option>}
        {props.choices.map((choice) => (
          <OneOrGroup choice={choice} value={props.value} />
        ))}
      </select>
    </Field>
  )
}

function OneOrGroup({ choice, value }: { choice: Choice | ChoiceGroup; value: string | undefined }) {
  if (!('group' in choice)) return <One {...choice} isChosen={choice.value === value} />
  return (
    <optgroup label={choice.group}>
      {choice.choices.map((one) => (
        <One {...one} isChosen={one.value === value} />
      ))}
    </optgroup>
  )
}

function One({ value, label, isChosen }: Choice & { isChosen: boolean }) {
  return (
    <option value={value} selected={isChosen}>
      {label}
    </option>
  )
}

export type ZoneProps = Omit<SelectProps, 'choices'> & { readonly zones: SelectProps['choices'] }

/** A time zone. Where one is needed and none was chosen yet, a script puts the device's own; without it the reader chooses. */
export function ZoneField(props: ZoneProps) {
  const none = props.none ?? (props.optional ? 'Leave it open' : 'Choose a time zone')
  const field = <SelectField {...props} choices={props.zones} none={none} />
  return props.optional ? field : <device-zone>{field}</device-zone>
}

export type RadioProps = FieldProps & {
  readonly value?: string | undefined
  readonly choices: readonly (Choice & { readonly hint?: string | undefined })[]
}

/** One of a few. The first ring has the field's id, so that a refusal leads to it. */
export function RadioField(props: RadioProps) {
  const id = fieldId(props.name, props.within)
  const { 'aria-describedby': told, 'aria-invalid': invalid } = wired(props)
  return (
    <fieldset
      class={props.error ? 'field field--bad' : 'field'}
      role="radiogroup"
      aria-describedby={told}
      aria-invalid={invalid}
      aria-required={props.optional ? undefined : 'true'}
    >
      <legend>
        <Words label={props.label} optional={props.optional} />
      </legend>
      <Hint id={id}>{props.hint}</Hint>
      {props.choices.map((choice, index) => {
        const own = index === 0 ? id : `${id}-${index + 1}`
        return (
          <Tick
            type="radio"
            id={own}
            name={props.name}
            value={choice.value}
            isOn={choice.value === props.value}
            label={choice.label}
            hint={choice.hint}
          />
        )
      })}
      <Why id={id} error={props.error} />
    </fieldset>
  )
}

export type ChecksProps = FieldProps & {
  readonly values?: readonly string[] | undefined
  readonly choices: readonly (Choice & { readonly hint?: string | undefined })[]
}

/** Any of a few, all under one name. */
export function ChecksField(props: ChecksProps) {
  const id = fieldId(props.name, props.within)
  return (
    <fieldset class={props.error ? 'field field--bad' : 'field'} aria-describedby={wired(props)['aria-describedby']}>
      <legend>
        <Words label={props.label} optional={props.optional} />
      </legend>
      <Hint id={id}>{props.hint}</Hint>
      {props.choices.map((choice, index) => {
        const own = index === 0 ? id : `${id}-${index + 1}`
        const isOn = props.values?.includes(choice.value) ?? false
        return (
          <Tick
            type="checkbox"
            id={own}
            name={props.name}
            value={choice.value}
            isOn={isOn}
            label={choice.label}
            hint={choice.hint}
          />
        )
      })}
      <Why id={id} error={props.error} />
    </fieldset>
  )
}

export type CheckProps = Omit<FieldProps, 'optional'> & {
  /** What is sent when the tick is set; nothing is sent when it is not. */
  readonly value?: string | undefined
  readonly checked?: boolean | undefined
}

/** One tick, yes or no. */
export function CheckField(props: CheckProps) {
  const { id, ...told } = wired(props)
  return (
    <div class={props.error ? 'field field--bad' : 'field'}>
      <label class="tick" for={id}>
        <input type="checkbox" id={id} {...told} value={props.value ?? 'yes'} checked={props.checked} />
        <span>{props.label}</span>
      </label>
      <Hint id={id}>{props.hint}</Hint>
      <Why id={id} error={props.error} />
    </div>
  )
}

type TickProps = Choice & {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  isOn: boolean
  hint: string | undefined
}

function Tick({ type, id, name, value, isOn, label, hint }: TickProps) {
  return (
    <div>
      <label class="tick" for={id}>
        <input
          type={type}
          id={id}
          name={name}
          value={value}
          checked={isOn}
          aria-describedby={hint ? `${id}-hint` : undefined}
        />
        <span>{label}</span>
      </label>
      <Hint id={id}>{hint}</Hint>
    </div>
  )
}
