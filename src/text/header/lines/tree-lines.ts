// A tree as flat text with marks, so that one reader serves pasted HTML too; and the way back, from a place in that text to the rest of the tree.
import type { Place } from '#src/text/header/fields.ts'
import type { Element, ElementContent, Node, Root } from '#src/text/tree.ts'
import { root } from '#src/text/tree.ts'
import { type Emphasis, emphasisOf } from './emphasis.ts'
import type { LineMarks } from './lines.ts'

export type FlatTree = {
  readonly text: string
  readonly marks: LineMarks
  readonly emphasis: readonly Emphasis[]
  /** Where each node begins in the text. */
  readonly starts: ReadonlyMap<Node, number>
}

const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote center dd details div dl dt figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody thead tr ul'.split(
    ' ',
  ),
)
const spaced: ReadonlySet<string> = new Set('p h1 h2 h3 h4 h5 h6 blockquote hr table dl ul ol pre'.split(' '))
const headings = /^h[1-6]$/u
const boldNames: ReadonlySet<string> = new Set(['b', 'strong', 'th', 'dt'])

type Flow = {
  readonly pieces: string[]
  readonly headings: Place[]
  readonly bold: Place[]
  readonly emphasis: Emphasis[]
  readonly starts: Map<Node, number>
  length: number
  /** How many line ends the text ends with, blanks aside. */
  ends: number
}

export function flatten(tree: Node): FlatTree {
  const flow: Flow = { pieces: [], headings: [], bold: [], emphasis: [], starts: new Map(), length: 0, ends: 2 }
  walk(tree, flow)
  const marks = { headings: flow.headings, bold: flow.bold }
  return { text: flow.pieces.join(''), marks, emphasis: flow.emphasis, starts: flow.starts }
}

function say(flow: Flow, text: string): void {
  flow.pieces.push(text)
  flow.length += text.length
  if (/\S/u.test(text)) flow.ends = 0
}

function endLine(flow: Flow, ends: number): void {
  if (flow.ends >= ends) return
  const missing = ends - flow.ends
  say(flow, '\n'.repeat(missing))
  flow.ends = ends
}

function walk(node: Node, flow: Flow): void {
  if (node.type === 'element') return walkElement(node, flow)
  flow.starts.set(node, flow.length)
  if (node.type === 'text') return say(flow, node.value.replace(/[\n\r\t]/gu, ' '))
  if (node.type === 'root') for (const child of node.children) if (child.type !== 'doctype') walk(child, flow)
}

function walkElement(node: Element, flow: Flow): void {
  const { tagName } = node
  const ends = spaced.has(tagName) ? 2 : blocks.has(tagName) ? 1 : 0
  endLine(flow, ends)
  const from = flow.length
  flow.starts.set(node, from)
  if (tagName === 'br') breakLine(flow)
  if (tagName === 'hr') say(flow, '***')
  for (const child of node.children) walk(child, flow)
  if (headings.test(tagName)) flow.headings.push({ from, to: flow.length })
  const sign = emphasisOf(node)
  if (sign) flow.emphasis.push({ from, to: flow.length, ...sign })
  if (boldNames.has(tagName)) flow.bold.push({ from, to: flow.length })
  if (tagName === 'td' || tagName === 'th') say(flow, '\t')
  endLine(flow, ends)
}

function breakLine(flow: Flow): void {
  say(flow, '\n')
  flow.ends += 1
}

/** The tree without everything that stands before one place in its flat text or after another. Elements that are left empty go with it. */
export function treeFrom(tree: Root, { starts, text }: FlatTree, from: number, to: number = text.length): Root {
  const rest = keep(tree.children, starts, from)
  return root(to >= text.length ? rest : keepUpTo(rest, starts, { from, to }))
}

/** A text that begins before the first place begins there by now. */
function keepUpTo(children: readonly ElementContent[], starts: FlatTree['starts'], place: Place): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    const start = starts.get(child) ?? place.from
    if (start >= place.to) return []
    if (child.type === 'element') return cutInside(child, keepUpTo(child.children, starts, place))
    if (child.type !== 'text') return []
    const value = child.value.slice(0, place.to - Math.max(start, place.from))
    if (value === child.value) return [child]
    return value === '' ? [] : [{ type: 'text', value }]
  })
}

/** What ends before the place stays as it is, empty or not. */
const cutInside = (element: Element, kept: ElementContent[]): ElementContent[] =>
  kept.length === element.children.length && kept.every((child, at) => child === element.children[at])
    ? [element]
    : keepInside(element, kept)

function keep(children: Root['children'], starts: FlatTree['starts'], from: number): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'doctype' || child.type === 'comment') return []
    const start = starts.get(child) ?? 0
    if (start >= from) return [child]
    if (child.type === 'element') return keepInside(child, keep(child.children, starts, from))
    const value = child.value.slice(from - start)
    return value === '' ? [] : [{ type: 'text', value }]
  })
}

const keepInside = (element: Element, children: ElementContent[]): ElementContent[] =>
  children.some((child) => child.type !== 'text' || /\S/u.test(child.value)) ? [{ ...element, children }] : []
