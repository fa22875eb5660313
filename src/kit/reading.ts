// How somebody reads: paper, face, size and room. Said in few words, so that a cookie holds them and equal wishes are equal texts.

/** Every part with what can be chosen besides the usual. */
export const readingParts = {
  paper: ['light', 'sepia', 'dark'],
  face: ['atkinson', 'serif', 'sans', 'opendyslexic'],
  size: ['smaller', 'larger', 'large', 'largest'],
  width: ['narrow', 'wide'],
  leading: ['close', 'open'],
  paragraphs: ['book'],
  edges: ['justified'],
} as const

export type ReadingPart = keyof typeof readingParts

/** A part that is not there is as usual. */
export type Reading = { readonly [Part in ReadingPart]?: string }

export const usualReading: Reading = {}

/** What counts as a choice too: that everything should be as usual. */
const USUAL = 'usual'

const partNames = [
  'paper',
  'face',
  'size',
  'width',
  'leading',
  'paragraphs',
  'edges',
] as const satisfies readonly ReadingPart[]

/** Whatever a cookie or an older version says: what is not known is left out. */
export function readingOf(text: string | undefined): Reading {
  const said = new Map((text ?? '').split('.').map((word) => [before(word), word.slice(before(word).length + 1)]))
  return chosenOf((part) => said.get(part))
}

const before = (word: string): string => word.split('-', 1)[0] ?? ''

export function chosenOf(choiceOf: (part: ReadingPart) => string | undefined): Reading {
  return Object.fromEntries(
    partNames.flatMap((part) => {
      const choice = choiceOf(part)
      return choice !== undefined && isChoice(part, choice) ? [[part, choice]] : []
    }),
  )
}

const isChoice = (part: ReadingPart, choice: string): boolean =>
  readingParts[part].some((candidate) => candidate === choice)

/** As in `paper-dark.size-large`; the same wishes are always the same text. */
export function readingText(reading: Reading): string {
  const words = partNames.flatMap((part) => (reading[part] === undefined ? [] : [`${part}-${reading[part]}`]))
  return words.length === 0 ? USUAL : words.join('.')
}
