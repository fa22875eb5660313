// On an archive's page the story stands under a path ("Books > Some Saga") and over its figures, with the summary unlabelled between them.
import type { Found } from '#src/text/header/fields.ts'
import type { Entry } from '#src/text/header/labels/entries.ts'
import { isListing } from '#src/text/header/labels/listing.ts'
import type { MarkedLine, Post } from '#src/text/header/lines/post.ts'
import { readShortLine } from './short-lines.ts'

/** Several labels parted by strokes, or a listing line: such a page prints the summary as it is. */
export const isArchivePage = (post: Post, entries: readonly Entry[]): boolean =>
  entries.some(({ label }) => {
    const line = post.lines[label.line]
    return line !== undefined && (isListing(line) || /\s\|\s/u.test(line.text)) && line.labels.length >= 2
  })

export function readUnlabelledSummary(
  rest: readonly MarkedLine[],
  known: readonly Found[],
  before: number,
): readonly Found[] {
  if (known.some(({ field }) => field === 'summary')) return []
  const line = rest.find(
    ({ index, text }) =>
      index < before &&
      text.trim().split(/\s+/u).length >= 6 &&
      readShortLine(text).length === 0 &&
      !text.includes(' > '),
  )
  if (!line) return []
  const more = rest.filter(({ index, text }) => index < before && readShortLine(text).length === 0)
  let last = line
  for (const next of more) if (next.index === last.index + 1) last = next
  const value = more.flatMap(({ index, text }) => (index >= line.index && index <= last.index ? [text] : [])).join('\n')
  return [{ field: 'summary', from: line.from, to: last.to, value, confidence: 0.55 }]
}

/** The last step of the path names the fandom. */
export function readPath(line: MarkedLine | undefined): readonly Found[] {
  const found = line ? /^\s*(?:[^>\n]{2,40} [>»] ){1,4}([^>\n]{2,60}?)\s*$/u.exec(line.text) : null
  const name = found?.[1]
  if (!line || !name) return []
  const from = line.from + line.text.lastIndexOf(name)
  return [{ field: 'fandom', from, to: from + name.length, value: name, confidence: 0.6 }]
}
