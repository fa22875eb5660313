// Says where the story begins: at a mark that says so, or after the header and the few unlabelled lines that still belong to it.
import type { FieldName } from './fields.ts'
import type { Epigraph } from './finds/epigraph.ts'
import { readEpigraph } from './finds/epigraph.ts'
import { isTalkToReaders, speaksOfFic } from './finds/chatter.ts'
import { readShortLine } from './finds/short-lines.ts'
import { looksLikeTitle, readSubject, readTitleBy } from './finds/subject-line.ts'
import { titleKey } from './finds/lone-title.ts'
import { isGreeting } from './finds/passing-notes.ts'
import { isTitleAgain } from './finds/titles.ts'
import type { Entry } from './labels/entries.ts'
import type { Zone } from './labels/zone.ts'
import type { MarkedLine, Post } from './lines/post.ts'

/** `line` is the first line of the story; `isSure` when a mark says so. */
export type BodyStart = {
  readonly line: number
  readonly from: number
  readonly isSure: boolean
  readonly epigraph: Epigraph | null
}

/** How far after the header a mark of the story's beginning is looked for. */
const reach = { lines: 40, characters: 4_000 }

export function findBodyStart(
  post: Post,
  zone: Zone | null,
  entries: readonly Entry[],
  title: string | null,
): BodyStart {
  const after = Math.max(zone ? zone.last : -1, ...entries.map(({ lastLine }) => lastLine)) + 1
  const marked = markedStart(post, after)
  if (marked !== null) return startAt(post, marked + (isOnlyMark(post.lines[marked]) ? 1 : 0), true)
  return quietStart(post, after, zone !== null, title)
}

function startAt(post: Post, line: number, isSure: boolean, epigraph: Epigraph | null = null): BodyStart {
  return { line, from: post.lines[line]?.from ?? post.text.length, isSure, epigraph }
}

/** "( Read more... )" and "Work Text:" stand before the story; a place-holder stands for it. */
const isOnlyMark = (line: MarkedLine | undefined): boolean =>
  line?.kind === 'cut' || (line !== undefined && /:\s*$/u.test(line.text))

/** A cut, a story mark. The end of a short text is one too: then the post is a header and nothing more. */
function markedStart(post: Post, after: number): number | null {
  let characters = 0
  for (const line of post.lines.slice(after, after + reach.lines)) {
    if (line.kind === 'story' || (line.kind === 'cut' && after > 0)) return line.index
    characters += line.text.length
    if (characters > reach.characters) return null
  }
  return null
}

/** No mark: unlabelled lines that speak for themselves belong to the header, the first paragraph that does not begins the story. */
function quietStart(post: Post, after: number, hasHeader: boolean, title: string | null): BodyStart {
  let at = after
  let hasTop = hasHeader
  const until = lastHeading(post, after, hasHeader, title)
  for (; at < post.lines.length; at++) {
    const line = post.lines[at]
    if (!line || at <= until || !isStory(post, line, hasTop, title) || isTop(post, line)) {
      hasTop ||= line?.kind === 'text'
      continue
    }
    const epigraph = hasTop ? epigraphAt(post, line) : null
    if (epigraph) return startAt(post, nextWritten(post, epigraph.next), false, epigraph.found)
    break
  }
  return at >= post.lines.length ? afterLines(post, hasHeader) : startAt(post, at, false)
}

function nextWritten(post: Post, from: number): number {
  let at = from
  while (post.lines[at]?.kind === 'blank' || post.lines[at]?.kind === 'rule') at++
  return at
}

/** The text ended, or the part of it that is looked at. A text without any header is all story. */
function afterLines(post: Post, hasHeader: boolean): BodyStart {
  if (!hasHeader) return startAt(post, 0, false)
  const end = post.lines.at(-1)?.to ?? 0
  return { line: post.lines.length, from: end, isSure: end >= post.text.length, epigraph: null }
}

