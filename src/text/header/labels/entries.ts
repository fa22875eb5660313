// Delimits values: the rest of the label's line, and the following lines until the next label, an empty line or a line that speaks for itself.
import { isTalk } from '#src/text/header/fields.ts'
import type { FieldName } from '#src/text/header/fields.ts'
import { literalEnd } from '#src/text/header/literal.ts'
import { isTalkToReaders, speaksOfFic } from '#src/text/header/finds/chatter.ts'
import { readShortLine } from '#src/text/header/finds/short-lines.ts'
import type { MarkedLine, Post } from '#src/text/header/lines/post.ts'
import type { Label } from './label.ts'
import { endInListing, isListing } from './listing.ts'
import type { Zone } from './zone.ts'

/** A label with the place of its value; an empty value has `from` equal to `to`. */
export type Entry = {
  readonly label: Label
  readonly fields: readonly FieldName[]
  readonly from: number
  readonly to: number
  /** The last line that the value reaches into. */
  readonly lastLine: number
}

export function readEntries(post: Post, zone: Zone): readonly Entry[] {
  const entries: Entry[] = []
  for (const line of post.lines.slice(zone.first, zone.last + 1)) {
    const labels = line.labels.filter((label, at) => counts(label) && !isBareMention(label, at))
    labels.forEach((label, at) => entries.push(readEntry(post, zone, label, labels[at + 1])))
  }
  return entries
}

/** Weak labels are believed at the start of a line; unknown ones are left to the finders of unlabelled things. */
export const counts = (label: Label): boolean =>
  label.strength === 'strong' ||
  label.strength === 'passed' ||
  ((label.atStart || label.strength === 'weak') && !isSubject(label))

/** "Fic: …" is read as a subject, which knows of part numbers and brackets. */
const isSubject = ({ strength, fields }: Label): boolean =>
  strength === 'unknown' || (strength === 'weak' && fields.length === 1 && fields[0] === 'title')

/** "Read:" in the midst of a line is page furniture only after another label. */
const isBareMention = (label: Label, at: number): boolean => label.strength === 'passed' && !label.atStart && at === 0

function readEntry(post: Post, zone: Zone, label: Label, next: Label | undefined): Entry {
  const line = post.lines[label.line]
  const end = line ? line.to : label.to
  const literal = literalEnd(post.text, label.to)
  if (literal >= 0)
    return { label, fields: label.fields, from: label.to + 1, to: literal, lastLine: lineAt(post, label.line, literal) }
  if (isInSentence(post, label))
    return entryOf(post, label, label.to, clauseEnd(post, label, next?.from ?? end), label.line)
  if (inBrackets(post, label)) return closed(post, label, Math.min(end, next?.from ?? end))
  if (line && isListing(line))
    return entryOf(post, label, label.to, endInListing(post.text, label.to, next?.from ?? end), label.line)
  if (next) return entryOf(post, label, label.to, beforeLabel(post, next), label.line)
  const isEmpty = !/[\p{L}\p{N}]|^\s*[-/–—]/u.test(post.text.slice(label.to, end))
  if (label.strength === 'passed') return entryOf(post, label, label.to, end, label.line)
  return isEmpty ? valueBelow(post, zone, label) : withFollowing(post, label, end)
}

function lineAt(post: Post, from: number, place: number): number {
  let at = from
  while ((post.lines[at + 1]?.from ?? Infinity) <= place) at++
  return at
}

/** "… for the fest, prompt: rope, and for the challenge": in a running sentence the value is one clause. */
const isInSentence = (post: Post, label: Label): boolean =>
  !label.atStart &&
  /^\p{Ll}/u.test(label.written) &&
  /,\s*$/u.test(post.text.slice(Math.max(0, label.from - 3), label.from))

function clauseEnd(post: Post, label: Label, end: number): number {
  const comma = post.text.slice(label.to, end).indexOf(', ')
  return comma < 0 ? end : label.to + comma
}

const inBrackets = (post: Post, label: Label): boolean =>
  !label.atStart && /[([{]\s*$/u.test(post.text.slice(Math.max(0, label.from - 2), label.from))

/** "(Note: …)" ends with its bracket. */
function closed(post: Post, label: Label, end: number): Entry {
  const said = post.text.slice(label.to, end)
  const closing = said.search(/[)\]}]\s*$/u)
  return entryOf(post, label, label.to, closing < 0 ? end : label.to + closing, label.line)
}

