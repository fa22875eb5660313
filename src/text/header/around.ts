// Reads what stands around the labelled fields: unlabelled finds, the title, notes in passing, the epigraph; and says where the story begins.
import { findBodyStart } from './body-start.ts'
import type { BodyStart } from './body-start.ts'
import type { FieldName, Found, Place } from './fields.ts'
import { isArchivePage, readPath, readUnlabelledSummary } from './finds/archive-page.ts'
import { readEpigraph } from './finds/epigraph.ts'
import type { Epigraph } from './finds/epigraph.ts'
import type { Leftover } from './finds/lone-title.ts'
import { readPassingNotes } from './finds/passing-notes.ts'
import { readShortLine } from './finds/short-lines.ts'
import { looksLikeTitle, readSubject } from './finds/subject-line.ts'
import { titleKey } from './finds/lone-title.ts'
import { findTitles } from './finds/titles.ts'
import type { TitleFinds } from './finds/titles.ts'
import type { Entry } from './labels/entries.ts'
import { isListing, readListing } from './labels/listing.ts'
import { settle } from './labels/meanings.ts'
import type { Zone } from './labels/zone.ts'
import type { MarkedLine, Post } from './lines/post.ts'

export type Around = {
  readonly form: string | null
  readonly found: readonly Found[]
  /** What a label says already: said again it is nobody’s preface. */
  readonly again: readonly Place[]
  readonly epigraph: Epigraph | null
  readonly bodyFrom: number
}

export function readAround(post: Post, zone: Zone | null, entries: readonly Entry[]): Around {
  const labelled = settleAll(post, entries)
  const title = labelled.find(({ field, confidence }) => field === 'title' && confidence > 0.8)?.value ?? null
  const start = findBodyStart(post, zone, entries, title ?? subjectAbove(post, zone))
  const free = freeLines(post, entries, start.line)
  const author = labelled.find(({ field }) => field === 'author')?.value ?? null
  const titles = findTitles(leftovers(post, zone, free, start), title, author)
  const rest = free.filter((line) => !titles.found.some(({ from }) => line.from <= from && from <= line.to))
  const known = [...labelled, ...titles.found, ...readLines(post, zone, entries, rest)]
  const archive = unlabelledOfArchives({ post, entries, rest, known, titles, zone })
  const epigraph = start.isSure ? epigraphIn(post, rest) : start.epigraph
  const claimed = epigraph ? [...archive, epigraph] : archive
  const said = rest.filter((line) => !claimed.some(({ from, to }) => from <= line.to && line.from <= to))
  const notes = isArchivePage(post, entries)
    ? []
    : readPassingNotes({ post, zone, rest: said, known, isSure: start.isSure })
  const own = ownLabels(zone, said, notes)
  const found = [...known, ...archive, ...notes, ...own].toSorted((a, b) => a.from - b.from)
  const once = onlyOnce(found, labelled)
  return { form: titles.form, found: once, again: saidAgain(found, once), epigraph, bodyFrom: start.from }
}

