// Reads what stands around the labelled fields: unlabelled finds, the title, notes in passing, the epigraph; and says where the story begins.
import type { FieldName, Found } from './fields.ts'
import { readEpigraph } from './finds/epigraph.ts'
import type { Epigraph } from './finds/epigraph.ts'
import { isTalkToReaders } from './finds/chatter.ts'
import { readShortLine } from './finds/short-lines.ts'
import { findTitles } from './finds/titles.ts'
import type { Leftover } from './finds/titles.ts'
import { findBodyStart } from './body-start.ts'
import { settle } from './labels/meanings.ts'
import type { Entry } from './labels/entries.ts'
import type { Zone } from './labels/zone.ts'
import type { MarkedLine, Post } from './lines/post.ts'

export type Around = {
  readonly form: string | null
  readonly found: readonly Found[]
  readonly epigraph: Epigraph | null
  readonly bodyFrom: number
}

export function readAround(post: Post, zone: Zone | null, entries: readonly Entry[]): Around {
  const labelled = settleAll(post, entries)
  const title = labelled.find(({ field, confidence }) => field === 'title' && confidence > 0.8)?.value ?? null
  const start = findBodyStart(post, zone, entries, title)
  const free = freeLines(post, entries, start.line)
  const titles = findTitles(leftovers(post, zone, free, start), title)
  const used = new Set(titles.found.map(({ from }) => lineOf(free, from)))
  const rest = free.filter((line) => !used.has(line.index))
  const shorts = rest.flatMap((line) => shortFinds(line))
  const known = [...labelled, ...titles.found, ...shorts]
  const notes = passingNotes(post, zone, rest, known, start.isSure)
  const found = onlyOnce(
    [...known, ...notes].toSorted((a, b) => a.from - b.from),
    labelled,
  )
  const epigraph = start.isSure ? epigraphIn(post, rest) : start.epigraph
  return { form: titles.form, found, epigraph, bodyFrom: start.from }
}

function settleAll(post: Post, entries: readonly Entry[]): readonly Found[] {
  const named = new Set(
    entries.filter(({ label }) => label.strength === 'strong').flatMap(({ fields }): readonly FieldName[] => fields),
  )
  return entries.filter(({ from, to }) => to > from).flatMap((entry) => settle(entry, { named, text: post.text }))
}

/** Lines before the story that no label's value reaches into. */
function freeLines(post: Post, entries: readonly Entry[], bodyLine: number): readonly MarkedLine[] {
  const taken = new Set<number>()
  for (const { label, lastLine } of entries) for (let at = label.line; at <= lastLine; at++) taken.add(at)
  return post.lines.filter(({ index, kind }) => index < bodyLine && !taken.has(index) && kind === 'text')
}

function leftovers(
  post: Post,
  zone: Zone | null,
  free: readonly MarkedLine[],
  start: { readonly line: number; readonly isSure: boolean },
): readonly Leftover[] {
  const written = post.lines.filter(({ kind, index }) => index < start.line && (kind === 'text' || kind === 'gap'))
  const first = written[0]?.index
  const last = written.at(-1)?.index
  return free.map((line) => ({
    line,
    isFirst: line.index === first,
    beforeStory: start.isSure && line.index === last,
    inBlock: zone !== null && line.index > zone.first && line.index < zone.last,
  }))
}

const lineOf = (lines: readonly MarkedLine[], at: number): number =>
  lines.find(({ from, to }) => from <= at && at <= to)?.index ?? -1

const shortFinds = (line: MarkedLine): readonly Found[] =>
  readShortLine(line.text).map(({ field, from, to, sure }) => ({
    field,
    from: line.from + from,
    to: line.from + to,
    value: line.text.slice(from, to),
    confidence: sure ? 0.65 : 0.5,
  }))

/** What a writer says in the midst of the header, or right after it, is a note when no label says so. */
function passingNotes(
  post: Post,
  zone: Zone | null,
  rest: readonly MarkedLine[],
  known: readonly Found[],
  isSure: boolean,
): readonly Found[] {
  if (!zone || known.some(({ field, confidence }) => field === 'notes' && confidence >= 0.7)) return []
  return rest
    .filter((line) => line.index > zone.first && readShortLine(line.text).length === 0)
    .filter((line) => line.index < zone.last || isSure)
    .filter((line) => line.text.trim().split(/\s+/u).length >= 5 || isTalkToReaders(line.text))
    .filter((line) => readEpigraph(line.text, line.from) === null)
    .map((line) => ({
      field: 'notes',
      from: line.from,
      to: line.to,
      value: post.text.slice(line.from, line.to),
      confidence: 0.45,
    }))
}

/** An unlabelled find does not stand beside a labelled one of its field, but a title may stand twice. */
function onlyOnce(found: readonly Found[], labelled: readonly Found[]): readonly Found[] {
  const named = new Set(labelled.map(({ field }) => field))
  return found.filter((find) => labelled.includes(find) || find.field === 'title' || !named.has(find.field))
}

function epigraphIn(post: Post, rest: readonly MarkedLine[]): Epigraph | null {
  for (const line of rest) {
    const next = post.lines[line.index + 1]
    const two = next?.kind === 'text' ? readEpigraph(post.text.slice(line.from, next.to), line.from) : null
    const found = two ?? readEpigraph(line.text, line.from)
    if (found) return found
  }
  return null
}
