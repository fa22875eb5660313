// Plain text as a tree: an empty line ends a paragraph, one line end is a line break, a line of stars is a scene break.
import { isSceneBreak } from './scene-break.ts'
import { type Element, type ElementContent, type Root, element, root, text } from './tree.ts'

/** As it was written: whoever tidies afterwards says what becomes of it. */
export const pauseAsWritten = (line: string): Element => element('p', [text(line)])

export function fromPlain(plain: string, pauseFor: (line: string) => Element = () => element('hr', [])): Root {
  const found: ElementContent[] = []
  let lines: string[] = []
  const endParagraph = (): void => {
    if (lines.length > 0) found.push(element('p', withBreaks(lines)))
    lines = []
  }
  for (const line of plain.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const trimmed = line.trim()
    if (trimmed !== '' && !isSceneBreak(trimmed)) {
      lines.push(trimmed)
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
