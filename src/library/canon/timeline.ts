// A canon's timeline as a tree: parts in the order of the story, each reaching from its first place to its last.

export type Part = {
  readonly id: number
  readonly parent: number | null
  readonly kind: string
  readonly code: string
  readonly title: string
  readonly position: number
  readonly aliases: readonly string[]
}

/** `from` and `to` are positions of leaves; a leaf has both the same. */
export type Placed = Part & { readonly from: number; readonly to: number; readonly parts: readonly Placed[] }

/** The parts at the top, each with what is in it, in the order of their first leaves. */
export function treeOf(parts: readonly Part[]): Placed[] {
  const below = Map.groupBy(parts, (part) => part.parent)
  const place = (part: Part): Placed => {
    const inside = (below.get(part.id) ?? []).map(place).toSorted(byPlace)
    const from = inside.length === 0 ? part.position : Math.min(...inside.map((each) => each.from))
    const to = inside.length === 0 ? part.position : Math.max(...inside.map((each) => each.to))
    return { ...part, from, to, parts: inside }
  }
  return (below.get(null) ?? []).map(place).toSorted(byPlace)
}

const byPlace = (one: Placed, other: Placed): number => one.from - other.from || one.position - other.position

/** How deep the tree goes and how much is in it, for the words of a page. */
export function countLeaves(parts: readonly Placed[]): number {
  return parts.reduce((sum, part) => sum + (part.parts.length === 0 ? 1 : countLeaves(part.parts)), 0)
}
