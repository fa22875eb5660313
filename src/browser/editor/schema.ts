// The document of the editor: what the sanitiser lets through, as blocks and marks one can type in. What no editor of ours changes (a
// table, a figure) stands in it as it is.
import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { attributesOf, type Kept } from './attributes.ts'

const kept = { kept: { default: {} } }
const keep = (element: HTMLElement) => ({ kept: attributesOf(element) })

export const keptOf = (attrs: Readonly<Record<string, unknown>>): Kept => {
  const { kept: found } = attrs
  return typeof found === 'object' && found !== null
    ? Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)]))
    : {}
}

/** A block that is an element with what is in it. */
const block = (tag: string, content: string, more: NodeSpec = {}): NodeSpec => ({
  content,
  group: 'block',
  attrs: kept,
  parseDOM: [{ tag, getAttrs: keep }],
  toDOM: ({ attrs }) => [tag, keptOf(attrs), 0],
  ...more,
})

/** A plain division says nothing; one with a class, a direction or an alignment does. */
const division: NodeSpec = block('div', 'block+', {
  parseDOM: [
    { tag: 'center', getAttrs: (element) => ({ kept: { ...attributesOf(element), align: 'center' } }) },
    {
      tag: 'div',
      getAttrs(element) {
        const found = attributesOf(element)
        return Object.keys(found).length === 0 ? false : { kept: found }
      },
    },
  ],
})

const levels = [1, 2, 3, 4, 5, 6]

const heading: NodeSpec = block('h2', 'inline*', {
  attrs: { ...kept, level: { default: 2 } },
  defining: true,
  parseDOM: levels.map((level) => ({ tag: `h${level}`, getAttrs: (element) => ({ ...keep(element), level }) })),
  toDOM: ({ attrs }) => [`h${levels.includes(Number(attrs['level'])) ? Number(attrs['level']) : 2}`, keptOf(attrs), 0],
})

/** In the editor a fold is always open, so that one sees what one writes. */
const fold: NodeSpec = block('details', 'summary block+', {
  defining: true,
  isolating: true,
  toDOM: () => ['div', { class: 'rt__fold' }, 0],
})
const summary: NodeSpec = block('summary', 'inline*', {
  group: '',
  defining: true,
  toDOM: () => ['p', { class: 'rt__fold-title' }, 0],
})

const preformatted: NodeSpec = block('pre', 'inline*', {
  whitespace: 'pre',
  parseDOM: [{ tag: 'pre', preserveWhitespace: 'full', getAttrs: keep }],
})

const rule: NodeSpec = {
  group: 'block',
  attrs: kept,
  parseDOM: [{ tag: 'hr', getAttrs: keep }],
  toDOM: ({ attrs }) => ['hr', keptOf(attrs)],
}

/** Shown by its words alone: what it holds is markup that nobody has judged yet. */
const asItIs: NodeSpec = {
  group: 'block',
  atom: true,
  attrs: { html: { default: '' }, words: { default: '' } },
  parseDOM: ['table', 'dl', 'figure', 'address'].map((tag) => ({
    tag,
    getAttrs: (element: HTMLElement) => ({ html: element.outerHTML, words: element.textContent.trim() }),
  })),
  toDOM: ({ attrs }) => [
    'div',
    { class: 'rt__as-it-is', 'data-says': 'As it is; to be changed in the source' },
    String(attrs['words']),
  ],
}

export type Pair = readonly [base: string, reading: string]

export const pairsOf = (attrs: Readonly<Record<string, unknown>>): Pair[] => {
  const { pairs } = attrs
  return Array.isArray(pairs)
    ? pairs.map((pair: unknown): Pair => (Array.isArray(pair) ? [String(pair[0]), String(pair[1])] : ['', '']))
    : []
}

const ruby: NodeSpec = {
  group: 'inline',
  inline: true,
  atom: true,
  attrs: { pairs: { default: [] }, kept: { default: {} } },
  parseDOM: [{ tag: 'ruby', getAttrs: (element) => ({ ...keep(element), pairs: pairsIn(element) }) }],
  toDOM: ({ attrs }) => [
    'ruby',
    keptOf(attrs),
    ...pairsOf(attrs).flatMap(([base, reading]) => [base, ['rt', reading]]),
  ],
}

function pairsIn(element: Element): Pair[] {
  const pairs: Pair[] = []
  let base = ''
  for (const node of element.childNodes) {
    if (node instanceof Element && node.localName === 'rt') {
      pairs.push([base, node.textContent])
      base = ''
    } else if (!(node instanceof Element && node.localName === 'rp')) base += node.textContent ?? ''
  }
  if (base.trim() !== '') pairs.push([base, ''])
  return pairs
}

const image: NodeSpec = {
  group: 'inline',
  inline: true,
  draggable: true,
  attrs: kept,
  parseDOM: [
    {
      tag: 'img[src]',
      getAttrs(element) {
        const found = attributesOf(element)
        return 'src' in found ? { kept: found } : false
      },
    },
  ],
  toDOM: ({ attrs }) => ['img', keptOf(attrs)],
}

const lineEnd: NodeSpec = {
  group: 'inline',
  inline: true,
  selectable: false,
  parseDOM: [{ tag: 'br' }],
  toDOM: () => ['br'],
}

const plain = (tag: string, ...tags: readonly string[]): MarkSpec => ({
  parseDOM: [tag, ...tags].map((each) => ({ tag: each })),
  toDOM: () => [tag, 0],
})

const link: MarkSpec = {
  attrs: kept,
  inclusive: false,
  parseDOM: [
    {
      tag: 'a',
      getAttrs(element) {
        const found = attributesOf(element)
        return 'href' in found || 'id' in found ? { kept: found } : false
      },
    },
  ],
  toDOM: ({ attrs }) => ['a', keptOf(attrs), 0],
}

const others = 'abbr acronym bdi bdo big cite code del dfn ins kbd q samp sub sup tt var'.split(' ')

/** All that may stand in a line and has no button; a span only where it says something. */
const other: MarkSpec = {
  attrs: { ...kept, name: { default: 'span' } },
  excludes: '',
  parseDOM: [
    ...others.map((name) => ({ tag: name, getAttrs: (element: HTMLElement) => ({ ...keep(element), name }) })),
    {
      tag: 'span',
      getAttrs(element) {
        const found = attributesOf(element)
        return Object.keys(found).length === 0 ? false : { kept: found, name: 'span' }
      },
    },
  ],
  toDOM: ({ attrs }) => [others.find((name) => name === attrs['name']) ?? 'span', keptOf(attrs), 0],
}

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: block('p', 'inline*'),
    heading,
    blockquote: block('blockquote', 'block+', { defining: true }),
    division,
    details: fold,
    summary,
    bullet_list: block('ul', 'list_item+'),
    ordered_list: block('ol', 'list_item+'),
    list_item: block('li', 'block+', { group: '', defining: true }),
    preformatted,
    rule,
    as_it_is: asItIs,
    text: { group: 'inline' },
    ruby,
    image,
    line_end: lineEnd,
  },
  marks: {
    link,
    strong: plain('strong', 'b'),
    em: plain('em', 'i'),
    strike: plain('s', 'strike'),
    underline: plain('u'),
    small: plain('small'),
    other,
  },
})
