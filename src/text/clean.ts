// What a form brings is made into plain Unicode once, where it is read: no NUL, no halves of letters, one kind of line end.
import { Refusal } from '#src/kit/refusal.ts'

export const MOST_CHARACTERS = 2_000_000

export const tooLong = (): Refusal =>
  new Refusal(
    'limit',
    'text/too-long',
    'This text has more than 2,000,000 characters, which is more than one chapter can hold. What you pasted is still in the field; please post it in parts.',
  )

/** Characters that no book (XML) may hold and nobody can see: controls, and the two that are no characters at all. */
// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\ufffe\uffff]/g

/** Asked first, because nearly every text has none of what would have to be changed. */
// oxlint-disable-next-line no-control-regex
const suspect = /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff\ufeff\ufffe\uffff]/

export const withoutUnseen = (text: string): string =>
  suspect.test(text) ? text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(unseen, '') : text

/** Throws the refusal text/too-long. */
export function cleanText(text: string): string {
  if (text.length > MOST_CHARACTERS) throw tooLong()
  return withoutUnseen(text)
}
