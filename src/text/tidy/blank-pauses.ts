// A blank paragraph now and then, in a text whose paragraphs stand together otherwise, is how many write a pause. Where somebody has
// written pauses in any other way, or has a blank paragraph nearly everywhere, a blank one is only spacing.
import { isSceneBreak } from '../scene-break.ts'
import { type Element, type ElementContent, type Root, element } from '../tree.ts'
import { contentOf, isBlank, isBlock, isElement, isNamed, isRoom, textOf } from './blocks.ts'
import type { Tally } from './tally.ts'

const LEAST_PARAGRAPHS = 12
const MOST_PAUSES = 1 / 6
/** A salutation, a heading, a line of verse: what is shorter may have a blank line beside it for another reason. */
const LEAST_WORDS = 60

export function pausesFromBlanks(tree: Root, { tell }: Tally): void {
  const inside = (room: Root | Element): void => {
    const children = contentOf(room)
    for (const child of children) if (isElement(child) && isRoom(child)) inside(child)
    const blanks = blankPlaces(children)
    if (blanks.size === 0) return
    tell('pauses', blanks.size)
    room.children = children.map((child, index) => (blanks.has(index) ? element('hr', []) : child))
  }
  inside(tree)
}

type Paragraph = { readonly at: number; readonly isLong: boolean }

/** Where the pauses are: the first of the blank paragraphs of each; those that follow it are closed like any other. */
function blankPlaces(children: readonly ElementContent[]): ReadonlySet<number> {
  const written: Paragraph[] = []
  const blanks: number[] = []
  for (const [at, child] of children.entries()) {
    if (!isElement(child) || !isBlock(child)) continue
    if (isNamed(child, 'hr')) return new Set()
    if (isNamed(child, 'p') && isBlank(child.children)) blanks.push(at)
    else written.push({ at, isLong: isNamed(child, 'p') && textOf(child.children).length >= LEAST_WORDS })
  }
  if (blanks.length === 0 || written.length < LEAST_PARAGRAPHS) return new Set()
  if (written.some(({ at }) => isSceneBreak(textOf(children.slice(at, at + 1)).slice(0, 100)))) return new Set()
  return pausesAmong(written, blanks)
}

function pausesAmong(written: readonly Paragraph[], blanks: readonly number[]): ReadonlySet<number> {
  const pauses = new Set<number>()
  let gaps = 0
  let next = 0
  for (const [index, { at, isLong }] of written.entries()) {
    const before = written[index - 1]
    const first = blanks[next]
    while ((blanks[next] ?? at) < at) next += 1
    if (!before || first === undefined || first >= at) continue
    gaps += 1
    if (before.isLong && isLong) pauses.add(first)
  }
  return gaps <= (written.length - 1) * MOST_PAUSES ? pauses : new Set()
}
