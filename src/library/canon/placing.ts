// Where on a canon's timeline a writer's words set a work, and how that is said back to them.
import { listParts } from '#src/library/canon/fandoms.ts'
import { type Part, type Placed, treeOf } from '#src/library/canon/timeline.ts'
import type { Reader } from '#src/platform/context.ts'
import { type CanonPart, readTiming, type Statement } from '#src/text/timing/timing.ts'

/** Positions of the first and last leaf, how sure that is (0 … 1), and the words for it: "Season 7, Lessons". */
export type Setting = {
  readonly from: number
  readonly to: number
  readonly confidence: number
  readonly words: string
}

export async function placeOnTimeline(
  db: Reader,
  fandom: number,
  said: { readonly timing: string; readonly summary: string },
): Promise<Setting | undefined> {
  const statements: Statement[] = [
    { text: said.timing, weight: 1 },
    { text: said.summary, weight: 0.7 },
  ].filter(({ text }) => text.trim() !== '')
  if (statements.length === 0) return undefined
  const parts = await listParts(db, fandom)
  const timing = readTiming(statements, { slug: String(fandom), parts: asCanon(parts) })
  const positionOf = (code: string): number | undefined => parts.find((part) => part.code === code)?.position
  const from = timing ? positionOf(timing.from) : undefined
  const to = timing ? positionOf(timing.to) : undefined
  if (!timing || from === undefined || to === undefined) return undefined
  return { from, to, confidence: timing.confidence, words: sayPlace(treeOf(parts), from, to) }
}

function asCanon(parts: readonly Part[]): CanonPart[] {
  const codes = new Map(parts.map(({ id, code }) => [id, code]))
  return parts.map(({ code, title, aliases, parent }) => ({
    code,
    title,
    aliases,
    parent: parent === null ? undefined : codes.get(parent),
  }))
}

/** The one part that reaches just so far, with what it is in; else the first and the last. */
function sayPlace(tree: readonly Placed[], from: number, to: number): string {
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
