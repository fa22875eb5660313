// What stands in the fields of a form, and putting it back into them.
import type { Said } from './stretch.ts'

const unkept = new Set(['_csrf', 'do', 'typing'])

/** As it would be sent: the editor puts its text in when it is asked. */
export function saidIn(form: HTMLFormElement): Said {
  const said: Record<string, string> = {}
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && !unkept.has(name) && !(name in said))
      said[name] = value.replaceAll('\r\n', '\n').replaceAll('\0', '')
  return said
}

/** Fields that the form does not have are left; those that have other words now say so as if they had been typed. */
export function fillIn(form: HTMLFormElement, said: Said): void {
  const controls = [...form.elements].filter(isControl)
  const filled = controls.filter(({ name, type }) => name !== '' && !unkept.has(name) && type !== 'file')
  for (const control of filled) {
    const value = said[control.name]
    if (control instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(control.type))
      control.checked = control.value === value
    else if (value !== undefined) control.value = value
  }
  // Once all are: what a text is written in stands in another field than the text.
  for (const control of filled) control.dispatchEvent(new Event('filled', { bubbles: true }))
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement

/** What a field is called on the page. */
export function labelOf(form: HTMLFormElement, name: string): string {
  const control = form.elements.namedItem(name)
  const label = control instanceof Element && isControl(control) ? control.labels?.[0] : undefined
  const words = [...(label?.childNodes ?? [])].map((node) => (node instanceof Text ? node.data : '')).join('')
  return words.trim() || name
}
