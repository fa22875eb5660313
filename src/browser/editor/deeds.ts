// What the buttons and keys of the editor do, as commands: true where it can be done, and done when a dispatch is given.
import { lift, setBlockType, wrapIn } from 'prosemirror-commands'
import type { MarkType, Node, NodeType } from 'prosemirror-model'
import { type Command, type EditorState, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import { ID_PREFIX } from '#src/text/allowed/allow-list.ts'
import { keptOf, schema } from './schema.ts'

const { nodes, marks } = schema

export function hasMark({ selection, storedMarks, doc }: EditorState, mark: MarkType): boolean {
  if (selection.empty) return mark.isInSet(storedMarks ?? selection.$from.marks()) !== undefined
  return doc.rangeHasMark(selection.from, selection.to, mark)
}

/** The nearest of that kind around the selection. */
export function around({ selection: { $from } }: EditorState, type: NodeType): { node: Node; at: number } | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type === type) return { node: $from.node(depth), at: $from.before(depth) }
  return undefined
}

export const isHeading = (state: EditorState, level: number): boolean =>
  around(state, nodes.heading)?.node.attrs['level'] === level

export const toggleHeading =
  (level: number): Command =>
  (state, dispatch) =>
    isHeading(state, level)
      ? setBlockType(nodes.paragraph)(state, dispatch)
      : setBlockType(nodes.heading, { level })(state, dispatch)

export const toggleQuote: Command = (state, dispatch) =>
  around(state, nodes.blockquote) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch)

export const toggleList =
  (type: NodeType): Command =>
  (state, dispatch) =>
    around(state, type) ? liftListItem(nodes.list_item)(state, dispatch) : wrapInList(type)(state, dispatch)

const lines = new Set<NodeType>([nodes.paragraph, nodes.heading])

const linesIn = ({ doc, selection }: EditorState): { node: Node; at: number }[] => {
  const found: { node: Node; at: number }[] = []
  doc.nodesBetween(selection.from, selection.to, (node, at) => {
    if (lines.has(node.type)) found.push({ node, at })
    return !node.isTextblock
  })
  return found
}

export const isCentred = (state: EditorState): boolean =>
  linesIn(state).some(({ node }) => keptOf(node.attrs)['align'] === 'center')

export const toggleCentre: Command = (state, dispatch) => {
  const found = linesIn(state)
  if (found.length === 0) return false
  const { tr } = state
  const wasCentred = isCentred(state)
  for (const { node, at } of found) {
    const { align: _, ...rest } = keptOf(node.attrs)
    tr.setNodeMarkup(at, undefined, { ...node.attrs, kept: wasCentred ? rest : { ...rest, align: 'center' } })
  }
  dispatch?.(tr)
  return true
}

/** After the paragraph one is in; typing goes on beneath it. */
export const insertBreak: Command = (state, dispatch) => {
  const { $from } = state.selection
  const depth = $from.sharedDepth($from.pos)
  const block = depth > 0 && $from.parent.isTextblock ? $from.parent : undefined
  const isEmpty = block?.content.size === 0 && block.type === nodes.paragraph
  const at = isEmpty ? $from.before() : depth > 0 ? $from.after() : $from.pos
  const to = isEmpty ? $from.after() : at
  const container = state.doc.resolve(at).parent
  if (!container.type.contentMatch.matchType(nodes.rule)) return false
  const { tr } = state
  tr.replaceWith(at, to, [nodes.rule.create(), nodes.paragraph.create()])
  tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView()
  dispatch?.(tr)
  return true
}

export const insertLineEnd: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.line_end.create(), true).scrollIntoView())
  return true
}

/** Around what is selected, with a line above it that readers see first; or lets out what is in one. */
export const toggleFold: Command = (state, dispatch) => {
  const inside = around(state, nodes.details)
  const { tr } = state
  if (inside) {
    const blocks: Node[] = []
    inside.node.forEach((child) => {
      if (child.type !== nodes.summary) blocks.push(child)
      else if (child.content.size > 0) blocks.push(nodes.paragraph.create(null, child.content))
    })
    dispatch?.(tr.replaceWith(inside.at, inside.at + inside.node.nodeSize, blocks).scrollIntoView())
    return true
  }
  const range = state.selection.$from.blockRange(state.selection.$to)
  if (!range || !range.parent.type.contentMatch.matchType(nodes.details)) return false
  const content = state.doc.slice(range.start, range.end).content
  const fold = nodes.details.createChecked(null, [
    nodes.summary.create(null, schema.text('Spoiler')),
    ...content.content,
  ])
  tr.replaceWith(range.start, range.end, fold)
  tr.setSelection(TextSelection.create(tr.doc, range.start + 2, range.start + 2 + 'Spoiler'.length)).scrollIntoView()
  dispatch?.(tr)
  return true
}

/** A number in the text that leads to its note at the end, and back. */
export function insertFootnote(state: EditorState, words: string): Transaction {
  const { tr } = state
  let last = 0
  let list: { node: Node; at: number } | undefined
  state.doc.descendants((node, at) => {
    const found = new RegExp(`^${ID_PREFIX}note-(\\d+)$`).exec(keptOf(node.attrs)['id'] ?? '')
    if (found) last = Math.max(last, Number(found[1]))
    if (node.type === nodes.ordered_list && /\bfootnotes\b/.test(keptOf(node.attrs)['class'] ?? '')) list = { node, at }
    return !node.isTextblock
  })
  const number = last + 1
  const [note, mark] = [`${ID_PREFIX}note-${number}`, `${ID_PREFIX}mark-${number}`]
  const to = marks.link.create({ kept: { href: `#${note}`, id: mark, class: 'footnote-ref' } })
  const back = marks.link.create({ kept: { href: `#${mark}`, class: 'footnote-back' } })
  const text = [...(words === '' ? [] : [schema.text(`${words} `)]), schema.text('↩', [back])]
  const item = nodes.list_item.create({ kept: { id: note } }, nodes.paragraph.create(null, text))
  // At the end first, so that the place of the mark is still where it was.
  if (list) tr.insert(list.at + list.node.nodeSize - 1, item)
  else tr.insert(state.doc.content.size, nodes.ordered_list.create({ kept: { class: 'footnotes' } }, item))
  tr.insert(state.selection.to, schema.text(String(number), [to]))
  return tr
}

export function insertRuby(state: EditorState, base: string, reading: string): Transaction {
  return state.tr.replaceSelectionWith(nodes.ruby.create({ pairs: [[base, reading]] }), true).scrollIntoView()
}

/** The whole link that one stands in, or what is selected. */
export function linkAt(state: EditorState): { from: number; to: number; href: string } {
  const { from, to, $from, empty } = state.selection
  const mark = marks.link.isInSet($from.marks()) ?? $from.nodeAfter?.marks.find(({ type }) => type === marks.link)
  const href = mark ? (keptOf(mark.attrs)['href'] ?? '') : ''
  if (!mark || !empty) return { from, to, href }
  let start = $from.start()
  let end = start
  let isFound = false
  $from.parent.forEach((child, offset) => {
    const [begins, ends] = [$from.start() + offset, $from.start() + offset + child.nodeSize]
    if (!mark.isInSet(child.marks)) return
    if (begins <= from && ends >= from) [start, end, isFound] = [isFound ? start : begins, ends, true]
  })
  return isFound ? { from: start, to: end, href } : { from, to, href }
}

export const chosenImage = ({ selection }: EditorState): { node: Node; at: number } | undefined =>
  selection instanceof NodeSelection && selection.node.type === nodes.image
    ? { node: selection.node, at: selection.from }
    : undefined
