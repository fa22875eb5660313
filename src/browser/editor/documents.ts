// From a source to a document of the editor.
import { DOMParser, type Fragment, type Node } from 'prosemirror-model'
import { bodyOf, bodyOfPlain } from './incoming.ts'
import { schema } from './schema.ts'

const parser = DOMParser.fromSchema(schema)

export const documentOf = (html: string): Node => withLineBeneath(parser.parse(bodyOf(html)))
export const documentOfPlain = (text: string): Node => withLineBeneath(parser.parse(bodyOfPlain(text)))

/** From the beginning, so that looking at a text is no change of it. */
const withLineBeneath = (doc: Node): Node =>
  doc.lastChild?.type === schema.nodes.paragraph ? doc : doc.copy(doc.content.addToEnd(schema.nodes.paragraph.create()))

/** As it is put into another one, without the line beneath. */
export const contentOfPlain = (text: string): Fragment => parser.parse(bodyOfPlain(text)).content
export const contentOf = (html: string): Fragment => parser.parse(bodyOf(html)).content
