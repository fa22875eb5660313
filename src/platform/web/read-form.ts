// Reads what a request says by the fields of a form: every value, or what is wrong with each field.
import type { Entries, Field, FieldErrors, Fields, Read, ValuesOf } from '#src/kit/form.ts'

/** All errors at once, in the order of the form; or every value. */
export function readForm<F extends Fields>(
  fields: F,
  entries: Entries,
): { value: ValuesOf<F> } | { errors: FieldErrors } {
  const errors = new Map<string, string>()
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const read = readField(field, entries.get(name) ?? '')
    if ('error' in read) errors.set(name, read.error)
    else values[name] = read.value
  }
  // The loop above read every field by its own reader, which is what ValuesOf says; TypeScript cannot follow a loop that far.
  return errors.size > 0 ? { errors } : { value: values as ValuesOf<F> }
}

function readField<T>(field: Field<T>, typed: string): Read<T> {
  const text = field.kind === 'password' ? typed : typed.trim()
  if (field.maxLength !== undefined && text.length > field.maxLength) {
    return {
      error: `This is ${text.length.toLocaleString('en')} characters; ${field.maxLength.toLocaleString('en')} fit. Nothing is lost, it is still here.`,
    }
  }
  return field.read(text)
}
