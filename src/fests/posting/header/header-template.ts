// What a community asks for in the header of a piece: its fields in their order, its own lists, and what a new piece begins with.
import { nameKey } from '#src/kit/fold.ts'
import type { HeaderShown, HeaderWritten } from '#src/schema/fests/posting.ts'
import type { Help } from '#src/text/header/read-post.ts'
import type { OwnLabel } from '#src/text/header/words/label-reading.ts'

/** In the order of the house; by the names of the composer's form. */
export const headerFields = [
  'title',
  'kind',
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
  'endnotes',
  'beta',
  'prompt',
  'disclaimer',
  'others',
  'link',
  'places',
] as const

export type HeaderField = (typeof headerFields)[number]

/** However a field is shown, none keeps anybody from posting. */
export type AskedField = {
  readonly name: HeaderField
  readonly shown: HeaderShown
  /** What the community calls it in posts; the first of them stands in a header that is copied out. */
  readonly called?: readonly string[] | undefined
}

export type Rating = HeaderWritten['ratings'][number]

/** What a new piece begins with; empty words stand for nothing. */
export type Defaults = HeaderWritten['defaults'] & { readonly fandom: number | undefined }

/** Every field of the header, once. Without any kinds, writers use their own words. */
export type TemplateSaid = Pick<HeaderWritten, 'kinds' | 'ratings'> & {
  readonly fields: readonly AskedField[]
  readonly defaults: Defaults
}

export type HeaderTemplate = TemplateSaid & {
  /** Ratings for adults that once stood on the list: pieces that have one of them stay for adults. */
  readonly adultBefore: readonly string[]
}

const wanted: readonly HeaderField[] = ['title', 'rating', 'fandom']
const folded: readonly HeaderField[] = ['endnotes', 'disclaimer', 'others', 'link', 'places']

const shownByHouse = (name: HeaderField): HeaderShown =>
  wanted.includes(name) ? 'wanted' : folded.includes(name) ? 'folded' : 'asked'

export const houseTemplate: HeaderTemplate = {
  fields: headerFields.map((name) => ({ name, shown: shownByHouse(name) })),
  kinds: 'drabble ficlet one-shot story novella novel poem art icons fanmix vid meta podfic'.split(' '),
  ratings: ['G', 'PG', 'PG-13', 'R', 'NC-17', 'not rated'].map((name) => ({
    name,
    isAdult: name === 'R' || name === 'NC-17',
  })),
  defaults: { kind: '', rating: '', warnings: '', fandom: undefined, disclaimer: '', audience: 'everyone' },
  adultBefore: [],
}

/** Where nothing of its own is said, the house's word stands. */
export const askedAs = (name: HeaderField, shown: HeaderShown, called: readonly string[]): AskedField =>
  called.length === 0 ? { name, shown } : { name, shown, called }

/** Fields that came to the house after the template was kept stand where the house has them: at the end, as it shows them. */
export function withEveryField(kept: HeaderWritten['fields']): AskedField[] {
  const known = kept.flatMap(({ name, shown, called = [] }) => {
    const field = headerFields.find((each) => each === name)
    return field === undefined ? [] : [askedAs(field, shown, called)]
  })
  const missing = headerFields.filter((name) => !known.some((field) => field.name === name))
  return [...known, ...missing.map((name) => ({ name, shown: shownByHouse(name) }))]
}

/** Fields that stand in a post behind a word of their own, and so may be called something else. */
export const calledFields = [
  'title',
  'rating',
  'warnings',
  'fandom',
  'timing',
  'summary',
  'characters',
  'pairings',
  'tags',
  'notes',
  'beta',
  'prompt',
  'disclaimer',
] as const satisfies readonly HeaderField[]

/** The community's own words, as the header reader takes them. */
const ownLabels = ({ fields }: TemplateSaid): OwnLabel[] =>
  fields.flatMap(({ name, called = [] }) => {
    const field = calledFields.find((each) => each === name)
    return field === undefined ? [] : called.map((word) => ({ word, field }))
  })

/** What a community’s template says to the reader of posts. */
export const helpOf = (template: TemplateSaid): Help => ({
  own: ownLabels(template),
  lists: { kinds: template.kinds, ratings: ratingNames(template) },
})

export const ratingNames = ({ ratings }: TemplateSaid): string[] => ratings.map(({ name }) => name)

/** As the list spells it: case and hyphens do not make another rating or kind. */
export function listedAs(list: readonly string[], said: string): string | undefined {
  const key = nameKey(said)
  return key === '' ? undefined : list.find((name) => nameKey(name) === key)
}

/** The community's own marks go first; what is on its list no longer goes by what it, or else the house, marked before. */
export function isForAdults(template: HeaderTemplate, rating: string): boolean {
  const key = nameKey(rating)
  if (key === '') return false
  const listed = template.ratings.find(({ name }) => nameKey(name) === key)
  if (listed) return listed.isAdult
  return [...template.adultBefore, ...adultIn(houseTemplate.ratings)].some((name) => nameKey(name) === key)
}

const adultIn = (ratings: readonly Rating[]): string[] =>
  ratings.flatMap(({ name, isAdult }) => (isAdult ? [name] : []))

/** What has to be remembered when a list of ratings takes the place of another. */
export function adultOnceReplaced(before: HeaderTemplate, next: readonly Rating[]): string[] {
  const names = next.map(({ name }) => name)
  const all = [...before.adultBefore, ...adultIn(before.ratings)]
  return [...new Set(all)].filter((name) => listedAs(names, name) === undefined)
}

/** "PG13, for language" and "PG-13 for language" are PG-13; "mild, I think?" is for its writer to say. */
export function ratingIn(said: string | undefined, ratings: readonly string[]): string | undefined {
  const plain = squeezed((said ?? '').trim().replace(reasons, '; $1'))
  const byLength = ratings.toSorted((one, other) => other.length - one.length)
  return byLength.find((rating) => {
    const known = squeezed(rating)
    return plain === known || (plain.startsWith(known) && /^[^\p{L}\p{N}]/u.test(plain.slice(known.length)))
  })
}

/** What follows is why, and no part of the rating's name. */
const reasons = /\s+((?:for|because|due to|with|wegen|für|pour|per|por)\s)/iu

const squeezed = (words: string): string => words.toLowerCase().replace(/[\s-]+/gu, '')
