// Plain text as a tree: an empty line ends a paragraph, one line end is a line break, a line of stars is a scene break.
import { isSceneBreak } from './scene-break.ts'
import { type Element, type ElementContent, type Root, element, root, text } from './tree.ts'

/** As it was written: whoever tidies afterwards says what becomes of it. */
export const pauseAsWritten = (line: string): Element => element('p', [text(line)])

const asProse = (line: string): string => line.trim()

/** Spaces before a line are part of a poem; more than a phone is wide say no more than these. */
export function asVerse(line: string): string {
  const before = /^[\t \u00a0\u2003\u3000]*/.exec(line)?.[0] ?? ''
  const columns = before.replaceAll('\t', '    ').replaceAll(/[\u2003\u3000]/g, '  ').length
  return '\u00a0'.repeat(Math.min(columns, MOST_INDENT)) + line.trim()
}

const MOST_INDENT = 24

export function fromPlain(
  plain: string,
  pauseFor: (line: string) => Element = () => element('hr', []),
  lineAs: (line: string) => string = asProse,
): Root {
  const found: ElementContent[] = []
  let lines: string[] = []
  const endParagraph = (): void => {
    if (lines.length > 0) found.push(element('p', withBreaks(lines)))
    lines = []
  }
  for (const line of plain.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const trimmed = line.trim()
    if (trimmed !== '' && !isSceneBreak(trimmed)) {
      lines.push(lineAs(line))
      continue
    }
    endParagraph()
    if (trimmed !== '') found.push(pauseFor(trimmed))
  }
  endParagraph()
  return root(found.flatMap((block, index) => (index === 0 ? [block] : [text('\n'), block])))
}

const withBreaks = (lines: readonly string[]): ElementContent[] =>
  lines.flatMap((line, index) => (index === 0 ? [text(line)] : [element('br', []), text(`\n${line}`)]))
