// The document as HTML, and its words. What did not change since the last time is not written again: a paragraph of a novel is.
import { DOMSerializer, type Node } from 'prosemirror-model'
import { countWordsOf } from '#src/kit/words/count-words.ts'
import type { Kept } from './attributes.ts'
import { keptOf, pairsOf, schema } from './schema.ts'

/** As it is kept and copied, where that is another element than the editor shows. */
export const output = new DOMSerializer(
  {
    ...DOMSerializer.nodesFromSchema(schema),
    details: ({ attrs }) => ['details', keptOf(attrs), 0],
    summary: ({ attrs }) => ['summary', keptOf(attrs), 0],
  },
  DOMSerializer.marksFromSchema(schema),
)

const inert = document.implementation.createHTMLDocument()

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const opening = (name: string, kept: Kept): string =>
  `<${name}${Object.entries(kept)
    .map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`)
    .join('')}>`

const names: Readonly<Record<string, string>> = {
  blockquote: 'blockquote',
  division: 'div',
  details: 'details',
  bullet_list: 'ul',
  ordered_list: 'ol',
  list_item: 'li',
}

const htmlOf = new WeakMap<Node, string>()

function written(node: Node): string {
  const known = htmlOf.get(node)
  if (known !== undefined) return known
  const html = writeAnew(node)
  htmlOf.set(node, html)
  return html
}

function writeAnew(node: Node): string {
  if (node.type === schema.nodes.as_it_is) return String(node.attrs['html'])
  const name = names[node.type.name]
  if (name !== undefined) return `${opening(name, keptOf(node.attrs))}${insideOf(node)}</${name}>`
  const element = output.serializeNode(node, { document: inert })
  const holder = inert.createElement('div')
  holder.append(element)
  const html = holder.innerHTML
  return node.type === schema.nodes.preformatted ? html : html.replaceAll('<br>', '<br>\n')
}

/** A list whose entries are single lines is written as people write one. */
function insideOf(node: Node): string {
  const children: string[] = []
  node.forEach((child, _, index) => {
    const isLine =
      node.type === schema.nodes.list_item &&
      index === 0 &&
      child.type === schema.nodes.paragraph &&
      Object.keys(keptOf(child.attrs)).length === 0 &&
      (node.childCount === 1 || node.child(1).type.name.endsWith('_list'))
    const html = written(child)
    children.push(isLine ? html.slice('<p>'.length, -'</p>'.length) : html)
  })
  return children.join('')
}

const isEmptyParagraph = (node: Node): boolean => node.type === schema.nodes.paragraph && node.content.size === 0

export function htmlOfDocument(doc: Node): string {
  const blocks: string[] = []
  let last = doc.childCount
  // The one that is there to type on in.
  while (last > 0 && isEmptyParagraph(doc.child(last - 1))) last -= 1
  for (let at = 0; at < last; at += 1) blocks.push(written(doc.child(at)))
  return blocks.join('\n\n')
}

const countOf = new WeakMap<Node, number>()

/** Each stretch of letters that look alike is counted alone, as the archive does. */
export function wordsOf(node: Node): number {
  const known = countOf.get(node)
  if (known !== undefined) return known
  let count = 0
  if (node.isText) count = countWordsOf(node.text ?? '')
  else if (node.type === schema.nodes.as_it_is) count = countWordsOf(String(node.attrs['words']))
  else if (node.type === schema.nodes.ruby)
    for (const pair of pairsOf(node.attrs)) count += countWordsOf(pair.join('\n'))
  else node.forEach((child) => void (count += wordsOf(child)))
  countOf.set(node, count)
  return count
}
