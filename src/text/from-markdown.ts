// Markdown as HTML that is still to be sanitised. What spoils fiction is off: code for an indented paragraph, and a heading
// for the sentence above a row of dashes.
import MarkdownIt from 'markdown-it'
import { isSceneBreak } from './scene-break.ts'

/** HTML inside is passed on: writers mix the two, and everything is sanitised afterwards anyway. */
const reader = new MarkdownIt({ html: true, linkify: false, typographer: false }).disable(['code', 'lheading'])
const readerOfLines = new MarkdownIt({ html: true, linkify: false, breaks: true }).disable(['code', 'lheading'])

export function fromMarkdown(markdown: string): string {
  const prepared = withSceneBreaks(markdown)
  return (isWrapped(prepared) ? reader : readerOfLines).render(prepared)
}

/**
 * Every shape of scene break as a paragraph of its own with its signs as they were written: `~~~` would open a block of code and
 * `# # #` a heading. Tidying makes them alike.
 */
const withSceneBreaks = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => (isSceneBreak(line) && !line.includes('|') ? `\n${asWritten(line.trim())}\n` : line))
    .join('\n')

const asWritten = (signs: string): string => signs.replace(/[!-/:-@[-`{-~]/g, (sign) => `\\${sign}`)

/**
 * Lines of a text that was wrapped at some column are about equally long, except for the last of each paragraph; then a line
 * end means nothing. Otherwise it was typed on purpose.
 */
function isWrapped(markdown: string): boolean {
  const inner = markdown.split(/\n\s*\n/).flatMap((paragraph) => paragraph.trim().split('\n').slice(0, -1))
  const full = inner.filter((line) => line.length >= 55 && line.length <= 100)
  return inner.length >= 3 && full.length / inner.length > 0.8
}
