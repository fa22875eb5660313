// A tree as flat text with marks, so that one reader serves pasted HTML too; and the way back, from a place in that text to the rest of the tree.
import type { Place } from '#src/text/header/fields.ts'
import type { Element, ElementContent, Node, Root } from '#src/text/tree.ts'
import { root } from '#src/text/tree.ts'
import type { LineMarks } from './lines.ts'

export type FlatTree = { readonly text: string; readonly marks: LineMarks }

const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote center dd details div dl dt figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody thead tr ul'.split(
    ' ',
  ),
)
const spaced: ReadonlySet<string> = new Set('p h1 h2 h3 h4 h5 h6 blockquote hr table dl ul ol pre'.split(' '))
const headings = /^h[1-6]$/u
const boldNames: ReadonlySet<string> = new Set(['b', 'strong', 'th', 'dt'])

type Flow = { pieces: string[]; length: number; headings: Place[]; bold: Place[] }

export function flatten(tree: Node): FlatTree {
  const flow: Flow = { pieces: [], length: 0, headings: [], bold: [] }
  walk(tree, flow)
  return { text: flow.pieces.join(''), marks: { headings: flow.headings, bold: flow.bold } }
}

function say(flow: Flow, text: string): void {
  flow.pieces.push(text)
  flow.length += text.length
}

function walk(node: Node, flow: Flow): void {
  if (node.type === 'text') return say(flow, node.value.replace(/[\n\r\t]/gu, ' '))
  if (node.type === 'comment') return
  if (node.type === 'element') return walkElement(node, flow)
  for (const child of node.children) if (child.type !== 'doctype') walk(child, flow)
}

function walkElement(node: Element, flow: Flow): void {
  const { tagName } = node
  if (tagName === 'br') return say(flow, '\n')
  if (tagName === 'hr') return say(flow, '\n\n***\n\n')
  const isBlock = blocks.has(tagName)
  if (isBlock) say(flow, spaced.has(tagName) ? '\n\n' : '\n')
  const from = flow.length
  for (const child of node.children) walk(child, flow)
  mark(node, flow, from)
  if (tagName === 'td' || tagName === 'th') say(flow, '\t')
  if (isBlock) say(flow, spaced.has(tagName) ? '\n\n' : '\n')
}

function mark({ tagName }: Element, flow: Flow, from: number): void {
  if (headings.test(tagName)) flow.headings.push({ from, to: flow.length })
  if (boldNames.has(tagName)) flow.bold.push({ from, to: flow.length })
}

/** The tree without everything that stands before a place in its flat text. Elements that are left empty go with it. */
export function treeFrom(tree: Root, from: number): Root {
  const flow: Flow = { pieces: [], length: 0, headings: [], bold: [] }
  return root(keep(tree.children, flow, from))
}

function keep(children: Root['children'], flow: Flow, from: number): ElementContent[] {
  return children.flatMap((child) => {
    if (child.type === 'doctype' || child.type === 'comment') return []
    if (child.type === 'text') return keepText(child.value, flow, from)
    return keepElement(child, flow, from)
  })
}

function keepText(value: string, flow: Flow, from: number): ElementContent[] {
  const start = flow.length
  say(flow, value)
  if (flow.length <= from) return []
  return [{ type: 'text', value: value.slice(Math.max(0, from - start)) }]
}

function keepElement(element: Element, flow: Flow, from: number): ElementContent[] {
  const start = flow.length
  if (start >= from) return walkPast(element, flow)
  const { tagName } = element
  if (tagName === 'br' || tagName === 'hr') return walkPast(element, flow).slice(1)
  const isBlock = blocks.has(tagName)
  if (isBlock) say(flow, spaced.has(tagName) ? '\n\n' : '\n')
  const children = keep(element.children, flow, from)
  if (tagName === 'td' || tagName === 'th') say(flow, '\t')
  if (isBlock) say(flow, spaced.has(tagName) ? '\n\n' : '\n')
  return children.length > 0 ? [{ ...element, children }] : []
}

function walkPast(element: Element, flow: Flow): ElementContent[] {
  walkElement(element, flow)
  return [element]
}
