// The editable page itself: ProseMirror with our schema, our keys, and a clipboard that is read as our texts are.
import { DOMParser, type Node, Slice } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { bodyOf, bodyOfPlain, pastedBody } from './incoming.ts'
import { schema } from './schema.ts'
import { type Asked, typingPlugins } from './typing-rules.ts'
import { output } from './written.ts'

const parser = DOMParser.fromSchema(schema)

export const documentOf = (html: string): Node => withLineBeneath(parser.parse(bodyOf(html)))
export const documentOfPlain = (text: string): Node => withLineBeneath(parser.parse(bodyOfPlain(text)))

/** From the beginning, so that looking at a text is no change of it. */
const withLineBeneath = (doc: Node): Node =>
  doc.lastChild?.type === schema.nodes.paragraph ? doc : doc.copy(doc.content.addToEnd(schema.nodes.paragraph.create()))

export type TextViewParts = {
  readonly place: HTMLElement
  readonly doc: Node
  readonly attributes: Readonly<Record<string, string>>
  readonly asked: Asked
  readonly changed: (state: EditorState, isOtherText: boolean) => void
}

export const stateOf = (doc: Node, asked: Asked): EditorState =>
  EditorState.create({ doc, plugins: typingPlugins(asked) })

export function openTextView({ place, doc, attributes, asked, changed }: TextViewParts): EditorView {
  const view: EditorView = new EditorView(place, {
    state: stateOf(doc, asked),
    attributes,
    clipboardSerializer: output,
    // The toolbar stays at the top of what can be seen.
    scrollMargin: { top: 90, bottom: 60, left: 0, right: 0 },
    scrollThreshold: { top: 90, bottom: 60, left: 0, right: 0 },
    // What was copied here is as it should be already.
    transformPastedHTML: (html) => (html.includes('data-pm-slice') ? html : pastedBody(html).innerHTML),
    clipboardTextParser: (text) => {
      const { content } = parser.parse(bodyOfPlain(text))
      const isOne = content.childCount === 1
      return new Slice(content, isOne ? 1 : 0, isOne ? 1 : 0)
    },
    dispatchTransaction(tr) {
      const state = view.state.apply(tr)
      view.updateState(state)
      changed(state, tr.docChanged)
    },
  })
  return view
}
