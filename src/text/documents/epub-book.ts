// The order of a book: which files are its chapters, and what its list of contents calls them.
import { cannotBeRead } from './refusals.ts'
import { textIn } from './unzip.ts'
import { allNamed, firstNamed, readXml, type XmlElement, wordsOf } from './xml.ts'

export type Chapter = { readonly name: string; readonly xhtml: string; readonly title: string | undefined }

export type Book = {
  readonly chapters: readonly Chapter[]
  readonly css: string
  /** The file that an address in another file of the book means. */
  readonly nameFrom: (file: string, address: string) => string
}

type Files = ReadonlyMap<string, Uint8Array>

const nameFrom = (file: string, address: string): string => {
  const base = new URL(file.split('/').map(encodeURIComponent).join('/'), 'book:/')
  try {
    return decodeURIComponent(new URL(address, base).pathname.replace(/^\//, ''))
  } catch {
    return ''
  }
}

/** Throws the refusal document/unreadable. */
export function bookIn(files: Files): Book {
  const container = textIn(files, 'META-INF/container.xml')
  const opf = container && firstNamed(readXml(container), 'rootfile')?.attributes['full-path']
  const text = opf === undefined ? undefined : textIn(files, opf)
  if (opf === undefined || text === undefined) throw cannotBeRead()
  const parcel = readXml(withoutPrefixes(text))
  const items = new Map(allNamed(parcel, 'item').map((item) => [item.attributes['id'] ?? '', item]))
  const titles = titlesIn(files, opf, [...items.values()])
  const chapters = allNamed(parcel, 'itemref').flatMap((ref): Chapter[] => {
    const item = items.get(ref.attributes['idref'] ?? '')
    if (!item || ref.attributes['linear'] === 'no' || isContents(item)) return []
    const name = nameFrom(opf, item.attributes['href'] ?? '')
    const xhtml = textIn(files, name)
    return xhtml === undefined ? [] : [{ name, xhtml, title: titles.get(name) }]
  })
  if (chapters.length === 0) throw cannotBeRead('This book has no chapters that we can find.')
  const css = [...files].flatMap(([name]) => (/\.css$/i.test(name) ? [textIn(files, name) ?? ''] : [])).join('\n')
  return { chapters, css, nameFrom }
}

/** `opf:item` is an item. */
const withoutPrefixes = (xml: string): string => xml.replace(/(<\/?)opf:/g, '$1').replace(/xmlns:opf=/g, 'xmlns:o=')

const isContents = ({ attributes }: XmlElement): boolean =>
  (attributes['properties'] ?? '').split(' ').includes('nav') || /\b(?:toc|nav|cover)\b/i.test(attributes['id'] ?? '')

/** By the older list of contents, which nearly every book still has, or by the newer one. */
function titlesIn(files: Files, opf: string, items: readonly XmlElement[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  const add = (from: string, address: string | undefined, title: string): void => {
    const name = nameFrom(from, (address ?? '').split('#')[0] ?? '')
    if (!titles.has(name) && title.trim() !== '') titles.set(name, title.trim().replace(/\s+/g, ' '))
  }
  for (const { attributes } of items) {
    const name = nameFrom(opf, attributes['href'] ?? '')
    const text = textIn(files, name)
    if (text === undefined) continue
    if (/\.ncx$/i.test(name)) {
      for (const point of allNamed(readXml(text), 'navPoint')) {
        const label = firstNamed(point, 'text')
        add(name, firstNamed(point, 'content')?.attributes['src'], label ? wordsOf(label) : '')
      }
    } else if ((attributes['properties'] ?? '').includes('nav')) {
      for (const [, address, title = ''] of text.matchAll(/<a\b[^>]*\bhref="([^"]*)"[^>]*>([^]{0,500}?)<\/a>/gi))
        add(name, address, title.replace(/<[^>]*>/g, ''))
    }
  }
  return titles
}
