// The tables of rounds and their days.
import type { Generated } from 'kysely'
import type { CalendarDay } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'

export const tables = ['rounds', 'days', 'banners'] as const

/** Whose midnight ends a day: the poster's own, the round's, or the last one on earth. */
export type Midnight = 'poster' | 'round' | 'everywhere'

/** What becomes of a piece that comes after its grace on a day that is not free for all. */
export type LaterRule = 'waits' | 'at-once'

/** Whether pieces are welcome once the round is over. */
export type AfterRound = 'always' | 'until-next' | 'ask-mods'

export type DayKind = 'open' | 'free' | 'closed'

export type RoundsTable = {
  id: Generated<number>
  uid: string
  community_id: number
  slug: string
  name: string
  theme: string
  midnight: Midnight
  time_zone: string
  grace_days: number
  /** How many days one person may hold; null is as many as they like. */
  days_per_person: number | null
  claims_open_wall: string | null
  claims_open_zone: string | null
  claims_open_at: Instant | null
  /** Null while only mods see it. */
  opened_at: Instant | null
  created_by: number
  created_at: Instant
  /** It can be brought back for 30 days; then it is erased with all that belongs to it. */
  deleted_at: Instant | null
  deleted_by: number | null
  /** Pieces may go up before their day where their writer says so. */
  allows_early: Generated<0 | 1>
  later_rule: Generated<LaterRule>
  after_round: Generated<AfterRound>
  /** One of the twelve, or a hue as in `hue-210`; empty is the house’s own. */
  ink: Generated<string>
}

/** A free-for-all day may have places too: then it can be claimed, and others may post that day as well. */
export type DaysTable = {
  id: Generated<number>
  uid: string
  round_id: number
  on_day: CalendarDay
  kind: DayKind
  places: number
  note: string
}

/** Being made of what came, there to be seen, or of something that turned out to be no whole picture. */
export type BannerState = 'making' | 'shown' | 'unreadable'

export type BannersTable = {
  id: Generated<number>
  round_id: number
  /** The picture as it came, which is never shown; what is shown is made of it. */
  source_id: number
  /** What is to be seen on it, for those who do not see it. */
  alt: string
  artist: string
  state: BannerState
  brought_by: number
  brought_at: Instant
}
