// A value that is to be read as it stands: what we write ourselves, and would be misread, lies between two word joiners.
// They are characters that nobody sees and no journal takes out; what is between them holds no labels and means what its label says.
import type { Label } from './labels/label.ts'
import type { MarkedLine } from './lines/post.ts'

export const joiner = '\u2060'

const longest = 60_000

/** Where the value ends that begins here as a literal one; -1 where it does not. */
export function literalEnd(text: string, from: number): number {
  if (text[from] !== joiner) return -1
  const end = text.indexOf(joiner, from + 1)
  return end < 0 || end - from > longest ? -1 : end
}

/** Within a literal value nothing is a label, a rule or an empty line. */
export function withLiterals(text: string, lines: readonly MarkedLine[]): readonly MarkedLine[] {
  if (!text.slice(0, lines.at(-1)?.to ?? 0).includes(joiner)) return lines
  let until = -1
  return lines.map((line) => {
    const isWithin = line.from < until
    const labels: Label[] = []
    for (const label of line.labels) {
      if (label.from < until) continue
      labels.push(label)
      until = Math.max(until, literalEnd(text, label.to))
    }
    return isWithin
      ? { ...line, kind: 'text', isBlank: false, isHeading: false, isLiteral: true, labels }
      : { ...line, labels }
  })
}
