// What the fields of a header are called within a sentence: what is still open, what is folded away.
import { sayList } from '#src/kit/date-words.ts'
import type { HeaderField } from './header-template.ts'

export const fieldWords: Readonly<Record<HeaderField, string>> = {
  title: 'title',
  kind: 'kind of piece',
  rating: 'rating',
  warnings: 'warnings',
  fandom: 'fandom',
  timing: 'timing in canon',
  summary: 'summary',
  characters: 'characters',
  pairings: 'pairings',
  tags: 'free tags',
  preface: 'preface',
  epigraph: 'epigraph',
  notes: 'author’s notes',
  endnotes: 'end notes',
  beta: 'beta and thanks',
  prompt: 'prompt',
  disclaimer: 'disclaimer',
  others: 'other lines',
  link: 'an address elsewhere',
  places: 'other places',
}

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

export const openWords = (names: readonly HeaderField[]): string => names.map((name) => fieldWords[name]).join(', ')

const MOST_NAMED = 4

/** The title of what is folded away: a line, however many there are. */
export function foldedWords(names: readonly HeaderField[]): string {
  const words = names.map((name) => fieldWords[name])
  const more = words.length - (MOST_NAMED - 1)
  return capital(sayList(words.length <= MOST_NAMED ? words : [...words.slice(0, MOST_NAMED - 1), `${more} more`]))
}
