// The order of kinds of piece: texts from the smallest up, then what is not told in words; kinds that we do not know come after these.
import { nameKey } from '#src/kit/fold.ts'

const kinds = [
  'drabble',
  'ficlet',
  'vignette',
  'one-shot',
  'story',
  'novella',
  'novel',
  'poem',
  'art',
  'icons',
  'fanmix',
  'vid',
  'podfic',
  'meta',
]

const ranks = new Map(kinds.map((kind, rank) => [nameKey(kind), rank] as const))

/** First in the order of the community's own list; what nobody said stands at the very end. */
export function kindRank(kind: string, own: readonly string[]): number {
  const listed = own.findIndex((each) => nameKey(each) === nameKey(kind))
  if (listed >= 0) return listed
  return own.length + (kind === '' ? ranks.size + 1 : (ranks.get(nameKey(kind)) ?? ranks.size))
}