/** A bracket that opens before the next label is not part of the value. */
function beforeLabel(post: Post, next: Label): number {
  const before = post.text.slice(Math.max(0, next.from - 40), next.from)
  const parting = /(?:[\s([{|•·;,/–—*_-]|\[(?:b|i|u)\]|<(?:b|strong|i|em|u|br ?\/?)>)+$/iu.exec(before)
  return next.from - (parting?.[0].length ?? 0)
}

function entryOf(post: Post, label: Label, from: number, to: number, lastLine: number): Entry {
  let [start, end] = withoutGaps(post, label, from, Math.max(from, to))
  while (start < end && /\s/u.test(post.text[start] ?? '')) start++
  while (end > start && /[\s|]/u.test(post.text[end - 1] ?? '')) end--
  end -= /\s+[~*=]{1,4}$/u.exec(post.text.slice(Math.max(start, end - 12), end))?.[0].length ?? 0
  return { label, fields: label.fields, from: start, to: end, lastLine }
}

/** "[Click to read]None" and "rated R [snip]": marks of something folded or left out do not belong to the value. */
function withoutGaps(post: Post, label: Label, from: number, to: number): [number, number] {
  const value = post.text.slice(from, to)
  const start = /^\s*\[(?:click|spoiler|show|hide|reveal|highlight)[^\]\n]{0,40}\]\s*/iu.exec(value)?.[0].length ?? 0
  const end = /\s*\[(?:…|\.\.\.|snip|chatter|cut)[^\]\n]{0,40}\]\s*$/iu.exec(value.slice(-80))?.[0].length ?? 0
  if (isTalk(label.fields[0] ?? 'title') || !label.fields[0]) return [from + start, to - end]
  const column = /\t|[ \u00a0]{3,}(?=\S)/u.exec(value.slice(start).trimStart())
  const lead = value.length - value.slice(start).trimStart().length
  return column ? [from + start, Math.max(from + start, from + lead + column.index)] : [from + start, to - end]
}

/** The label stands on a line of its own: its value is below, perhaps after an empty line. */
function valueBelow(post: Post, zone: Zone, label: Label): Entry {
  const first = firstBelow(post, label)
  if (!first) return entryOf(post, label, label.to, label.to, label.line)
  const talk = label.fields.some(isTalk)
  const last = talk ? lastOfBlock(post, zone, first) : first
  return entryOf(post, label, first.from, last.to, last.index)
}

function firstBelow(post: Post, label: Label): MarkedLine | null {
  const next = post.lines[label.line + 1]
  if (next && isPlain(next)) return next
  const second = post.lines[label.line + 2]
  const mayLieApart = label.sign === 'alone' || label.fields.some(isTalk)
  return mayLieApart && next?.kind === 'blank' && second && isPlain(second) ? second : null
}

const isPlain = (line: MarkedLine): boolean => line.kind === 'text' && !line.labels.some((label) => counts(label))

/** In a block that labels its parts on lines of their own, prose goes on over empty lines up to the next label. */
function lastOfBlock(post: Post, zone: Zone, first: MarkedLine): MarkedLine {
  let last = first
  let afterBlank = false
  for (const line of post.lines.slice(first.index + 1)) {
    if (line.isBlank) {
      if (line.index > zone.last) break
      afterBlank = true
      continue
    }
    if (!isPlain(line) || line.isHeading) break
    if (afterBlank && line.text.length < 60) break
    if (readShortLine(line.text).some(({ sure }) => sure)) break
    last = line
  }
  return last
}

function withFollowing(post: Post, label: Label, end: number): Entry {
  const talk = label.fields.some(isTalk) || label.strength === 'chief'
  let to = end
  let lastLine = label.line
  for (const line of post.lines.slice(label.line + 1)) {
    if (line.isBlank && tellsOn(post, label, line)) continue
    if (label.fields.some(isTalk) && line.isBlank && isBroken(post, label.to, to, post.lines[line.index + 1])) continue
    const inner = line.labels.find((other) => counts(other))
    if (talk && inner && !inner.atStart && inner.strength === 'strong' && line.kind === 'text')
      return entryOf(post, label, label.to, beforeLabel(post, inner), line.index)
    if (!isPlain(line) || line.isHeading || line.labels.some(({ strength }) => strength === 'unknown')) break
    if (!label.fields.includes('summary') && isSpeechAfter(post.text.slice(label.to, to), line)) break
    if (!goesOn(post.text.slice(label.to, to), line, talk)) break
    to = line.to
    lastLine = line.index
  }
  return entryOf(post, label, label.to, to, lastLine)
}

/** Under a finished sentence somebody begins to speak: that is the story, though no empty line parts it from the header. */
const isSpeechAfter = (before: string, line: MarkedLine): boolean =>
  /[.!?]\s*$/u.test(before) && /^\s*["“„«]\p{L}[^"“”»\n]{0,400}[,.!?…]["”»](?:\s|$)/u.test(line.text)

function goesOn(before: string, line: MarkedLine, talk: boolean): boolean {
  const text = line.text.trim()
  if (/[,/&;@(+-]\s*$/u.test(before) || isUnbalanced(before)) return true
  if (readShortLine(line.text).some(({ sure }) => sure)) return false
  if (talk) return true
  return /^(?:\(|\p{Ll}|\/|&)/u.test(text) && lastLineOf(before).length >= 50
}

/** In the midst of a header a summary may have a second paragraph: it tells, and does not speak of the writing. */
function tellsOn(post: Post, label: Label, gap: MarkedLine): boolean {
  const [next, after] = [post.lines[gap.index + 1], post.lines[gap.index + 2]]
  const below = after?.isBlank === true ? post.lines[gap.index + 3] : after
  if (label.fields[0] !== 'summary' || !next || !isPlain(next) || next.text.length < 50) return false
  if (isTalkToReaders(next.text) || speaksOfFic(next.text) || readShortLine(next.text).length > 0) return false
  return (
    below?.labels.some(({ atStart, strength }) => atStart && (strength === 'strong' || strength === 'weak')) === true
  )
}

/** Old pages part every line by an empty one: a line of prose that breaks off goes on where a small letter follows. */
function isBroken(post: Post, from: number, to: number, next: MarkedLine | undefined): boolean {
  const before = post.text.slice(from, to).trimEnd()
  if (next === undefined || !isPlain(next) || lastLineOf(before).length < 24) return false
  return !/[.!?:;…"”)]$/u.test(before) && (/^\s*\p{Ll}/u.test(next.text) || endsSmall.test(before))
}

const endsSmall = /(?:,|\s(?:a|an|and|as|at|by|for|from|in|of|on|or|that|the|to|with))$/u

const lastLineOf = (text: string): string => text.slice(text.lastIndexOf('\n') + 1)

function isUnbalanced(text: string): boolean {
  const tail = text.slice(-400)
  return tail.lastIndexOf('(') > tail.lastIndexOf(')')
}
