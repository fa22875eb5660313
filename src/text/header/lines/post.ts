// The post as the later steps see it: its lines, what each is, and the labels that stand in each.
import { labelsIn } from '#src/text/header/labels/labels.ts'
import type { Label } from '#src/text/header/labels/labels.ts'
import { kindOf } from './line-kinds.ts'
import type { LineKind } from './line-kinds.ts'
import { splitLines } from './lines.ts'
import type { Line, LineMarks } from './lines.ts'

export type MarkedLine = Line & { readonly kind: LineKind; readonly labels: readonly Label[] }
export type Post = { readonly text: string; readonly lines: readonly MarkedLine[] }

export function markPost(text: string, marks: LineMarks): Post {
  return { text, lines: withoutTables(splitLines(text, marks).map(markLine)) }
}

/** What stands directly under the head of a table is its cells, run together. */
function withoutTables(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  let inTable = false
  return lines.map((line) => {
    inTable = line.kind === 'table' || (inTable && line.kind !== 'blank')
    return inTable ? { ...line, kind: 'frame', labels: [] } : line
  })
}

function markLine(line: Line): MarkedLine {
  const kind = kindOf(line)
  return { ...line, kind, labels: kind === 'text' ? labelsIn(line) : [] }
}

/** A label for sure: at the start of the line, near it, or beside another one. A colon deep in a sentence does not make a header. */
export const isSaid = (line: MarkedLine): boolean =>
  line.labels.some(
    ({ strength, atStart, from }) =>
      (strength === 'strong' && (atStart || line.labels.length > 1 || from - line.from < 24)) || strength === 'chief',
  )
