// The one tree that text is, from paste to page, book, plain text and word count: hast, read by a conforming parser within limits.
import type { Element, ElementContent, Nodes, Root, RootContent, Text } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { toHtml as serialise } from 'hast-util-to-html'
import { type DefaultTreeAdapterMap, type TreeAdapter, defaultTreeAdapter, html as names, parseFragment } from 'parse5'
import { Refusal } from '#src/kit/refusal.ts'

export type { Element, ElementContent, Root, Text } from 'hast'

/** Comments are of no use to us and are left out of every tree that we keep. */
export type Node = Root | ElementContent

/** More open at once than any text has, and few enough for everything that walks a tree by calling itself. */
const MOST_OPEN = 600

export const tooDeep = (): Refusal =>
  new Refusal(
    'limit',
    'text/too-deep',
    'This text has so many tags inside one another, or left open, that we cannot read it. What you pasted is still in the field; pasting it as plain text will work.',
  )

/** Unclosed formatting is copied into every paragraph that follows, which can make much out of little. */
const mostElements = (html: string): number => 50_000 + 4 * html.split('<').length

function adapterWithin(limit: number): TreeAdapter<DefaultTreeAdapterMap> {
  let open = 0
  let made = 0
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      made += 1
      if (made > limit) throw tooDeep()
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
    onItemPush() {
      open += 1
      if (open > MOST_OPEN) throw tooDeep()
    },
    onItemPop() {
      open -= 1
    },
  }
}

/** As a browser reads it inside a `div`. Throws the refusal text/too-deep for what is nested too deeply. */
export function parseHtml(html: string): Root {
  const inside = defaultTreeAdapter.createElement('div', names.NS.HTML, [])
  const { childNodes } = parseFragment(inside, html, { treeAdapter: adapterWithin(mostElements(html)) })
  return { type: 'root', children: childNodes.map(hastOf) }
}

type Parsed = DefaultTreeAdapterMap['childNode']

const isParsedElement = (node: Parsed): node is DefaultTreeAdapterMap['element'] => 'tagName' in node

/** Most of a text is words and elements without attributes, which need nobody who knows the names of properties. */
function hastOf(node: Parsed): RootContent {
  if (node.nodeName === '#text' && 'value' in node) return { type: 'text', value: node.value }
  // What is not of HTML has names and contents of its own; little of it is ever kept.
  if (!isParsedElement(node) || node.namespaceURI !== names.NS.HTML || node.nodeName === 'template')
    return wholeOf(fromParse5(node))
  const { tagName, attrs, childNodes } = node
  const children: ElementContent[] = []
  for (const child of childNodes) {
    const made = hastOf(child)
    if (made.type !== 'doctype') children.push(made)
  }
  return { type: 'element', tagName, properties: propertiesOf(attrs) ?? properlyOf(node), children }
}

type Attributes = DefaultTreeAdapterMap['element']['attrs']

/** Those whose property has the same name and the same words. */
const simple = new Set('href id title lang dir alt src style name align'.split(' '))

function propertiesOf(attrs: Attributes): Element['properties'] | undefined {
  const properties: Element['properties'] = {}
  for (const { name, value } of attrs) {
    if (name === 'class') properties.className = value.trim() === '' ? [] : value.trim().split(/[ \t\n\r\f]+/)
    else if (simple.has(name)) properties[name] = value
    else return undefined
  }
  return properties
}

function properlyOf(node: DefaultTreeAdapterMap['element']): Element['properties'] {
  const bare = fromParse5({ ...node, childNodes: [] })
  return bare.type === 'element' ? bare.properties : {}
}

const wholeOf = (node: Nodes): RootContent => (node.type === 'root' ? { type: 'text', value: '' } : node)

const written = (tree: Nodes): string => serialise(tree, { characterReferences: { useNamedReferences: true } })

/** What stands in these is no text, no children, or not of HTML. */
const special = new Set(
  'svg math script style textarea title xmp iframe noembed noframes noscript plaintext template'.split(' '),
)
const empty = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
)

export function toHtml(tree: Nodes): string {
  if (tree.type === 'text') return tree.value.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  if (tree.type === 'root') return childrenOf(tree.children)
  if (tree.type !== 'element' || special.has(tree.tagName) || tree.content !== undefined) return written(tree)
  const { tagName } = tree
  const isEmpty = empty.has(tagName)
  if (isEmpty && tree.children.length > 0) return written(tree)
  return `${startOf(tree)}${isEmpty ? '' : `${childrenOf(tree.children)}</${tagName}>`}`
}

function startOf(node: Element): string {
  let start = `<${node.tagName}`
  for (const name in node.properties) {
    const value = node.properties[name]
    const isList = name === 'className' || name === 'rel'
    if (!(isList ? Array.isArray(value) : simple.has(name) && typeof value === 'string')) return properStartOf(node)
    const said = Array.isArray(value) ? value.join(' ') : `${value}`
    // Theirs is written for older readers too, to whom these ended a value.
    if (/['`]/.test(said)) return properStartOf(node)
    start += ` ${isList && name !== 'rel' ? 'class' : name}="${said.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`
  }
  return `${start}>`
}

function properStartOf(node: Element): string {
  const bare = written({ ...node, children: [] })
  return empty.has(node.tagName) ? bare : bare.slice(0, -(node.tagName.length + 3))
}

function childrenOf(children: readonly Nodes[]): string {
  let html = ''
  for (const child of children) html += toHtml(child)
  return html
}

export const text = (value: string): Text => ({ type: 'text', value })

export const element = (tagName: string, children: ElementContent[], properties = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

export const root = (children: Root['children']): Root => ({ type: 'root', children })

/** Every text node in the order of reading. */
export function textNodes(tree: Node): readonly Text[] {
  const found: Text[] = []
  gather(tree, found)
  return found
}

function gather(node: Nodes, found: Text[]): void {
  if (node.type === 'text') found.push(node)
  else if ('children' in node) for (const child of node.children) gather(child, found)
}
