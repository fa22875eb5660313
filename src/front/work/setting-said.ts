// Where a work is set and how far it gives its canon away, in the words of its timeline.
import { SURE } from '#src/library/canon/canon-order.ts'
import { timelineOf } from '#src/library/canon/fandoms.ts'
import { sayOff, saySeen, saySetting } from '#src/library/canon/setting-words.ts'
import type { WorkSeen } from '#src/library/works/works-seen.ts'
import type { Reader } from '#src/platform/context.ts'

export type SettingSaid = {
  /** Undefined where nobody is sure. */
  readonly place: string | undefined
  readonly off: string | undefined
  /** Up to where; empty for nothing, undefined where nobody knows. */
  readonly spoilers: string | undefined
  /** Nobody spoke of spoilers: its setting says how far it goes. */
  readonly isBySetting: boolean
}

const nothing: SettingSaid = { place: undefined, off: undefined, spoilers: undefined, isBySetting: false }

export async function sayWork(
  db: Reader,
  { fandom, place, spoilers }: Pick<WorkSeen, 'fandom' | 'place' | 'spoilers'>,
): Promise<SettingSaid> {
  if (fandom === undefined || (!place && !spoilers)) return nothing
  const timeline = await timelineOf(db, fandom)
  return {
    place: place && place.confidence >= SURE ? saySetting(timeline, place) || undefined : undefined,
    off: place && sayOff(timeline, place.off),
    spoilers: spoilers && (spoilers.to === 0 ? '' : saySeen(timeline, spoilers.to)),
    isBySetting: spoilers?.by === 'setting',
  }
}
