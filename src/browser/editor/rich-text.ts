// A text field becomes an editor: the field stays what is sent, and can be seen as the source it is. Without scripts, and where an
// editor cannot be had, it is the field alone.
import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { make, pressable } from '#src/browser/keeping/elements.ts'
import { countWordsOf } from '#src/kit/words/count-words.ts'
import { formOf } from '#src/text/form-of.ts'
import { chosenImage } from './deeds.ts'
import { type Hint, hintsIn } from './hints.ts'
import { makePanels, type PanelHolder } from './tools/panels.ts'
import { askDescription, askFootnote, askLink, askRuby } from './tools/questions.ts'
import { documentOf, documentOfPlain } from './documents.ts'
import { pastedMarkdown, putRead } from './markdown-paste.ts'
import { attributesFor } from './standing-in.ts'
import { openTextView, stateOf } from './text-view.ts'
import { choosePicture } from './tools/pictures.ts'
import { makeToolbar, type Toolbar } from './tools/toolbar.ts'
import { followKeyboard } from './visible.ts'
import { htmlOfDocument, wordsOf } from './written.ts'

/** Longer ones are opened as their source; the editor is a press away. */
const MOST_AT_ONCE = 1_000_000

const unread = 'It cannot be read now: the site did not answer. It stays as it is.'

/** Paragraphs, beyond which what is out of sight is not laid out. */
const LONG = 80

export function defineRichText(): void {
  if (!customElements.get('rich-text')) customElements.define('rich-text', RichText)
}

class RichText extends HTMLElement {
  #view: EditorView | undefined
  #toolbar: Toolbar | undefined
  #panels: PanelHolder = makePanels(() => this.#view?.focus())
  #place = make('div', { class: 'rt__place' })
  #count = make('span', { class: 'rt__count' })
  #hints = make('ul', { class: 'rt__hints' })
  #note = make('p', { class: 'small soft', role: 'status' })
  #switch = pressable('', 'btn btn--quiet btn--small', () => void this.#turn())
  /** The document says something else than the field. */
  #isAhead = false
  /** What the field held when the document was last made from it, or written into it. */
  #known = ''
  #isOffering = false
  #timers: Partial<Record<'count' | 'hints', ReturnType<typeof setTimeout>>> = {}

  connectedCallback(): void {
    const field = this.#field
    if (!field || this.#toolbar) return
    field.before(this.#panels.element, this.#place)
    field.after(make('div', { class: 'rt__foot' }, this.#count, this.#switch), this.#note, this.#hints)
    field.form?.addEventListener('formdata', ({ formData }) => {
      this.#write()
      formData.set(field.name, field.value)
      const form = this.#form
      if (form) formData.set(form.name, form.value)
    })
    field.addEventListener('filled', () => this.#refill())
    field.addEventListener('input', () => this.#wait('count', 400, () => this.#showCount()))
    followKeyboard(this)
    const isMarkdown = this.#kindOf(field.value) === 'markdown'
    if (isMarkdown || field.value.length > MOST_AT_ONCE) this.#showSource()
    else this.#showText()
  }

  get #field(): HTMLTextAreaElement | null {
    return this.querySelector(':scope > textarea')
  }

  /** Where one says what the text is written in. */
  get #form(): HTMLSelectElement | undefined {
    const found = this.#field?.form?.elements.namedItem('textForm')
    return found instanceof HTMLSelectElement ? found : undefined
  }

  #kindOf(text: string): 'html' | 'markdown' | 'plain' {
    const said = this.#form?.value
    if (said === 'html' || said === 'markdown' || said === 'plain') return said
    return text.trim() === '' ? 'html' : formOf(text)
  }

  /** Into the editor: HTML and plain text at once; Markdown by the one reader of it, which is on the site. */
  async #turn(): Promise<void> {
    const field = this.#field
    if (!field) return
    this.#note.textContent = ''
    if (!this.#place.hidden) {
      this.#write()
      this.#showSource()
      return field.focus()
    }
    if (this.#kindOf(field.value) === 'markdown' && field.value !== this.#known) {
      const html = await this.#readMarkdown(field.value)
      if (html === undefined) return void (this.#note.textContent = unread)
      this.#open(documentOf(html))
    }
    this.#showText()
    this.#view?.focus()
  }

  async #readMarkdown(text: string): Promise<string | undefined> {
    const body = new FormData()
    body.set('_csrf', this.#field?.form?.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? '')
    body.set('text', text)
    body.set('textForm', 'markdown')
    try {
      const response = await fetch(this.dataset['to'] ?? '', { method: 'POST', body })
      return response.ok ? await response.text() : undefined
    } catch {
      return undefined
    }
  }

  #open(doc: Parameters<typeof stateOf>[0]): void {
    const field = this.#field
    if (!field) return
    this.#known = field.value
    this.#isAhead = false
    if (this.#view) {
      this.#view.updateState(stateOf(doc, this.#asked))
    } else {
      const { id } = field
      this.#view = openTextView({
        place: this.#place,
        doc,
        attributes: attributesFor(field, () => this.#view?.focus()),
        asked: this.#asked,
        changed: (state, isOtherText) => this.#changed(state, isOtherText),
      })
      const panels = {
        link: () => this.#ask(askLink),
        footnote: () => this.#ask(askFootnote),
        ruby: () => this.#ask(askRuby),
        picture: this.#pictures,
      }
      this.#toolbar = makeToolbar(() => this.#view ?? this.#mustHaveView(), panels, id)
      this.#panels.element.before(this.#toolbar.element)
    }
    this.#changed(this.#view.state, false)
    this.#showCount()
    this.#showHints()
  }

  get #pictures(): (() => void) | undefined {
    const to = this.dataset['pictures']
    const csrf = this.#field?.form?.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? ''
    return to === undefined ? undefined : () => this.#view && choosePicture(this.#view, this.#panels, { to, csrf })
  }

