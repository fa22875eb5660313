// A book as an EPUB 3 (with the older table of contents for older readers): a zip of XHTML pages, made in memory.
// EPUB 3.3, https://www.w3.org/TR/epub-33/
import type { Instant } from '#src/kit/instants.ts'
import { xml, xmlDocument, xmlText } from '#src/kit/xml.ts'
import { packZip } from '#src/platform/files/zip.ts'

export type BookPage = {
  readonly title: string
  /** XHTML, made by `toXhtml` or written by us. */
  readonly body: string
  /** What readers may show as a place to begin. */
  readonly kind?: 'text' | 'title' | undefined
}

export type BookImage = {
  /** As in `images/1.jpg`, from the pages. */
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export type Book = {
  /** Kept for life, so that a new version takes the place of the old one on a reader's shelf. */
  readonly uid: string
  readonly title: string
  readonly creators: readonly string[]
  readonly language: string
  readonly summary: string
  readonly publisher: string
  readonly source: string
  readonly subjects: readonly string[]
  readonly publishedAt: Instant | undefined
  readonly changedAt: Instant
  /** Those it stands in, with its place. */
  readonly series: readonly { readonly uid: string; readonly title: string; readonly at: number }[]
  readonly pages: readonly BookPage[]
  readonly images: readonly BookImage[]
}

const STYLE = `body{margin:5%;line-height:1.5}h1,h2{font-weight:normal;line-height:1.2}p{margin:0;text-indent:1.4em}
h1+p,h2+p,hr+p,.plain p,dd p{text-indent:0}hr{border:0;text-align:center;margin:1.5em 0}hr::before{content:"\\25CB\\00A0\\25CF\\00A0\\25CB"}
blockquote{margin:1em 1.5em}dt{font-style:italic}dd{margin:0 0 .4em}img{max-width:100%}figure{margin:1.5em 0;text-align:center}.epigraph{margin:1.5em;font-style:italic}`

/** The bytes are the same for the same book: no clock is in them. Others are served meanwhile. */
export function makeEpub(book: Book): Promise<Uint8Array<ArrayBuffer>> {
  return packZip([
    // First and as it is, so that a reader knows what this is from its first bytes.
    { name: 'mimetype', is: 'application/epub+zip', isStored: true },
    { name: 'META-INF/container.xml', is: CONTAINER },
    { name: 'OEBPS/package.opf', is: packageOf(book) },
    { name: 'OEBPS/nav.xhtml', is: contentsOf(book) },
    { name: 'OEBPS/toc.ncx', is: olderContentsOf(book) },
    { name: 'OEBPS/style.css', is: STYLE },
    ...book.pages.map((page, at) => ({ name: `OEBPS/${nameOf(at)}`, is: pageOf(book, page) })),
    ...book.images.map(({ name, bytes }) => ({ name: `OEBPS/${name}`, is: bytes, isStored: true })),
  ])
}

const nameOf = (at: number): string => `page-${at + 1}.xhtml`

const CONTAINER = xmlDocument(
  xml(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    xml(
      'rootfiles',
      {},
      xml('rootfile', { 'full-path': 'OEBPS/package.opf', 'media-type': 'application/oebps-package+xml' }),
    ),
  ),
)

function packageOf(book: Book): string {
  const spaces = {
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': 'uid',
    'xml:lang': book.language,
  }
  const spine = book.pages.map((_, at) => xml('itemref', { idref: `p${at + 1}` }))
  return xmlDocument(xml('package', spaces, metadataOf(book), manifestOf(book), xml('spine', { toc: 'ncx' }, ...spine)))
}

function metadataOf(book: Book): string {
  const meta = (property: string, text: string) => xmlText('meta', text, { property })
  return xml(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    xmlText('dc:identifier', `urn:uuid:${book.uid}`, { id: 'uid' }),
    xmlText('dc:title', book.title),
    ...book.creators.map((creator) => xmlText('dc:creator', creator)),
    xmlText('dc:language', book.language),
    xmlText('dc:publisher', book.publisher),
    xmlText('dc:source', book.source),
    ...(book.summary === '' ? [] : [xmlText('dc:description', book.summary)]),
    ...(book.publishedAt === undefined ? [] : [xmlText('dc:date', book.publishedAt.slice(0, 10))]),
    ...book.subjects.map((subject) => xmlText('dc:subject', subject)),
    ...book.series.flatMap(seriesOf),
    meta('dcterms:modified', `${book.changedAt.slice(0, 19)}Z`),
    ...accessOf(book).map((mode) => meta('schema:accessMode', mode)),
    meta('schema:accessModeSufficient', accessOf(book).join(',')),
    ...['structuralNavigation', 'tableOfContents', 'readingOrder'].map((feature) =>
      meta('schema:accessibilityFeature', feature),
    ),
    meta('schema:accessibilityHazard', 'none'),
    meta(
      'schema:accessibilitySummary',
      book.images.length === 0
        ? 'Text only, with headings and a table of contents.'
        : 'Text and pictures, with headings and a table of contents. Pictures are described as far as their creators did so.',
    ),
  )
}

const accessOf = ({ images }: Book): string[] => (images.length === 0 ? ['textual'] : ['textual', 'visual'])

/** EPUB 3 collections, https://www.w3.org/TR/epub-33/#sec-belongs-to-collection */
function seriesOf({ uid, title, at }: Book['series'][number], index: number): string[] {
  const id = `series-${index + 1}`
  const about = (property: string, text: string) => xmlText('meta', text, { refines: `#${id}`, property })
  return [
    xmlText('meta', title, { property: 'belongs-to-collection', id }),
    about('collection-type', 'series'),
    about('group-position', String(at)),
    about('dcterms:identifier', `urn:uuid:${uid}`),
  ]
}

function manifestOf(book: Book): string {
  const xhtml = 'application/xhtml+xml'
  const pages = book.pages.map((_, at) => xml('item', { id: `p${at + 1}`, href: nameOf(at), 'media-type': xhtml }))
  return xml(
    'manifest',
    {},
    xml('item', { id: 'nav', href: 'nav.xhtml', 'media-type': xhtml, properties: 'nav' }),
    xml('item', { id: 'ncx', href: 'toc.ncx', 'media-type': 'application/x-dtbncx+xml' }),
    xml('item', { id: 'css', href: 'style.css', 'media-type': 'text/css' }),
    ...pages,
    ...book.images.map(({ name, type }, at) => xml('item', { id: `i${at + 1}`, href: name, 'media-type': type })),
  )
}

function xhtmlPage(book: Book, title: string, body: string): string {
  const spaces = {
    xmlns: 'http://www.w3.org/1999/xhtml',
    'xmlns:epub': 'http://www.idpf.org/2007/ops',
    lang: book.language,
    'xml:lang': book.language,
  }
  const head = xml(
    'head',
    {},
    xmlText('title', title),
    xml('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${xml('html', spaces, head, xml('body', {}, body))}\n`
}

const pageOf = (book: Book, page: BookPage): string =>
  xhtmlPage(
    book,
    page.title,
    xml('section', { 'epub:type': page.kind === 'title' ? 'titlepage' : 'chapter' }, page.body),
  )

function contentsOf(book: Book): string {
  const lines = book.pages.map((page, at) => xml('li', {}, xmlText('a', page.title, { href: nameOf(at) })))
  const nav = xml('nav', { 'epub:type': 'toc', id: 'toc' }, xmlText('h1', 'Contents'), xml('ol', {}, ...lines))
  return xhtmlPage(book, 'Contents', nav)
}

function olderContentsOf(book: Book): string {
  const points = book.pages.map((page, at) =>
    xml(
      'navPoint',
      { id: `n${at + 1}`, playOrder: String(at + 1) },
      xml('navLabel', {}, xmlText('text', page.title)),
      xml('content', { src: nameOf(at) }),
    ),
  )
  const head = xml('head', {}, xml('meta', { name: 'dtb:uid', content: `urn:uuid:${book.uid}` }))
  const title = xml('docTitle', {}, xmlText('text', book.title))
  const spaces = { xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': book.language }
  return xmlDocument(xml('ncx', spaces, head, title, xml('navMap', {}, ...points)))
}
