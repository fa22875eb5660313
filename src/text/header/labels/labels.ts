// Finds the labels in a line: before a colon, in square brackets, before a dash, in bold, after a hash, and several in one line.
import type { FieldName, Place } from '#src/text/header/fields.ts'
import type { Line } from '#src/text/header/lines/lines.ts'
import { longestLabel, readLabel, readLooseLabel } from '#src/text/header/words/label-reading.ts'
import type { LabelReading } from '#src/text/header/words/label-reading.ts'

export type LabelStrength = 'strong' | 'weak' | 'chief' | 'passed' | 'unknown'

/** `to` is where the value begins. Places are in the whole text. */
export type Label = Place & {
  readonly line: number
  readonly fields: readonly FieldName[]
  readonly strength: LabelStrength
  readonly written: string
  readonly atStart: boolean
}

const most = { colons: 64, characters: 8_000, words: 8 }

export function labelsIn(line: Line): readonly Label[] {
  const start = afterDecoration(line.text)
  const first = firstLabel(line, start)
  const inner = innerLabels(line, first)
  return first ? [first, ...inner] : inner
}

/** A label in bold or before a dash or tab ends there; a colon further on belongs to its value. */
function firstLabel(line: Line, start: number): Label | null {
  const marked = bracketed(line, start)
  if (marked) return marked
  const colon = startColon(line, start)
  const other = dashed(line, start) ?? bare(line, start)
  if (other && (!colon || colon.strength === 'unknown' || colon.strength === 'chief' || other.to < colon.to))
    return other
  return colon ?? alone(line, start)
}