function isStory(post: Post, line: MarkedLine, hasHeader: boolean, title: string | null): boolean {
  if (line.kind !== 'text' || line.isHeading) return false
  if (title !== null && isTitleOnce(line.text, title)) return false
  if (readTitleBy(line.text) || (!hasHeader && readSubject(line.text))) return false
  if (hasHeader && (isTalk(line.text) || (title === null && isTitleOverStory(post, line)))) return false
  return !readShortLine(line.text).some(({ sure }) => sure)
}

const isTitleOnce = (text: string, title: string): boolean =>
  text.length < 160 && !/["“”]/u.test(text) && isTitleAgain(text, title)

/** The writer still speaks: of the fic, to its readers, and not in quotation marks. */
const isTalk = (text: string): boolean =>
  text.length < 600 &&
  !/["“”„«]/u.test(text) &&
  (tellsWhere.test(text) || isGreeting(text) || (speaksOfFic(text) && isTalkToReaders(text)))

const tellsWhere =
  /^\W*(?:author['’]?s?['’]? notes?|notes?|a\/n|warnings?|translations?|disclaimers?) (?:is|are|at|can be|will be|below|follow)\b/iu

const isProse = (line: MarkedLine | undefined): boolean =>
  line?.kind === 'text' && line.labels.length === 0 && readShortLine(line.text).length === 0

/** A short line by itself, over a paragraph. */
function isTitleOverStory(post: Post, line: MarkedLine): boolean {
  const isAlone = post.lines[line.index + 1]?.kind === 'blank' && !isProse(post.lines[line.index - 1])
  const said = line.text.trim().replace(/:$/u, '')
  const isShort = said.split(/\s+/u).length <= 7 && looksLikeTitle(said) && !/[.!?"”]$/u.test(said)
  const below = post.lines[nextWritten(post, line.index + 1)]
  return isAlone && isShort && below?.kind === 'text' && below.text.length > said.length
}

/** A title over "by Somebody", over a pairing or a rating: a header without a single label. */
function isTop(post: Post, line: MarkedLine): boolean {
  const below = post.lines[line.index + 1]
  const next = below?.kind === 'blank' ? post.lines[line.index + 2] : below
  if (next?.kind !== 'text' || !looksLikeTitle(line.text)) return false
  return readShortLine(next.text).some(({ field, sure }) => sure && topFields.includes(field))
}

const topFields: readonly FieldName[] = ['author', 'pairings', 'rating', 'words']

/** A chapter heading or the title again, a few paragraphs on: what stands before it is talk, not story. */
function lastHeading(post: Post, after: number, hasHeader: boolean, title: string | null): number {
  let characters = 0
  let last = -1
  let isAllTalk = true
  for (const line of post.lines.slice(after, after + reach.lines)) {
    characters += line.text.length
    if (characters > 1_500) break
    if (line.kind === 'rule' && isAllTalk && last < 0) last = line.index
    if (line.kind !== 'text') continue
    isAllTalk &&= isTalkToReaders(line.text)
    const isTitle = title !== null && titleKey(line.text) === titleKey(title)
    if (isTitle || line.isHeading || readShortLine(line.text).some(({ field }) => field === 'chapter'))
      last = line.index
    else if (!isTalkToReaders(line.text) && (!hasHeader || line.text.length > 200 || /["“„«]/u.test(line.text))) break
  }
  return last
}

/** Whose words they are, after an empty line. */
const sourceBelow = /^\s{0,4}(?:> ?)?[–—~-]{1,2} ?[\p{L}“"][^\n]{1,100}$/u

function epigraphAt(post: Post, line: MarkedLine): { readonly found: Epigraph; readonly next: number } | null {
  let last = line.index
  while (post.lines[last + 1]?.kind === 'text' && last - line.index < 12) last++
  const [gap, below] = [post.lines[last + 1], post.lines[last + 2]]
  const isSource = gap?.isBlank === true && below?.kind === 'text' && sourceBelow.test(below.text)
  const found = readEpigraph(
    post.text.slice(line.from, post.lines[isSource ? last + 2 : last]?.to ?? line.to),
    line.from,
  )
  if (isSource) last += 2
  return found ? { found, next: last + 1 } : null
}
