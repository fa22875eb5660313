// What a reader may choose about how pages look to them.
import type { Choice, Field } from '#src/kit/form.ts'
import { choice } from '#src/kit/form-fields.ts'
import type { ReadingPart } from '#src/kit/reading.ts'

const usual = 'usual'

const among = (label: string, choices: readonly Choice[], hint?: string): Field<string> =>
  choice({ label, choices, initial: usual, ...(hint === undefined ? {} : { hint }) })

const one = (value: string, label: string): Choice => ({ value, label })

/** By the names of `readingParts`; the usual comes where it stands among the others. */
export const readingForm: { readonly fields: Readonly<Record<ReadingPart, Field<string>>> } = {
  fields: {
    paper: among('Paper', [
      one(usual, 'As the system'),
      one('light', 'Light'),
      one('sepia', 'Sepia'),
      one('dark', 'Dark'),
    ]),
    face: among(
      'Face of stories',
      [
        one(usual, 'Literata'),
        one('atkinson', 'Atkinson Hyperlegible'),
        one('opendyslexic', 'OpenDyslexic'),
        one('serif', 'The system’s serif'),
        one('sans', 'The system’s sans'),
      ],
      'OpenDyslexic is fetched when it is chosen, and not before.',
    ),
    size: among('Size', [
      one('smaller', 'Small'),
      one(usual, 'Usual'),
      one('larger', 'Large'),
      one('large', 'Very large'),
      one('largest', 'Largest'),
    ]),
    width: among('Width of lines', [one('narrow', 'Narrow'), one(usual, 'Usual'), one('wide', 'Wide')]),
    leading: among('Room between lines', [one('close', 'Less'), one(usual, 'Usual'), one('open', 'More')]),
    paragraphs: among('Paragraphs', [one(usual, 'Stand apart'), one('book', 'As in a book: the first line set in')]),
    edges: among('Right edge', [one(usual, 'Ragged'), one('justified', 'Straight, with words divided')]),
  },
}
