// HTML from a source or from the clipboard made ready for the schema: what styles mean becomes elements, what is no text goes.
// The document is inert: nothing in it runs, and nothing in it is fetched.
import { isOwnFile } from '#src/text/allowed/addresses.ts'
import { isSceneBreak } from '#src/text/scene-break.ts'
import { inText } from './attributes.ts'

const noText =
  'style, script, meta, link, title, template, xml, noscript, iframe, object, svg, math, select, input, button, textarea'
const blocks =
  'p, div, h1, h2, h3, h4, h5, h6, li, blockquote, pre, td, th, table, ul, ol, dl, section, article, hr, details, figure'

/** The content policy of our pages keeps a browser from reading a style, and has it complain of each: it is read under another name. */
const withStylesAsData = (html: string): string => html.replaceAll(/(<[a-z][^<>]*?\s)style(\s*=)/gi, '$1data-style$2')

export function bodyOf(html: string): HTMLElement {
  const readable = withStylesAsData(html.replaceAll(/<style\b[^]*?<\/style\s*>/gi, ''))
  const { body } = new DOMParser().parseFromString(readable, 'text/html')
  for (const element of body.querySelectorAll(noText)) element.remove()
  dropComments(body)
  for (const element of body.querySelectorAll('[data-style], b')) readStyle(element)
  for (const image of body.querySelectorAll('img')) keepOwnImage(image)
  joinIds(body)
  splitAtDoubleBreaks(body)
  return body
}

/** What pages and word processors put on a clipboard, tidied further: scene breaks, empty paragraphs, lists that are none. */
export function pastedBody(html: string): HTMLElement {
  const body = bodyOf(html)
  for (const element of body.querySelectorAll('*'))
    if (element.localName.includes(':')) element.replaceWith(...element.childNodes)
  makeWordLists(body)
  for (const end of body.querySelectorAll('br'))
    if (end.parentElement?.querySelector(`:scope > :is(${blocks})`)) end.remove()
  for (const element of body.querySelectorAll('[dir=ltr]')) element.removeAttribute('dir')
  for (const element of body.querySelectorAll('p, div')) tidyParagraph(element)
  for (const node of textsIn(body)) node.data = node.data.replaceAll('\u00a0', ' ').replaceAll('\u00ad', '')
  return body
}

function textsIn(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) found.push(node)
  return found
}

function dropComments(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT)
  const found: Node[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node)
  for (const node of found) node.parentNode?.removeChild(node)
}

function readStyle(element: Element): void {
  const style = (element.getAttribute('data-style') ?? '').toLowerCase()
  element.removeAttribute('data-style')
  element.toggleAttribute('data-list', /mso-list:\s*l\d/.test(style))
  if (/mso-list:\s*ignore/.test(style)) return element.setAttribute('data-marker', '')
  const align = /(?:^|[;\s])text-align:\s*(center|right|justify)/.exec(style)?.[1]
  if (align !== undefined && element.matches(blocks)) element.setAttribute('align', align)
  // Docs wraps everything in a bold that says it is not bold.
  const isNoBold = element.localName === 'b' && /font-weight:\s*(?:normal|[1-4]00)/.test(style)
  for (const name of namesIn(style, element.localName)) wrapInside(element, name)
  if (isNoBold) element.replaceWith(...element.childNodes)
}

function namesIn(style: string, name: string): string[] {
  const isHeading = /^h[1-6]$/.test(name)
  return [
    ...(/(?:^|[;\s])font-style:\s*(?:italic|oblique)/.test(style) ? ['em'] : []),
    ...(/(?:^|[;\s])font-weight:\s*(?:bold|[6-9]00)/.test(style) && !isHeading ? ['strong'] : []),
    ...(/text-decoration[a-z-]*:[^;]*line-through/.test(style) ? ['s'] : []),
    ...(/text-decoration[a-z-]*:[^;]*underline/.test(style) && name !== 'a' ? ['u'] : []),
    ...(/vertical-align:\s*super/.test(style) ? ['sup'] : []),
  ]
}

/** Around its lines, never around blocks in it. */
function wrapInside(element: Element, name: string): void {
  if (element.textContent.trim() === '') return
  if (element.querySelector(blocks)) {
    for (const child of element.querySelectorAll('p, h1, h2, h3, h4, h5, h6, li'))
      if (!child.querySelector(blocks)) wrapInside(child, name)
    return
  }
  const wrap = element.ownerDocument.createElement(name)
  wrap.append(...element.childNodes)
  element.append(wrap)
}

/** A picture from elsewhere would tell that place who reads here: as on saving, it becomes a link to it. */
function keepOwnImage(image: HTMLImageElement): void {
  const address = image.getAttribute('src')?.trim() ?? ''
  if (isOwnFile.test(address)) return
  const words = image.getAttribute('alt')?.trim() ?? ''
  if (!/^https?:/i.test(address) || image.closest('a')) return image.replaceWith(words)
  const link = image.ownerDocument.createElement('a')
  link.setAttribute('href', address)
  link.textContent = words === '' ? 'image' : words
  image.replaceWith(link)
}

