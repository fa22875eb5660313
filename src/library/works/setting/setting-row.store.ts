// Where a work is set and how far it gives canon away, from the columns of its row.
import type { TimingRelation } from '#src/schema/library/works.ts'
import type { SpoilersKept, TimelinePlace } from '../work-fields.ts'

export type PlaceRow = {
  readonly timingFrom: number | null
  readonly timingTo: number | null
  readonly timingConfidence: number | null
  readonly timingRelation: TimingRelation
  readonly timingOff: number | null
  readonly timingStatement: string
}

export function placeIn(row: PlaceRow): TimelinePlace | undefined {
  const { timingFrom: from, timingTo: to, timingRelation: relation, timingOff: off, timingStatement: statement } = row
  if (from === null || to === null) return undefined
  return {
    from,
    to,
    confidence: (row.timingConfidence ?? 0) / 100,
    ...(relation === 'during' ? {} : { relation }),
    ...(off === null ? {} : { off }),
    ...(statement === '' ? {} : { statement }),
  }
}

export type SpoilersRow = { readonly spoilersTo: number | null; readonly spoilersBy: '' | 'said' | 'setting' }

export const spoilersIn = ({ spoilersTo: to, spoilersBy: by }: SpoilersRow): SpoilersKept | undefined =>
  to === null || by === '' ? undefined : { to, by }
