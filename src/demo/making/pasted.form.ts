// A post of the demo goes the way of every post: pasted, read, put right in the form, and composed.
import { compose, readPasted } from '#src/fests/posting/composer/composing.form.ts'
import { postingForm } from '#src/fests/posting/composer/piece.form.ts'
import type { WorkSaid } from '#src/library/works/works.ts'
import type { Ctx } from '#src/platform/context.ts'
import type { Texts } from '#src/platform/text/texts.ts'
import { readForm } from '#src/platform/web/read-form.ts'
import type { PieceRole } from '#src/schema/fests/posting.ts'

export type FromPaste = { readonly said: WorkSaid; readonly role: PieceRole }

/** As the form has it before anybody chooses. */
const chosenAlready = [
  ['role', 'main'],
  ['audience', 'everyone'],
] as const

/** `says` is what the writer puts into the form after it was read, which counts more than what was read. */
export async function fromPaste(
  texts: Texts,
  ctx: Ctx,
  post: string,
  says: Readonly<Record<string, string>>,
): Promise<FromPaste> {
  const { again } = await readPasted(texts, ctx, new Map([['text', post]]))
  if (again.refusal) throw again.refusal
  const entries = new Map([...chosenAlready, ...again.entries, ...Object.entries(says)])
  const read = readForm(postingForm.fields, entries)
  if ('errors' in read) throw new Error(`A post of the demo was not understood: ${[...read.errors.values()].join(' ')}`)
  return { said: await compose(texts, ctx, read.value, entries, true), role: read.value.role }
}
