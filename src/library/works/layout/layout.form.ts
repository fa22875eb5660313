// Whether the lines of a text are its own, as in poems and scripts.
import type { Field } from '#src/kit/form.ts'

const layoutChoices = [
  { value: 'guess', label: 'by the kind of piece' },
  { value: 'verse', label: 'lines as they are' },
  { value: 'prose', label: 'paragraphs' },
] as const

export type Layout = 'guess' | 'verse' | 'prose'

/** Poems and scripts keep their lines without being asked. */
export const layout: Field<Layout> = {
  kind: 'choice',
  label: 'Laid out',
  initial: 'guess',
  choices: layoutChoices,
  read: (typed) => ({ value: layoutChoices.find(({ value }) => value === typed)?.value ?? 'guess' }),
}
