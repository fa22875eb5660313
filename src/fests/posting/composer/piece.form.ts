// What is said of a piece when it is posted or changed: the text, the lines of its header, and as what it comes.
import type { Field } from '#src/kit/form.ts'
import { choice, optionalText } from '#src/kit/form-fields.ts'
import { layout } from '#src/library/works/layout/layout.form.ts'
import { underName } from '#src/people/accounts/names/names.form.ts'

const roles = [
  { value: 'main', label: 'My piece for the day' },
  { value: 'part', label: 'One part, more follows' },
  { value: 'stand-in', label: 'Something small, the main piece comes later' },
  { value: 'extra', label: 'An extra' },
] as const

const forms = [
  { value: 'guess', label: 'as it looks' },
  { value: 'plain', label: 'plain text' },
  { value: 'markdown', label: 'Markdown' },
  { value: 'html', label: 'HTML' },
] as const

export const audiences = [
  { value: 'everyone', label: 'Everyone' },
  { value: 'members', label: 'Members of the community' },
] as const

const line = (label: string, maxLength: number, hint?: string): Field<string> =>
  optionalText({ label, maxLength, ...(hint === undefined ? {} : { hint }) })

const area = (label: string, maxLength: number, hint?: string): Field<string> =>
  optionalText({ label, maxLength, isLong: true, ...(hint === undefined ? {} : { hint }) })

/** As long as texts may be: whoever reads it says when it is too long, so that a browser never cuts a paste short. */
const story: Field<string> = { kind: 'area', label: 'The story', isOptional: true, read: (typed) => ({ value: typed }) }

const isAddress = (typed: string): boolean =>
  typed.length <= 2_000 && URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol)

const link: Field<string | undefined> = {
  kind: 'text',
  label: 'The piece stands elsewhere, at',
  hint: 'An address instead of a text: the piece is listed here and read there.',
  isOptional: true,
  read(typed) {
    if (typed === '') return { value: undefined }
    return isAddress(typed)
      ? { value: typed }
      : { error: 'This is not an address that begins with https:// or http://.' }
  },
}

const places: Field<readonly string[]> = {
  kind: 'area',
  label: 'Also posted at',
  hint: 'One address a line.',
  isOptional: true,
  maxLength: 10_000,
  read(typed) {
    const lines = typed.split('\n').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]))
    const wrong = lines.find((each) => !isAddress(each))
    return wrong === undefined
      ? { value: [...new Set(lines)] }
      : { error: `“${wrong.slice(0, 80)}” is not an address that begins with https:// or http://.` }
  },
}

const fandom: Field<number | undefined> = {
  kind: 'choice',
  label: 'Fandom',
  isOptional: true,
  read: (typed) => ({ value: /^\d{1,15}$/.test(typed) ? Number(typed) : undefined }),
}

export const pieceForm = {
  fields: {
    text: story,
    textForm: choice({ label: 'Written as', initial: 'guess', choices: forms }),
    layout,
    title: line('Title', 300),
    kind: line('Kind of piece', 60),
    rating: line('Rating', 60),
    warnings: line('Warnings', 2_000, 'With commas between them, here and in the lists below.'),
    fandom,
    timing: line('Timing in canon', 1_000),
    placeChoice: line('Where it is set', 200),
    characters: line('Characters', 2_000),
    pairings: line('Pairings', 2_000),
    tags: line('Free tags', 2_000),
    summary: area('Summary', 20_000),
    preface: area('Preface', 50_000, 'What you say to readers before everything else.'),
    epigraph: area('Epigraph', 5_000),
    epigraphBy: line('Whose words, and where', 500),
    notes: area('Author’s notes', 50_000),
    endnotes: area('End notes', 50_000, 'What you say to readers after the story.'),
    beta: area('Beta and thanks', 5_000),
    prompt: area('Prompt', 5_000),
    disclaimer: area('Disclaimer', 5_000),
    others: area('Other lines of the header', 20_000, 'One a line, as in “Spoilers: all of season 6”.'),
    link,
    places,
    audience: choice({ label: 'Who may read it', initial: 'everyone', choices: audiences }),
  },
}

const role = choice({ label: 'What is it for your day?', initial: 'main', choices: roles })

export const changingForm = { fields: { role, ...pieceForm.fields } }

export const postingForm = {
  fields: {
    role,
    reservedName: optionalText({
      label: 'For somebody without an account',
      hint: 'Their name, kept for them. Leave it empty and the piece is yours.',
      maxLength: 60,
    }),
    under: { ...underName, label: 'Your name on it' },
    ...pieceForm.fields,
  },
}
