// Small questions beneath the toolbar: where a link leads, what a footnote says, how letters are read, what a picture shows.
import { make, pressable } from '#src/browser/keeping/elements.ts'

export type Question = {
  readonly title: string
  readonly fields: readonly {
    readonly label: string
    readonly value: string
    readonly hint?: string
    readonly isLong?: boolean
  }[]
  readonly yes: string
  /** A sentence: why not yet. */
  readonly answer: (values: readonly string[]) => string | undefined
  readonly other?: { readonly words: string; readonly do: () => void }
}

export type PanelHolder = {
  readonly element: HTMLElement
  readonly ask: (question: Question) => void
  /** Something of another shape than a few fields. */
  readonly hold: (panel: HTMLElement, first: HTMLElement | undefined) => void
  readonly close: () => void
}

/** Not a form: it stands within one. Enter answers, Escape goes back to the text. */
export function makePanels(back: () => void): PanelHolder {
  const element = make('div', { class: 'rt__panels' })
  let count = 0
  const close = (): void => {
    const hadFocus = element.contains(document.activeElement)
    element.replaceChildren()
    if (hadFocus) back()
  }
  const ask = (question: Question): void => {
    count += 1
    const inputs = question.fields.map(({ value, isLong }) => {
      const input = isLong
        ? make('textarea', { class: 'input', rows: '2' })
        : make('input', { class: 'input', type: 'text' })
      input.value = value
      return input
    })
    const why = make('p', { class: 'why', role: 'status' })
    const yes = (): void => {
      const sentence = question.answer(inputs.map(({ value }) => value.trim()))
      why.textContent = sentence ?? ''
      if (sentence === undefined) close()
      else inputs[0]?.focus()
    }
    const fields = question.fields.map(({ label, hint }, at) => {
      const id = `rt-hint-${count}-${at}`
      if (hint !== undefined) inputs[at]?.setAttribute('aria-describedby', id)
      return make(
        'label',
        { class: 'rt__field' },
        make('span', {}, label),
        hint === undefined ? undefined : make('span', { class: 'hint', id }, hint),
        inputs[at],
      )
    })
    const { other } = question
    const panel = make(
      'div',
      { class: 'rt__panel', role: 'group', 'aria-label': question.title },
      ...fields,
      why,
      make(
        'div',
        { class: 'row' },
        pressable(question.yes, 'btn btn--plain btn--small', yes),
        other ? pressable(other.words, 'btn btn--quiet btn--small', () => (other.do(), close())) : undefined,
        pressable('Leave it', 'btn btn--quiet btn--small', close),
      ),
    )
    panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
      yes()
      event.preventDefault()
    })
    hold(panel, inputs[0])
    inputs[0]?.select()
  }
  const hold = (panel: HTMLElement, first: HTMLElement | undefined): void => {
    panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return
      close()
      event.preventDefault()
    })
    // What is typed here is not typed into the form around.
    for (const name of ['input', 'change']) panel.addEventListener(name, (event) => event.stopPropagation())
    element.replaceChildren(panel)
    first?.focus()
  }
  return { element, ask, hold, close }
}
