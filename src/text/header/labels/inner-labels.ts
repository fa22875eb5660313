// Labels further on in a line: after a stroke or a bullet, in bold, after the end of a sentence, or with nothing but a lost line end.
import type { Line } from '#src/text/header/lines/lines.ts'
import { longestLabel, noOwnWords, readLabel, readLooseLabel } from '#src/text/header/words/label-reading.ts'
import type { LabelReading, OwnWords } from '#src/text/header/words/label-reading.ts'
import { isOrdinaryColon, labelAt, valueStart, withoutClosing } from './label.ts'
import type { Label, Manner } from './label.ts'

const most = { colons: 64, characters: 8_000 }

export function innerLabels(line: Line, first: Label | null, { own }: Manner): readonly Label[] {
  const labels: Label[] = []
  let from = first ? first.to - line.from : 0
  let at = from
  for (let count = 0; count < most.colons; count++) {
    at = nextColon(line.text, at)
    if (at < 0 || at > most.characters) break
    const label = innerLabel(line, { from, colon: at, own })
    if (label && !isValueOf(first, label)) {
      labels.push(label)
      from = label.to - line.from
    }
    at = Math.max(at + 1, from)
  }
  return labels
}

/** "Written for: Challenge 12: rope": what names the field once more is its value. */
const isValueOf = (first: Label | null, label: Label): boolean =>
  first !== null && label.from - first.to < 2 && first.fields.length > 0 && first.fields[0] === label.fields[0]

function nextColon(text: string, from: number): number {
  const ascii = text.indexOf(':', from)
  const wide = text.indexOf('：', from)
  if (ascii < 0 || wide < 0) return Math.max(ascii, wide)
  return Math.min(ascii, wide)
}

type Looked = { readonly from: number; readonly colon: number; readonly own: OwnWords }

function innerLabel(line: Line, { from, colon, own }: Looked): Label | null {
  if (isOrdinaryColon(line.text, colon)) return null
  const windowFrom = Math.max(from, colon - longestLabel)
  const written = withoutClosing(line.text.slice(windowFrom, colon))
  const lead = leading(line.text.slice(windowFrom, colon))
  const isBold = (at: number): boolean => line.boldAt.includes(windowFrom + lead + at)
  const suffix = suffixLabel(written, { before: line.text.slice(Math.max(0, windowFrom - 2), windowFrom), isBold, own })
  if (!suffix) return null
  const place = { from: windowFrom + suffix.at + lead, to: valueStart(line.text, colon) }
  const { reading } = suffix
  return labelAt(line, { place, written: written.slice(suffix.at), reading, sign: 'colon', atStart: false })
}

const leading = (text: string): number => text.length - text.trimStart().length

type Suffix = { readonly at: number; readonly reading: LabelReading }
type Standing = { readonly before: string; readonly isBold: (at: number) => boolean; readonly own: OwnWords }

/** The longest known label that ends the phrase and stands apart from what goes before it. */
export function suffixLabel(
  phrase: string,
  { before, isBold, own }: Standing = { before: '', isBold: () => false, own: noOwnWords },
): Suffix | null {
  for (let at = 0; at < phrase.length; at++) {
    const label = phrase.slice(at)
    const apart = isBold(at) ? 'piece' : apartness(before + phrase.slice(0, at), label)
    if (apart === 'none' || holdsEnd.test(label)) continue
    const reading = apart === 'piece' ? readLooseLabel(label, own) : readLabel(label, own)
    if (reading && isApart(apart, reading.strength, label)) return { at, reading }
  }
  return null
}

/** A stroke, a bullet or a full stop parts a label from what goes before; none of them stands within one. */
const holdsEnd = /\s[|•·]|[|•·]\s|[.!?;]\s\p{Lu}|\|\|/u

type Apartness = 'none' | 'space' | 'glued' | 'mark' | 'piece'

function apartness(before: string, label: string): Apartness {
  if (!/^\p{L}/u.test(label) || /["“„«‘'‹]$/u.test(before)) return 'none'
  if (/(?:[|•·]\s*(?:\*\*|__)?|\*\*|__|\[b\])$/iu.test(before.slice(-8))) return 'piece'
  if (/(?:^|[;/,({[\]\t>*_]|[.!?)\]"”»…] ?| -+| [–—]|\s\s)\s*$/u.test(before.slice(-4))) return 'mark'
  if (isGlued(before, label)) return 'glued'
  return /\s$/u.test(before) ? 'space' : 'none'
}

/** A small letter or a number and then a capital; after a capital only where the label goes on small: "AURating". */
const isGlued = (before: string, label: string): boolean =>
  (/[\p{Ll}\d+)?!]$/u.test(before) && /^\p{Lu}/u.test(label)) ||
  (/\p{Lu}$/u.test(before) && /^\p{Lu}\p{Ll}{3}/u.test(label)) ||
  (/[\p{Lu}\p{Ll}]$/u.test(before) && /^\p{Script=Cyrillic}/u.test(label) && /^\p{Lu}\p{Ll}{3}/u.test(label))

function isApart(apart: Apartness, strength: LabelReading['strength'], label: string): boolean {
  if (apart === 'piece') return strength !== 'passed' || /^\p{Lu}/u.test(label)
  if (strength === 'passed') return apart !== 'glued' && /^\p{Lu}/u.test(label)
  if (strength === 'weak') return apart === 'mark' && label.length >= 4 && label === label.toUpperCase()
  if (strength !== 'strong') return false
  if (apart === 'mark') return true
  return !/^\p{Ll}/u.test(label)
}
