// Where something is set after a canon was taken in again: parts keep their ids, but not their places.
import type { Span } from '#src/library/canon/stretches.ts'
import type { Placed } from '#src/library/canon/timeline.ts'

/** What was set in the whole of a part is so still when the part has grown; all else goes with its first and its last part. */
export function movesOf(before: readonly Placed[], after: readonly Placed[]): (setting: Span) => Span {
  const now = new Map(all(after).map((part) => [part.id, part]))
  const parts = all(before)
  const leaves = new Map(parts.flatMap((part) => (part.parts.length === 0 ? [[part.position, part.id]] : [])))
  const wholes = new Map(parts.flatMap((part) => (part.parts.length > 1 ? [[keyOf(part), part.id]] : [])))
  const leafAt = (position: number): number => now.get(leaves.get(position) ?? 0)?.from ?? position
  return (setting) => {
    const { from, to } = now.get(wholes.get(keyOf(setting)) ?? 0) ?? {
      from: leafAt(setting.from),
      to: leafAt(setting.to),
    }
    return { from: Math.min(from, to), to: Math.max(from, to) }
  }
}

const all = (parts: readonly Placed[]): Placed[] => parts.flatMap((part) => [part, ...all(part.parts)])

const keyOf = ({ from, to }: Span): string => `${from} ${to}`
