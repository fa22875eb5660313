// The toolbar: one stop of the Tab key, arrows within it, each button said in words and pressed or not.
import { toggleMark } from 'prosemirror-commands'
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import type { MarkType } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { make } from '#src/browser/keeping/elements.ts'
import {
  around,
  hasMark,
  insertBreak,
  isCentred,
  isHeading,
  toggleCentre,
  toggleFold,
  toggleHeading,
  toggleList,
  toggleQuote,
} from '../deeds.ts'
import { schema } from '../schema.ts'
import { signOf } from './signs.ts'

const { nodes, marks } = schema

type Tool = {
  readonly label: string
  readonly sign: string
  readonly look?: string
  readonly run: Command
  /** Undefined: it is no state, only a deed. */
  readonly isOn?: (state: EditorState) => boolean
  /** On a narrow screen it stands behind a further button. */
  readonly isMore?: true
}

export type Panels = Readonly<Record<'link' | 'footnote' | 'ruby', () => void>> & {
  /** Where there is a work that can have pictures. */
  readonly picture?: (() => void) | undefined
}

const marking = (label: string, sign: string, look: string, type: MarkType): Tool => ({
  label,
  sign,
  look,
  run: toggleMark(type),
  isOn: (state) => hasMark(state, type),
})

const more = { isMore: true } as const

const asking =
  (ask: () => void): Command =>
  (_, dispatch) => {
    if (dispatch) ask()
    return true
  }

const toolsWith = (panels: Panels): readonly Tool[] => [
  marking('Italic', 'I', 'rt__em', marks.em),
  marking('Bold', 'B', 'rt__strong', marks.strong),
  { ...marking('Strike out', 'S', 'rt__strike', marks.strike) },
  { label: 'Scene break', sign: 'break', run: insertBreak },
  {
    label: 'Quote',
    sign: '“',
    look: 'rt__quote',
    run: toggleQuote,
    isOn: (state) => around(state, nodes.blockquote) !== undefined,
  },
  { label: 'Link', sign: 'link', run: asking(panels.link), isOn: (state) => hasMark(state, marks.link) },
  { ...marking('Underline', 'U', 'rt__under', marks.underline), ...more },
  { ...marking('Small', 'a', 'rt__small', marks.small), ...more },
  {
    label: 'Heading',
    sign: 'H',
    look: 'rt__head',
    run: toggleHeading(2),
    isOn: (state) => isHeading(state, 2),
    ...more,
  },
  {
    label: 'Smaller heading',
    sign: 'h',
    look: 'rt__head',
    run: toggleHeading(3),
    isOn: (state) => isHeading(state, 3),
    ...more,
  },
  { label: 'Centre', sign: 'centre', run: toggleCentre, isOn: isCentred, ...more },
  {
    label: 'List',
    sign: 'bullets',
    run: toggleList(nodes.bullet_list),
    isOn: (state) => around(state, nodes.bullet_list) !== undefined,
    ...more,
  },
  {
    label: 'Numbered list',
    sign: 'numbers',
    run: toggleList(nodes.ordered_list),
    isOn: (state) => around(state, nodes.ordered_list) !== undefined,
    ...more,
  },
  ...(panels.picture ? [{ label: 'Picture', sign: 'picture', run: asking(panels.picture), ...more }] : []),
  { label: 'Footnote', sign: '†', run: asking(panels.footnote), ...more },
  {
    label: 'Spoiler fold',
    sign: 'fold',
    run: toggleFold,
    isOn: (state) => around(state, nodes.details) !== undefined,
    ...more,
  },
  { label: 'Reading above letters (ruby)', sign: 'ruby', run: asking(panels.ruby), ...more },
  { label: 'Undo', sign: 'undo', run: undo, ...more },
  { label: 'Redo', sign: 'redo', run: redo, ...more },
]

export type Toolbar = {
  readonly element: HTMLElement
  readonly show: (state: EditorState) => void
  readonly focus: () => void
}

export function makeToolbar(view: () => EditorView, panels: Panels, textId: string): Toolbar {
  const tools = toolsWith(panels).map((tool) => ({ tool, button: buttonOf(tool, view) }))
  const moreButton = make('button', {
    type: 'button',
    class: 'rt__tool rt__tool--more',
    'aria-label': 'More',
    title: 'More',
    'aria-expanded': 'false',
  })
  moreButton.append(signOf('more'))
  const buttons = tools.map(({ button }) => button)
  const firstMore = tools.findIndex(({ tool }) => tool.isMore)
  const all = [...buttons.slice(0, firstMore), moreButton, ...buttons.slice(firstMore)]
  const element = make(
    'div',
    { class: 'rt__tools', role: 'toolbar', 'aria-label': 'Formatting', 'aria-controls': textId },
    ...all,
  )
  moreButton.addEventListener('click', () => {
    const isOpen = element.classList.toggle('rt__tools--all')
    moreButton.setAttribute('aria-expanded', String(isOpen))
  })
  roam(element, all, () => view().focus())
  return {
    element,
    show: (state) => {
      for (const { tool, button } of tools) {
        if (tool.isOn) {
          const isOn = String(tool.isOn(state))
          if (button.getAttribute('aria-pressed') !== isOn) button.setAttribute('aria-pressed', isOn)
        }
        const isOff = (tool.run === undo && undoDepth(state) === 0) || (tool.run === redo && redoDepth(state) === 0)
        if ((button.getAttribute('aria-disabled') === 'true') !== isOff)
          button.setAttribute('aria-disabled', String(isOff))
      }
    },
    focus: () => all.find((button) => button.tabIndex === 0)?.focus(),
  }
}

function buttonOf({ label, sign, look, run, isMore }: Tool, view: () => EditorView): HTMLButtonElement {
  const classes = ['rt__tool', look ?? '', isMore ? 'rt__tool--far' : ''].filter((each) => each !== '').join(' ')
  const button = make('button', { type: 'button', class: classes, 'aria-label': label, title: label })
  button.append(signOf(sign))
  // The selection in the text stays where it is, and on a phone its keyboard stays open.
  button.addEventListener('mousedown', (event) => event.preventDefault())
  button.addEventListener('click', (event) => {
    const { state, dispatch } = view()
    run(state, dispatch, view())
    // By a key one stays on the button; by a finger or a mouse one is in the text.
    if (event.detail > 0 && document.activeElement?.closest('.rt__panel') === null) view().focus()
  })
  return button
}

/** As authoring practices have it: one of them is in the Tab order, the arrows go to the next that can be seen. */
function roam(element: HTMLElement, buttons: readonly HTMLButtonElement[], leave: () => void): void {
  const [first] = buttons
  for (const button of buttons) button.tabIndex = button === first ? 0 : -1
  const go = (to: HTMLButtonElement | undefined): void => {
    if (!to) return
    for (const button of buttons) button.tabIndex = button === to ? 0 : -1
    to.focus()
  }
  element.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLButtonElement) for (const button of buttons) button.tabIndex = button === target ? 0 : -1
  })
  element.addEventListener('keydown', (event) => {
    const seen = buttons.filter((button) => button.offsetParent !== null)
    const at = seen.findIndex((button) => button === document.activeElement)
    const to = {
      ArrowRight: seen[at + 1] ?? seen[0],
      ArrowLeft: seen[at - 1] ?? seen.at(-1),
      Home: seen[0],
      End: seen.at(-1),
    }[event.key]
    if (event.key === 'Escape') leave()
    if (to) go(to)
    if (to || event.key === 'Escape') event.preventDefault()
  })
}
