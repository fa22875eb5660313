// A document that somebody brings, as the text that they would have pasted: what it is is seen by its content, not by its name.
import { type Form, formOf } from '../form-of.ts'
import { decoded } from './encodings.ts'
import { isMarkedUp, kindOf } from './kind-of-document.ts'
import { cannotBeRead, tooLargeAsItCame } from './refusals.ts'

export type Document = { readonly name: string; readonly bytes: Uint8Array }

export type Opened = {
  readonly text: string
  readonly form: Form
  /** What its writer should know: pictures that did not come along. */
  readonly told: readonly string[]
}

/** As large as a file may come: a long novel with its formatting has a tenth of that. */
export const MOST_BYTES = 12 * 1024 * 1024

/** Throws the refusals document/… and text/too-deep. Each reader is loaded when the first of its files comes. */
export async function readDocument({ name, bytes }: Document): Promise<Opened> {
  if (bytes.length > MOST_BYTES) throw tooLargeAsItCame()
  const kind = kindOf(bytes)
  if (kind === 'docx') return marked(await (await import('./docx.ts')).readDocx(bytes))
  if (kind === 'odt') return marked((await import('./odt.ts')).readOdt(bytes))
  if (kind === 'epub') return marked((await import('./epub.ts')).readEpub(bytes))
  const text = decoded(bytes)
  if (text.trim() === '') throw cannotBeRead('This file has nothing in it.')
  if (kind === 'rtf') return marked((await import('./rtf.ts')).readRtf(text))
  if (isMarkedUp(name, text)) return marked((await import('./html-page.ts')).readPage(text))
  return { text, form: /\.(?:md|markdown)$/i.test(name) ? 'markdown' : formOf(text), told: [] }
}

export type Marked = { readonly html: string; readonly pictures: number }

const marked = ({ html, pictures }: Marked): Opened => ({
  text: html,
  form: 'html',
  told:
    pictures === 0
      ? []
      : [`${pictures === 1 ? 'One picture was' : `${pictures.toLocaleString('en')} pictures were`} not taken over.`],
})
