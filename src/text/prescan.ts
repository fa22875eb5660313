// A look at the tags of a text before it is parsed: what would keep a parser busy for ever is refused here, in one pass.
import { tooDeep } from './tree.ts'

const MOST_OPEN = 256
/** With those whose end may be left out. */
const MOST_ALTOGETHER = 512
const MOST_ATTRIBUTES = 256

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const empty = words(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr image',
)
const endMayBeLeftOut = words(
  'p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp body head html rb rtc caption',
)
const formatting = words('a b big code em font i nobr s small strike strong tt u')
/** What stands in these is text, whatever it looks like. */
const raw = words('script style textarea title xmp iframe noembed noframes noscript plaintext')
const closesParagraph = words(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li dd dt listing main menu nav ol p pre section summary table ul',
)

const cells = words('td th tr tbody thead tfoot')
/** What a start tag ends when it is open, and what stands in between and keeps it open. */
const ends: Readonly<Record<string, readonly [closed: ReadonlySet<string>, unlessIn: ReadonlySet<string>]>> = {
  a: [words('a'), words('')],
  li: [words('li'), words('ul ol menu dir')],
  dt: [words('dt dd'), words('dl')],
  dd: [words('dt dd'), words('dl')],
  td: [words('td th'), words('table tr')],
  th: [words('td th'), words('table tr')],
  tr: [words('tr'), words('table')],
  tbody: [cells, words('table')],
  thead: [cells, words('table')],
  tfoot: [cells, words('table')],
  option: [words('option'), words('select')],
  optgroup: [words('option optgroup'), words('select')],
  rt: [words('rt rp'), words('ruby')],
  rp: [words('rt rp'), words('ruby')],
}
const paragraph = words('p')
const keepsParagraph = words('table td th caption button object template marquee applet')

/** How many are open, in the way of a parser but without its care: it may forget some, so the parser counts once more. */
function openElements() {
  const stack: string[] = []
  const attributes: string[] = []
  const open = new Map<string, number>()
  /** Formatting whose parent has ended: a parser opens it again in the next paragraph, three alike at the most. */
  const lingering = new Map<string, string[]>()
  let counted = 0
  let ghosts = 0

  const count = (name: string, by: number): void => {
    open.set(name, (open.get(name) ?? 0) + by)
    if (!endMayBeLeftOut.has(name)) counted += by
  }
  const linger = (name: string, written: string): void => {
    const list = lingering.get(name) ?? []
    if (list.filter((one) => one === written).length >= 3) return
    lingering.set(name, [...list, written])
    ghosts += 1
  }
  const forget = (name: string): void => {
    if (lingering.get(name)?.pop() !== undefined) ghosts -= 1
  }
  const popTo = (at: number): void => {
    while (stack.length > at) {
      const name = stack.pop() ?? ''
      const written = attributes.pop() ?? ''
      count(name, -1)
      if (stack.length > at && formatting.has(name)) linger(name, written)
    }
  }
  const endNearest = (closed: ReadonlySet<string>, unlessIn: ReadonlySet<string>): void => {
    if (![...closed].some((name) => (open.get(name) ?? 0) > 0)) return
    for (let at = stack.length - 1; at >= 0; at -= 1) {
      const name = stack[at] ?? ''
      if (closed.has(name)) return popTo(at)
      if (unlessIn.has(name)) return
    }
  }
  return {
    start(name: string, written: string): void {
      if (closesParagraph.has(name)) endNearest(paragraph, keepsParagraph)
      if (name in ends) endNearest(...(ends[name] ?? [paragraph, paragraph]))
      if (name === 'a') forget(name)
      if (empty.has(name)) return
      stack.push(name)
      attributes.push(written)
      count(name, 1)
      if (counted + ghosts > MOST_OPEN || stack.length > MOST_ALTOGETHER) throw tooDeep()
    },
    end(name: string): void {
      if ((open.get(name) ?? 0) > 0) popTo(stack.lastIndexOf(name))
      else forget(name)
    },
  }
}

/** A tag, a comment, or what a browser takes for one; each part runs to its end or to the end of the text. */
const piece = /<(?:!--[^]*?(?:-->|$)|[!?][^>]*>?|\/([a-z][^\s/>]*)[^>]*>?|\/[^>]*>?|([a-z][^\s/>]*))/giu
const attribute = /[\s/]*(?:=?[^\s/>=]+|=)(?:\s*=\s*(?:"[^"]*"?|'[^']*'?|[^\s>"'][^\s>]*)?)?/y

/** Returns where the attributes end; throws when they are more than anybody writes. */
function afterAttributes(html: string, from: number): number {
  let at = from
  for (let count = 0; ; count += 1) {
    if (count > MOST_ATTRIBUTES) throw tooDeep()
    attribute.lastIndex = at
    const found = attribute.exec(html)
    if (!found) return at
    at += found[0].length
  }
}

function afterRawText(html: string, name: string, from: number): number {
  if (name === 'plaintext') return html.length
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

/** Throws the refusal text/too-deep for text whose tags are too many at once. */
export function prescan(html: string): void {
  const opened = openElements()
  const tags = new RegExp(piece)
  for (let found = tags.exec(html); found; found = tags.exec(html)) {
    const [whole, ended, started] = found
    if (ended !== undefined) opened.end(ended.toLowerCase())
    if (started === undefined) continue
    const name = started.toLowerCase()
    const from = found.index + whole.length
    const to = afterAttributes(html, from)
    opened.start(name, formatting.has(name) ? html.slice(from, to) : '')
    tags.lastIndex = raw.has(name) ? afterRawText(html, name, to) : to
  }
}
