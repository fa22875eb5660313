// The order of ratings from the mildest up, in the words of several houses; what nobody can place comes after all of them.
import { nameKey } from '#src/kit/fold.ts'

const steps: readonly (readonly string[])[] = [
  ['G', 'General', 'General audiences', 'Gen', 'K', 'All ages', 'Everyone', 'FRC', 'FRK'],
  ['PG', 'K+', 'FR7'],
  ['PG-13', 'PG-12', 'Teen', 'Teens', 'Teen and up', 'Teen and up audiences', 'T', 'FRT', 'FR13', '12+', '13+'],
  ['PG-15', 'PG-16', 'FR15', '15', '15+', '16+', 'M', 'Mature', 'FRM'],
  ['R', 'MA', 'FR18', '18', '18+', 'Adult', 'Adults only', 'FRAO'],
  ['NC-17', 'NC-21', 'E', 'Explicit', 'X', 'FR21', '21+'],
]

const ranks = new Map(steps.flatMap((names, rank) => names.map((name) => [nameKey(name), rank] as const)))

const UNKNOWN = steps.length

/** First in the order of the community's own list. "not rated" and nothing at all are no rating: they stand at the very end. */
export function ratingRank(rating: string, own: readonly string[]): number {
  if (rating === '') return own.length + UNKNOWN + 2
  if (/^(?:not rated|unrated)$/i.test(rating.trim())) return own.length + UNKNOWN + 1
  const listed = own.findIndex((each) => nameKey(each) === nameKey(rating))
  return listed >= 0 ? listed : own.length + (ranks.get(nameKey(rating)) ?? UNKNOWN)
}
