// Two saves side by side, or a save and what stands in a form: what changed in the text, and in which of the fields.
import { pieceForm } from '#src/fests/posting/composer/piece.form.ts'
import { leftIn } from '#src/fests/posting/composer/tidied.form.ts'
import type { Entries } from '#src/kit/form.ts'
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
  const [was, is] = [await plainOf(texts, before), await plainOf(texts, after)]
  const names = new Map((await listFandoms(db)).map(({ id, name }) => [String(id), name]))
  const said = (entries: Entries, name: string): string => {
    const value = (entries.get(name) ?? '').trim()
    return name === 'fandom' ? (names.get(value) ?? '') : value
  }
  const fields = Object.entries(pieceForm.fields).flatMap(([name, { label }]) => {
    const [one, other] = [said(before, name), said(after, name)]
    return one === other || name === 'text' || name === 'textForm' ? [] : [{ label, before: one, after: other }]
  })
  const passages = await changesBetween(was.plain, is.plain)
  const isChanged = passages.some((passage) => passage.is === 'changed')
  return { passages, fields, isLookAlone: !isChanged && was.html !== is.html }
}

function plainOf(texts: Texts, entries: Entries) {
  const form = (['html', 'markdown', 'plain'] as const).find((each) => each === entries.get('textForm')) ?? 'guess'
  return texts.clean({ text: entries.get('text') ?? '', form, leave: leftIn(entries) })
}
