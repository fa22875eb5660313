// A paste from a word processor or a page keeps its italics: the text field gets it as simple HTML instead of plain text.
import { simpleHtml } from '#src/browser/simple-html.ts'

export function keepRichPaste(): void {
  addEventListener('paste', takeRich)
}

function takeRich(event: ClipboardEvent): void {
  const field = event.target
  if (!(field instanceof HTMLTextAreaElement) || !('rich' in field.dataset)) return
  const html = event.clipboardData?.getData('text/html') ?? ''
  if (html === '' || !mayHoldHtml(field)) return
  const simple = simpleHtml(html)
  if (simple === undefined) return
  event.preventDefault()
  insert(field, simple)
  const form = field.form?.elements.namedItem('textForm')
  if (form instanceof HTMLSelectElement) form.value = 'html'
}

/** Tags among words that are meant as plain text would be read as words. */
function mayHoldHtml(field: HTMLTextAreaElement): boolean {
  const { value, selectionStart, selectionEnd } = field
  const rest = value.slice(0, selectionStart) + value.slice(selectionEnd)
  return rest.trim() === '' || /<(p|em|strong|i|b|br)\b[^>]*>/i.test(rest)
}

/** As if typed, so that it can be undone as a paste can; the older way is the only one that browsers undo. */
function insert(field: HTMLTextAreaElement, text: string): void {
  field.focus()
  if (document.execCommand('insertText', false, text)) return
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
}
