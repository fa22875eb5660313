// Markdown that was pasted as plain text stands there as it was written; for as long as it does, its writer can have it read as Markdown.
import { closeHistory } from 'prosemirror-history'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { Slice } from 'prosemirror-model'
import { formOf } from '#src/text/form-of.ts'
import { contentOf } from './documents.ts'

type Pasted = { readonly from: number; readonly to: number; readonly text: string }

const key = new PluginKey<Pasted | undefined>('markdown-paste')

export const pastedMarkdown = (state: EditorState): Pasted | undefined => key.getState(state)

export function markdownPaste(): Plugin<Pasted | undefined> {
  let coming: string | undefined
  return new Plugin<Pasted | undefined>({
    key,
    props: {
      handlePaste(_, { clipboardData }) {
        const text = clipboardData?.getData('text/plain') ?? ''
        const isPlain = (clipboardData?.getData('text/html') ?? '') === ''
        coming = isPlain && formOf(text) === 'markdown' ? text : undefined
        return false
      },
    },
    state: {
      init: (): Pasted | undefined => undefined,
      apply(tr, before, { selection }) {
        const text = coming
        if (tr.getMeta('paste') === true) {
          coming = undefined
          return text === undefined ? undefined : { from: selection.from, to: tr.selection.to, text }
        }
        if (!before || tr.getMeta(key) === 'read') return undefined
        const [from, to] = [tr.mapping.map(before.from, -1), tr.mapping.map(before.to, 1)]
        return from < to ? { ...before, from, to } : undefined
      },
    },
  })
}

/** In the place of what was pasted; one step of undo. */
export function putRead(view: EditorView, html: string): void {
  const pasted = pastedMarkdown(view.state)
  if (!pasted) return
  const content = contentOf(html)
  const tr = view.state.tr.replaceRange(pasted.from, pasted.to, new Slice(content, 0, 0))
  view.dispatch(closeHistory(tr.setMeta(key, 'read').scrollIntoView()))
}
