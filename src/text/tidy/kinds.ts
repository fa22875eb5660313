// What is tidied of a text, kind by kind: each is told to its writer, who may have it left as it came.

export const tidyKinds = [
  'letters',
  'unseen',
  'journal',
  'office',
  'lines',
  'paragraphs',
  'pauses',
  'scene-breaks',
  'empty',
  'footnotes',
] as const

/** No tidying, and kept in the same place: whether the lines of a text are its own, as in poems, whatever its kind says. */
export const layouts = ['verse', 'prose'] as const

export type TidyKind = (typeof tidyKinds)[number] | (typeof layouts)[number]

export type Tidied = { readonly kind: TidyKind; readonly count: number }

/**
 * What was not tidied before anybody was told of it: texts from then stay as they were, until their writer says otherwise. Broken
 * letters and scene breaks were seen to from the beginning.
 */
export const beforeTidying: readonly TidyKind[] = [
  'unseen',
  'journal',
  'office',
  'lines',
  'paragraphs',
  'pauses',
  'empty',
  'footnotes',
]

/** As it is kept with a text: names with commas between them. Names that we do not know (any more) say nothing. */
export const kindsIn = (kept: string): readonly TidyKind[] => {
  const names = new Set(kept.split(','))
  return [...tidyKinds, ...layouts].filter((kind) => names.has(kind))
}

const said: Readonly<Record<TidyKind, readonly [one: string, many: string]>> = {
  letters: ['1 broken letter put right', 'broken letters put right'],
  unseen: ['1 character that nobody sees taken out', 'characters that nobody sees taken out'],
  journal: ['1 tag of a journal resolved', 'tags of a journal resolved'],
  office: ['1 mark of a word processor resolved', 'marks of a word processor resolved'],
  lines: ['1 line end kept as a line break', 'line ends kept as line breaks'],
  paragraphs: ['1 paragraph made of double line breaks', 'paragraphs made of double line breaks'],
  pauses: ['1 blank paragraph taken for a scene break', 'blank paragraphs taken for scene breaks'],
  'scene-breaks': ['1 scene break made like all others', 'scene breaks made alike'],
  empty: ['1 empty paragraph closed', 'empty paragraphs closed'],
  footnotes: ['1 note leads back to its place', 'notes lead back to their places'],
  verse: ['1 stanza keeps its lines', 'stanzas keep their lines'],
  prose: ['1 paragraph', 'paragraphs'],
}

/** "14 empty paragraphs closed" */
export const sayTidied = ({ kind, count }: Tidied): string =>
  count === 1 ? said[kind][0] : `${count.toLocaleString('en')} ${said[kind][1]}`

const names: Readonly<Record<TidyKind, string>> = {
  letters: 'broken letters',
  unseen: 'characters that nobody sees',
  journal: 'tags of a journal',
  office: 'marks of a word processor',
  lines: 'line ends',
  paragraphs: 'double line breaks',
  pauses: 'blank paragraphs that may be scene breaks',
  'scene-breaks': 'scene breaks',
  empty: 'empty paragraphs',
  footnotes: 'ways back from notes',
  verse: 'lines',
  prose: 'paragraphs',
}

export const nameOfKind = (kind: TidyKind): string => names[kind]
