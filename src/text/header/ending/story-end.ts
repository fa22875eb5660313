// Says where the story ends and its writer speaks again: "Thanks for reading!" beneath a rule, "A/N: …" as the last of all.
// Whoever is not sure leaves it in the story: a lost ending is worse than a note that is counted.
import { isTalk } from '#src/text/header/fields.ts'
import type { Found, Place, Span } from '#src/text/header/fields.ts'
import { readShortLine } from '#src/text/header/finds/short-lines.ts'
import type { Label } from '#src/text/header/labels/label.ts'
import { noMarks } from '#src/text/header/lines/lines.ts'
import { isSaid, markPost } from '#src/text/header/lines/post.ts'
import type { MarkedLine, Post } from '#src/text/header/lines/post.ts'
import type { OwnWords } from '#src/text/header/words/label-reading.ts'
import { behindTheEnd, goesOnTalking, isPostingTalk, isSpeech, isSureTalk, isTheEnd } from './end-talk.ts'

export type Ending = {
  /** Where the story ends. */
  readonly bodyTo: number
  readonly found: readonly Found[]
  readonly spans: readonly Span[]
}

/** End notes are short; further up nobody looks for them. */
const LONGEST = 3_000
/** Of a longer post the header does not reach so far. */
const FARTHEST = 10_000

export function findStoryEnd(text: string, bodyFrom: number, own: OwnWords): Ending {
  const none: Ending = { bodyTo: text.length, found: [], spans: [] }
  const cut = text.length - LONGEST
  const from = cut <= bodyFrom ? bodyFrom : text.indexOf('\n', cut) + 1
  if (from < bodyFrom || (from === 0 && bodyFrom > 0)) return none
  const { lines } = markPost(text.slice(from), noMarks, own)
  const opening = openingIn(lines)
  if (!opening || !hasStory(text.slice(bodyFrom, from + opening.line.from))) return none
  return endingAt(text, from, lines, opening)
}

/**
 * Of a short post the labels beneath the story are within reach of the header's: the line from which on its writer speaks again,
 * where paragraphs without any label stand between.
 */
export function endOfHeaderReach({ lines, text }: Post): number {
  if (text.length > FARTHEST) return lines.length
  const opening = openingIn(lines)
  if (!opening) return lines.length
  const { index } = opening.line
  const last = lines.findLast((line) => line.index < index && (isSaid(line) || hasLabel(line)))
  const between = lines.slice((last?.index ?? -1) + 1, index)
  return isStoryBetween(between, last, aboveOf(lines, opening.line)) ? index : lines.length
}

const hasLabel = ({ labels }: MarkedLine): boolean => labels.some(({ atStart }) => atStart)

/** One paragraph is a story where a rule parts it from the notes, or where it is long and no talk. */
function isStoryBetween(between: readonly MarkedLine[], last: MarkedLine | undefined, above: Above): boolean {
  if (last && between[0]?.kind === 'text') return false
  const written = between.filter(({ kind, text }) => kind === 'text' && !goesOnTalking(text))
  const paragraphs = written.filter(
    ({ index }) => between[index - 1 - (between[0]?.index ?? 0)]?.kind !== 'text',
  ).length
  const isProse = last?.labels.some(({ fields }) => fields.some((field) => isTalk(field))) ?? false
  if (paragraphs >= (isProse ? 3 : 2)) return true
  const words = written.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []).length
  return paragraphs > 0 && (above === 'end' || words >= LONG)
}

/** So many words in one paragraph are a story. */
const LONG = 60

type Opening = { readonly line: MarkedLine; readonly confidence: number }

/** The first line from which on everything is talk; each line is looked at once. */
function openingIn(lines: readonly MarkedLine[]): Opening | null {
  const last = lines.findLastIndex((line) => !goesOn(line, lines[line.index - 1]))
  for (const line of lines.slice(Math.max(last, 0))) {
    if (line.kind !== 'text') continue
    const confidence = confidenceOf(line, aboveOf(lines, line))
    if (confidence > 0) return { line, confidence }
  }
  return null
}

