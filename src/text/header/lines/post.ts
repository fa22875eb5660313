// The post as the later steps see it: its lines, what each is, and the labels that stand in each.
import type { Label } from '#src/text/header/labels/label.ts'
import { habitsOf, labelsIn } from '#src/text/header/labels/labels.ts'
import { noOwnWords } from '#src/text/header/words/label-reading.ts'
import type { OwnWords } from '#src/text/header/words/label-reading.ts'
import { withLiterals } from '#src/text/header/literal.ts'
import { kindOf } from './line-kinds.ts'
import type { LineKind } from './line-kinds.ts'
import { splitLines } from './lines.ts'
import type { Line, LineMarks } from './lines.ts'

export type MarkedLine = Line & {
  readonly kind: LineKind
  readonly labels: readonly Label[]
  /** It lies within a value that is taken as it stands. */
  readonly isLiteral?: boolean
}
export type Post = { readonly text: string; readonly lines: readonly MarkedLine[] }

export function markPost(text: string, marks: LineMarks, own: OwnWords = noOwnWords): Post {
  const lines = splitLines(text, marks).map((line) => markLine(line, own))
  return { text, lines: withLiterals(text, byHabit(withTitles(withoutTables(lines)), own)) }
}

/** "Fic:" by itself hands over to the story, but not where another label comes after the next line. */
function withTitles(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  return lines.map((line) => {
    if (line.kind !== 'story' || !/^\W*(?:story|fic) ?:$/iu.test(line.text.trim())) return line
    const below = lines.slice(line.index + 1, line.index + 5).filter(({ kind }) => kind !== 'blank')
    const isHeader = below[1]?.labels.some(({ atStart, strength }) => atStart && strength === 'strong') === true
    return isHeader ? { ...line, kind: 'text', labels: labelsIn(line) } : line
  })
}

/** What stands directly under the head of a table is its cells, run together. */
function withoutTables(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  let inTable = false
  return lines.map((line) => {
    inTable = line.kind === 'table' || (inTable && line.kind !== 'blank')
    return inTable ? { ...line, kind: 'frame', labels: [] } : line
  })
}

function markLine(line: Line, own: OwnWords): MarkedLine {
  const kind = kindOf(line)
  return { ...line, kind, labels: kind === 'text' ? labelsIn(line, { habits: new Set(), own }) : [] }
}

/** How far from the top a post shows its habits. */
const top = 200

/** Whoever writes "Title - …" three times means "Story - …" as well. */
function byHabit(lines: readonly MarkedLine[], own: OwnWords): readonly MarkedLine[] {
  const habits = habitsOf(
    lines
      .slice(0, top)
      .map((line, at) => ({ line, labels: line.labels, goesOn: isOver(line, lines[at + 1], lines[at + 2]) })),
    own,
  )
  if (habits.size === 0) return lines
  return lines.map((line) =>
    line.kind === 'text' && line.index < top ? { ...line, labels: labelsIn(line, { habits, own }) } : line,
  )
}

function isOver(line: MarkedLine, next: MarkedLine | undefined, second: MarkedLine | undefined): boolean {
  if (line.kind !== 'text') return false
  return next?.kind === 'text' || (next?.kind === 'blank' && second?.kind === 'text')
}

/** A label for sure: at the start of the line, near it, or beside another one. A colon deep in a sentence does not make a header. */
export const isSaid = (line: MarkedLine): boolean =>
  line.labels.some(
    ({ strength, atStart, from }) =>
      (strength === 'strong' && (atStart || line.labels.length > 1 || from - line.from < 24)) || strength === 'chief',
  )
