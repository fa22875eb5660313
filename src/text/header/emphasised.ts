// Of a page, what goes to fields in which people speak keeps the emphasis that stood there, in the marks of plain text.
import type { FieldName, Place } from './fields.ts'
import { collectFields } from './findings.ts'
import type { HeaderReading } from './header.ts'
import { type Emphasis, withEmphasis } from './lines/emphasis.ts'
import { partText } from './spans.ts'

const spoken: readonly FieldName[] = ['notes', 'endnotes']

export function emphasised(text: string, header: HeaderReading, all: readonly Emphasis[]): HeaderReading {
  const around = all.filter(({ from, to }) => from < header.bodyFrom || to > header.bodyTo)
  if (around.length === 0) return header
  const say = (place: Place): string => withEmphasis(text, place, around)
  const found = header.found.map((find) =>
    spoken.includes(find.field) && find.isLiteral !== true ? { ...find, value: say(find) } : find,
  )
  const { notes, endnotes } = collectFields(found)
  const fields = {
    ...header.fields,
    ...(notes === undefined ? {} : { notes }),
    ...(endnotes === undefined ? {} : { endnotes }),
  }
  return { ...header, found, fields, preface: partText(text, header.spans, 'preface', say) }
}