  #mustHaveView(): never {
    throw new Error('The toolbar is older than its text')
  }

  #ask(question: (view: EditorView) => Parameters<PanelHolder['ask']>[0]): void {
    if (this.#view) this.#panels.ask(question(this.#view))
  }

  get #asked() {
    return { link: () => this.#ask(askLink), toolbar: () => this.#toolbar?.focus() }
  }

  #showText(): void {
    const field = this.#field
    if (!field) return
    const isMade = this.#view !== undefined && field.value === this.#known
    if (!isMade)
      this.#open(this.#kindOf(field.value) === 'plain' ? documentOfPlain(field.value) : documentOf(field.value))
    this.#show(true)
  }

  #showSource(): void {
    this.#panels.close()
    this.#show(false)
    this.#showCount()
  }

  #show(isText: boolean): void {
    const field = this.#field
    if (!field) return
    field.hidden = isText
    this.#place.hidden = !isText
    if (this.#toolbar) this.#toolbar.element.hidden = !isText
    this.#switch.textContent = isText ? 'Show the source' : 'Show it as readers see it'
    const chooser = this.#form?.closest<HTMLElement>('.field')
    if (chooser) chooser.hidden = isText
    // Error summaries and labels lead to whichever can be seen.
    const id = field.dataset['id'] ?? (field.dataset['id'] = field.id)
    field.id = isText ? `${id}-source` : id
    this.#view?.dom.setAttribute('id', isText ? id : `${id}-text`)
  }

  #changed(state: EditorState, isOtherText: boolean): void {
    this.#toolbar?.show(state)
    const image = chosenImage(state)
    if (image && !isOtherText && this.#view) this.#panels.ask(askDescription(this.#view, image.at))
    if (!isOtherText) return
    this.#offerMarkdown(state)
    this.#isAhead = true
    this.#field?.form?.dispatchEvent(new Event('input'))
    this.#wait('count', 300, () => this.#showCount())
    this.#wait('hints', 1_500, () => this.#showHints())
  }

  #offerMarkdown(state: EditorState): void {
    const pasted = pastedMarkdown(state)
    if ((pasted !== undefined) === this.#isOffering) return
    this.#isOffering = pasted !== undefined
    const read = async (): Promise<void> => {
      const html = await this.#readMarkdown(pasted?.text ?? '')
      if (html === undefined) this.#note.textContent = unread
      else if (this.#view) putRead(this.#view, html)
    }
    this.#note.replaceChildren(
      ...(pasted
        ? ['What you pasted looks like Markdown. ', pressable('Read it as Markdown', 'linklike', () => void read())]
        : []),
    )
  }

  /** Into the field; from then on it is HTML, whatever it was. A text that was only looked at stays as it is. */
  #write(): void {
    const field = this.#field
    if (!field || !this.#view || !this.#isAhead) return
    field.value = htmlOfDocument(this.#view.state.doc)
    this.#known = field.value
    this.#isAhead = false
    if (this.#form) this.#form.value = 'html'
  }

  /** Something else was put into the field from outside. */
  #refill(): void {
    this.#isAhead = false
    if (this.#place.hidden) return this.#showCount()
    if (this.#kindOf(this.#field?.value ?? '') === 'markdown') this.#showSource()
    else this.#showText()
  }

  #wait(what: 'count' | 'hints', millis: number, then: () => void): void {
    clearTimeout(this.#timers[what])
    this.#timers[what] = setTimeout(then, millis)
  }

  #showCount(): void {
    this.classList.toggle('rt--long', (this.#view?.state.doc.childCount ?? 0) > LONG)
    const isText = !this.#place.hidden && this.#view !== undefined
    // Of a source what is in tags is no word; how Markdown is read only the site knows, so it is about so many.
    const source = this.#field?.value.replaceAll(/<[^>]*>/g, '\n') ?? ''
    const words = isText && this.#view ? wordsOf(this.#view.state.doc) : countWordsOf(source)
    this.#count.textContent = `${isText ? '' : 'about '}${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}`
  }

  #showHints(): void {
    const view = this.#view
    if (!view) return
    const hints = hintsIn(view.state.doc).slice(0, 5)
    this.#hints.replaceChildren(...hints.map((hint) => this.#hintLine(hint, view)))
  }

  #hintLine({ says, is, at }: Hint, view: EditorView): HTMLElement {
    const go = (): void => {
      if (is === 'picture') return this.#panels.ask(askDescription(view, at))
      view.domAtPos(at).node.parentElement?.scrollIntoView({ block: 'center' })
      view.focus()
    }
    return make(
      'li',
      {},
      make('span', {}, says, ' '),
      pressable(is === 'picture' ? 'Describe it' : 'Show me', 'linklike', go),
    )
  }
}
