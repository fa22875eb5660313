// What the writer says of what was found: a stretch is another field, part of the story, said before it, or not needed.
// Applied to a reading it gives the reading as it ought to have been; nothing is lost, because only what a stretch counts as changes.
import type { Found, Place, Span } from './fields.ts'
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
  const kept = valid.filter(({ is, to }) => is !== 'story' && to <= bodyFrom)
  const spans = respanned(text, reading, kept, bodyFrom)
  const found = [...spared(reading.found, kept, bodyFrom), ...kept.flatMap((ruling) => foundIn(text, ruling))]
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
    if (is !== 'story' && from >= start && !/[\p{L}\p{N}]/u.test(text.slice(start, from))) start = to
  }
  return start
}

function respanned(
  text: string,
  reading: HeaderReading,
  rulings: readonly Ruling[],
  bodyFrom: number,
): readonly Span[] {
  const old = reading.spans
    .filter(({ part }) => part !== 'body')
    .flatMap((span) => without(span, rulings))
    .flatMap((span) => (span.from >= bodyFrom ? [] : [{ ...span, to: Math.min(span.to, bodyFrom) }]))
  const head = [...old, ...rulings.map(spanOf)].toSorted((one, other) => one.from - other.from)
  const spans: Span[] = []
  let at = 0
  for (const span of head) {
    if (span.from > at) spans.push({ from: at, to: span.from, part: 'preface' })
    spans.push(span)
    at = span.to
  }
  if (at < bodyFrom) spans.push({ from: at, to: bodyFrom, part: 'preface' })
  return [...spans, { from: bodyFrom, to: text.length, part: 'body' }]
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
const spared = (found: readonly Found[], rulings: readonly Ruling[], bodyFrom: number): readonly Found[] =>
  found.filter(({ from, to }) => to <= bodyFrom && !rulings.some((ruling) => ruling.from < to && from < ruling.to))

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
