// Labels that need no colon: in brackets of any shape, before a dash or an equals sign, in bold, in a table, on a line of their own.
import type { FieldName } from '#src/text/header/fields.ts'
import type { Line } from '#src/text/header/lines/lines.ts'
import { longestLabel, readLabel, readLooseLabel } from '#src/text/header/words/label-reading.ts'
import type { LabelReading, OwnWords } from '#src/text/header/words/label-reading.ts'
import { labelAt, valueStart, withoutClosing } from './label.ts'
import type { Label, Manner } from './label.ts'

const closings: Readonly<Record<string, string>> = {
  '[': ']',
  '【': '】',
  '{': '}',
  '<': '>',
  '~': '~',
  '〔': '〕',
  '（': '）',
}

/** `[Label] value`, `{Label} value`, `~Label~ value`. */
export function enclosed(line: Line, start: number, { own }: Manner): Label | null {
  const opening = openingIn(line.text, start)
  const end = opening < 0 ? -1 : line.text.indexOf(closings[line.text[opening] ?? ''] ?? '', opening + 1)
  if (end < opening + 3 || end > opening + longestLabel) return null
  const written = line.text.slice(opening + 1, end)
  const reading = readLooseLabel(withoutClosing(written.replace(/[:：]\s*$/u, '')).replace(/^[*_\s]+/u, ''), own)
  if (!reading || (/[~<]/u.test(line.text[opening] ?? '') && reading.strength !== 'strong')) return null
  const place = { from: opening, to: valueStart(line.text, end + 1) }
  return labelAt(line, { place, written, reading, sign: 'enclosed', atStart: true })
}

/** Decoration before a label may have taken its opening bracket with it. */
function openingIn(text: string, start: number): number {
  if (start > 0 && /[~<]/u.test(text[start - 1] ?? '')) return start - 1
  const at = start + text.slice(start).search(/\S/u)
  return closings[text[at] ?? ''] === undefined ? -1 : at
}

/** `Label - value`, `Label = value`. */
export function dashed(line: Line, start: number, { habits, own }: Manner): Label | null {
  const head = line.text.slice(start, start + longestLabel)
  const found = /^([^–—:=]{2,44}?)(?:\s*(?:\s-{1,2}|[–—])\s|\s*=\s?)/u.exec(head) ?? /^([^–—:=-]{2,40}?)-\s/u.exec(head)
  if (!found) return null
  const written = withoutClosing(found[1] ?? '')
  const reading = habits.has('dash') ? readLooseLabel(written, own) : readLabel(written, own)
  if (!reading || (reading.strength !== 'strong' && !habits.has('dash'))) return null
  const place = { from: start, to: valueStart(line.text, start + found[0].length) }
  return labelAt(line, { place, written, reading, sign: 'dash', atStart: true })
}

/** `Фандом «…»`, a label in bold without a colon, a label in a table's cell. */
export function bare(line: Line, start: number, { own }: Manner): Label | null {
  const end = bareEnd(line, start)
  if (end <= start) return null
  const written = withoutClosing(line.text.slice(start, end))
  const inTable = line.text[end] === '\t' || line.text[end] === '|'
  const reading = inTable ? readLooseLabel(written, own) : readLabel(written, own)
  if (!reading || (reading.strength === 'passed' && line.boldTo === 0 && !inTable)) return null
  const place = { from: start, to: valueStart(line.text, inTable ? end + 1 : end) }
  return labelAt(line, { place, written, reading, sign: 'bare', atStart: true })
}

function bareEnd(line: Line, start: number): number {
  if (line.boldTo > start && line.boldTo < start + longestLabel && line.boldTo < line.text.trimEnd().length)
    return line.boldTo
  const head = line.text.slice(start, start + longestLabel)
  const tab = head.indexOf('\t')
  if (tab > 0) return start + tab
  const cell = /^\s*\|/u.test(line.text) ? head.indexOf('|') : -1
  if (cell > 0) return start + cell
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

/** `Summary` over its text. Where a post does so throughout, any field may stand like that. */
export function alone(line: Line, start: number, { habits, own }: Manner): Label | null {
  const end = line.text.trimEnd().length
  if (end - start > 40) return null
  const written = withoutClosing(line.text.slice(start, end))
  const reading = readLabel(written, own)
  if (!reading || !mayStandAlone(reading, habits)) return null
  return labelAt(line, { place: { from: start, to: line.text.length }, written, reading, sign: 'alone', atStart: true })
}

const mayStandAlone = ({ strength, fields }: LabelReading, habits: Manner['habits']): boolean =>
  habits.has('alone')
    ? strength === 'strong' || strength === 'weak'
    : strength === 'strong' && fields.every((field) => printedAlone.includes(field))

/** Whether the whole line is a word for a field: three of them, each over a value, are a habit. */
export const isLoneWord = (line: Line, own: OwnWords): boolean =>
  line.text.length < 60 && readLabel(withoutClosing(line.text).replace(/^[\s#*_>]+/u, ''), own)?.strength === 'strong'
