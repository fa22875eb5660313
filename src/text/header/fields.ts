// The fields that a header may hold, what kind of value each has, and the shapes that the steps of the reader hand on to one another.
export const fieldNames = [
  'title',
  'author',
  'artist',
  'fandom',
  'characters',
  'pairings',
  'rating',
  'warnings',
  'timing',
  'spoilers',
  'words',
  'summary',
  'notes',
  'beta',
  'disclaimer',
  'prompt',
  'challenge',
  'inspiration',
  'genre',
  'medium',
  'chapter',
  'chapters',
  'series',
  'category',
  'status',
  'recipient',
  'dedication',
  'thanks',
  'feedback',
  'archive',
  'email',
  'url',
  'date',
  'music',
  'language',
  'tags',
  'endnotes',
  /** A line of the header with a label that nobody knows: kept as it stands. */
  'other',
] as const
export type FieldName = (typeof fieldNames)[number]

export const listFields = ['characters', 'pairings', 'warnings', 'tags'] as const
export type ListField = (typeof listFields)[number]
export type Fields = Partial<Record<Exclude<FieldName, ListField>, string> & Record<ListField, readonly string[]>>

/** A stretch of the input, in UTF-16 units. */
export type Place = { readonly from: number; readonly to: number }

/** What a stretch of the input is to the post. `frame` is what a platform or archive puts around a post; `label` is a label with its colon. */
export type Part = 'preface' | 'frame' | 'label' | 'value' | 'epigraph' | 'body'
export type Span = Place & { readonly part: Part; readonly field?: FieldName }

export type Found = Place & {
  readonly field: FieldName
  readonly confidence: number
  readonly value: string
  /** Nothing in the value is a mark of emphasis. */
  readonly isLiteral?: boolean
}

const talk: readonly FieldName[] = [
  'summary',
  'notes',
  'disclaimer',
  'warnings',
  'beta',
  'thanks',
  'dedication',
  'prompt',
  'feedback',
  'archive',
  'spoilers',
  'endnotes',
  'inspiration',
  'tags',
  'characters',
  'challenge',
]

/** Fields whose value is prose: the next line belongs to it, unless that line says something of its own. */
export const isTalk = (field: FieldName): boolean => talk.includes(field)

export const isList = (field: FieldName): field is ListField => listFields.some((name) => name === field)
