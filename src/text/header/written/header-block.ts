// The reverse of the reader: fields as a header block, in each form, for posting a piece elsewhere. Reading such a block gives the same fields.
import { readHeader } from '#src/text/header/header.ts'
import { collectFields } from '#src/text/header/findings.ts'
import type { FieldName } from '#src/text/header/fields.ts'
import { joiner } from '#src/text/header/literal.ts'
import { inForm, type WrittenForm } from './signs.ts'

/** A line of a header. What has no field stands there as it is. */
export type HeaderLine = { readonly label: string; readonly value: string; readonly field: FieldName | undefined }

/** Lines that are not empty, each value without empty lines, and guarded where it would be misread. */
export function headerLines(lines: readonly HeaderLine[]): readonly HeaderLine[] {
  const said = lines.map((line) => ({ ...line, value: inOne(line.value) })).filter(({ value }) => value !== '')
  let guarded: ReadonlySet<HeaderLine> = new Set()
  for (let round = 0; round < 3; round++) {
    const misread = misreadIn(said, guarded)
    if (misread.length === 0) break
    guarded = round === 1 ? new Set(said) : new Set([...guarded, ...misread])
  }
  return said.map((line) => (guarded.has(line) ? { ...line, value: guard(line.value) } : line))
}

const inOne = (value: string): string =>
  value
    .replaceAll(joiner, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')

const guard = (value: string): string => `${joiner}${value}${joiner}`

/** The forms whose source is read as it stands; HTML is read as plain lines are. */
const readable: readonly WrittenForm[] = ['text', 'bbcode', 'markdown']

/** Read back over a story, as it will be read elsewhere. */
function misreadIn(lines: readonly HeaderLine[], guarded: ReadonlySet<HeaderLine>): readonly HeaderLine[] {
  const written = lines.map((line) => (guarded.has(line) ? { ...line, value: guard(line.value) } : line))
  const own = lines.flatMap(({ label, field }) => (field === undefined ? [] : [{ word: label, field }]))
  const wrong = readable.flatMap((form) => {
    const { fields } = readHeader(`${writeHeader(written, form)}\n\n${anyStory}`, undefined, own)
    return lines.filter(({ field, value }) => field !== undefined && !isSame(fields[field], asRead(field, value), form))
  })
  return lines.filter((line) => wrong.includes(line))
}

const anyStory = 'The story begins here, and goes on.'

const asRead = (field: FieldName, value: string): unknown =>
  collectFields([{ field, value, from: 0, to: value.length, confidence: 1, isLiteral: true }])[field]

/** What a form puts before signs is no word of the value. */
const isSame = (one: unknown, other: unknown, form: WrittenForm): boolean => {
  const said = (value: unknown): string => JSON.stringify(value ?? '')
  const letters = (value: unknown): string => said(value).replace(/[^\p{L}\p{N}]+/gu, '')
  return form === 'text' ? said(one) === said(other) : letters(one) === letters(other)
}

export const writeHeader = (lines: readonly HeaderLine[], form: WrittenForm): string => writers[form](lines)

const writers: Readonly<Record<WrittenForm, (lines: readonly HeaderLine[]) => string>> = {
  html: (lines) =>
    `<p>${lines.map(({ label, value }) => `<strong>${inForm('html', label)}:</strong> ${broken(inForm('html', value), '<br>')}`).join('<br>\n')}</p>`,
  markdown: (lines) =>
    lines
      .map(({ label, value }) => `**${inForm('markdown', label)}:** ${broken(inForm('markdown', value), '  ')}`)
      .join('  \n'),
  bbcode: (lines) =>
    lines.map(({ label, value }) => `[b]${inForm('bbcode', label)}:[/b] ${inForm('bbcode', value)}`).join('\n'),
  text: (lines) => lines.map(({ label, value }) => `${label}: ${value}`).join('\n'),
}

const broken = (value: string, sign: string): string => value.replaceAll('\n', `${sign}\n`)
