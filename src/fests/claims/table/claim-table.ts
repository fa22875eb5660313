// The table of claims: from every state every event gives a state of the table or a sentence. Pure; it reads no clock and no store.

import { clockOf } from '#src/fests/claims/table/claim-clock.ts'
import { DAY_ROWS } from '#src/fests/claims/table/claim-day-rows.ts'
import type { EventKind, EventOf } from '#src/fests/claims/table/claim-events.ts'
import { HAND_IN_ROWS } from '#src/fests/claims/table/claim-hand-in-rows.ts'
import { PIECE_ROWS } from '#src/fests/claims/table/claim-piece-rows.ts'
import { NOT_FROM } from '#src/fests/claims/table/claim-refusals.ts'
import type { Moment, Row, Rows, Turn } from '#src/fests/claims/table/claim-row.ts'
import { type Claim, standingAt } from '#src/fests/claims/table/claim-states.ts'
import { TIME_ROWS } from '#src/fests/claims/table/claim-time-rows.ts'
import type { Instant } from '#src/kit/instants.ts'

export const CLAIM_TABLE: Rows<EventKind> = { ...DAY_ROWS, 'hand-in': HAND_IN_ROWS, ...PIECE_ROWS, ...TIME_ROWS }

/** What an event makes of a claim at that moment. Nothing is changed here: whoever calls does what the turn says. */
export function turn<K extends EventKind>(claim: Claim, event: EventOf<K>, now: Instant): Turn {
  const moment = momentOf(claim, event, now)
  const rows: readonly Row<K>[] = CLAIM_TABLE[event.kind]
  const row = rows.find((each) => each.from.includes(moment.claim.state) && (each.when?.(moment) ?? true))
  return row === undefined ? { kind: 'refused', refusal: NOT_FROM[moment.claim.state] } : outcome(row, moment)
}

// People are answered by the state their claim truly stands in; a time event turns the stored one, swept or not.
function momentOf<K extends EventKind>(claim: Claim, event: EventOf<K>, now: Instant): Moment<K> {
  const state = event.kind in TIME_ROWS ? claim.state : standingAt(claim, now)
  return { claim: { ...claim, state }, event, clock: clockOf(claim.times, now), now }
}

function outcome<K extends EventKind>(row: Row<K>, moment: Moment<K>): Turn {
  if ('refuse' in row) return { kind: 'refused', refusal: row.refuse }
  if ('nothing' in row) return { kind: 'nothing', why: row.nothing }
  return {
    kind: 'turned',
    row: row.row,
    to: typeof row.to === 'function' ? row.to(moment) : row.to,
    effects: row.effects?.(moment) ?? [],
    ...(row.undoUntil && { undoUntil: row.undoUntil(moment) }),
    ...(row.dueAt && { dueAt: row.dueAt(moment) }),
    ...(row.scheduleFor && { scheduleFor: row.scheduleFor(moment) }),
  }
}
