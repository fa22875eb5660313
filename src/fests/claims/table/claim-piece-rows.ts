// Rows of the table about pieces that are in: taking down, putting back, and what mods do to them or to the claim itself.

import type { Remaining } from '#src/fests/claims/table/claim-events.ts'
import type { Clock } from '#src/fests/claims/table/claim-clock.ts'
import { type Effect, logged, type Moment, open, type Row, type Rows } from '#src/fests/claims/table/claim-row.ts'
import { NO } from '#src/fests/claims/table/claim-refusals.ts'
import { CLAIM_STATES, type ClaimState, claimByClock } from '#src/fests/claims/table/claim-states.ts'
import { addMillis, daysLong, type Instant } from '#src/kit/instants.ts'

const withdrawing: readonly Row<'withdraw-main'>[] = [
  {
    row: 18,
    from: ['kept'],
    to: ({ event, clock }) => withoutMain(event.remaining, clock),
    effects: ({ event }) => logged(event.by),
    undoUntil: ({ now }) => addMillis(now, daysLong(30)),
  },
  {
    row: 10,
    from: ['held'],
    when: ({ claim }) => claim.pieces.main !== 'none',
    to: 'held',
    effects: ({ event }) => ['piece-back-to-draft', ...logged(event.by)],
  },
  {
    row: 17,
    from: ['later'],
    when: ({ claim }) => claim.pieces.main !== 'none',
    to: 'later',
    effects: ({ event }) => ['piece-back-to-draft', ...logged(event.by)],
  },
  { from: ['held', 'later', 'closed'], refuse: NO.noMain },
]

const puttingBack: readonly Row<'restore-main'>[] = [
  { from: ['held', 'later', 'closed'], when: ({ claim }) => claim.pieces.main !== 'none', refuse: NO.mainIsIn },
  {
    from: ['held', 'later', 'closed'],
    when: ({ event, now }) => now >= restorableUntil(event.withdrawnAt),
    refuse: NO.restoreIsOver,
  },
  {
    row: 18,
    from: ['held', 'later', 'closed'],
    to: 'kept',
    effects: ({ event }) => ['piece-goes-up', ...logged(event.by)],
    undoUntil: open,
  },
]

const lettingThrough: readonly Row<'let-through'>[] = [
  { row: 17, from: ['later'], when: waits, to: 'kept', effects: upOnAnotherDay, undoUntil: open },
  { from: ['held', 'later', 'closed'], refuse: NO.nothingWaits },
]

// What mods do to the look of a piece is nothing that its writer did: the claim stays kept.
const hiding: readonly Row<'hide'>[] = [
  { row: 19, from: ['kept'], to: 'kept', undoUntil: open },
  { from: ['none', ...CLAIM_STATES], nothing: 'not-concerned' },
]

const notCounting: readonly Row<'not-counted'>[] = [
  { from: ['kept'], when: ({ event }) => isBlank(event.reason), refuse: NO.reasonMissing },
  {
    row: 18,
    from: ['kept'],
    to: ({ event, clock }) => withoutMain(event.remaining, clock),
    effects: () => ['tell-person'],
    undoUntil: open,
  },
]

// The undoing of row 18 where it was a mod's: no thirty days run, because nothing was taken down.
const countingAgain: readonly Row<'counted-again'>[] = [
  {
    from: ['held', 'later', 'kept', 'closed'],
    when: ({ claim, event }) => event.role === 'main' && claim.pieces.main !== 'none',
    refuse: NO.mainIsIn,
  },
  {
    row: 18,
    from: ['held', 'later', 'kept', 'closed'],
    // A part that is up in grace has begun the day, and counts when grace ends.
    to: ({ claim, event, clock }) =>
      event.role === 'part' && claim.state === 'held' && claimByClock(clock) === 'held' ? 'held' : 'kept',
    effects: () => ['tell-person'],
    undoUntil: open,
  },
]

const setting: readonly Row<'set'>[] = [
  { from: CLAIM_STATES, when: ({ event }) => isBlank(event.reason), refuse: NO.reasonMissing },
  { from: CLAIM_STATES, when: ({ claim, event }) => claim.state === event.to, refuse: NO.sameState },
  {
    row: 26,
    from: CLAIM_STATES,
    to: ({ event }) => event.to,
    effects: () => ['tell-person', 'log-without-reason'],
    undoUntil: open,
  },
]

export const PIECE_ROWS: Rows<
  'withdraw-main' | 'restore-main' | 'let-through' | 'hide' | 'not-counted' | 'counted-again' | 'set'
> = {
  'withdraw-main': withdrawing,
  'restore-main': puttingBack,
  'let-through': lettingThrough,
  hide: hiding,
  'not-counted': notCounting,
  'counted-again': countingAgain,
  set: setting,
}

// A part that stays up keeps the claim begun, from the end of grace on.
function withoutMain(remaining: Remaining, clock: Clock): ClaimState {
  if (remaining.main) return 'kept'
  const byClock = claimByClock(clock)
  return remaining.part && byClock !== 'held' ? 'kept' : byClock
}

function restorableUntil(withdrawnAt: Instant): Instant {
  return addMillis(withdrawnAt, daysLong(30))
}

function waits({ claim }: Moment<'let-through'>): boolean {
  return claim.pieces.main === 'scheduled' || claim.pieces.part === 'scheduled'
}

function upOnAnotherDay({ claim }: Moment<'let-through'>): readonly Effect[] {
  return ['piece-goes-up', ...(claim.pieces.standIn ? (['link-stand-in'] as const) : []), 'list-under-both-days']
}

function isBlank(reason: string): boolean {
  return reason.trim() === ''
}
