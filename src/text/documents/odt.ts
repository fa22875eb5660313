// A .odt as HTML: its words, and of its styles what they mean.
import { escapeXml } from '#src/kit/xml.ts'
import type { Marked } from './document.ts'
import { type OdtLook, type OdtStyles, odtStyles } from './odt-styles.ts'
import { cannotBeRead } from './refusals.ts'
import { textIn, unzipped } from './unzip.ts'
import { firstNamed, isXml, readXml, type XmlElement, wordsOf } from './xml.ts'

type Pass = {
  readonly styles: OdtStyles
  readonly notes: string[]
  pictures: number
}

/** Throws the refusals document/unreadable, document/too-large-inside and text/too-deep. */
export function readOdt(bytes: Uint8Array): Marked {
  const files = unzipped(bytes, (name) => name === 'content.xml' || name === 'styles.xml')
  const content = textIn(files, 'content.xml')
  if (content === undefined) throw cannotBeRead()
  const tree = readXml(content)
  const shared = textIn(files, 'styles.xml')
  const pass: Pass = {
    styles: odtStyles([...(shared === undefined ? [] : [readXml(shared)]), tree]),
    notes: [],
    pictures: 0,
  }
  const text = firstNamed(tree, 'office:text')
  if (!text) throw cannotBeRead()
  const body = blocksIn(pass, text)
  const notes = pass.notes.length === 0 ? '' : `\n<ol>\n${pass.notes.join('\n')}\n</ol>`
  return { html: body + notes, pictures: pass.pictures }
}

const left = new Set(
  'text:tracked-changes office:annotation office:annotation-end text:sequence-decls office:forms text:table-of-content text:note-citation'.split(
    ' ',
  ),
)

const blocksIn = (pass: Pass, parent: XmlElement): string =>
  parent.children
    .flatMap((child) => (isXml(child) && !left.has(child.name) ? [block(pass, child)] : []))
    .filter((html) => html !== '')
    .join('\n')

const containers: Readonly<Record<string, string>> = {
  'text:list': 'ul',
  'text:list-item': 'li',
  'text:list-header': 'li',
  'table:table': 'table',
  'table:table-row': 'tr',
  'table:table-cell': 'td',
}

function block(pass: Pass, element: XmlElement): string {
  if (element.name === 'text:h') return heading(pass, element)
  if (element.name === 'text:p') return paragraph(pass, element)
  const name = containers[element.name]
  if (name !== undefined) return `<${name}>${blocksIn(pass, element)}</${name}>`
  if (element.name.startsWith('draw:')) return picture(pass)
  return blocksIn(pass, element)
}

function picture(pass: Pass): string {
  pass.pictures += 1
  return ''
}

function heading(pass: Pass, element: XmlElement): string {
  const level = Math.min(6, Math.max(1, Number(element.attributes['text:outline-level'] ?? 1) || 1))
  return `<h${level}>${inline(pass, element)}</h${level}>`
}

function paragraph(pass: Pass, element: XmlElement): string {
  const look = pass.styles(element.attributes['text:style-name'])
  if (look.isRule && wordsOf(element).trim() === '') return '<hr>'
  const words = wrapped(inline(pass, element), look)
  const said = `${look.align === undefined ? '' : ` align="${look.align}"`}${look.isRightToLeft ? ' dir="rtl"' : ''}`
  if (look.level !== undefined) return `<h${look.level}${said}>${words}</h${look.level}>`
  const html = `<p${said}>${words}</p>`
  return look.isQuote ? `<blockquote>${html}</blockquote>` : html
}

const wrapped = (html: string, { wraps }: OdtLook): string =>
  html === '' ? '' : wraps.reduce((inner, name) => `<${name}>${inner}</${name}>`, html)

const inline = (pass: Pass, parent: XmlElement): string =>
  parent.children.map((child) => (isXml(child) ? within(pass, child) : escapeXml(child))).join('')

type Writer = (pass: Pass, element: XmlElement) => string

const writers: Readonly<Record<string, Writer>> = {
  'text:span': (pass, element) => wrapped(inline(pass, element), pass.styles(element.attributes['text:style-name'])),
  'text:line-break': () => '<br>',
  'text:tab': () => ' ',
  'text:s': () => ' ',
  'text:a': link,
  'text:note': note,
  'text:ruby': (pass, element) => `<ruby>${inline(pass, element)}</ruby>`,
  'text:ruby-text': (pass, element) => `<rt>${inline(pass, element)}</rt>`,
  'draw:frame': picture,
}

const within = (pass: Pass, element: XmlElement): string =>
  left.has(element.name) ? '' : (writers[element.name] ?? inline)(pass, element)

function link(pass: Pass, element: XmlElement): string {
  const address = element.attributes['xlink:href'] ?? ''
  const words = inline(pass, element)
  return /^https?:/i.test(address) ? `<a href="${escapeXml(address)}">${words}</a>` : words
}

/** Footnotes and endnotes stand at the end, numbered in the order of the text. */
function note(pass: Pass, element: XmlElement): string {
  const number = pass.notes.length + 1
  pass.notes.push('')
  const body = firstNamed(element, 'text:note-body')
  const words = body ? blocksIn(pass, body) : ''
  const back = ` <a href="#noted-${number}">↩</a>`
  pass.notes[number - 1] = `<li id="note-${number}">${words.replace(/(?:<\/p>)?$/, (end) => `${back}${end}`)}</li>`
  return `<sup><a href="#note-${number}" id="noted-${number}">${number}</a></sup>`
}
