// A .docx as HTML, by mammoth; what it drops and stories need (underlined words, centred lines) is kept by our own marks.
import { zipSync } from 'fflate'
import type { Marked } from './document.ts'
import { cannotBeRead } from './refusals.ts'
import { unzipped } from './unzip.ts'

const CENTRED = 'roundelay-centred'
const RIGHT = 'roundelay-right'

const styleMap = [
  'u => u',
  'strike => s',
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  `p[style-name='${CENTRED}'] => p.${CENTRED}:fresh`,
  `p[style-name='${RIGHT}'] => p.${RIGHT}:fresh`,
  "p[style-name='footnote text'] => p:fresh",
  "p[style-name='endnote text'] => p:fresh",
]

/** Of mammoth's tree what we look at. */
type Node = {
  readonly type?: string
  readonly alignment?: string | null
  readonly styleName?: string | null
  readonly styleId?: string | null
  readonly children?: readonly Node[]
}

/** A paragraph without a style of its own; headings and quotes stay what they are. */
function withAlignment(node: Node): Node {
  const inside = node.children === undefined ? node : { ...node, children: node.children.map(withAlignment) }
  const isPlain = !/^(?:heading|title|subtitle|(?:intense )?quote|block text)/i.test(node.styleName ?? '')
  const name = { center: CENTRED, right: RIGHT, end: RIGHT }[node.alignment ?? '']
  return node.type === 'paragraph' && isPlain && name !== undefined
    ? { ...inside, styleId: name, styleName: name }
    : inside
}

/** Throws the refusals document/unreadable and document/too-large-inside. Pictures are not even unpacked. */
export async function readDocx(bytes: Uint8Array): Promise<Marked> {
  const files = unzipped(bytes, (name) => /\.(?:xml|rels)$/.test(name))
  const { default: mammoth } = await import('mammoth')
  let pictures = 0
  const convertImage = mammoth.images.imgElement(async () => {
    pictures += 1
    return { src: '' }
  })
  // Packed again without packing: what mammoth unpacks has been measured.
  const measured = zipSync(Object.fromEntries(files), { level: 0 })
  const { value } = await mammoth
    .convertToHtml({ buffer: bufferOf(measured) }, { styleMap, convertImage, transformDocument: withAlignment })
    .catch(() => {
      throw cannotBeRead()
    })
  return { html: alignedIn(value).replaceAll('<img src="" />', ''), pictures }
}

/** Every Node has it, and mammoth asks for no more than the bytes. */
const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const alignedIn = (html: string): string =>
  html
    .replaceAll(`<p class="${CENTRED}">`, '<p align="center">')
    .replaceAll(`<p class="${RIGHT}">`, '<p align="right">')