/** Links within the text and where they lead get the names that they are kept under; empty anchors give theirs to what they stand in. */
function joinIds(body: HTMLElement): void {
  const used = new Set<string>()
  for (const link of body.querySelectorAll('a[href^="#"]')) {
    const target = link.getAttribute('href')?.slice(1) ?? ''
    if (target === '') continue
    link.setAttribute('href', `#${inText(target)}`)
    used.add(inText(target))
  }
  for (const element of body.querySelectorAll('[id], a[name]')) {
    const id = inText(element.getAttribute('id') ?? element.getAttribute('name') ?? '')
    const isUsed = used.has(id)
    if (!isUsed) {
      element.removeAttribute('id')
      continue
    }
    const owner =
      element.localName === 'a' && element.textContent.trim() === ''
        ? (element.closest('p, li, div, blockquote') ?? element)
        : element
    if (owner !== element) element.removeAttribute('id')
    if (owner.getAttribute('id') !== id) owner.setAttribute('id', id)
  }
}

/** Word writes its lists as paragraphs with the number typed before them. */
function makeWordLists(body: HTMLElement): void {
  for (const item of body.querySelectorAll('[data-list], p[class*=MsoList]')) {
    const marker = item.querySelector('[data-marker]')?.textContent ?? ''
    for (const each of item.querySelectorAll('[data-marker]')) each.remove()
    const name = /^\s*(?:\d|[a-z][.)])/i.test(marker) ? 'ol' : 'ul'
    const before = item.previousElementSibling
    const list =
      before?.localName === name && before.hasAttribute('data-made') ? before : item.ownerDocument.createElement(name)
    list.setAttribute('data-made', '')
    if (list !== before) item.before(list)
    const entry = item.ownerDocument.createElement('li')
    entry.append(...item.childNodes)
    list.append(entry)
    item.remove()
  }
}

/** Journals end a paragraph with two line ends; verse may mean them. */
function splitAtDoubleBreaks(body: HTMLElement): void {
  for (const holder of [body, ...body.querySelectorAll('p:not([class]), div:not([class]), blockquote')]) {
    if (!/<br[^>]*>\s*<br/i.test(holder.innerHTML)) continue
    const made = paragraphsIn(holder)
    if (holder.localName === 'p') holder.replaceWith(...made)
    else holder.replaceChildren(...made)
  }
}

/** What stands between blocks, in paragraphs; the blocks as they are. */
function paragraphsIn(holder: Element): Node[] {
  const made: Node[] = []
  let run: Node[] = []
  const end = (): void => {
    for (const part of partsAtDoubleBreaks(run)) {
      const paragraph = holder.ownerDocument.createElement('p')
      if (holder.localName === 'p') for (const { name, value } of holder.attributes) paragraph.setAttribute(name, value)
      paragraph.append(...part)
      made.push(paragraph)
    }
    run = []
  }
  for (const node of Array.from(holder.childNodes)) {
    if (node instanceof Element && node.matches(blocks)) {
      end()
      made.push(node)
    } else run.push(node)
  }
  end()
  return made
}

function partsAtDoubleBreaks(run: readonly Node[]): Node[][] {
  const parts: Node[][] = []
  let open: Node[] = []
  let breaks: Node[] = []
  for (const node of run) {
    const isBlank = node.textContent?.trim() === '' && !(node instanceof Element)
    if (node instanceof Element && node.localName === 'br') breaks.push(node)
    else if (isBlank && (breaks.length > 0 || open.length === 0)) continue
    else {
      if (breaks.length > 1 && open.length > 0) {
        parts.push(open)
        open = []
      } else if (open.length > 0) open.push(...breaks)
      breaks = []
      open.push(node)
    }
  }
  return open.length > 0 ? [...parts, open] : parts
}

function tidyParagraph(element: Element): void {
  if (element.querySelector(`${blocks}, img`)) return
  const words = element.textContent.replaceAll('\u00a0', ' ')
  if (words.trim() === '') return element.querySelector('hr, ruby') ? undefined : element.remove()
  if (isSceneBreak(words)) element.replaceWith(element.ownerDocument.createElement('hr'))
}

/** Plain text as it is read: an empty line ends a paragraph, one line end is a line break, a line of stars is a scene break. */
export function bodyOfPlain(text: string): HTMLElement {
  const body = document.implementation.createHTMLDocument().body
  let open: HTMLElement | undefined
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const words = line.trim()
    if (words === '' || isSceneBreak(words)) open = undefined
    if (words === '') continue
    if (isSceneBreak(words)) body.append(body.ownerDocument.createElement('hr'))
    else if (open) open.append(body.ownerDocument.createElement('br'), words)
    else {
      open = body.ownerDocument.createElement('p')
      open.append(words)
      body.append(open)
    }
  }
  return body
}