const decoration =
  /^(?:[\s>*_~#•·◦‣▪●○♛♕♔★☆✦✧✩✪►▶→⇒❤♥♡❥✿❀|=+–—-]|\p{So}|\p{Sk}|\u200b|\ufeff|\[(?:b|i|u|center|size=?\w*|color=?\w*)\]|<(?:b|strong|i|em|u|p|td|tr|th)>){1,20}/iu

/** Bullets, quotation marks of mails, emphasis and opening tags stand before a label. */
function afterDecoration(text: string): number {
  const found = decoration.exec(text.slice(0, 80))
  return found ? found[0].length : 0
}

const afterColon =
  /^(?:[:：]|\*{1,3}|_{1,3}|\[\/(?:b|i|u|size|color)\]|<\/(?:b|strong|i|em|u|td|th|span)>|<br ?\/?>|[ \t\u00a0])*/iu

/** `[Label] value`. */
function bracketed(line: Line, start: number): Label | null {
  const opening = line.text[start] === '[' ? start : line.text.slice(start).search(/\S/u) + start
  if (line.text[opening] !== '[' && line.text[opening] !== '【') return null
  const end = line.text.slice(opening, opening + longestLabel).search(/[\]】]/u)
  if (end < 2) return null
  const written = line.text.slice(opening + 1, opening + end)
  const reading = readLooseLabel(written.replace(/[:：]$/u, ''))
  if (!reading) return null
  return labelAt(line, { from: opening, to: valueStart(line.text, opening + end + 1) }, written, reading, true)
}

/** Emphasis and a doubled colon between label and value belong to neither. */
function valueStart(text: string, at: number): number {
  const found = afterColon.exec(text.slice(at, at + 40))
  return at + (found ? found[0].length : 0)
}

function startColon(line: Line, start: number): Label | null {
  const head = line.text.slice(start, start + longestLabel + 12)
  const at = labelColon(head)
  if (at < 1) return null
  const written = withoutClosing(head.slice(0, at))
  if (isSpeech(written)) return null
  const place = { from: start, to: valueStart(line.text, start + at) }
  const reading = readLooseLabel(written)
  if (reading) return labelAt(line, place, written, reading, true)
  if (laterKnown(written)) return null
  return mayBeLabel(written) ? labelAt(line, place, written, null, true) : null
}

/** "Warning: there are thirteen," he said: a quotation that is still open at the colon is somebody speaking. */
const isSpeech = (written: string): boolean => /^["“„«‘'‹]/u.test(written) && !/["”»’'›]$/u.test(written)

/** The first colon that is not part of a clock or an address. */
function labelColon(head: string): number {
  for (let at = 0; at < head.length; at++) {
    if ((head[at] === ':' || head[at] === '：') && !isOrdinary(head, at)) return at
  }
  return -1
}

function isOrdinary(text: string, at: number): boolean {
  if (text[at] === '：') return false
  if (text.startsWith('//', at + 1)) return true
  return /\d/u.test(text[at - 1] ?? '') && /\d/u.test(text[at + 1] ?? '')
}

const withoutClosing = (written: string): string => {
  let end = written.length
  while (end > 0 && /[\s*_]/u.test(written[end - 1] ?? '')) end--
  return written
    .slice(0, end)
    .replace(/\[\/(?:b|i|u|size|color)\]$|<\/(?:b|strong|i|em|u|span)>$/iu, '')
    .trim()
}

/** "12:27 amTitolo": the label proper comes later in the phrase, and is found as an inner one. */
const laterKnown = (written: string): boolean => suffixLabel(written) !== null

/** A few words with a capital letter: some label of the writer's own. */
function mayBeLabel(written: string): boolean {
  const words = written.split(/\s+/u)
  return words.length <= most.words && /^\p{L}/u.test(written) && !/[.!?,;“”"]/u.test(written)
}

/** `Label - value`. */
function dashed(line: Line, start: number): Label | null {
  const head = line.text.slice(start, start + longestLabel)
  const found = /^([^–—:-]{2,40}?)\s*(?:\s-{1,2}|[–—])\s/u.exec(head) ?? /^([^–—:-]{2,40}?)-\s/u.exec(head)
  if (!found) return null
  const written = withoutClosing(found[1] ?? '')
  const reading = readLabel(written)
  if (!reading || reading.strength !== 'strong') return null
  return labelAt(line, { from: start, to: valueStart(line.text, start + found[0].length) }, written, reading, true)
}

/** `Фандом «…»`, a label in bold without a colon, a label in a table's cell. */
function bare(line: Line, start: number): Label | null {
  const end = bareEnd(line, start)
  if (end <= start) return null
  const written = withoutClosing(line.text.slice(start, end))
  const reading = readLabel(written)
  if (!reading || (reading.strength === 'passed' && line.boldTo === 0 && line.text[end] !== '\t')) return null
  return labelAt(line, { from: start, to: valueStart(line.text, end) }, written, reading, true)
}

function bareEnd(line: Line, start: number): number {
  if (line.boldTo > start && line.boldTo < start + longestLabel && line.boldTo < line.text.trimEnd().length)
    return line.boldTo
  const head = line.text.slice(start, start + longestLabel)
  const tab = head.indexOf('\t')
  if (tab > 0) return start + tab
  const marked = /^([^«*[\]]{2,30}) (?=«)|^([^*]{2,30})(?=\*\*|__|\[\/b\]|<\/(?:b|strong)>)/iu.exec(head)
  return marked && (marked[1] !== undefined || start > 0) ? start + marked[0].length : -1
}

/** Fields whose label archives print on a line of its own, without a colon, over the value. */
const printedAlone: readonly FieldName[] = [
  'summary',
  'notes',
  'warnings',
  'characters',
  'pairings',
  'disclaimer',
  'tags',
]

function alone(line: Line, start: number): Label | null {
  const end = line.text.trimEnd().length
  if (end - start > 40) return null
  const reading = readLabel(line.text.slice(start, end))
  if (reading?.strength !== 'strong' || !reading.fields.every((field) => printedAlone.includes(field))) return null
  return labelAt(line, { from: start, to: line.text.length }, line.text.slice(start, end), reading, true)
}

function innerLabels(line: Line, first: Label | null): readonly Label[] {
  const labels: Label[] = []
  let from = first ? first.to - line.from : 0
  let at = from
  for (let count = 0; count < most.colons; count++) {
    at = nextColon(line.text, at)
    if (at < 0 || at > most.characters) break
    const label = innerLabel(line, from, at)
    if (label) {
      labels.push(label)
      from = label.to - line.from
    }
    at = Math.max(at + 1, from)
  }
  return labels
}

function nextColon(text: string, from: number): number {
  const ascii = text.indexOf(':', from)
  const wide = text.indexOf('：', from)
  if (ascii < 0 || wide < 0) return Math.max(ascii, wide)
  return Math.min(ascii, wide)
}

function innerLabel(line: Line, from: number, colon: number): Label | null {
  if (isOrdinary(line.text, colon)) return null
  const windowFrom = Math.max(from, colon - longestLabel)
  const written = withoutClosing(line.text.slice(windowFrom, colon))
  const suffix = suffixLabel(written, line.text.slice(Math.max(0, windowFrom - 2), windowFrom))
  if (!suffix) return null
  const place = {
    from: windowFrom + suffix.at + leading(line.text.slice(windowFrom, colon)),
    to: valueStart(line.text, colon),
  }
  return labelAt(line, place, written.slice(suffix.at), suffix.reading, false)
}

const leading = (text: string): number => text.length - text.trimStart().length

type Suffix = { readonly at: number; readonly reading: LabelReading }

/** The longest known label that ends the phrase and stands apart from what goes before it. */
function suffixLabel(phrase: string, before = ''): Suffix | null {
  for (let at = 0; at < phrase.length; at++) {
    const apart = apartness(before + phrase.slice(0, at), phrase.slice(at))
    if (apart === 'none') continue
    const reading = readLabel(phrase.slice(at))
    if (reading && isApart(apart, reading.strength, phrase.slice(at))) return { at, reading }
  }
  return null
}

type Apartness = 'none' | 'space' | 'glued' | 'mark'

function apartness(before: string, label: string): Apartness {
  if (!/^\p{L}/u.test(label) || /["“„«‘'‹]$/u.test(before)) return 'none'
  if (/(?:^|[|•·;/,({[\]\t>*_]|[.!?)\]"”»…] ?| -+| [–—]|\s\s)\s*$/u.test(before.slice(-4))) return 'mark'
  if (/[\p{Ll}\d]$/u.test(before) && /^\p{Lu}\p{Ll}/u.test(label)) return 'glued'
  return /\s$/u.test(before) ? 'space' : 'none'
}

function isApart(apart: Apartness, strength: LabelReading['strength'], label: string): boolean {
  if (strength === 'passed') return apart !== 'glued' && /^\p{Lu}/u.test(label)
  if (strength !== 'strong') return false
  if (apart === 'mark') return true
  return !/^\p{Ll}/u.test(label)
}

function labelAt(line: Line, place: Place, written: string, reading: LabelReading | null, atStart: boolean): Label {
  return {
    from: line.from + place.from,
    to: line.from + Math.min(place.to, line.text.length),
    line: line.index,
    fields: reading?.fields ?? [],
    strength: reading?.strength ?? 'unknown',
    written,
    atStart,
  }
}

export const isKnown = (label: Label): boolean => label.fields.length > 0
