// What the steps of tidying ask of a tree: what is a block, what is blank, where the lines are.
import type { Element, ElementContent, Root } from '../tree.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const blocks = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul',
)
/** Where paragraphs stand; text directly in these is a paragraph without its tags. */
const rooms = words('article aside blockquote body center details div fieldset footer form header main section')
/** Nothing to see in a text, and yet something is there. */
const solid = words('audio embed hr iframe img input math object ruby svg table textarea video')

export const isElement = (node: ElementContent | Root['children'][number] | undefined): node is Element =>
  node?.type === 'element'

/** No guard of types: what has another name may be an element too. */
export const isNamed = (node: ElementContent | undefined, name: string): boolean =>
  isElement(node) && node.tagName === name

export const isBlock = (node: ElementContent): boolean => isElement(node) && blocks.has(node.tagName)

/** Also an unknown element, or a font, that somebody has put around whole paragraphs. */
export const isRoom = (node: ElementContent): boolean =>
  isElement(node) && (rooms.has(node.tagName) || (!blocks.has(node.tagName) && node.children.some(holdsBlock)))

const holdsBlock = (node: ElementContent): boolean =>
  isElement(node) && (blocks.has(node.tagName) || node.children.some(holdsBlock))

export function textOf(nodes: readonly ElementContent[]): string {
  let text = ''
  for (const node of nodes) {
    if (node.type === 'text') text += node.value
    else if (node.type === 'element') text += textOf(node.children)
  }
  return text
}

/** A place that a link leads to is no text, but it must not go. */
const isTarget = ({ tagName, properties }: Element): boolean =>
  tagName === 'a' && (properties.id !== undefined || properties.name !== undefined)

/** Nothing but spaces, line breaks and what holds only those. */
export const isBlank = (nodes: readonly ElementContent[]): boolean =>
  nodes.every((node) => {
    if (node.type === 'text') return !/[^\s\u00a0\u00ad\u200b-\u200f\u2060\u3000\ufeff]/u.test(node.value)
    return node.type !== 'element' || (!solid.has(node.tagName) && !isTarget(node) && isBlank(node.children))
  })

export function countOf(nodes: readonly ElementContent[], name: string): number {
  let count = 0
  for (const node of nodes)
    if (node.type === 'element') count += node.tagName === name ? 1 : countOf(node.children, name)
  return count
}

/** The lines of what flows in one paragraph; formatting that goes on over a line end begins again on the next line. */
export function linesOf(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]]
  for (const node of nodes) {
    if (isNamed(node, 'br')) lines.push([])
    else if (isElement(node) && countOf(node.children, 'br') > 0) addLines(lines, node)
    else lines.at(-1)?.push(node)
  }
  return lines
}

function addLines(lines: ElementContent[][], wrapper: Element): void {
  const { id: _id, name: _name, ...others } = wrapper.properties
  for (const [index, children] of linesOf(wrapper.children).entries()) {
    if (index > 0) lines.push([])
    if (children.length === 0) continue
    lines.at(-1)?.push({ ...wrapper, properties: index === 0 ? wrapper.properties : others, children })
  }
}

/** However many there are: an engine takes only so many arguments. */
export function pushAll<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one)
}

/** Runs of what flows, and the blocks between them; the function says what becomes of each. */
export function mapRuns(
  children: readonly ElementContent[],
  {
    ofRun,
    ofBlock,
  }: Readonly<{
    ofRun: (run: ElementContent[]) => readonly ElementContent[]
    ofBlock: (block: Element) => readonly ElementContent[]
  }>,
): ElementContent[] {
  const mapped: ElementContent[] = []
  let run: ElementContent[] = []
  const end = (): void => {
    if (run.length > 0) pushAll(mapped, ofRun(run))
    run = []
  }
  for (const child of children) {
    if (isElement(child) && (isBlock(child) || isRoom(child))) {
      end()
      pushAll(mapped, ofBlock(child))
    } else run.push(child)
  }
  end()
  return mapped
}

/** Of a root without its doctype, which no text has. */
export const contentOf = (tree: Root | Element): ElementContent[] =>
  tree.type === 'element' ? tree.children : tree.children.filter((child) => child.type !== 'doctype')
