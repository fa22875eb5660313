// From single finds to the fields of a post: the surest wins where there can be one, and the rest is joined where there may be several.
import { isList } from './fields.ts'
import type { FieldName, Fields, Found, ListField } from './fields.ts'

const joined: readonly FieldName[] = [
  'notes',
  'disclaimer',
  'prompt',
  'summary',
  'beta',
  'thanks',
  'spoilers',
  'timing',
  'genre',
  'challenge',
  'other',
]

export function collectFields(found: readonly Found[]): Fields {
  const fields: Record<string, string | readonly string[]> = {}
  for (const field of new Set(found.map((find) => find.field))) {
    const finds = found.filter((find) => find.field === field && saysSomething(find))
    if (finds.length > 0) fields[field] = isList(field) ? listOf(field, finds) : wordsOf(field, finds)
  }
  return fields
}

/** A rating of strokes says that there is none. */
const saysSomething = ({ field, value }: Found): boolean => (field === 'rating' ? /\S/u : /[\p{L}\p{N}]/u).test(value)

function wordsOf(field: FieldName, finds: readonly Found[]): string {
  // Paragraphs beneath the story, however sure each is.
  if (field === 'endnotes') return [...new Set(finds.map(cleanOf))].join('\n\n')
  const sure = surest(finds)
  if (!joined.includes(field)) return cleanOf(sure.toSorted((a, b) => b.confidence - a.confidence)[0])
  return [...new Set(sure.map(cleanOf))].join('\n')
}

/** What a label said is not mixed with what was guessed. */
function surest(finds: readonly Found[]): readonly Found[] {
  const labelled = finds.filter(({ confidence }) => confidence >= 0.7)
  return labelled.length > 0 ? labelled : finds.toSorted((a, b) => b.confidence - a.confidence)
}

function listOf(field: ListField, finds: readonly Found[]): readonly string[] {
  return [...new Set(surest(finds).flatMap((find) => splitList(field, cleanOf(find))))]
}

/** Commas and line ends part names, but not inside brackets; a warning in sentences stays whole. */
function splitList(field: ListField, value: string): readonly string[] {
  const items = outsideBrackets(value).map((item) => item.trim().replace(/^and /u, ''))
  const isProse = field === 'warnings' && items.some((item) => /[.!?] /u.test(item) || item.split(' ').length > 4)
  return isProse ? [value] : items.filter((item) => item !== '')
}

function outsideBrackets(value: string): readonly string[] {
  const items: string[] = []
  let open = 0
  let from = 0
  for (const { 0: mark, index } of value.matchAll(/[(),;\n]/gu)) {
    if (mark === '(') open++
    else if (mark === ')') open = Math.max(0, open - 1)
    else if (open === 0 || mark === '\n') {
      items.push(value.slice(from, index))
      from = index + 1
    }
  }
  return [...items, value.slice(from)]
}

const cleanOf = (found: Found | undefined): string =>
  found === undefined ? '' : found.isLiteral === true ? found.value.trim() : clean(found.value)

/** Emphasis and cell marks that enclose a value are not the value. */
export function clean(value: string): string {
  const plain = value
    .replace(/<br ?\/?>/giu, '\n')
    .replace(/<\/?(?:b|i|em|strong|u|p|span|td|tr|th|div|font|a)(?: [^<>]{0,200})?>/giu, '')
    .replace(/\[\/?(?:b|i|u|s|size|colou?r|url|center|quote|font|indent)(?:=[^\]]{0,80})?\]/giu, '')
    .trim()
  const unquoted = /^«([^«»]*)»$|^\*\*([^*]+)\*\*$|^\*\*\s*([^*]+)$|^([^*]+)\*\*$/u.exec(plain)
  return (unquoted?.slice(1).find((part) => part !== undefined) ?? plain).trim()
}
