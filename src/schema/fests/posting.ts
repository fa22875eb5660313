// The table of pieces: a work in a round, under which day, for which claim, and as what.
import type { Generated } from 'kysely'
import type { CalendarDay } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'

export const tables = ['pieces'] as const

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
