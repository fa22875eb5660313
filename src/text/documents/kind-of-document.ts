// What a file is, by its first bytes and by what lies in it.
import { hasUtf16Look } from './encodings.ts'
import { isPdf, ofNoKind, oldWord } from './refusals.ts'
import { namesIn, unzipped } from './unzip.ts'

export type DocumentKind = 'docx' | 'odt' | 'epub' | 'rtf' | 'text'

const begins = (bytes: Uint8Array, ...signs: number[]): boolean => signs.every((sign, index) => bytes[index] === sign)

/** Throws the refusals document/kind, document/old-word and document/pdf. */
export function kindOf(bytes: Uint8Array): DocumentKind {
  if (begins(bytes, 0x50, 0x4b)) return kindOfZip(bytes)
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw oldWord()
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  if (head.startsWith('%PDF')) throw isPdf()
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (bytes.subarray(0, 4_096).includes(0) && !hasUtf16Look(bytes)) throw ofNoKind()
  return 'text'
}

const mediaTypes: Readonly<Record<string, DocumentKind>> = {
  'application/epub+zip': 'epub',
  'application/vnd.oasis.opendocument.text': 'odt',
}

function kindOfZip(bytes: Uint8Array): DocumentKind {
  const names = namesIn(bytes)
  if (names.includes('word/document.xml')) return 'docx'
  const said = unzipped(bytes, (name) => name === 'mimetype').get('mimetype')
  const kind = said && mediaTypes[new TextDecoder().decode(said).trim()]
  if (kind) return kind
  if (names.includes('META-INF/container.xml')) return 'epub'
  throw ofNoKind()
}

/** A page says so at its beginning, whatever its name is; a text file may hold what was copied out of a journal's source. */
export const isMarkedUp = (name: string, text: string): boolean =>
  /\.x?html?$/i.test(name) ||
  /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype html|html)\b/i.test(text.slice(0, 4_000))
