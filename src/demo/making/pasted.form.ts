// A post of the demo goes the way of every post: pasted, read, put right in the form, and composed.
import { compose, readPasted } from '#src/fests/posting/composer/composing.form.ts'
import { postingForm } from '#src/fests/posting/composer/piece.form.ts'
import { headerTemplateOf } from '#src/fests/posting/header/header-templates.ts'
import type { WorkSaid } from '#src/library/works/works.ts'
import { findCommunity } from '#src/people/communities/communities.ts'
import type { Ctx } from '#src/platform/context.ts'
import type { Texts } from '#src/platform/text/texts.ts'
import { readForm } from '#src/platform/web/read-form.ts'
import type { PieceRole } from '#src/schema/fests/posting.ts'

export type ToPaste = {
  /** Whose header template it is posted by. */
  readonly community: string
  readonly post: string
  /** What its writer puts into the form after it was read, which counts more than what was read. */
  readonly says: Readonly<Record<string, string>>
}

export type FromPaste = { readonly said: WorkSaid; readonly role: PieceRole }

/** As the form has it before anybody chooses. */
const chosenAlready = [
  ['role', 'main'],
  ['audience', 'everyone'],
] as const

export async function fromPaste(texts: Texts, ctx: Ctx, { community, post, says }: ToPaste): Promise<FromPaste> {
  const template = await headerTemplateOf(ctx.db, (await findCommunity(ctx.db, community)).id)
  const { again } = await readPasted(texts, ctx, { entries: new Map([['text', post]]), template })
  if (again.refusal) throw again.refusal
  const entries = new Map([...chosenAlready, ...again.entries, ...Object.entries(says)])
  const read = readForm(postingForm.fields, entries)
  if ('errors' in read) throw new Error(`A post of the demo was not understood: ${[...read.errors.values()].join(' ')}`)
  const said = await compose(texts, ctx, { said: read.value, entries, template, isForAll: true, work: undefined })
  return { said, role: read.value.role }
}
