// What a written label means: exactly, as two labels in one ("Rating/Warnings"), or by its chief word ("Blue Moon Note").
import { foldLabel } from './fold-label.ts'
import { fieldNames } from '#src/text/header/fields.ts'
import type { FieldName } from '#src/text/header/fields.ts'
import { joiners, passedOver, qualifiers } from './label-helpers.ts'
import { labelWords } from './label-words.ts'
import { languages } from './languages/languages.ts'

export type Strength = 'strong' | 'weak' | 'chief' | 'passed'
export type LabelReading = {
  readonly fields: readonly FieldName[]
  readonly strength: Strength
  /** A community's own word for it. */
  readonly isOwn?: boolean
}

/** Words that a community calls its fields by; they go before everybody's. */
export type OwnLabel = { readonly word: string; readonly field: FieldName }
export type OwnWords = ReadonlyMap<string, Entry>

export const noOwnWords: OwnWords = new Map()

export const ownWords = (labels: readonly OwnLabel[]): OwnWords =>
  new Map(
    labels.map(({ word, field }) => [foldLabel(word), { fields: [field], strength: 'strong', isOwn: true }] as const),
  )

/** The longest label that is looked up; beyond it nothing is a label. */
export const longestLabel = 64

type Entry = LabelReading

function known(): ReadonlyMap<string, Entry> {
  const map = new Map<string, Entry>()
  for (const word of passedOver) map.set(foldLabel(word), { fields: [], strength: 'passed' })
  for (const { field, weak = [] } of labelWords) {
    for (const word of weak) {
      const key = foldLabel(word)
      map.set(key, { fields: [...(map.get(key)?.fields ?? []), field], strength: 'weak' })
    }
  }
  for (const { field, word } of inLanguages()) map.set(foldLabel(word), { fields: [field], strength: 'strong' })
  for (const { field, strong } of labelWords) {
    for (const word of strong) map.set(foldLabel(word), { fields: [field], strength: 'strong' })
  }
  return map
}

const isField = (name: string): name is FieldName => fieldNames.some((field) => field === name)

/** Where languages share a word, the first of them counts. */
function inLanguages(): readonly { readonly field: FieldName; readonly word: string }[] {
  return Object.values(languages)
    .toReversed()
    .flatMap((language) => Object.entries(language))
    .flatMap(([field, list]) => (isField(field) ? list.split(' · ').map((word) => ({ field, word })) : []))
}

const exact = known()
const chiefs: ReadonlyMap<string, FieldName> = new Map(
  labelWords.flatMap(({ field, chief = [] }) => chief.map((word) => [foldLabel(word), field] as const)),
)
const joining: ReadonlySet<string> = new Set(joiners.map(foldLabel))
const qualifying: ReadonlySet<string> = new Set(qualifiers.map(foldLabel))

/** A label as it stands in the vocabulary, alone or joined with others; a qualifier before it is passed over. */
export function readLabel(written: string, own: OwnWords = noOwnWords): LabelReading | null {
  if (written.length > longestLabel) return null
  return readFolded(foldLabel(written), own)
}

/** As `readLabel`, and also by the chief word of a longer label. Only for what stands at the start of a line. */
export function readLooseLabel(written: string, own: OwnWords = noOwnWords): LabelReading | null {
  if (written.length > longestLabel) return null
  const folded = foldLabel(written)
  return readFolded(folded, own) ?? readChief(folded)
}

function readFolded(folded: string, own: OwnWords): LabelReading | null {
  if (!folded) return null
  return own.get(folded) ?? exact.get(folded) ?? readQualified(folded) ?? readJoined(folded, own)
}

function readQualified(folded: string): LabelReading | null {
  const space = folded.indexOf(' ')
  if (space < 0 || !qualifying.has(folded.slice(0, space))) return null
  const entry = exact.get(folded.slice(space + 1))
  return entry && entry.strength !== 'weak' ? entry : null
}

function readJoined(folded: string, own: OwnWords): LabelReading | null {
  const parts = splitJoined(folded)
  if (parts.length < 2 || parts.length > 5) return null
  const entries = parts.map((part) => own.get(part) ?? exact.get(part) ?? readQualified(part))
  if (!entries.every((entry) => entry !== null && entry !== undefined)) return null
  const fields = entries.flatMap((entry) => (entry?.fields[0] ? [entry.fields[0]] : []))
  if (fields.length === 0) return { fields: [], strength: 'passed' }
  return { fields: [...new Set(fields)], strength: 'strong' }
}

function splitJoined(folded: string): readonly string[] {
  const pieces = folded.split(/[/,&+|;]/u).flatMap((piece) => splitWords(piece.trim()))
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
}

function splitWords(piece: string): readonly string[] {
  const out: string[] = []
  let current: string[] = []
  for (const word of piece.split(' ')) {
    if (joining.has(word)) {
      out.push(current.join(' '))
      current = []
    } else current.push(word)
  }
  out.push(current.join(' '))
  return out
}

function readChief(folded: string): LabelReading | null {
  const words = folded.split(' ')
  if (words.length < 2 || words.length > 9) return null
  const last = words.at(-1) ?? ''
  const first = words[0] ?? ''
  if (/[()"“”.!?,;:]/u.test(folded)) return null
  const field =
    (words.length <= 4 ? chiefs.get(last) : undefined) ??
    (words.length <= 6 ? chiefs.get(first) : undefined) ??
    (words.length <= 4 && /^(?:authors|writers|creators)$/u.test(first) ? 'notes' : undefined) ??
    musicIn(words)
  return field ? { fields: [field], strength: 'chief' } : null
}

/** "Background music on loop while writing this": music is the one label that people bury in a sentence. */
const musicIn = (words: readonly string[]): FieldName | undefined =>
  words.includes('music') || words.includes('soundtrack') ? 'music' : undefined
