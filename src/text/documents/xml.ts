// XML of a document as a small tree. Entities that a file makes itself are not read, so none can grow.
import { SaxesParser } from 'saxes'
import { tooDeep } from '../tree.ts'
import { cannotBeRead } from './refusals.ts'

export type XmlElement = {
  /** With its prefix, as documents of one kind always write it. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

const MOST_OPEN = 256

/** Throws the refusals document/unreadable and text/too-deep. */
export function readXml(text: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [top]
  const parser = new SaxesParser()
  const put = (value: string): void => void open.at(-1)?.children.push(value)
  parser.on('error', () => {
    throw cannotBeRead()
  })
  parser.on('text', put)
  parser.on('cdata', put)
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > MOST_OPEN) throw tooDeep()
    const element: XmlElement = { name, attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  return top
}

export const isXml = (node: XmlElement | string): node is XmlElement => typeof node !== 'string'

/** All with this name, in the order of the document. */
export const allNamed = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) =>
    isXml(child) ? [...(child.name === name ? [child] : []), ...allNamed(child, name)] : [],
  )

export const firstNamed = (element: XmlElement, name: string): XmlElement | undefined => {
  for (const child of element.children) {
    if (!isXml(child)) continue
    const found = child.name === name ? child : firstNamed(child, name)
    if (found) return found
  }
  return undefined
}

export const wordsOf = (element: XmlElement): string =>
  element.children.map((child) => (isXml(child) ? wordsOf(child) : child)).join('')
