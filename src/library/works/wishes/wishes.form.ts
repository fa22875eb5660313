// What others may make of a work: one choice for each.
import { choice } from '#src/kit/form-fields.ts'
import type { Wish, Wishes } from './wish-words.ts'

const wish = (label: string) =>
  choice({
    label,
    initial: 'unsaid',
    choices: [
      { value: 'unsaid', label: 'I do not say' },
      { value: 'welcome', label: 'Welcome; tell me afterwards' },
      { value: 'ask-first', label: 'Please ask me first' },
    ],
  })

export const wishesForm = {
  fields: { podfic: wish('A podfic of it'), translation: wish('A translation of it'), remix: wish('A remix of it') },
}

type Typed = Readonly<Record<keyof typeof wishesForm.fields, Wish | 'unsaid'>>

export const wishesIn = (typed: Typed): Wishes =>
  Object.fromEntries(Object.entries(typed).filter(([, said]) => said !== 'unsaid'))