const hasStory = (said: string): boolean => (said.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 3

/** What stands over a line: a rule or "The End", nothing, or more of the text. */
type Above = 'end' | 'gap' | 'text'

function aboveOf(lines: readonly MarkedLine[], { index }: MarkedLine): Above {
  let at = index - 1
  while (lines[at]?.kind === 'blank') at--
  const above = lines[at]
  if (above && (isBareRule(above) || (above.kind === 'text' && isTheEnd(above.text)))) return 'end'
  return at < index - 1 ? 'gap' : 'text'
}

const isBareRule = ({ kind, text }: MarkedLine): boolean => kind === 'rule' && !/[\p{L}\p{N}]/u.test(text)

function confidenceOf(line: MarkedLine, above: Above): number {
  const label = noteLabel(line)
  const said = line.text
  if (label) return labelled(label, said, above)
  const rest = behindTheEnd(said)
  if (rest !== '' && (isSureTalk(rest) || isPostingTalk(rest))) return 0.8
  if (above === 'text') return 0
  if (isSureTalk(said)) return above === 'end' ? 0.85 : 0.7
  return above === 'end' && isPostingTalk(said) ? 0.6 : 0
}

const noteFields = new Set(['notes', 'endnotes', 'beta', 'thanks', 'feedback', 'disclaimer', 'archive'])

const noteLabel = ({ labels }: MarkedLine): Label | undefined =>
  labels.find(
    ({ atStart, fields, sign }) =>
      atStart && (sign === 'colon' || sign === 'enclosed') && fields.some((field) => noteFields.has(field)),
  )

/** "Note:" alone may be a thing on a kitchen table; "A/N:" is not. */
function labelled({ written }: Label, said: string, above: Above): number {
  const name = written.toLowerCase()
  const isOurs = /\ba\/?n\b|author|writer|\bend ?notes?\b|closing|beta|chapter|translat|disclaimer/u.test(name)
  if (isOurs) return above === 'end' ? 0.9 : above === 'gap' ? 0.8 : 0.7
  if (above === 'text') return 0
  if (isSureTalk(said) || isPostingTalk(said)) return 0.8
  if (above === 'end') return 0.75
  return name.endsWith('s') ? 0.6 : 0
}

const storyFields = new Set('title rating pairings author summary characters fandom timing words chapter'.split(' '))

/** Nobody speaks in it, no other piece begins in it, and a new paragraph talks on. */
function goesOn(line: MarkedLine, above: MarkedLine | undefined): boolean {
  if (line.kind !== 'text') return !/[\p{L}\p{N}]/u.test(line.text) || line.kind !== 'rule'
  if (isSpeech(line.text) || line.isHeading || isNextPiece(line)) return false
  return above?.kind === 'text' ? line.text.length < 400 : noteLabel(line) !== undefined || goesOnTalking(line.text)
}

const isNextPiece = ({ labels, text }: MarkedLine): boolean =>
  labels.some(({ atStart, fields }) => atStart && fields.some((field) => storyFields.has(field))) ||
  readShortLine(text).some(({ field, sure }) => sure && storyFields.has(field))

function endingAt(text: string, from: number, lines: readonly MarkedLine[], { line, confidence }: Opening): Ending {
  const bodyTo = from + (lines[firstRule(lines, line.index)]?.from ?? line.from)
  const label = noteLabel(line)
  const isOnlyNotes = label?.fields.every((field) => field === 'notes' || field === 'endnotes') === true
  const paragraphs = paragraphsIn(lines.slice(line.index)).map((place) => within(place, from))
  const named: Span | null =
    isOnlyNotes && label ? { from: from + label.from, to: from + label.to, part: 'label' } : null
  const found = paragraphs.flatMap((place): Found[] => {
    const start = named && place.from <= named.from ? named.to : place.from
    const skipped = start + (/^\s*/u.exec(text.slice(start, place.to))?.[0].length ?? 0)
    const value = text.slice(skipped, place.to)
    return value === '' ? [] : [{ field: 'endnotes', from: skipped, to: place.to, value, confidence }]
  })
  return { bodyTo, found, spans: spansOf(text, bodyTo, named ? [named] : [], found) }
}

/** Rules over the notes part them from the story and belong to neither. */
function firstRule(lines: readonly MarkedLine[], index: number): number {
  let first = index
  for (let at = index - 1; at >= 0; at--) {
    const line = lines[at]
    if (!line || (line.kind !== 'blank' && !isBareRule(line))) break
    if (isBareRule(line)) first = at
  }
  return first
}

const within = ({ from, to }: Place, by: number): Place => ({ from: from + by, to: to + by })

function paragraphsIn(lines: readonly MarkedLine[]): readonly Place[] {
  const out: { from: number; to: number }[] = []
  let isOpen = false
  for (const { kind, from, to, text } of lines) {
    const last = out.at(-1)
    if (!/[\p{L}\p{N}]/u.test(text) || kind === 'blank') isOpen = false
    else if (isOpen && last) last.to = to
    else {
      out.push({ from, to })
      isOpen = true
    }
  }
  return out
}

/** Every letter of the end in exactly one span. */
export function spansOf(
  text: string,
  bodyTo: number,
  labels: readonly Span[],
  found: readonly Found[],
): readonly Span[] {
  const values = found.map(({ from, to, field }): Span => ({ from, to, part: 'value', field }))
  const spans: Span[] = []
  let at = bodyTo
  for (const span of [...labels, ...values].toSorted((one, other) => one.from - other.from)) {
    if (span.from > at) spans.push({ from: at, to: span.from, part: 'frame' })
    spans.push(span)
    at = span.to
  }
  return at < text.length ? [...spans, { from: at, to: text.length, part: 'frame' }] : spans
}