/** The title that the subject names, to know it again over the story. */
function subjectAbove(post: Post, zone: Zone | null): string | null {
  for (const line of post.lines.slice(0, Math.min(zone ? zone.first + 1 : 12, 30))) {
    const subject = line.kind === 'text' ? readSubject(line.text) : null
    if (subject) return line.text.slice(subject.title.from, subject.title.to)
  }
  return null
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

function leftovers(post: Post, zone: Zone | null, free: readonly MarkedLine[], start: BodyStart): readonly Leftover[] {
  const written = post.lines.filter(({ kind, index }) => index < start.line && (kind === 'text' || kind === 'gap'))
  const first = written[0]?.index
  const last = written.at(-1)?.index
  const isFree = new Set(free.map(({ index }) => index))
  const isProse = (at: number): boolean => isFree.has(at) && readShortLine(post.lines[at]?.text ?? '').length === 0
  const isBlank = (at: number): boolean => post.lines[at]?.kind !== 'text'
  return free.map((line) => ({
    line,
    isFirst: line.index === first,
    beforeStory: (start.isSure || start.line > 0) && line.index === last,
    inBlock: zone !== null && line.index > zone.first && line.index < zone.last,
    beforeByline: isOverByline(post, line),
    overLabels: zone !== null && line.index < zone.first && nextWritten(post, line.index)?.index === zone.first,
    isAlone: isBlank(line.index - 1) && isBlank(line.index + 1),
    goesOn: isProse(line.index + 1) && !isOverByline(post, line) && nameBelow(post, line.index) === null,
    name: nameBelow(post, line.index),
    underRule: isUnderRule(post, line.index),
  }))
}

/** On an archive's page the author's name stands under the title, by itself. */
function nameBelow(post: Post, at: number): Found | null {
  const line = post.lines[at + 1]
  const isBlock = post.lines[at - 1]?.kind !== 'text'
  const below = post.lines[at + 2]?.kind === 'blank' ? post.lines[at + 3] : post.lines[at + 2]
  const labelled = below?.labels.some(({ atStart, strength }) => atStart && strength === 'strong') ?? false
  if (
    !line ||
    line.labels.length > 0 ||
    !isBlock ||
    !labelled ||
    !/^\s*[\w-]{2,40}(?:, [\w-]{2,40}){0,4}\s*$/u.test(line.text)
  )
    return null
  return { field: 'author', from: line.from, to: line.to, value: line.text.trim(), confidence: 0.6 }
}

function isUnderRule(post: Post, at: number): boolean {
  const above = post.lines[at - 1]
  return (above?.kind === 'blank' ? post.lines[at - 2] : above)?.kind === 'rule'
}

function nextWritten(post: Post, from: number): MarkedLine | undefined {
  let at = from + 1
  while (post.lines[at]?.kind === 'blank' && at < from + 4) at++
  return post.lines[at]
}

/** "by Somebody" in the next line, or after a subtitle. */
function isOverByline(post: Post, line: MarkedLine): boolean {
  const next = nextWritten(post, line.index)
  if (isByline(next)) return true
  return next?.index === line.index + 1 && looksLikeTitle(next.text) && isByline(nextWritten(post, next.index))
}

const isByline = (line: MarkedLine | undefined): boolean =>
  line !== undefined && line.kind === 'text' && readShortLine(line.text).some(({ field }) => field === 'author')

function readLines(
  post: Post,
  zone: Zone | null,
  entries: readonly Entry[],
  rest: readonly MarkedLine[],
): readonly Found[] {
  const listings = new Set(entries.map(({ label }) => post.lines[label.line]).filter((line) => line && isListing(line)))
  const listed = [...listings].flatMap((line) => (line ? readListing(post, line) : []))
  return [...listed, ...rest.filter((line) => zone === null || line.index >= zone.first - 30).flatMap(shortFinds)]
}

const shortFinds = (line: MarkedLine): readonly Found[] =>
  readShortLine(line.text).map(({ field, from, to, sure }) => ({
    field,
    from: line.from + from,
    to: line.from + to,
    value: line.text.slice(from, to),
    confidence: sure ? 0.65 : 0.5,
  }))

type Pages = {
  readonly post: Post
  readonly entries: readonly Entry[]
  readonly rest: readonly MarkedLine[]
  readonly known: readonly Found[]
  readonly titles: TitleFinds
  readonly zone: Zone | null
}

/** Archives print the summary without a label; so do people who recommend "Title, by Author. PG-13." */
function unlabelledOfArchives({ post, entries, rest, known, titles, zone }: Pages): readonly Found[] {
  const path = known.some(({ field }) => field === 'fandom') ? [] : readPath(rest.find(({ index }) => index < 3))
  if (isArchivePage(post, entries)) return [...path, ...readUnlabelledSummary(rest, known, zone?.last ?? 0)]
  const by = titles.found.find(({ field, confidence }) => field === 'author' && confidence >= 0.8)
  const isRecommended =
    by && known.some(({ field, from }) => field === 'rating' && from > by.from && from < by.from + 200)
  return isRecommended && zone
    ? readUnlabelledSummary(
        rest.filter(({ from }) => from > by.from),
        known,
        zone.last,
      )
    : []
}

/** An unlabelled find does not stand beside a labelled one of its field, but a title may stand twice. */
function onlyOnce(found: readonly Found[], labelled: readonly Found[]): readonly Found[] {
  const named = new Set(labelled.map(({ field }) => field))
  const isLabelled = new Set(labelled)
  return found.filter((find) => isLabelled.has(find) || find.field === 'title' || !named.has(find.field))
}

/** A line in the midst of the header with a label of the writer's own belongs to the header, whatever it means. */
function ownLabels(zone: Zone | null, rest: readonly MarkedLine[], notes: readonly Found[]): readonly Found[] {
  if (!zone) return []
  const free = rest.filter(
    ({ index, from, to }) =>
      index > zone.first && index < zone.last && !notes.some((note) => note.from < to && from < note.to),
  )
  return free.flatMap((line) => {
    const label = line.labels.find(({ atStart, strength }) => atStart && strength === 'unknown')
    if (!label || label.to >= line.to) return []
    const from = line.from + (line.text.length - line.text.trimStart().length)
    return [{ field: 'other', from, to: line.to, value: line.text.trimStart(), confidence: 0.5 }]
  })
}

function saidAgain(all: readonly Found[], once: readonly Found[]): readonly Place[] {
  const kept = new Set(once)
  return all.filter(
    (find) =>
      !kept.has(find) &&
      once.some(({ field, value }) => field === find.field && titleKey(value).includes(titleKey(find.value))),
  )
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
