// A post as lines with their places: the ground on which every step of the header reader works.
import type { Place } from '#src/text/header/fields.ts'

export type Line = Place & {
  readonly index: number
  readonly text: string
  readonly isBlank: boolean
  /** A heading by its markup. */
  readonly isHeading: boolean
  /** How far from its beginning the line is bold, so that "Title" in bold needs no colon. */
  readonly boldTo: number
  /** Where in the line something bold begins. */
  readonly boldAt: readonly number[]
}

export type LineMarks = { readonly headings: readonly Place[]; readonly bold: readonly Place[] }

export const noMarks: LineMarks = { headings: [], bold: [] }

/** Headers live at the top: what lies beyond this is story, however it looks. */
const farthest = { lines: 2_000, characters: 100_000 }

export function splitLines(text: string, marks: LineMarks = noMarks): readonly Line[] {
  const lines: Line[] = []
  const headings = startsOf(text, marks.headings)
  const bold = startsOf(text, marks.bold)
  const starts = [...bold.keys()].toSorted((a, b) => a - b)
  let next = 0
  let from = 0
  while (from <= text.length && lines.length < farthest.lines && from < farthest.characters) {
    const to = endOfLine(text, from)
    const boldAt: number[] = []
    for (; (starts[next] ?? Infinity) < to; next++) boldAt.push((starts[next] ?? from) - from)
    lines.push({ ...lineAt(text, lines.length, { from, to }, headings, bold), boldAt })
    from = afterBreak(text, to)
  }
  return lines
}

/** The end of each mark by where it starts. */
function startsOf(text: string, places: readonly Place[]): ReadonlyMap<number, number> {
  return new Map(places.map(({ from, to }) => [from + blankBefore(text.slice(from, to)), to]))
}

const blankBefore = (said: string): number => said.length - said.trimStart().length

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  const to = at < 0 ? text.length : at
  return text[to - 1] === '\r' && to > from ? to - 1 : to
}

const afterBreak = (text: string, to: number): number => (text[to] === '\r' ? to + 2 : to + 1)

function lineAt(
  text: string,
  index: number,
  { from, to }: Place,
  headings: ReadonlyMap<number, number>,
  bold: ReadonlyMap<number, number>,
): Omit<Line, 'boldAt'> {
  const words = text.slice(from, to)
  const start = from + (words.length - words.trimStart().length)
  const boldTo = Math.min(bold.get(start) ?? from, to) - from
  return { from, to, index, text: words, isBlank: words.trim() === '', isHeading: headings.has(start), boldTo }
}
