// What of a text is to be left as it came: a tick for each kind of tidying, whether its lines are its own, and as both are kept with the text.
import type { Entries } from '#src/kit/form.ts'
import { kindNamed } from '#src/text/vocabulary/kind-words.ts'
import { layouts, type TidyKind, tidyKinds } from '#src/text/tidy/kinds.ts'

export const leaveField = (kind: TidyKind): string => `leave-${kind}`

export const leftIn = (entries: Entries): readonly TidyKind[] => [
  ...tidyKinds.filter((kind) => entries.get(leaveField(kind)) === 'yes'),
  ...layoutIn(entries),
]

/** What is chosen is kept; where nothing is, the kind of the piece says it, each time anew. */
function layoutIn(entries: Entries): TidyKind[] {
  const chosen = layouts.find((layout) => layout === entries.get('layout'))
  if (chosen) return [chosen]
  return ownLines.has(kindNamed(entries.get('kind') ?? '') ?? '') ? ['verse'] : []
}

const ownLines: ReadonlySet<string> = new Set(['poem', 'script'])

export const entriesOfLeft = (kinds: readonly TidyKind[]): Entries =>
  new Map([
    ...tidyKinds.filter((kind) => kinds.includes(kind)).map((kind): [string, string] => [leaveField(kind), 'yes']),
    ...layouts.filter((layout) => kinds.includes(layout)).map((layout): [string, string] => ['layout', layout]),
  ])
