// An EPUB as one text: its chapters in the order of the book, each under its heading, with the links between them kept.
import { type Element, type ElementContent, type Root, element, root, text, toHtml } from '../tree.ts'
import { contentOf, countOf, isElement } from '../tidy/blocks.ts'
import type { Marked } from './document.ts'
import { type Book, bookIn, type Chapter } from './epub-book.ts'
import { pageTree } from './html-page.ts'
import { unzipped } from './unzip.ts'

/** Throws the refusals document/unreadable, document/too-large-inside and text/too-deep. Pictures are not even unpacked. */
export function readEpub(bytes: Uint8Array): Marked {
  const files = unzipped(bytes, (name) => /\.(?:x?html?|xml|opf|ncx|css)$/i.test(name))
  const book = bookIn(files)
  const chapters = book.chapters.map((chapter, index) => chapterTree(book, chapter, index))
  const content = chapters.flatMap((tree, index) => [...(index === 0 ? [] : [text('\n')]), ...contentOf(tree)])
  return { html: toHtml(root(content)).trim(), pictures: countOf(content, 'img') }
}

function chapterTree(book: Book, chapter: Chapter, index: number): Root {
  const { tree } = pageTree(closed(chapter.xhtml), book.css)
  linkAnew(book, chapter, contentOf(tree), index)
  const hasHeading = ['h1', 'h2', 'h3'].some((name) => countOf(contentOf(tree), name) > 0)
  if (hasHeading || chapter.title === undefined || book.chapters.length === 1) return tree
  return root([element('h2', [text(chapter.title)]), text('\n'), ...contentOf(tree)])
}

/** XML may close in one tag what HTML does not. */
const closed = (xhtml: string): string =>
  xhtml.replace(
    /<(a|abbr|b|div|em|h[1-6]|i|li|p|script|small|span|strong|style|sup|td|title)((?:\s[^<>]*)?)\/>/gi,
    '<$1$2></$1>',
  )

/** Ids of one chapter never meet those of another, and a link from chapter to chapter becomes one within the text. */
function linkAnew(book: Book, chapter: Chapter, nodes: readonly ElementContent[], index: number): void {
  for (const node of nodes) {
    if (!isElement(node)) continue
    const { properties } = node
    if (typeof properties.id === 'string') properties.id = idIn(index, properties.id)
    if (typeof properties.href === 'string')
      properties.href = linkFrom(book, chapter, properties.href) ?? properties.href
    noteSaid(node)
    linkAnew(book, chapter, node.children, index)
  }
}

const idIn = (chapter: number, id: string): string => `c${chapter + 1}-${id}`

function linkFrom(book: Book, chapter: Chapter, href: string): string | undefined {
  if (/^[a-z][\w+.-]*:/i.test(href)) return undefined
  const [file = '', id] = href.split('#')
  const at =
    file === ''
      ? book.chapters.indexOf(chapter)
      : book.chapters.findIndex(({ name }) => name === book.nameFrom(chapter.name, file))
  return at >= 0 && id !== undefined ? `#${idIn(at, id)}` : '#'
}

/** Notes that a reading program would show in a box of its own are paragraphs here. */
function noteSaid(node: Element): void {
  if (node.tagName === 'aside') node.tagName = 'div'
}
