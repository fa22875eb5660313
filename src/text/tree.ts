// The one tree that text is, from paste to page, book, plain text and word count: hast, read by a conforming parser within limits.
import type { Element, ElementContent, Nodes, Root, Text } from 'hast'
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
  const tree = fromParse5(parseFragment(inside, html, { treeAdapter: adapterWithin(mostElements(html)) }))
  return tree.type === 'root' ? tree : { type: 'root', children: [] }
}

export const toHtml = (tree: Nodes): string => serialise(tree, { characterReferences: { useNamedReferences: true } })

export const text = (value: string): Text => ({ type: 'text', value })

export const element = (tagName: string, children: ElementContent[], properties = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

export const root = (children: Root['children']): Root => ({ type: 'root', children })

/** Every text node in the order of reading. */
export function* textNodes(tree: Node): Generator<Text> {
  if (tree.type === 'text') yield tree
  if (tree.type !== 'root' && tree.type !== 'element') return
  for (const child of tree.children) if (child.type !== 'doctype') yield* textNodes(child)
}
