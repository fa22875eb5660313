// What is looked at of a chapter before it is kept: its text as readers would see it, what was tidied of it, and the text of a file.
import { withDocument } from '#src/fests/posting/composer/document.form.ts'
import { entriesOfLeft, leftIn } from '#src/fests/posting/composer/tidied.form.ts'
import { type Compared, compareForms, unlessUnreadable } from '#src/fests/posting/history/compared.form.ts'
import type { Entries } from '#src/kit/form.ts'
import { Refusal } from '#src/kit/refusal.ts'
import {
  chapterForm,
  type ChapterTyped,
  cleanedChapter,
  entriesOfChapter,
} from '#src/library/works/chapters/chapter.form.ts'
import type { ChapterToEdit } from '#src/library/works/chapters/own-chapters.ts'
import type { Upload } from '#src/platform/files/upload.ts'
import type { Texts } from '#src/platform/text/texts.ts'
import { readForm } from '#src/platform/web/read-form.ts'
import type { Again } from '#src/platform/web/web.ts'
import type { Cleaned } from '#src/text/read-text.ts'

/** Its `html` is clean. */
export type ChapterPreviewed = ChapterTyped & Pick<Cleaned, 'html' | 'words'>

export type Looked = {
  readonly again: Again
  readonly tidied?: Cleaned['tidied']
  readonly preview?: ChapterPreviewed
  /** What a file held that did not come along. */
  readonly told?: readonly string[]
}

type Keeping = Parameters<typeof entriesOfChapter>[0] & Pick<ChapterToEdit, 'leave'>

export const entriesOfKept = (chapter: Keeping): Entries =>
  new Map([...entriesOfChapter(chapter), ...entriesOfLeft(chapter.leave)])

/** As the form says it: the text exactly as typed, with the spaces it begins with. */
export const sourceIn = (entries: Entries, typed: Pick<ChapterTyped, 'textForm'>) => ({
  source: entries.get('text') ?? '',
  form: typed.textForm,
  leave: leftIn(entries),
})

export const preview = (texts: Texts, entries: Entries): Promise<Looked> =>
  look(entries, async (typed) => {
    const { html, words, tidied } = await cleanedChapter(texts, sourceIn(entries, typed))
    return { again: { entries, errors: new Map() }, tidied, preview: { ...typed, html, words } }
  })

/** The text of a file, in the field. It never covers unasked what is there. */
export const bring = (texts: Texts, sent: Entries, file: Upload | undefined): Promise<Looked> =>
  look(sent, async () => {
    const { entries, told } = await withDocument(texts, sent, file)
    return look(entries, async (typed) => {
      const { tidied } = await cleanedChapter(texts, sourceIn(entries, typed))
      return { again: { entries, errors: new Map() }, tidied, told }
    })
  })

/** What was tidied of a text that is in its form already. One that can no longer be read is shown without. */
export async function tidiedOf(texts: Texts, entries: Entries): Promise<Cleaned['tidied']> {
  if ((entries.get('text') ?? '').trim() === '') return []
  return (
    (
      await look(entries, async (typed) => {
        const { tidied } = await cleanedChapter(texts, sourceIn(entries, typed))
        return { again: { entries, errors: new Map() }, tidied }
      })
    ).tidied ?? []
  )
}

async function look(entries: Entries, at: (typed: ChapterTyped) => Promise<Looked>): Promise<Looked> {
  const read = readForm(chapterForm.fields, entries)
  if ('errors' in read) return { again: { entries, errors: read.errors } }
  try {
    return await at(read.value)
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'missing') throw error
    const errors = new Map(error.about === undefined ? [] : [[error.about, error.sentence]])
    return { again: { entries, errors, refusal: error } }
  }
}

/** Undefined where one of them can no longer be read. */
export const compareChapters = (texts: Texts, before: Entries, after: Entries): Promise<Compared | undefined> =>
  unlessUnreadable(compareForms(texts, chapterForm.fields, before, after))
