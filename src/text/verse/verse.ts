// Lines that are a poem's or a script's own: each is marked, so that on a narrow screen what wraps hangs beneath its line.
import { asVerse, fromPlain } from '../from-plain.ts'
import { type Element, type ElementContent, type Root, element } from '../tree.ts'
import { contentOf, isElement, isRoom } from '../tidy/blocks.ts'

export function keepVerse(room: Root | Element): void {
  room.children = contentOf(room).flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child]
    if (child.tagName === 'pre') return stanzasOf(child)
    if (child.tagName === 'p') return [asStanza(child)]
    if (isRoom(child)) keepVerse(child)
    return [child]
  })
}

/** Typed with spaces, as in a typewriter. */
function stanzasOf(pre: Element): ElementContent[] {
  if (pre.children.some((child) => child.type !== 'text')) return [pre]
  const words = pre.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  return contentOf(fromPlain(words, undefined, asVerse)).map((child) => (isElement(child) ? asStanza(child) : child))
}

/** Line breaks inside of emphasis stay what they are: then the stanza keeps its lines, and none of them hangs. */
function asStanza(paragraph: Element): Element {
  const { children, properties } = paragraph
  if (!children.some((child) => isElement(child) && child.tagName === 'br')) return paragraph
  const className = [...(Array.isArray(properties.className) ? properties.className : []), 'verse']
  const marked: ElementContent[] = []
  let line: ElementContent[] = []
  const endLine = (): void => {
    if (line.length > 0) marked.push(element('span', line, { className: ['line'] }))
    line = []
  }
  for (const child of children) {
    const isBreak = isElement(child) && child.tagName === 'br'
    if (isBreak) endLine()
    if (isBreak) marked.push(child)
    else line.push(child)
  }
  endLine()
  return element('p', marked, { ...properties, className })
}
