// What the writer says of what was found: a stretch is another field, part of the story, said before it, or not needed.
// Applied to a reading it gives the reading as it ought to have been; nothing is lost, because only what a stretch counts as changes.
import type { Found, Part, Place, Span } from './fields.ts'
import { collectFields } from './findings.ts'
import { hintIn } from './finds/chatter.ts'
import { readEpigraph } from './finds/epigraph.ts'
import type { HeaderReading } from './header.ts'
import { otherKinds, type RuledKind } from './ruled-kinds.ts'
import { partText } from './spans.ts'

/** A stretch of the post, as it was shown, and what its writer says it is. */
export type Ruling = Place & { readonly is: RuledKind }

const isOther = (is: RuledKind): is is (typeof otherKinds)[number] => otherKinds.some((other) => other === is)

export function ruled(text: string, reading: HeaderReading, rulings: readonly Ruling[]): HeaderReading {
  if (rulings.length === 0) return reading
  const valid = inOrder(text, rulings)
  const bodyFrom = storyStart(text, reading.bodyFrom, valid)
  const bodyTo = Math.max(storyEnd(text, reading.bodyTo, valid), bodyFrom)
  const kept = valid.filter(({ is, to, from }) => is !== 'story' && (to <= bodyFrom || from >= bodyTo))
  const body = { from: bodyFrom, to: bodyTo }
  const spans = respanned(text, reading, kept, body)
  const found = [...spared(reading.found, kept, body), ...kept.flatMap((ruling) => foundIn(text, ruling))]
  const sorted = found.toSorted((one, other) => one.from - other.from)
  const preface = partText(text, spans, 'preface')
  return {
    ...reading,
    fields: collectFields(sorted),
    found: sorted,
    preface,
    frame: partText(text, spans, 'frame'),
    epigraph: epigraphOf(text, spans, reading),
    spans,
    bodyFrom,
    bodyTo,
    roleHint: hintIn(preface),
  }
}

/** Stretches that lie within the text and not upon one another. */
function inOrder(text: string, rulings: readonly Ruling[]): readonly Ruling[] {
  const sorted = rulings
    .filter(({ from, to }) => from >= 0 && from < to && to <= text.length)
    .toSorted((one, other) => one.from - other.from)
  const apart: Ruling[] = []
  for (const ruling of sorted) if (ruling.from >= (apart.at(-1)?.to ?? 0)) apart.push(ruling)
  return apart
}

/** "Part of the story" lets the story begin there, with its whole line; what lay at the story's beginning may be taken off it. */
function storyStart(text: string, before: number, rulings: readonly Ruling[]): number {
  const early = rulings.find(({ is, from }) => is === 'story' && from < before)
  if (early) return text.lastIndexOf('\n', early.from) + 1
  let start = before
  for (const { is, from, to } of rulings) {
    if (is !== 'story' && from >= start && !saysSomething(text.slice(start, from))) start = to
  }
  return start
}

/** "Part of the story" beneath it lets the story go on to the end of that line; what lay at its end may be taken off it. */
function storyEnd(text: string, before: number, rulings: readonly Ruling[]): number {
  const late = rulings.findLast(({ is, to }) => is === 'story' && to > before)
  if (late) {
    const end = text.indexOf('\n', late.to)
    return end < 0 || !saysSomething(text.slice(end)) ? text.length : end
  }
  let end = before
  for (const { is, from, to } of rulings.toReversed()) {
    if (is !== 'story' && to <= end && !saysSomething(text.slice(to, end))) end = from
  }
  return end
}

const saysSomething = (said: string): boolean => /[\p{L}\p{N}]/u.test(said)

function respanned(text: string, reading: HeaderReading, rulings: readonly Ruling[], body: Place): readonly Span[] {
  const old = reading.spans.filter(({ part }) => part !== 'body').flatMap((span) => without(span, rulings))
  const all = [...old, ...rulings.map(spanOf)].toSorted((one, other) => one.from - other.from)
  const head = laidOut(all, { from: 0, to: body.from }, 'preface')
  const end = laidOut(all, { from: body.to, to: text.length }, 'frame')
  return [...head, ...(body.to > body.from || text === '' ? [{ ...body, part: 'body' } as const] : []), ...end]
}

/** Side by side within a place, with nothing left out between them. */
function laidOut(all: readonly Span[], place: Place, between: Part): readonly Span[] {
  const spans: Span[] = []
  let at = place.from
  for (const span of all) {
    const [from, to] = [Math.max(span.from, at), Math.min(span.to, place.to)]
    if (to <= from) continue
    if (from > at) spans.push({ from: at, to: from, part: between })
    spans.push({ ...span, from, to })
    at = to
  }
  return at < place.to ? [...spans, { from: at, to: place.to, part: between }] : spans
}

/** What is left of a stretch beside those that were spoken of. */
function without(span: Span, rulings: readonly Ruling[]): readonly Span[] {
  const left: Span[] = []
  let at = span.from
  for (const { from, to } of rulings) {
    if (to <= at || from >= span.to) continue
    if (from > at) left.push({ ...span, from: at, to: from })
    at = Math.max(at, to)
  }
  if (at < span.to) left.push({ ...span, from: at })
  return left
}

function spanOf({ from, to, is }: Ruling): Span {
  if (!isOther(is)) return { from, to, part: 'value', field: is }
  return { from, to, part: is === 'preface' || is === 'epigraph' ? is : 'frame' }
}

/** What was found and not spoken of stays. */
const spared = (found: readonly Found[], rulings: readonly Ruling[], body: Place): readonly Found[] =>
  found.filter(
    ({ from, to }) =>
      (to <= body.from || from >= body.to) && !rulings.some((ruling) => ruling.from < to && from < ruling.to),
  )

const foundIn = (text: string, { from, to, is }: Ruling): readonly Found[] =>
  isOther(is) ? [] : [{ field: is, from, to, value: text.slice(from, to).trim(), confidence: 1 }]

/** The last stretch that counts as one. */
function epigraphOf(text: string, spans: readonly Span[], { epigraph, spans: before }: HeaderReading) {
  const span = spans.findLast(({ part }) => part === 'epigraph')
  if (!span) return null
  const isSame = before.some(({ part, from, to }) => part === 'epigraph' && from === span.from && to === span.to)
  if (isSame) return epigraph
  const said = text.slice(span.from, span.to).trim()
  const read = readEpigraph(said, span.from)
  return read ? { text: read.text, attribution: read.attribution } : { text: said, attribution: '' }
}
