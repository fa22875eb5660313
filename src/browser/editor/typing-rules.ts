// What typing does besides letters: Markdown becomes what it means, a line of stars a scene break, and the keys everybody knows.
import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { InputRule, inputRules, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import type { MarkType } from 'prosemirror-model'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import { type Command, Plugin, TextSelection } from 'prosemirror-state'
import { linkAddress } from '#src/text/allowed/addresses.ts'
import { isSceneBreak } from '#src/text/scene-break.ts'
import { insertLineEnd } from './deeds.ts'
import { schema } from './schema.ts'

const { nodes, marks } = schema

/** `pattern` has what stands before, and the words; the signs around them go, and whatever the words were besides stays. */
const markRule = (pattern: RegExp, type: MarkType): InputRule =>
  new InputRule(pattern, (state, [whole, before = '', words = ''], start, end) => {
    const from = start + before.length
    const textFrom = start + whole.indexOf(words, before.length)
    const textTo = textFrom + words.length
    const tr = state.tr
    if (textTo < end) tr.delete(textTo, end)
    if (textFrom > from) tr.delete(from, textFrom)
    return tr.addMark(from, from + words.length, type.create()).removeStoredMark(type)
  })

const linkRule = new InputRule(
  /\[([^[\]]{1,300})\]\((\S{1,1900})\)$/,
  (state, [, words = '', typed = ''], start, end) => {
    const href = linkAddress(typed)
    if (href === undefined || href === '') return null
    return state.tr
      .replaceWith(start, end, schema.text(words, [marks.link.create({ kept: { href } })]))
      .removeStoredMark(marks.link)
  },
)

const headingRule = new InputRule(/^(#{1,6})\s$/, (state, [, signs = '##'], start, end) =>
  state.selection.$from.parent.type === nodes.paragraph
    ? state.tr.delete(start, end).setBlockType(start, start, nodes.heading, { level: signs.length })
    : null,
)

const rules = inputRules({
  rules: [
    markRule(/(^|[^*\w])\*\*([^\s*](?:[^*]*[^\s*])?)\*\*$/, marks.strong),
    markRule(/(^|[^*\w])\*([^\s*](?:[^*]*[^\s*])?)\*$/, marks.em),
    markRule(/(^|[^_\w])_([^\s_](?:[^_]*[^\s_])?)_$/, marks.em),
    markRule(/(^|[^~])~~([^\s~](?:[^~]*[^\s~])?)~~$/, marks.strike),
    linkRule,
    wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
    headingRule,
  ],
})

const breakOnEnter: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const { parent } = $from
  if (!empty || $from.parentOffset !== parent.content.size) return false
  // Of "# # #" the first sign has made a heading already.
  const signs = parent.type === nodes.heading ? `${'#'.repeat(Number(parent.attrs['level']))} ` : ''
  if ((signs === '' && parent.type !== nodes.paragraph) || !isSceneBreak(signs + parent.textContent)) return false
  if (!$from.node(-1).type.contentMatch.matchType(nodes.rule)) return false
  const tr = state.tr.replaceWith($from.before(), $from.after(), [nodes.rule.create(), nodes.paragraph.create()])
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, $from.before() + 2)).scrollIntoView())
  return true
}

/** There is always a line beneath, to type on in. */
const lineBeneath = new Plugin({
  appendTransaction(_, __, { doc, tr }) {
    const last = doc.lastChild
    return last?.type === nodes.paragraph
      ? null
      : tr.insert(doc.content.size, nodes.paragraph.create()).setMeta('addToHistory', false)
  },
})

export type Asked = { readonly link: () => void; readonly toolbar: () => void }

/** Tab is left to the browser: whoever has only keys must get out again. */
export const typingPlugins = (ask: Asked): Plugin[] => [
  rules,
  keymap({
    Enter: chainCommands(breakOnEnter, splitListItem(nodes.list_item)),
    'Shift-Enter': chainCommands(exitCode, insertLineEnd),
    Backspace: undoInputRule,
    'Mod-b': toggleMark(marks.strong),
    'Mod-i': toggleMark(marks.em),
    'Mod-u': toggleMark(marks.underline),
    'Mod-Shift-x': toggleMark(marks.strike),
    'Mod-z': undo,
    'Mod-y': redo,
    'Mod-Shift-z': redo,
    'Mod-]': sinkListItem(nodes.list_item),
    'Mod-[': liftListItem(nodes.list_item),
    'Mod-k': () => (ask.link(), true),
    'Alt-F10': () => (ask.toolbar(), true),
  }),
  keymap(baseKeymap),
  history({ newGroupDelay: 800 }),
  lineBeneath,
]
