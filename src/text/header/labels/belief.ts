// Whether a stretch with labels is a header at all: people in stories write notes, dates and lists too, and nothing may be invented.
import type { FieldName } from '#src/text/header/fields.ts'
import { speaksOfFic } from '#src/text/header/finds/chatter.ts'
import type { MarkedLine, Post } from '#src/text/header/lines/post.ts'
import type { Zone } from './zone.ts'

/** Words of fandom, which no story has at the beginning of a line. */
const telling: readonly FieldName[] = [
  'title',
  'author',
  'artist',
  'fandom',
  'pairings',
  'rating',
  'beta',
  'disclaimer',
  'spoilers',
  'genre',
  'feedback',
  'archive',
]

/** Believed where they stand at the top, but not after a paragraph of story. */
const likely: readonly FieldName[] = [
  'summary',
  'notes',
  'words',
  'warnings',
  'characters',
  'prompt',
  'tags',
  'challenge',
  'series',
]

export function isBelieved(post: Post, zone: Zone): boolean {
  const fields = new Set(post.lines.slice(zone.first, zone.last + 1).flatMap(labelledIn))
  const isMarked = post.lines.slice(zone.last, zone.last + 12).some(({ kind }) => kind === 'story' || kind === 'cut')
  const story = post.lines.slice(0, zone.first).filter((line) => isStoryLike(line)).length
  if (telling.some((field) => fields.has(field))) return isMarked || story < 2 || fields.size >= 2
  return likely.some((field) => fields.has(field)) && (isMarked || story === 0)
}

const labelledIn = (line: MarkedLine): readonly FieldName[] =>
  line.labels.filter(({ strength }) => strength === 'strong' || strength === 'chief').flatMap(({ fields }) => fields)

/** A sentence or more that does not speak of fic. */
const isStoryLike = (line: MarkedLine): boolean =>
  line.kind === 'text' &&
  line.text.trim().split(/\s+/u).length >= 6 &&
  /[.!?…,:"”]\s*$/u.test(line.text) &&
  !speaksOfFic(line.text)
