// The place of what is set before a part, after it, or between two: outside all that begins or ends with it, under a heading of its own.
import type { Placed } from '#src/library/canon/timeline.ts'
import type { Relation } from '#src/text/timing/timing.ts'
import type { Leaf, Stretch } from './stretches.ts'

/** Among what has the same position: before it, then stretches that begin there (0), the part itself (1), after it, and what comes before another. */
const sides = { before: -1, after: 2, between: 3 } as const

export function beside(first: Leaf, last: Leaf, relation: Exclude<Relation, 'during'>): Stretch {
  const [leaf, edge] =
    relation === 'before' ? ([first, 'from'] as const) : ([relation === 'after' ? last : first, 'to'] as const)
  const position = leaf.trail.at(-1)?.position ?? 0
  // What comes after the last episode of a season comes after the season.
  const depth = leaf.trail.findIndex((part) => part[edge] === position)
  const above = leaf.trail.slice(0, depth)
  const words = wordsOf(first, last, relation)
  return {
    headings: [
      ...above.map(({ id, title }) => ({ key: String(id), title })),
      {
        key: `${relation} ${position} ${last.trail.at(-1)?.position}`,
        title: words.charAt(0).toUpperCase() + words.slice(1),
      },
    ],
    steps: [
      ...leaf.runs.slice(0, depth).map((run) => [run, 1]),
      [position, sides[relation], last.trail.at(-1)?.position ?? 0],
    ],
    words,
  }
}

const titleOf = ({ trail }: Leaf): string => trail.at(-1)?.title ?? ''

/** "after Chosen"; of two parts in different seasons each is said with its own. */
function wordsOf(first: Leaf, last: Leaf, relation: Exclude<Relation, 'during'>): string {
  if (relation === 'between') return `between ${titleOf(first)} and ${titleOf(last)}`
  return `${relation} ${withWhole(relation === 'before' ? first : last)}`
}

/** "after Season 5, The Gift": the part that it is in is known to more people than the title. */
function withWhole({ trail }: Leaf): string {
  const [inner, leaf]: readonly (Placed | undefined)[] = trail.slice(-2)
  return leaf === undefined ? (inner?.title ?? '') : `${inner?.title}, ${leaf.title}`
}
