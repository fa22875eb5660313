// Old journals keep their line ends as line breaks: HTML that has no other sign of a paragraph was written for one.
import { type ElementContent, type Root, element, text } from '../tree.ts'
import { isElement } from './blocks.ts'
import type { Tally } from './tally.ts'

const shaping = new Set('br p div li td th dd pre h1 h2 h3 h4 h5 h6 table'.split(' '))

const hasShape = (nodes: readonly ElementContent[]): boolean =>
  nodes.some((node) => isElement(node) && (shaping.has(node.tagName) || hasShape(node.children)))

export function keepLineEnds(tree: Root, { tell }: Tally): void {
  const children = tree.children.filter((child) => child.type !== 'doctype')
  if (hasShape(children)) return
  tree.children = broken(trimmed(children), (count) => tell('lines', count))
}

/** Line ends around the whole are no lines. */
function trimmed(children: ElementContent[]): ElementContent[] {
  const [first] = children
  const last = children.at(-1)
  if (first?.type === 'text') first.value = first.value.replace(/^\s*\n/, '')
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return children
}

const broken = (children: readonly ElementContent[], told: (count: number) => void): ElementContent[] =>
  children.flatMap((child) => {
    if (isElement(child)) child.children = broken(child.children, told)
    if (child.type !== 'text' || !child.value.includes('\n')) return [child]
    const lines = child.value.split('\n')
    told(lines.length - 1)
    return lines.flatMap((line, index) => (index === 0 ? [text(line)] : [element('br', []), text(`\n${line}`)]))
  })
