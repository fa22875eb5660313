// A label as it was found in a line: where it stands, what it may mean, and by which sign it was known.
import type { FieldName, Place } from '#src/text/header/fields.ts'
import type { Line } from '#src/text/header/lines/lines.ts'
import type { LabelReading, OwnWords } from '#src/text/header/words/label-reading.ts'

export type LabelStrength = 'strong' | 'weak' | 'chief' | 'passed' | 'unknown'

/** What parts a label from its value: a colon, brackets around it, a dash, its look alone, or a line end. */
export type Sign = 'colon' | 'enclosed' | 'dash' | 'bare' | 'alone'

/** `to` is where the value begins. Places are in the whole text. */
export type Label = Place & {
  readonly line: number
  readonly fields: readonly FieldName[]
  readonly strength: LabelStrength
  readonly written: string
  readonly sign: Sign
  readonly atStart: boolean
  /** One of the community's own words. */
  readonly isOwn: boolean
}

/** How labels are parted from values elsewhere in the post, and the words that a community has for its fields. */
export type Manner = { readonly habits: ReadonlySet<Sign>; readonly own: OwnWords }

export type Seen = {
  readonly place: Place
  readonly written: string
  readonly reading: LabelReading | null
  readonly sign: Sign
  readonly atStart: boolean
}

export function labelAt(line: Line, { place, written, reading, sign, atStart }: Seen): Label {
  return {
    from: line.from + place.from,
    to: line.from + Math.min(place.to, line.text.length),
    line: line.index,
    fields: reading?.fields ?? [],
    strength: reading?.strength ?? 'unknown',
    written,
    sign,
    atStart,
    isOwn: reading?.isOwn === true,
  }
}

export const isKnown = (label: Label): boolean => label.fields.length > 0

const tags = 'b|i|u|s|center|left|right|indent|quote|font|size|color|colour|url|spoiler|hr|list|\\*'
/** Tags of bulletin boards and of pages, opening and closing. */
export const boardTag = `\\[/?(?:${tags})(?:=[^\\]\\n]{0,60})?\\]`
export const pageTag = '</?(?:b|strong|i|em|u|p|td|tr|th|span|font|div|li|dt|dd|br)(?:\\s[^<>\\n]{0,120})?/?>'

const afterColon = new RegExp(`^(?:[:：=]|\\*{1,3}|_{1,3}|~|${boardTag}|${pageTag}|[ \\t\\u00a0])*`, 'iu')

/** Emphasis and a doubled colon between label and value belong to neither. */
export function valueStart(text: string, at: number): number {
  const found = afterColon.exec(text.slice(at, at + 60))
  return at + (found ? found[0].length : 0)
}

const closing = new RegExp(`(?:${boardTag}|${pageTag}|[\\s*_~])+$`, 'iu')

/** Without the emphasis that closes a label before its colon. */
export const withoutClosing = (written: string): string => written.slice(-200).replace(closing, '').trim()

/** The first colon that is not part of a clock or an address. */
export function isOrdinaryColon(text: string, at: number): boolean {
  if (text[at] === '：') return false
  if (text.startsWith('//', at + 1)) return true
  return /\d/u.test(text[at - 1] ?? '') && /\d/u.test(text[at + 1] ?? '')
}
