// What a letter says: what it is about, and its text, of which the paragraphs are kept.
import type { Field } from '#src/kit/form.ts'
import { sentence, text } from '#src/kit/form-fields.ts'

const paragraphs = (words: Parameters<typeof sentence>[0]): Field<string> => {
  const field = sentence(words)
  return {
    ...field,
    read(typed) {
      const asLine = field.read(typed)
      return 'error' in asLine ? asLine : { value: typed.trim() }
    },
  }
}

const body = paragraphs({ label: 'Your letter', hint: 'As plain text, in paragraphs.', maxLength: 10_000 })

export const letterForm = { fields: { subject: text({ label: 'What it is about', maxLength: 120 }), body } }

export const answerForm = { fields: { body: paragraphs({ label: 'Your answer', maxLength: 10_000 }) } }
