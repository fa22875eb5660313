// Where recordings stand: a few at a time, each with what it is, its name and how long it lasts.
import type { Entries, Field } from '#src/kit/form.ts'
import { choice, optionalText } from '#src/kit/form-fields.ts'
import type { Recording } from './recordings.ts'

export const MOST_RECORDINGS = 20

/** As long as any address is. */
const MOST_ADDRESS = 2_000

const address: Field<string> = {
  kind: 'text',
  label: 'Its address',
  hint: 'It begins with https://. Leave it empty, and the recording is not mentioned any more.',
  isOptional: true,
  maxLength: MOST_ADDRESS,
  read: (typed) =>
    typed === '' || (/^https:\/\//i.test(typed) && URL.canParse(typed))
      ? { value: typed === '' ? '' : new URL(typed).href }
      : { error: 'This is not an address that begins with https://.' },
}

const fieldsFor = {
  kind: choice({
    label: 'What it is',
    initial: 'audio',
    choices: [
      { value: 'audio', label: 'Audio: a podfic, a song' },
      { value: 'video', label: 'Video: a vid' },
    ],
  }),
  url: address,
  label: optionalText({ label: 'What it is called', maxLength: 200 }),
  lasts: optionalText({ label: 'How long it is', hint: 'As in “12:40” or “1 h 5 min”.', maxLength: 40 }),
}

export const recordingForm = { fields: fieldsFor }

export const entriesOfRecording = ({ kind, url, label, lasts }: Recording): Entries =>
  new Map(Object.entries({ kind, url, label, lasts }))

/** The one at this place changed, taken out where it has no address, or added behind the others. */
export function withRecording(all: readonly Recording[], at: number, typed: Recording): Recording[] {
  const isNew = at >= all.length
  const changed = isNew ? [...all, typed] : all.map((recording, index) => (index === at ? typed : recording))
  return changed.filter(({ url }) => url !== '')
}
