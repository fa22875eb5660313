// Headings in Markdown, so that a title written as "# Title" is seen as one.
import type { Place } from '#src/text/header/fields.ts'
import type { LineMarks } from './lines.ts'

export function markdownMarks(text: string): LineMarks {
  const headings: Place[] = []
  for (const found of text.slice(0, 100_000).matchAll(/^#{1,6} [^\n]{1,300}$/gmu))
    headings.push({ from: found.index, to: found.index + found[0].length })
  return { headings, bold: [] }
}

/** What a backslash keeps from being a sign is that sign: the fields of a form are plain words. */
export const withoutEscapes = (said: string): string => said.replace(/\\([\\`*_[\]<>~|#^${}().!+=-])/gu, '$1')
