// A form said once: a list of fields, each with its words and its reading. Pages render it, requests are read by it.

/** What came with a request, by name, exactly as typed (cleaned of NUL and half characters). */
export type Entries = ReadonlyMap<string, string>

export type FieldErrors = ReadonlyMap<string, string>

export type Read<T> = { readonly value: T } | { readonly error: string }

export type FieldKind =
  | 'text'
  | 'email'
  | 'password'
  | 'area'
  | 'number'
  | 'date'
  | 'moment'
  | 'zone'
  | 'choice'
  | 'check'
  | 'colour'

/** `Choice` is a closed list that the form knows; lists that depend on the page (days, zones) come with the page. */
export type Choice = { readonly value: string; readonly label: string; readonly hint?: string }

export type Field<T> = {
  readonly kind: FieldKind
  readonly label: string
  readonly hint?: string
  readonly isOptional?: boolean
  readonly autocomplete?: string
  readonly maxLength?: number
  readonly min?: number
  readonly max?: number
  readonly initial?: string
  readonly choices?: readonly Choice[]
  readonly read: (text: string) => Read<T>
}

export type Fields = Readonly<Record<string, Field<unknown>>>

export type ValuesOf<F extends Fields> = { readonly [Name in keyof F]: F[Name] extends Field<infer T> ? T : never }

export type Form<F extends Fields> = { readonly fields: F }

/** What a page shows of a form: what was typed, what is wrong with it, field by field. */
export type FormState = { readonly entries: Entries; readonly errors: FieldErrors }

export const untouched: FormState = { entries: new Map(), errors: new Map() }
