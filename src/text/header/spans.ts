// Cuts the whole text into spans, so that nothing of it is lost or doubled.
import type { Around } from './around.ts'
import type { Part, Place, Span } from './fields.ts'
import type { Entry } from './labels/entries.ts'
import type { MarkedLine, Post } from './lines/post.ts'

/** From the beginning of the post to the end of the story. */
export function cutSpans(post: Post, entries: readonly Entry[], around: Around, bodyTo: number): readonly Span[] {
  const pieces = [...labelSpans(entries, around.bodyFrom), ...valueSpans(around), ...frameSpans(post, around.bodyFrom)]
  const sorted = pieces.toSorted((a, b) => a.from - b.from || b.to - a.to)
  const head = fill(post.text, sorted, around.bodyFrom)
  return [...head, { from: around.bodyFrom, to: bodyTo, part: 'body' }]
}

const labelSpans = (entries: readonly Entry[], end: number): readonly Span[] =>
  entries.flatMap(({ label, from, to }) => {
    const span: Span = { from: label.from, to: label.to, part: label.strength === 'passed' ? 'frame' : 'label' }
    const passed: Span = { from, to, part: 'frame' }
    return label.from >= end ? [] : label.strength === 'passed' ? [span, passed] : [span]
  })

function valueSpans({ found, again, epigraph }: Around): readonly Span[] {
  const values = found.map(({ from, to, field }): Span => ({ from, to, part: 'value', field }))
  const parts = [...values, ...again.map(({ from, to }): Span => ({ from, to, part: 'frame' }))]
  return epigraph ? [...parts, { from: epigraph.from, to: epigraph.to, part: 'epigraph' }] : parts
}

const frameSpans = (post: Post, end: number): readonly Span[] =>
  post.lines.filter((line) => line.to <= end && isFrame(line)).map(({ from, to }) => ({ from, to, part: 'frame' }))

const isFrame = ({ kind, text }: MarkedLine): boolean =>
  kind === 'frame' ||
  kind === 'date' ||
  kind === 'cut' ||
  kind === 'story' ||
  // A row of stars parts what was said before it from what follows, and says nothing.
  (kind === 'rule' && !/[\p{L}\p{N}]/u.test(text))

/** What no step claimed before the story is preface. A place claimed twice goes to the first. */
function fill(text: string, sorted: readonly Span[], end: number): readonly Span[] {
  const out: Span[] = []
  let at = 0
  for (const span of sorted) {
    const from = Math.max(span.from, at)
    const to = Math.min(span.to, end)
    if (to <= from) continue
    if (from > at) out.push(between(text, { from: at, to: from }))
    out.push({ ...span, from, to })
    at = to
  }
  if (end > at) out.push(between(text, { from: at, to: end }))
  return out
}

/** A word or two that joins finds on a line ("by", "Fic:", "rated") belongs to them as a label does. */
function between(text: string, place: Place): Span {
  const said = text.slice(place.from, place.to)
  const isWholeLine = startsLine(text, place.from, said) && endsLine(text, place.to, said)
  const words = said.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  const isShort = said.length < 40 && words <= (said.trim().includes('\n') ? 1 : 3)
  return { ...place, part: isShort && !isWholeLine ? 'label' : 'preface' }
}

const startsLine = (text: string, from: number, said: string): boolean =>
  from === 0 || text[from - 1] === '\n' || /^[^\S\n]*\n/u.test(said)

const endsLine = (text: string, to: number, said: string): boolean =>
  to >= text.length || text[to] === '\n' || /\n[^\S\n]*$/u.test(said)

/**
 * The text of one part, piece by piece. Pieces without a letter or digit, such as the comma between two values, are not
 * worth a line; and the marks that open a label in bold, on the line after the piece, belong to the label.
 */
export function partText(
  text: string,
  spans: readonly Span[],
  part: Part,
  say: (place: Place) => string = ({ from, to }) => text.slice(from, to),
): string {
  const places: readonly Place[] = spans.filter((span) => span.part === part)
  return places
    .map((place) =>
      say(place)
        .replace(/\n[*_\s]*$/u, '')
        .replace(/^[)\]}.,;:|\s]+\n/u, '')
        .trim(),
    )
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
    .join('\n\n')
}
