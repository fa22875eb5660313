// A tree as plain text: paragraphs with an empty line between them, line breaks as line ends, scene breaks as "* * *".
import type { Element, ElementContent, Node } from './tree.ts'

const paragraphs: ReadonlySet<string> = new Set(
  'p div h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre figure details center hr address section article'.split(' '),
)
const lines: ReadonlySet<string> = new Set('li dt dd tr caption figcaption summary'.split(' '))

function writer() {
  const parts: string[] = []
  let wanted = 0
  let marker = ''
  let atLineStart = true
  let space = false
  const put = (value: string): void => {
    if (wanted > 0 && parts.length > 0) parts.push('\n'.repeat(wanted))
    else if (space && !atLineStart) parts.push(' ')
    parts.push(marker, value)
    wanted = 0
    marker = ''
    space = false
    atLineStart = false
  }
  return {
    exactly: put,
    /** So many line ends at least before the next word. */
    breaks(count: number): void {
      wanted = Math.max(wanted, count)
      space = false
      atLineStart = true
    },
    /** Stands before the next word. */
    mark(value: string): void {
      marker = value
    },
    /** White space is one space, and none at the beginning of a line. */
    flowing(value: string): void {
      const folded = value.replace(/[ \t\n\f\r]+/g, ' ')
      if (folded.startsWith(' ')) space = true
      const word = folded.slice(folded.startsWith(' ') ? 1 : 0, folded.endsWith(' ') ? -1 : undefined)
      if (word === '') return
      put(word)
      space = folded.endsWith(' ')
    },
    lineEnd(): void {
      if (wanted === 0) parts.push('\n')
      space = false
      atLineStart = true
    },
    said: (): string => withoutSpare(parts.join('')),
  }
}

const withoutSpare = (said: string): string =>
  said
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

type Writer = ReturnType<typeof writer>

const isElement = (node: ElementContent, name: string): node is Element =>
  node.type === 'element' && node.tagName === name

/** Readings of a ruby stand in brackets, as where no ruby is known; some writers have put brackets there themselves. */
function writeRuby(out: Writer, ruby: Element): void {
  const hasBrackets = ruby.children.some((child) => isElement(child, 'rp'))
  for (const child of ruby.children) {
    const isReading = isElement(child, 'rt') && !hasBrackets
    if (isReading) out.exactly('(')
    write(out, child)
    if (isReading) out.exactly(')')
  }
}

function writeItems(out: Writer, list: Element): void {
  const first = Number(list.properties.start ?? 1)
  let number = Number.isInteger(first) ? first : 1
  for (const child of list.children) {
    if (!isElement(child, 'li')) {
      write(out, child)
      continue
    }
    out.breaks(1)
    out.mark(list.tagName === 'ol' ? `${number}. ` : '- ')
    number += 1
    writeChildren(out, child)
    out.mark('')
    out.breaks(1)
  }
}

function writeChildren(out: Writer, parent: Element, isExact = false): void {
  for (const child of parent.children) write(out, child, isExact)
}

const special: Readonly<Record<string, (out: Writer, node: Element) => void>> = {
  br: (out) => out.lineEnd(),
  hr: (out) => out.exactly('* * *'),
  ruby: writeRuby,
  ol: writeItems,
  ul: writeItems,
  pre: (out, node) => writeChildren(out, node, true),
  img: (out, { properties: { alt } }) => (typeof alt === 'string' && alt !== '' ? out.exactly(`[${alt}]`) : undefined),
  td: writeCell,
  th: writeCell,
  q: (out, node) => {
    out.exactly('“')
    writeChildren(out, node)
    out.exactly('”')
  },
}

function writeCell(out: Writer, cell: Element): void {
  writeChildren(out, cell)
  out.exactly('\t')
}

function write(out: Writer, node: ElementContent, isExact = false): void {
  if (node.type === 'text') return isExact ? out.exactly(node.value) : out.flowing(node.value)
  if (node.type !== 'element') return
  const count = paragraphs.has(node.tagName) ? 2 : lines.has(node.tagName) ? 1 : undefined
  if (count !== undefined) out.breaks(count)
  const own = special[node.tagName]
  if (own) own(out, node)
  else writeChildren(out, node, isExact)
  if (count !== undefined) out.breaks(count)
}

export function toPlain(tree: Node): string {
  const out = writer()
  const nodes = tree.type === 'root' ? tree.children : [tree]
  for (const node of nodes) if (node.type !== 'doctype') write(out, node)
  return out.said()
}
