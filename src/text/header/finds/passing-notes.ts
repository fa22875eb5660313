// What a writer says in the midst of a header, right after it or in place of one: a note, when no label says so; and who is thanked in it.
import type { FieldName, Found } from '#src/text/header/fields.ts'
import { counts } from '#src/text/header/labels/entries.ts'
import type { Zone } from '#src/text/header/labels/zone.ts'
import type { MarkedLine, Post } from '#src/text/header/lines/post.ts'
import { isTalkToReaders } from './chatter.ts'
import { readEpigraph } from './epigraph.ts'
import { readSentences } from './sentences.ts'
import { readShortLine } from './short-lines.ts'

export type Passing = {
  readonly post: Post
  readonly zone: Zone | null
  readonly rest: readonly MarkedLine[]
  readonly known: readonly Found[]
  readonly isSure: boolean
}

type Surroundings = Pick<Passing, 'post' | 'zone' | 'isSure'> & { readonly isTold: boolean }

export function readPassingNotes(passing: Passing): readonly Found[] {
  const { post, zone, rest, known, isSure } = passing
  if (known.some(({ field, confidence }) => field === 'notes' && confidence >= 0.7)) return []
  // A title, a pairing and a rating without any label are a header too.
  const isTold = known.length >= 3
  const said = rest.filter(
    (line) => isProse(line) && !hasOwnLabel(line) && isInPlace(line, { post, zone, isSure, isTold }),
  )
  return said.flatMap((line) => noteIn(line, zone !== null))
}

function isProse(line: MarkedLine): boolean {
  if (readShortLine(line.text).length > 0 || readEpigraph(line.text, line.from) !== null) return false
  const words = line.text.trim().split(/\s+/u).length
  return words >= 6 || (words >= 4 && /[.!?)]$/u.test(line.text.trim())) || isTalkToReaders(line.text)
}

/** Chatter that stands apart above the header is preface; what touches it, or follows before the story, is a note. */
function isInPlace(line: MarkedLine, { post, zone, isSure, isTold }: Surroundings): boolean {
  if (!zone) return isSure || (isTold && isTalkToReaders(line.text))
  if (line.index > zone.first) return line.index < zone.last || isSure || isTalkToReaders(line.text)
  if (speaker(line) > 0) return true
  return isTalkToReaders(line.text) && touches(post, line.index, zone.first)
}

function touches(post: Post, from: number, to: number): boolean {
  return to - from <= 4 && post.lines.slice(from, to).every(({ kind }) => kind === 'text')
}

/** "Snape Flavour: mean": a line with a label of its own is no talk. */
const hasOwnLabel = (line: MarkedLine): boolean =>
  line.labels.some(
    ({ atStart, strength, written }) =>
      atStart && strength === 'unknown' && /^\p{Lu}\S*(?: \p{Lu}\S*){1,2}$/u.test(written.trim()),
  )

/** "Windstar: In all honesty …": a writer who speaks under their own name. */
function speaker(line: MarkedLine): number {
  const label = line.labels.find((each) => each.atStart && each.strength === 'unknown' && !counts(each))
  if (!label || /\s/u.test(label.written.trim())) return 0
  return label.to < line.to - 20 ? label.to - line.from : 0
}

function noteIn(line: MarkedLine, hasHeader: boolean): readonly Found[] {
  const start = speaker(line)
  const said = readSentences(line.text.slice(start)).flatMap(({ field, from, to }): readonly Found[] =>
    field === null ? [] : [foundIn(line, field, start + from, start + to)],
  )
  const pairing = hasHeader ? null : /\p{Lu}\p{L}+\/\p{Lu}\p{L}+/u.exec(line.text.slice(0, 400))
  if (!isGreeting(line.text)) return said
  return pairing ? [foundIn(line, 'pairings', pairing.index, pairing.index + pairing[0].length)] : []
}

function foundIn(line: MarkedLine, field: FieldName, from: number, to: number): Found {
  const place = { from: line.from + from, to: line.from + to }
  return { field, ...place, value: line.text.slice(from, to), confidence: field === 'notes' ? 0.45 : 0.55 }
}

/** "Hello everybody, a new little fic." */
export const isGreeting = (text: string): boolean =>
  /^\s*(?:hello|hi|hey|hallo|bonjour|salut|coucou|ciao|hola|привет|всем привет|dear readers|liebe leser)(?!\p{L})/iu.test(
    text,
  ) && text.trim().split(/\s+/u).length <= 12
