// Where the header is: the stretch of lines from the first label to the last, near the top and without a long silence between them.
import { readEpigraph } from '#src/text/header/finds/epigraph.ts'
import { isSaid } from '#src/text/header/lines/post.ts'
import type { MarkedLine, Post } from '#src/text/header/lines/post.ts'

/** Line numbers, both inside. */
export type Zone = { readonly first: number; readonly last: number }

/** How much unlabelled text may stand before the first label and between two labels. */
const silence = {
  before: { paragraphs: 40, characters: 8_000 },
  between: { paragraphs: 5, characters: 1_500 },
  prose: { paragraphs: 12, characters: 5_000 },
}

/** `end` is the line from which on nothing belongs to the header any more. */
export function findZone(post: Post, end: number): Zone | null {
  const first = firstSaid(post)
  if (first < 0 || first >= end) return null
  return { first: withWeakBefore(post, first), last: lastSaid(post, first, end) }
}

function firstSaid({ lines }: Post): number {
  let paragraphs = 0
  let characters = 0
  for (const line of lines) {
    if (line.kind === 'story') return -1
    if (isSaid(line)) return line.index
    if (line.isBlank) paragraphs++
    characters += line.text.length
    if (paragraphs > silence.before.paragraphs || characters > silence.before.characters) return -1
  }
  return -1
}

/** "Name: …" and "House: …" above "Title: …" belong to the same block. */
function withWeakBefore({ lines }: Post, first: number): number {
  let start = first
  for (let at = first - 1; at >= 0 && first - at < 8; at--) {
    const line = lines[at]
    if (!line || (line.kind !== 'blank' && !line.labels.some(({ atStart }) => atStart))) break
    if (!line.isBlank && hasStartLabel(line)) start = at
  }
  return start
}

const hasStartLabel = (line: MarkedLine): boolean =>
  line.labels.some((label) => label.atStart && (label.strength === 'weak' || label.strength === 'passed'))

function lastSaid({ lines }: Post, first: number, end: number): number {
  let last = first
  let paragraphs = 0
  let characters = 0
  let speech = 0
  for (const line of lines.slice(first + 1, Math.max(end, first + 1))) {
    if (line.kind === 'story' || isEnd(line)) break
    if (isSpeech(line)) speech++
    const allowed = isProseLabel(lines[last]) ? silence.prose : silence.between
    if (speech > 0 && paragraphs > 1) break
    if ((isSaid(line) && (paragraphs === 0 || isLed(line))) || (paragraphs < 2 && hasWeak(line))) {
      last = line.index
      paragraphs = 0
      characters = 0
      speech = 0
      continue
    }
    if (line.isBlank && !lines[line.index - 1]?.isBlank) paragraphs++
    characters += line.text.length
    if (paragraphs > allowed.paragraphs || characters > allowed.characters) break
  }
  return last
}

/** "The End": a label after it is the journal's. */
const isEnd = (line: MarkedLine): boolean =>
  line.isLiteral !== true &&
  line.text.length < 40 &&
  /^[\W_]*(?:the end|fin|finis|finito|end|ende|konec|koniec|конец|fine|tbc|to be continued|完|终)[\W_]*$/iu.test(
    line.text,
  )

/** Somebody speaks: that is the story, unless a source is named for it. */
const isSpeech = (line: MarkedLine): boolean =>
  line.isLiteral !== true &&
  line.kind === 'text' &&
  line.labels.length === 0 &&
  /^\s*["“„«]\p{L}/u.test(line.text) &&
  readEpigraph(line.text, line.from) === null

const hasWeak = hasStartLabel

/** After an empty line only a label that begins its line goes on with the header. */
const isLed = (line: MarkedLine): boolean =>
  line.labels.some(({ atStart, strength }) => atStart && strength !== 'unknown')

/** Long notes may stand in the midst of a header. */
const isProseLabel = (line: MarkedLine | undefined): boolean =>
  line?.labels.some(({ fields }) => fields.some((field) => field === 'notes' || field === 'summary')) ?? false
