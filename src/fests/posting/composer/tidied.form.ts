// What of a text is to be left as it came: a tick for each kind of tidying, and as it is kept with the text.
import type { Entries } from '#src/kit/form.ts'
import { type TidyKind, tidyKinds } from '#src/text/tidy/kinds.ts'

export const leaveField = (kind: TidyKind): string => `leave-${kind}`

export const leftIn = (entries: Entries): readonly TidyKind[] =>
  tidyKinds.filter((kind) => entries.get(leaveField(kind)) === 'yes')

export const entriesOfLeft = (kinds: readonly TidyKind[]): Entries =>
  new Map(kinds.map((kind) => [leaveField(kind), 'yes']))
