// Makes of what a word processor or a page puts on the clipboard the few tags that a story needs, legible in a text field.

/** Names that say the same in fewer words, or that a story keeps as they are. */
const kept: Readonly<Record<string, string>> = {
  I: 'em',
  EM: 'em',
  CITE: 'em',
  B: 'strong',
  STRONG: 'strong',
  S: 's',
  STRIKE: 's',
  DEL: 's',
  U: 'u',
  SUP: 'sup',
  SUB: 'sub',
  RUBY: 'ruby',
  RT: 'rt',
  RP: 'rp',
}

const blocks = 'p, div, h1, h2, h3, h4, h5, h6, li, blockquote, pre, td, tr, table, ul, ol, section, article, hr'
const left = new Set(['STYLE', 'SCRIPT', 'META', 'LINK', 'TITLE', 'HEAD', 'TEMPLATE', 'XML', 'O:P'])

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Undefined where the clipboard holds nothing that plain text would lose. The document is inert: nothing in it runs. */
export function simpleHtml(html: string): string | undefined {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const paragraphs = blockOf(body)
  const made = paragraphs.join('\n\n')
  return /<(?!\/?p>|br>)/.test(made) ? made : undefined
}

/** What stands in a block: its own words as paragraphs, the blocks in it each for itself. */
function blockOf(element: Element): string[] {
  const made: string[] = []
  let words = ''
  const end = (): void => {
    if (words.trim() !== '') made.push(`<p>${words.trim()}</p>`)
    words = ''
  }
  for (const node of element.childNodes) {
    if (node instanceof Element && (node.matches(blocks) || node.querySelector(blocks))) {
      end()
      made.push(...innerBlock(node))
    } else words += inline(node)
  }
  end()
  return made
}

function innerBlock(element: Element): string[] {
  if (left.has(element.tagName)) return []
  if (element.tagName === 'HR') return ['<hr>']
  const inside = blockOf(element)
  const name = element.tagName.toLowerCase()
  if (/^h[1-6]$/.test(name)) return inside.map((each) => each.replace(/^<p>(.*)<\/p>$/s, `<${name}>$1</${name}>`))
  return name === 'blockquote' ? [`<blockquote>\n${inside.join('\n')}\n</blockquote>`] : inside
}

function inline(node: Node): string {
  if (node instanceof Text) return escaped(node.data.replaceAll(/[\s\u00a0]+/g, ' '))
  if (!(node instanceof HTMLElement) || left.has(node.tagName)) return ''
  if (node.tagName === 'BR') return '<br>\n'
  const words = [...node.childNodes].map(inline).join('')
  if (words.trim() === '') return words
  return namesOf(node).reduce((inside, name) => `<${name}>${inside}</${name}>`, linked(node, words))
}

function linked(node: HTMLElement, words: string): string {
  const address = node instanceof HTMLAnchorElement ? node.getAttribute('href') : null
  return address !== null && /^https?:/i.test(address)
    ? `<a href="${escaped(address).replaceAll('"', '&quot;')}">${words}</a>`
    : words
}

/**
 * By its name, or by its style as Docs and Word write it; Docs wraps everything in a bold that says it is not bold.
 * The style is read as text: the content policy of our pages keeps a browser from reading it at all.
 */
function namesOf(element: HTMLElement): string[] {
  const style = (element.getAttribute('style') ?? '').toLowerCase()
  const isPlainBold = element.tagName === 'B' && /font-weight:\s*(normal|400)/.test(style)
  const name = kept[element.tagName]
  const names = new Set(name !== undefined && !isPlainBold ? [name] : [])
  if (/(^|[;\s])font-style:\s*(italic|oblique)/.test(style)) names.add('em')
  if (/(^|[;\s])font-weight:\s*(bold|[6-9]00)/.test(style)) names.add('strong')
  if (/text-decoration[a-z-]*:[^;]*line-through/.test(style)) names.add('s')
  return [...names]
}
