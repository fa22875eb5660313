// Whether a stretch with labels is a header at all: people in stories write notes, dates and lists too, and nothing may be invented.
import type { FieldName } from '#src/text/header/fields.ts'
import { isTalkToReaders, speaksOfFic } from '#src/text/header/finds/chatter.ts'
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
  const isOwn = post.lines.slice(zone.first, zone.last + 1).some(({ labels }) => labels.some((label) => label.isOwn))
  if (isOwn || telling.some((field) => fields.has(field))) return isMarked || story < 2 || fields.size >= 2
  return isLikely(post, zone) && (isMarked || story === 0)
}

/**
 * Recipes, posters and logs have notes, times and warnings too. Without a word of fandom the labels must begin their lines,
 * outnumber those that nobody knows, and stand over the story from its first line.
 */
function isLikely(post: Post, zone: Zone): boolean {
  const within = post.lines
    .slice(blockStart(post, zone.first), zone.last + 1)
    .flatMap(({ labels }) => labels.filter(({ atStart }) => atStart))
  const known = within.filter(({ strength }) => strength === 'strong' || strength === 'chief')
  const others = within.filter(({ strength }) => strength === 'unknown')
  const hasBegun = post.lines.slice(0, zone.first).some(isSentence)
  return (
    !hasBegun &&
    known.length > others.length &&
    known.some(({ fields }) => likely.some((field) => fields.includes(field)))
  )
}

/** Lines with labels of any kind, directly above the first that is known. */
function blockStart({ lines }: Post, first: number): number {
  let start = first
  while (lines[start - 1]?.labels.some(({ atStart }) => atStart) === true) start--
  return start
}

const isSentence = ({ kind, text }: MarkedLine): boolean =>
  kind === 'text' &&
  text.trim().split(/\s+/u).length >= 3 &&
  /\.["”]?\s*$/u.test(text) &&
  !speaksOfFic(text) &&
  !isTalkToReaders(text)

/** After a name and a colon somebody speaks: what looks like a label there is not one. */
const labelledIn = ({ labels }: MarkedLine): readonly FieldName[] =>
  labels[0]?.strength === 'unknown' && labels.length < 4
    ? []
    : labels.filter(({ strength }) => strength === 'strong' || strength === 'chief').flatMap(({ fields }) => fields)

/** A sentence or more that does not speak of fic. */
const isStoryLike = (line: MarkedLine): boolean =>
  line.kind === 'text' &&
  line.text.trim().split(/\s+/u).length >= 6 &&
  /[.!?…,:"”]\s*$/u.test(line.text) &&
  !speaksOfFic(line.text)
