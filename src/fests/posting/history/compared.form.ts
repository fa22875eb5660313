// Two saves side by side, or a save and what stands in a form: what changed in the text, and in which of the fields.
import { pieceForm } from '#src/fests/posting/composer/piece.form.ts'
import { leftIn } from '#src/fests/posting/composer/tidied.form.ts'
import type { Entries, Fields } from '#src/kit/form.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { listFandoms } from '#src/library/canon/fandoms.ts'
import type { Reader } from '#src/platform/context.ts'
import type { Texts } from '#src/platform/text/texts.ts'
import { changesBetween, type Passage } from '#src/text/changes/changes.ts'

export type Compared = {
  readonly passages: readonly Passage[]
  readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  /** The words are the same, and not how they are written: emphasis, links, or the like. */
  readonly isLookAlone: boolean
}

/** Throws what reading a text may refuse. Never in a transaction. */
export async function compare(texts: Texts, db: Reader, before: Entries, after: Entries): Promise<Compared> {
  const names = new Map((await listFandoms(db)).map(({ id, name }) => [String(id), name]))
  const named = (entries: Entries): Entries => {
    const fandom = entries.get('fandom')?.trim() ?? ''
    return new Map([...entries, ['fandom', names.get(fandom) ?? '']])
  }
  return compareForms(texts, pieceForm.fields, named(before), named(after))
}

/** Of any form with a text in it. */
export async function compareForms(texts: Texts, of: Fields, before: Entries, after: Entries): Promise<Compared> {
  const [was, is] = [await plainOf(texts, before), await plainOf(texts, after)]
  const fields = Object.entries(of).flatMap(([name, { label }]) => {
    const [one, other] = [before, after].map((entries) => (entries.get(name) ?? '').trim())
    if (one === undefined || other === undefined || one === other || name === 'text' || name === 'textForm') return []
    return [{ label, before: one, after: other }]
  })
  const passages = await changesBetween(was.plain, is.plain)
  const isChanged = passages.some((passage) => passage.is === 'changed')
  return { passages, fields, isLookAlone: !isChanged && was.html !== is.html }
}

/** A text that can no longer be read is shown as it is, without what changed in it. */
export async function unlessUnreadable(comparing: Promise<Compared>): Promise<Compared | undefined> {
  try {
    return await comparing
  } catch (error) {
    if (error instanceof Refusal && error.code.startsWith('text/')) return undefined
    throw error
  }
}

function plainOf(texts: Texts, entries: Entries) {
  const form = (['html', 'markdown', 'plain'] as const).find((each) => each === entries.get('textForm')) ?? 'guess'
  return texts.clean({ text: entries.get('text') ?? '', form, leave: leftIn(entries) })
}
