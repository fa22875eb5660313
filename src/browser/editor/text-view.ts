// The editable page itself: ProseMirror with our schema, our keys, and a clipboard that is read as our texts are.
import { type Node, Slice } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { contentOfPlain } from './documents.ts'
import { pastedBody } from './incoming.ts'
import { markdownPaste } from './markdown-paste.ts'
import { type Asked, typingPlugins } from './typing-rules.ts'
import { output } from './written.ts'

export type TextViewParts = {
  readonly place: HTMLElement
  readonly doc: Node
  readonly attributes: Readonly<Record<string, string>>
  readonly asked: Asked
  readonly changed: (state: EditorState, isOtherText: boolean) => void
}

export const stateOf = (doc: Node, asked: Asked): EditorState =>
  EditorState.create({ doc, plugins: [markdownPaste(), ...typingPlugins(asked)] })

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
      const content = contentOfPlain(text)
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
