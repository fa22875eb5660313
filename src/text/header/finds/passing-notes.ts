// What a writer says in the midst of a header, right after it or in place of one: a note, when no label says so; and who is thanked in it.
import type { Found } from '#src/text/header/fields.ts'
import { counts } from '#src/text/header/labels/entries.ts'
import type { Zone } from '#src/text/header/labels/zone.ts'
import type { MarkedLine, Post } from '#src/text/header/lines/post.ts'
import { isTalkToReaders } from './chatter.ts'
import { readEpigraph } from './epigraph.ts'
import { readShortLine } from './short-lines.ts'

export type Passing = {
  readonly post: Post
  readonly zone: Zone | null
  readonly rest: readonly MarkedLine[]
  readonly known: readonly Found[]
  readonly isSure: boolean
}

export function readPassingNotes(passing: Passing): readonly Found[] {
  const { post, zone, rest, known, isSure } = passing
  if (known.some(({ field, confidence }) => field === 'notes' && confidence >= 0.7)) return []
  const said = rest.filter((line) => isProse(line) && isInPlace(post, line, zone, isSure))
  return said.flatMap((line) => noteIn(line))
}

function isProse(line: MarkedLine): boolean {
  if (readShortLine(line.text).length > 0 || readEpigraph(line.text, line.from) !== null) return false
  const words = line.text.trim().split(/\s+/u).length
  return words >= 6 || (words >= 4 && /[.!?)]$/u.test(line.text.trim())) || isTalkToReaders(line.text)
}

/** Chatter that stands apart above the header is preface; what touches it, or follows before the story, is a note. */
function isInPlace(post: Post, line: MarkedLine, zone: Zone | null, isSure: boolean): boolean {
  if (!zone) return isSure
  if (line.index > zone.first) return line.index < zone.last || isSure
  if (speaker(line) > 0) return true
  return isTalkToReaders(line.text) && touches(post, line.index, zone.first)
}

function touches(post: Post, from: number, to: number): boolean {
  return to - from <= 4 && post.lines.slice(from, to).every(({ kind }) => kind === 'text')
}

/** "Windstar: In all honesty …": a writer who speaks under their own name. */
function speaker(line: MarkedLine): number {
  const label = line.labels.find((each) => each.atStart && each.strength === 'unknown' && !counts(each))
  if (!label || /\s\S+\s/u.test(label.written.trim())) return 0
  return label.to < line.to - 20 ? label.to - line.from : 0
}

function noteIn(line: MarkedLine): readonly Found[] {
  const start = speaker(line)
  const thanks = readThanks(line)
  const whole: Found = {
    field: 'notes',
    from: line.from + start,
    to: line.to,
    value: line.text.slice(start),
    confidence: 0.45,
  }
  return thanks ? withoutThanks(whole, line, thanks) : [whole]
}

type Thanks = {
  readonly from: number
  readonly to: number
  readonly name: { readonly from: number; readonly to: number }
}

/** "Many thanks to A and B for betaing." One sentence, and who is thanked in it. */
function readThanks(line: MarkedLine): Thanks | null {
  const found =
    /(?:^|(?<=[.!?] ))(?:(?:many|big|huge|much|special) )*thanks? (?:you )?(?:go )?to (.{2,80}?) for (?:the |her |his |their )?(?:beta|betaing|beta[’']ing|beta-reading)\b[^.!?]{0,40}[.!?]*/iu.exec(
      line.text.slice(0, 2_000),
    )
  if (!found) return null
  const at = line.text.indexOf(found[1] ?? '', found.index)
  return {
    from: found.index,
    to: found.index + found[0].length,
    name: { from: at, to: at + (found[1] ?? '').length },
  }
}

function withoutThanks(whole: Found, line: MarkedLine, thanks: Thanks): readonly Found[] {
  const before = { ...whole, to: line.from + thanks.from, value: line.text.slice(whole.from - line.from, thanks.from) }
  const after = { ...whole, from: line.from + thanks.to, value: line.text.slice(thanks.to) }
  const beta: Found = {
    field: 'beta',
    from: line.from + thanks.name.from,
    to: line.from + thanks.name.to,
    value: line.text.slice(thanks.name.from, thanks.name.to),
    confidence: 0.6,
  }
  return [before, beta, after].filter(({ value }) => /[\p{L}\p{N}]/u.test(value))
}
