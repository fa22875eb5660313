// What is said of a chapter: its title, its text, and what is said to readers before and after it; and how many there will be.
import type { Entries, Field } from '#src/kit/form.ts'
import { choice, optionalNumber, optionalText } from '#src/kit/form-fields.ts'
import { Refusal } from '#src/kit/refusal.ts'
import type { Texts } from '#src/platform/text/texts.ts'
import type { Cleaned } from '#src/text/read-text.ts'
import type { ChapterSaid } from './chapters.ts'
import type { ChapterToEdit } from './own-chapters.ts'

/** As long as texts may be: whoever reads it says when it is too long, so that a browser never cuts a paste short. */
const text: Field<string> = { kind: 'area', label: 'Text', isOptional: true, read: (typed) => ({ value: typed }) }

const note = (label: string): Field<string> => optionalText({ label, maxLength: 50_000, isLong: true })

export const chapterForm = {
  fields: {
    title: optionalText({ label: 'Title of the chapter', maxLength: 300 }),
    notesBefore: note('Before the chapter'),
    text,
    textForm: choice({
      label: 'Written as',
      initial: 'guess',
      choices: [
        { value: 'guess', label: 'as it looks' },
        { value: 'plain', label: 'plain text' },
        { value: 'markdown', label: 'Markdown' },
        { value: 'html', label: 'HTML' },
      ],
    }),
    notesAfter: note('After the chapter'),
  },
}

export type ChapterTyped = {
  readonly title: string
  readonly notesBefore: string
  readonly text: string
  readonly textForm: 'guess' | 'plain' | 'markdown' | 'html'
  readonly notesAfter: string
}

export const planForm = {
  fields: {
    planned: optionalNumber({
      label: 'How many chapters it will have',
      hint: 'Leave it empty while you do not know.',
      min: 1,
      max: 10_000,
    }),
  },
}

export const entriesOfChapter = (chapter: ChapterToEdit): Entries =>
  new Map([
    ['title', chapter.title],
    ['notesBefore', chapter.notesBefore],
    ['text', chapter.source],
    ['textForm', chapter.form],
    ['notesAfter', chapter.notesAfter],
  ])

/** What is wrong with a text is said beside it. Never in a transaction. */
export async function cleanedChapter(texts: Texts, typed: ChapterTyped, source: string): Promise<Cleaned> {
  try {
    return await texts.clean({ text: source, form: typed.textForm })
  } catch (error) {
    if (!(error instanceof Refusal) || !error.code.startsWith('text/')) throw error
    throw new Refusal(error.kind, error.code, error.sentence, { about: 'text' })
  }
}

/** `source` is exactly as it was typed, with the spaces it begins with. */
export function chapterSaid(typed: ChapterTyped, source: string, cleaned: Cleaned): ChapterSaid {
  const { form, html, excerpt, words, sanitiserVersion } = cleaned
  const { title, notesBefore, notesAfter } = typed
  return { title, notesBefore, notesAfter, text: { source, form, html, excerpt, words, sanitiserVersion } }
}
