// What is said of other people and other works: a name, what they did, where a work came from.
import type { Field } from '#src/kit/form.ts'
import { choice, optionalText, text } from '#src/kit/form-fields.ts'
import type { TieSaid } from './asks.ts'

export const coAuthorForm = {
  fields: {
    coAuthor: text({
      label: 'Their name here',
      hint: 'They are told the title and your name. Once they agree, the work bears both names and is theirs to change too.',
      maxLength: 60,
    }),
  },
}

export const creditForm = {
  fields: {
    credited: text({
      label: 'Whom',
      hint: 'A member is asked before it shows; anybody else is named as you write it.',
      maxLength: 60,
    }),
    role: optionalText({ label: 'For what', hint: 'Beta, sounding board, cheering …', maxLength: 60 }),
  },
}

export const giftForm = {
  fields: {
    recipient: text({ label: 'For whom', hint: 'A member is asked first, and may quietly say no.', maxLength: 60 }),
  },
}

const isAddress = (typed: string): boolean =>
  typed.length <= 2_000 && URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol)

const where: Field<string> = {
  kind: 'text',
  label: 'Its address',
  hint: 'Of a work here its creators are asked; an address elsewhere is shown as it is.',
  read: (typed) =>
    isAddress(typed) || /^\/works\/\d+/.test(typed)
      ? { value: typed }
      : { error: 'This is not an address that begins with https:// or http://.' },
}

export const tieForm = {
  fields: {
    kind: choice({
      label: 'What yours is',
      initial: 'inspired-by',
      choices: [
        { value: 'inspired-by', label: 'inspired by it' },
        { value: 'remix', label: 'a remix of it' },
        { value: 'translation', label: 'a translation of it' },
        { value: 'podfic', label: 'a podfic of it' },
      ],
    }),
    where,
    words: optionalText({ label: 'Title and author, where it is elsewhere', maxLength: 300 }),
  },
}

/** Where an address is of this site, the work that it leads to. */
export function tieTo(origin: string, typed: string, words: string): TieSaid['to'] {
  const path = typed.startsWith(`${origin}/`) ? typed.slice(origin.length) : typed
  const work = /^\/works\/(\d{1,15})(?:[/?#]|$)/.exec(path)?.[1]
  return work === undefined ? { url: typed, words } : { work: Number(work) }
}
