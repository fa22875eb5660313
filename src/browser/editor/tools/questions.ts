// What the panels ask, and what is done with the answers.
import { linkAddress } from '#src/text/allowed/addresses.ts'
import type { EditorView } from 'prosemirror-view'
import { insertFootnote, insertRuby, linkAt } from '../deeds.ts'
import type { Question } from './panels.ts'
import { keptOf, schema } from '../schema.ts'

/** What people type for an address: with nothing before it, it is on the web. */
const completed = (typed: string): string =>
  /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(typed) ? `https://${typed}` : typed

export function askLink(view: EditorView): Question {
  const { from, to, href } = linkAt(view.state)
  const chosen = view.state.doc.textBetween(from, to, ' ')
  const { link } = schema.marks
  return {
    title: 'Link',
    fields: [{ label: 'Address', value: href }, ...(chosen === '' ? [{ label: 'Words', value: '' }] : [])],
    yes: href === '' ? 'Link it' : 'Change it',
    answer([address = '', words]) {
      const kept = linkAddress(completed(address))
      if (kept === undefined || kept === '') return 'This is not an address that a link can lead to.'
      const mark = link.create({ kept: { href: kept } })
      const { tr } = view.state
      if (chosen === '') tr.replaceWith(from, to, schema.text(words || address, [mark]))
      else tr.removeMark(from, to, link).addMark(from, to, mark)
      view.dispatch(tr)
      return undefined
    },
    ...(href === ''
      ? {}
      : { other: { words: 'No link', do: () => view.dispatch(view.state.tr.removeMark(from, to, link)) } }),
  }
}

export function askFootnote(view: EditorView): Question {
  return {
    title: 'Footnote',
    fields: [
      {
        label: 'What the note says',
        value: '',
        isLong: true,
        hint: 'It stands at the end of the text, and a number leads to it and back.',
      },
    ],
    yes: 'Add it',
    answer([words = '']) {
      if (words === '') return 'The note says nothing yet.'
      view.dispatch(insertFootnote(view.state, words))
      return undefined
    },
  }
}

export function askRuby(view: EditorView): Question {
  const { from, to } = view.state.selection
  return {
    title: 'Reading above letters',
    fields: [
      { label: 'Letters', value: view.state.doc.textBetween(from, to, ' ') },
      { label: 'How they are read', value: '' },
    ],
    yes: 'Put it in',
    answer([base = '', reading = '']) {
      if (base === '' || reading === '') return 'Both are needed: the letters, and how they are read.'
      view.dispatch(insertRuby(view.state, base, reading))
      return undefined
    },
  }
}

export function askDescription(view: EditorView, at: number): Question {
  const node = view.state.doc.nodeAt(at)
  const kept = node ? keptOf(node.attrs) : {}
  return {
    title: 'What the picture shows',
    fields: [
      {
        label: 'What the picture shows',
        value: kept['alt'] ?? '',
        isLong: true,
        hint: 'For those who do not see it. If it shows words, write the words.',
      },
    ],
    yes: 'Keep it',
    answer([alt = '']) {
      const now = view.state.doc.nodeAt(at)
      if (now?.type === schema.nodes.image)
        view.dispatch(view.state.tr.setNodeMarkup(at, undefined, { kept: { ...keptOf(now.attrs), alt } }))
      return undefined
    },
  }
}
