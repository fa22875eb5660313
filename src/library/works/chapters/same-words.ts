// Whether a save says what a chapter says already: the same press twice is one save.
import type { TextForm } from '#src/schema/library/works.ts'
import type { TidyKind } from '#src/text/tidy/kinds.ts'
import type { ChapterSaid } from './chapters.store.ts'

type Kept = Pick<ChapterSaid, 'title' | 'notesBefore' | 'notesAfter'> & {
  readonly source: string
  readonly form: TextForm
  readonly leave: readonly TidyKind[]
}

export const saysTheSame = (kept: Kept, { title, notesBefore, notesAfter, text }: ChapterSaid): boolean =>
  kept.title === title &&
  kept.notesBefore === notesBefore &&
  kept.notesAfter === notesAfter &&
  kept.source === text.source &&
  kept.form === text.form &&
  kept.leave.join() === (text.leave ?? []).join()
