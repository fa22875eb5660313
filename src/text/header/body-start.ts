// Says where the story begins: at a mark that says so, or after the header and the few unlabelled lines that still belong to it.
import type { Epigraph } from './finds/epigraph.ts'
import { readEpigraph } from './finds/epigraph.ts'
import { isTalkToReaders } from './finds/chatter.ts'
import { readShortLine } from './finds/short-lines.ts'
import { readSubject, readTitleBy } from './finds/subject-line.ts'
import { titleKey } from './finds/lone-title.ts'
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
  if (marked !== null) return startAt(post, marked, true)
  return quietStart(post, after, zone !== null, title)
}

function startAt(post: Post, line: number, isSure: boolean, epigraph: Epigraph | null = null): BodyStart {
  return { line, from: post.lines[line]?.from ?? post.text.length, isSure, epigraph }
}

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
  const until = lastHeading(post, after, title)
  for (; at < post.lines.length; at++) {
    const line = post.lines[at]
    if (!line || at <= until || !isStory(line, hasHeader, title)) continue
    const epigraph = hasHeader ? epigraphAt(post, line) : null
    if (epigraph) return startAt(post, epigraph.next, false, epigraph.found)
    break
  }
  return at >= post.lines.length ? afterLines(post, hasHeader) : startAt(post, at, false)
}

/** The text ended, or the part of it that is looked at. A text without any header is all story. */
function afterLines(post: Post, hasHeader: boolean): BodyStart {
  if (!hasHeader) return startAt(post, 0, false)
  const end = post.lines.at(-1)?.to ?? 0
  return { line: post.lines.length, from: end, isSure: end >= post.text.length, epigraph: null }
}

function isStory(line: MarkedLine, hasHeader: boolean, title: string | null): boolean {
  if (line.kind !== 'text') return false
  if (title !== null && titleKey(line.text) === titleKey(title)) return false
  if (readTitleBy(line.text) || (!hasHeader && readSubject(line.text))) return false
  if (line.isHeading) return false
  return !readShortLine(line.text).some(({ sure }) => sure)
}

/** A chapter heading or the title again, a few paragraphs on: what stands before it is talk, not story. */
function lastHeading(post: Post, after: number, title: string | null): number {
  let characters = 0
  let last = -1
  for (const line of post.lines.slice(after, after + reach.lines)) {
    characters += line.text.length
    if (characters > 1_500) break
    if (line.kind !== 'text') continue
    const isTitle = title !== null && titleKey(line.text) === titleKey(title)
    if (isTitle || line.isHeading || readShortLine(line.text).some(({ field }) => field === 'chapter'))
      last = line.index
    else if (!isTalkToReaders(line.text) && line.text.length > 200) break
  }
  return last
}

function epigraphAt(post: Post, line: MarkedLine): { readonly found: Epigraph; readonly next: number } | null {
  let last = line.index
  while (post.lines[last + 1]?.kind === 'text' && last - line.index < 12) last++
  const found = readEpigraph(post.text.slice(line.from, post.lines[last]?.to ?? line.to), line.from)
  return found ? { found, next: last + 1 } : null
}
