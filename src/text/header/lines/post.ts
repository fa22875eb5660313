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
  return { text, lines: splitLines(text, marks).map(markLine) }
}

function markLine(line: Line): MarkedLine {
  const kind = kindOf(line)
  return { ...line, kind, labels: kind === 'text' ? labelsIn(line) : [] }
}

export const isSaid = (line: MarkedLine): boolean =>
  line.labels.some((label) => label.strength === 'strong' || label.strength === 'chief')
