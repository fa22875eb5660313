// The tables of pieces: a work in a round, under which day, for which claim, and as what; and what mods decided about it.
import type { Generated } from 'kysely'
import type { CalendarDay } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'

export const tables = ['pieces', 'rulings'] as const

export type PieceRole = 'main' | 'part' | 'stand-in' | 'extra'

export type PiecesTable = {
  id: Generated<number>
  work_id: number
  round_id: number
  claim_id: number | null
  /** The day it is listed under. */
  day_id: number | null
  role: PieceRole
  /** The press of the button, which decides "on time"; null while it is a draft. */
  handed_in_at: Instant | null
  /** The calendar day on which it was handed in, where its writer is. */
  came_on: CalendarDay | null
  made_by: number | null
  /** A claim of an earlier round for which this turned out to be the piece. */
  answers_claim_id: number | null
}

/** `hidden`: from everybody but its creators and the mods; `not-counted`: not the piece of its day. */
export type RulingKind = 'hidden' | 'not-counted'

/** A mod's decision about a piece, with the reason its writer is told. It stands until it is lifted. */
export type RulingsTable = {
  id: Generated<number>
  work_id: number
  kind: RulingKind
  reason: string
  /** What it was for its day before it counted no more. */
  was_role: PieceRole | null
  made_by: number | null
  made_at: Instant
  lifted_by: number | null
  lifted_at: Instant | null
}
