// How a place on a timeline is said: "Season 7, Lessons", "after Season 7, Chosen", "between The Gift and Bargaining", "off canon from Season 5 on".
import type { Placed } from '#src/library/canon/timeline.ts'
import type { Relation } from '#src/text/timing/timing.ts'

type At = { readonly from: number; readonly to: number; readonly relation?: Relation | undefined }

export function saySetting(tree: readonly Placed[], { from, to, relation = 'during' }: At): string {
  if (relation === 'between') {
    const [first, last] = [trailTo(tree, from, from), trailTo(tree, to, to)]
    return first !== undefined && last !== undefined ? `between ${first} and ${last}` : ''
  }
  const place = sayReach(tree, from, to)
  return place === '' || relation === 'during' ? place : `${relation} ${place}`
}

/** The one part that reaches just so far, with what it is in; else the first and the last. */
function sayReach(tree: readonly Placed[], from: number, to: number): string {
  const whole = trailTo(tree, from, to)
  if (whole) return whole
  const [first, last] = [trailTo(tree, from, from), trailTo(tree, to, to)]
  return first !== undefined && last !== undefined ? `${first} to ${last}` : ''
}

function trailTo(parts: readonly Placed[], from: number, to: number): string | undefined {
  for (const part of parts) {
    if (part.from === from && part.to === to) return part.title
    const inside = trailTo(part.parts, from, to)
    // A whole series is said alone where the season is enough: "Season 7, Lessons".
    if (inside !== undefined)
      return part.parts.some(({ parts: below }) => below.length > 0) ? inside : `${part.title}, ${inside}`
  }
  return undefined
}

/** For a work that leaves canon; undefined for one that does not. */
export function sayOff(tree: readonly Placed[], off: number | undefined): string | undefined {
  if (off === undefined) return undefined
  const place = off === 0 ? '' : sayReach(tree, off, off)
  return place === '' ? 'AU' : `AU from ${place} on`
}

/** What somebody learns by it: "what is known by the end of Season 6". */
export const sayGiven = (tree: readonly Placed[], to: number): string =>
  to === 0 ? 'nothing' : `what is known by ${saySeen(tree, to)}`

/** "Season 6, Grave"; where a season ends there, "the end of Season 6". */
export function saySeen(tree: readonly Placed[], to: number): string {
  const ending = partsEndingAt(tree, to)
  const season = ending.find(({ parts }) => parts.length > 0 && parts.every((inner) => inner.parts.length === 0))
  const place = sayReach(tree, to, to)
  return season === undefined ? place : `the end of ${season.title}`
}

const partsEndingAt = (parts: readonly Placed[], to: number): Placed[] =>
  parts.flatMap((part) =>
    part.to < to || part.from > to ? [] : [...(part.to === to ? [part] : []), ...partsEndingAt(part.parts, to)],
  )
