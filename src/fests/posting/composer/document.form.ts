// A file that was chosen in the form: its text goes where a paste would have gone, and never over what stands there unasked.
import type { Entries } from '#src/kit/form.ts'
import { Refusal } from '#src/kit/refusal.ts'
import type { Upload } from '#src/platform/files/upload.ts'
import type { Texts } from '#src/platform/text/texts.ts'

/** What the button sends that reads a file in place of the text in the field. */
export const INSTEAD = 'file'

export const IN_THE_WAY = 'document/in-the-way'

type Brought = { readonly entries: Entries; readonly told: readonly string[] }

const inTheWay = (): Refusal =>
  new Refusal(
    'limit',
    IN_THE_WAY,
    'There is a text in the field already, so the file was not read. To have the file in its place, choose it once more and press “Read the file instead”.',
    { about: 'file' },
  )

const noFile = (): Refusal =>
  new Refusal('limit', 'document/none', 'No file was chosen. What stands in the text field is as it was.', {
    about: 'file',
  })

/** Throws the refusals document/…; then the text is as it was sent. */
export async function withDocument(texts: Texts, entries: Entries, file: Upload | undefined): Promise<Brought> {
  const isInstead = entries.get('do') === INSTEAD
  if (!file) {
    if (isInstead) throw noFile()
    return { entries, told: [] }
  }
  if (!isInstead && (entries.get('text') ?? '').trim() !== '') throw inTheWay()
  const { text, form, told } = await texts.open(file)
  return { entries: new Map([...entries, ['text', text], ['textForm', form]]), told }
}
