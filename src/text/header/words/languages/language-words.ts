// The shape of a language's labels, so that whoever speaks it can read them through and add to them.
import type { FieldName } from '#src/text/header/fields.ts'

/** Words of each field, parted by " · ". */
export type LanguageWords = Readonly<Partial<Record<FieldName, string>>>
