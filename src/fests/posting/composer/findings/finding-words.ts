// What a piece of a post may be, in words, in the order in which it is offered.
import type { RuledKind } from '#src/text/header/ruled-kinds.ts'

/** The kinds that most often are right; a finding of another kind offers that as well. */
export const offeredKinds: readonly RuledKind[] = [
  'title',
  'author',
  'rating',
  'warnings',
  'fandom',
  'timing',
  'summary',
  'characters',
  'pairings',
  'tags',
  'preface',
  'epigraph',
  'notes',
  'beta',
  'prompt',
  'disclaimer',
  'spoilers',
  'words',
  'genre',
  'other',
  'story',
  'nothing',
]

const words: Readonly<Partial<Record<RuledKind, string>>> = {
  title: 'the title',
  author: 'its writer’s name',
  rating: 'the rating',
  warnings: 'warnings',
  fandom: 'the fandom',
  timing: 'the timing in canon',
  summary: 'the summary',
  tags: 'free tags',
  preface: 'said before it: preface',
  epigraph: 'an epigraph',
  notes: 'author’s notes',
  beta: 'beta and thanks',
  prompt: 'the prompt',
  disclaimer: 'a disclaimer',
  words: 'a count of words',
  genre: 'the genre',
  other: 'another line of the header',
  story: 'part of the story',
  nothing: 'not needed',
}

export const kindWords = (kind: RuledKind): string => words[kind] ?? kind
