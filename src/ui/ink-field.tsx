// Choosing a round's colour: the house's, one of the twelve inks, each with a slip of its cloth, or one of its own.
import type { Field as FormField } from '#src/kit/form.ts'
import { Why, fieldId } from '#src/ui/fields.tsx'

export type InkFieldProps = {
  readonly name: string
  readonly field: Pick<FormField<unknown>, 'label' | 'choices'>
  readonly value: string
  readonly error?: string | undefined
  /** The class under which the round's own colour is known, where it has one. */
  readonly own?: string | undefined
}

export function InkField({ name, field, value, error, own }: InkFieldProps) {
  const id = fieldId(name)
  return (
    <fieldset
      class={error ? 'field field--bad' : 'field'}
      role="radiogroup"
      aria-describedby={error ? `${id}-why` : undefined}
      aria-invalid={error ? 'true' : undefined}
    >
      <legend>{field.label}</legend>
      <div class="inks">
        {(field.choices ?? []).map((choice, index) => (
          <label class="tick">
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${index + 1}`}
              name={name}
              value={choice.value}
              checked={choice.value === value}
            />
            <span class={swatchClass(choice.value, own)}></span>
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      <Why id={id} error={error} />
    </fieldset>
  )
}

function swatchClass(choice: string, own: string | undefined): string {
  if (choice === 'house') return 'swatch ink-verdigris'
  if (choice === 'own') return own === undefined ? 'swatch swatch--any' : `swatch ink-${own}`
  return `swatch ink-${choice}`
}
