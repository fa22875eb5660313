// Timelines of any shape, with series that interleave in any way.
import fc from 'fast-check'
import { type Part, treeOf } from '#src/library/canon/timeline.ts'

/** Series with seasons with episodes, all leaves dealt out to positions in any order, so that everything may interleave. */
export const anyTimeline = fc
  .array(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }), { maxLength: 3 })
  .chain((shape) => {
    const heads: Part[] = []
    const leaves: Part[] = []
    const add = (to: Part[], parent: number | null): number => {
      const id = heads.length + leaves.length + 1
      to.push({ id, parent, kind: '', code: String(id), title: `Part ${id}`, position: 0, aliases: [] })
      return id
    }
    for (const seasons of shape) {
      const series = add(seasons.length === 0 ? leaves : heads, null)
      for (const episodes of seasons) {
        const season = add(episodes === 0 ? leaves : heads, series)
        for (let episode = 0; episode < episodes; episode += 1) add(leaves, season)
      }
    }
    return fc.shuffledSubarray(leaves, { minLength: leaves.length }).map((dealt) => {
      const placed = [...heads, ...dealt].map((part, at) => ({ ...part, position: at + 1 }))
      return { tree: treeOf(placed), count: placed.length }
    })
  })
