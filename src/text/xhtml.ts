// A cleaned tree as XHTML, for books and feeds: every element closed, every attribute quoted, nothing that XML cannot hold.
import { escapeXml } from '#src/kit/xml.ts'
import type { Element, Node } from './tree.ts'

/** Names that HTML has and EPUB's XHTML has not any more, and what stands for them there. */
const renamed: Readonly<Record<string, string>> = {
  big: 'span',
  tt: 'code',
  center: 'div',
  strike: 's',
  acronym: 'abbr',
  font: 'span',
}

const dropped = new Set(['align', 'width', 'border', 'axis', 'summary'])

const attributeNames: Readonly<Record<string, string>> = {
  className: 'class',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  xmlLang: 'xml:lang',
}

export function toXhtml(node: Node): string {
  if (node.type === 'root')
    return node.children.map((child) => (child.type === 'doctype' ? '' : toXhtml(child))).join('')
  if (node.type === 'text') return escapeXml(node.value)
  return node.type === 'element' ? elementOf(node) : ''
}

function elementOf(node: Element): string {
  const name = renamed[node.tagName] ?? node.tagName
  const words = Object.entries(node.properties).flatMap(([key, value]) => attribute(key, value))
  const open = `${name}${words.join('')}`
  const inside = node.children.map(toXhtml).join('')
  return inside === '' && isVoid(name) ? `<${open}/>` : `<${open}>${inside}</${name}>`
}

const isVoid = (name: string): boolean => ['br', 'hr', 'img', 'col', 'wbr'].includes(name)

function attribute(key: string, value: Element['properties'][string]): string[] {
  if (value === null || value === undefined || value === false || dropped.has(key)) return []
  const name = attributeNames[key] ?? key.toLowerCase()
  const text = Array.isArray(value) ? value.join(' ') : value === true ? name : String(value)
  return [` ${name}="${escapeXml(text)}"`]
}
