// What a new piece begins with where its community says so: only in fields that are empty, and never in place of what was pasted.
import { type Composed, settingOf } from '#src/fests/posting/composer/composing.form.ts'
import { filled } from '#src/fests/posting/composer/header-lines.ts'
import type { Defaults } from '#src/fests/posting/header/header-template.ts'
import type { Entries } from '#src/kit/form.ts'
import type { Reader } from '#src/platform/context.ts'

/** The defaults as entries of the composer's form. */
export const entriesOfDefaults = ({ fandom, ...words }: Defaults): Readonly<Record<string, string>> => ({
  ...words,
  ...(fandom === undefined ? {} : { fandom: String(fandom) }),
})

export async function withDefaults(db: Reader, composed: Composed, defaults: Defaults): Promise<Composed> {
  const { again, reading, setting } = composed
  // "Rating: mild, I think?" leaves the field empty and is an answer all the same.
  const said: ReadonlySet<string> = new Set(Object.keys(reading?.header.fields ?? {}))
  const fitting = Object.entries(entriesOfDefaults(defaults)).filter(([name]) => !said.has(name))
  const entries = filled(again.entries, Object.fromEntries(fitting))
  const isOtherFandom = fandomIn(entries) !== fandomIn(again.entries)
  return { ...composed, again: { ...again, entries }, setting: isOtherFandom ? await settingOf(db, entries) : setting }
}

const fandomIn = (entries: Entries): string => entries.get('fandom') ?? ''
