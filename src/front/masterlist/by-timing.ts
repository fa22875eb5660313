// The masterlist in the order of canon: one block for each fandom, the timeline's parts as headings, uncertain ones apart.
import type { ListedPiece } from '#src/fests/posting/pieces-seen.ts'
import { inCanonOrder } from '#src/library/canon/canon-order.ts'
import type { Fandom } from '#src/library/canon/fandoms.ts'
import type { Placed } from '#src/library/canon/timeline.ts'
import type { Group } from './arranging.ts'
import { canonGroups } from './canon-groups.ts'

export type Canon = { readonly fandom: Fandom; readonly timeline: readonly Placed[] }

export function byTiming(listed: readonly ListedPiece[], canons: readonly Canon[]): Group[] {
  const known = new Set(canons.map(({ fandom }) => fandom.id))
  const others = listed.filter(({ work }) => work.fandom === undefined || !known.has(work.fandom))
  const blocks = canons.map(({ fandom, timeline }) => {
    const own = listed.filter(({ work }) => work.fandom === fandom.id)
    const order = inCanonOrder(timeline, own, ({ work }) => work.place)
    return {
      title: fandom.name,
      lines: [],
      groups: canonGroups(order, (each, guess) => ({ listed: each, ...(guess === undefined ? {} : { guess }) })),
    }
  })
  const without = {
    title: 'Of no fandom that is known here',
    lines: others.map((each) => ({ listed: each })),
    groups: [],
  }
  return [...blocks, without].filter(({ lines, groups }) => lines.length + groups.length > 0)
}
