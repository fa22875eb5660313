// Handing in before the day, on it, in grace, on a free-for-all day and after the round, row by row.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { EventOf } from '#src/fests/claims/table/claim-events.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import { addMillis, daysLong } from '#src/kit/instants.ts'
import {
  times,
  WEEK_BEFORE,
  HOUR_BEFORE,
  TODAY,
  GRACE,
  LATER,
  OVER,
  SECOND,
  claim,
  event,
  turned,
  rowAndState,
  refusal,
  effects,
} from '#tests/support/claim-cases.ts'

describe('row 10: a main piece before the day', () => {
  it('is scheduled for the start of the day, and stays a draft’s step away until then', () => {
    const handed = turned(turn(claim('held'), event('hand-in', { handedInAt: WEEK_BEFORE }), WEEK_BEFORE))
    assert.deepEqual([handed.row, handed.to, handed.effects], [10, 'held', ['schedule-piece']])
    assert.deepEqual([handed.scheduleFor, handed.undoUntil], [times.start, times.start])
    const back = turn(claim('held', { main: 'scheduled' }), event('withdraw-main'), WEEK_BEFORE)
    assert.deepEqual([rowAndState(back), effects(back)], [[10, 'held'], ['piece-back-to-draft']])
  })

  it('goes up at once only if the round allows early pieces', () => {
    const now = event('hand-in', { when: 'now', handedInAt: WEEK_BEFORE })
    assert.equal(refusal(turn(claim('held'), now, WEEK_BEFORE)), 'claim/not-early')
    const early = turn(claim('held'), { ...now, allowsEarly: true }, WEEK_BEFORE)
    assert.deepEqual(rowAndState(early), [10, 'kept'])
    assert.ok(effects(early).includes('piece-goes-up'))
  })

  it('makes a claim that was said to be later a held one again', () => {
    assert.deepEqual(rowAndState(turn(claim('later', { saidLater: true }), event('hand-in'), HOUR_BEFORE)), [
      10,
      'held',
    ])
  })

  it('is one piece: a second is an extra', () => {
    assert.equal(refusal(turn(claim('held', { main: 'scheduled' }), event('hand-in'), WEEK_BEFORE)), 'claim/main-is-in')
    assert.equal(refusal(turn(claim('kept', { main: 'up' }), event('hand-in'), TODAY)), 'claim/main-is-in')
    assert.equal(turn(claim('kept', { main: 'up' }), event('hand-in', { role: 'extra' }), TODAY).kind, 'nothing')
  })
})

describe('row 11: a main piece on the day or in grace', () => {
  it('counts on time and is filed under the claimed day', () => {
    for (const now of [times.start, TODAY, GRACE, addMillis(times.graceEnd, -1)]) {
      const handed = turn(claim('held', { standIn: true }), event('hand-in'), now)
      assert.deepEqual(rowAndState(handed), [11, 'kept'])
      assert.deepEqual(effects(handed), ['piece-goes-up', 'link-stand-in', 'counts-on-time', 'file-under-claimed-day'])
    }
  })

  it('counts by the first attempt, even when it comes through after grace', () => {
    const tried = event('hand-in', { handedInAt: addMillis(times.graceEnd, -SECOND) })
    for (const state of ['held', 'later'] as const)
      assert.deepEqual(rowAndState(turn(claim(state), tried, LATER)), [11, 'kept'])
    assert.deepEqual(rowAndState(turn(claim('closed'), tried, OVER)), [11, 'kept'])
  })

  it('is what a scheduled piece makes of its claim when it goes live, stamped with its minute', () => {
    const live = turned(
      turn(claim('held', { main: 'scheduled' }), event('goes-live'), addMillis(times.start, 9 * SECOND)),
    )
    assert.deepEqual([live.row, live.to, live.dueAt], [11, 'kept', times.start])
  })

  it('does not let a piece live before its minute, nor one that is back to draft, nor one of a day given back', () => {
    assert.equal(
      turn(claim('held', { main: 'scheduled' }), event('goes-live'), addMillis(times.start, -1)).kind,
      'nothing',
    )
    assert.equal(turn(claim('held'), event('goes-live'), TODAY).kind, 'nothing')
    assert.equal(turn(claim('given-back', { main: 'scheduled' }), event('goes-live'), TODAY).kind, 'nothing')
  })

  it('counts a piece that is handed in and not up yet when grace ends', () => {
    const passed = turn(claim('held', { main: 'scheduled' }), event('grace-passes'), times.graceEnd)
    assert.deepEqual(rowAndState(passed), [11, 'kept'])
    const live = turn(claim('kept', { main: 'scheduled' }), event('goes-live', { dueAt: LATER }), LATER)
    assert.deepEqual([rowAndState(live), effects(live)], [[11, 'kept'], ['piece-goes-up']])
  })
})

describe('row 12: a stand-in', () => {
  it('leaves the claim held, with more to come', () => {
    for (const now of [TODAY, GRACE]) {
      const handed = turn(claim('held'), event('hand-in', { role: 'stand-in' }), now)
      assert.deepEqual(
        [rowAndState(handed), effects(handed)],
        [
          [12, 'held'],
          ['piece-goes-up', 'more-to-come'],
        ],
      )
    }
  })

  it('waits for the start of its day like any piece', () => {
    const early = turned(turn(claim('held'), event('hand-in', { role: 'stand-in' }), WEEK_BEFORE))
    assert.deepEqual([early.effects, early.scheduleFor], [['schedule-piece', 'more-to-come'], times.start])
  })

  it('may come on a free-for-all day, beside another, or beside a main piece that is up', () => {
    assert.deepEqual(
      rowAndState(turn(claim('later', { standIn: true }), event('hand-in', { role: 'stand-in' }), LATER)),
      [12, 'later'],
    )
    assert.deepEqual(rowAndState(turn(claim('kept', { main: 'up' }), event('hand-in', { role: 'stand-in' }), LATER)), [
      12,
      'kept',
    ])
  })

  it('does not keep the claim from being expected later when grace ends', () => {
    assert.deepEqual(rowAndState(turn(claim('held', { standIn: true }), event('grace-passes'), times.graceEnd)), [
      15,
      'later',
    ])
  })
})

describe('row 13: a part, more follows', () => {
  it('holds the day, and counts as begun when grace ends', () => {
    const handed = turn(claim('held'), event('hand-in', { role: 'part' }), TODAY)
    assert.deepEqual(
      [rowAndState(handed), effects(handed)],
      [
        [13, 'held'],
        ['piece-goes-up', 'more-follows'],
      ],
    )
    const passed = turned(turn(claim('held', { part: 'up' }), event('grace-passes'), addMillis(times.graceEnd, SECOND)))
    assert.deepEqual([passed.row, passed.to, passed.dueAt], [13, 'kept', times.graceEnd])
  })

  it('takes its further parts and its main piece without a change of state', () => {
    assert.deepEqual(rowAndState(turn(claim('kept', { part: 'up' }), event('hand-in', { role: 'part' }), LATER)), [
      13,
      'kept',
    ])
    assert.deepEqual(rowAndState(turn(claim('kept', { part: 'up' }), event('hand-in'), LATER)), [13, 'kept'])
  })

  it('counts as begun though "later" was said, and when it goes live by itself', () => {
    assert.deepEqual(rowAndState(turn(claim('later', { part: 'up', saidLater: true }), event('grace-passes'), LATER)), [
      13,
      'kept',
    ])
    const live = turn(claim('held', { part: 'scheduled' }), event('goes-live', { role: 'part' }), TODAY)
    assert.deepEqual(rowAndState(live), [13, 'held'])
  })
})

describe('row 16: the main piece on a free-for-all day', () => {
  it('goes up at once and stands under both days', () => {
    const handed = turn(claim('later', { standIn: true }), event('hand-in', { freeForAllToday: true }), LATER)
    assert.deepEqual(rowAndState(handed), [16, 'kept'])
    assert.deepEqual(effects(handed), ['piece-goes-up', 'link-stand-in', 'list-under-both-days'])
  })

  it('counts on time before grace ends, on any day', () => {
    assert.deepEqual(rowAndState(turn(claim('later', { saidLater: true }), event('hand-in'), GRACE)), [11, 'kept'])
  })

  it('is judged by the clock even where no sweep has been by', () => {
    assert.deepEqual(rowAndState(turn(claim('held'), event('hand-in', { freeForAllToday: true }), times.graceEnd)), [
      16,
      'kept',
    ])
  })
})

describe('row 17: the main piece on another day', () => {
  const next = addMillis(times.graceEnd, daysLong(3))

  it('waits for the next free-for-all day where the round says so', () => {
    const handed = turned(turn(claim('later'), event('hand-in'), LATER))
    assert.deepEqual([handed.row, handed.to, handed.scheduleFor, handed.undoUntil], [17, 'later', next, next])
    assert.deepEqual(handed.effects, ['schedule-piece', 'say-when-it-goes-up'])
    const live = turned(turn(claim('later', { main: 'scheduled' }), event('goes-live', { dueAt: next }), next))
    assert.deepEqual([live.row, live.to, live.dueAt], [17, 'kept', next])
  })

  it('goes up at once in a gentle round, or when no such day is left', () => {
    assert.deepEqual(rowAndState(turn(claim('later'), event('hand-in', { laterRule: 'at-once' }), LATER)), [17, 'kept'])
    assert.deepEqual(rowAndState(turn(claim('later'), event('hand-in', { nextFreeDayAt: undefined }), LATER)), [
      17,
      'kept',
    ])
  })

  it('can be put back to draft, or let through by a mod', () => {
    const waiting = claim('later', { main: 'scheduled' })
    assert.deepEqual(effects(turn(waiting, event('withdraw-main'), LATER)), ['piece-back-to-draft'])
    assert.deepEqual(rowAndState(turn(waiting, event('let-through'), LATER)), [17, 'kept'])
    assert.equal(refusal(turn(claim('later'), event('let-through'), LATER)), 'claim/nothing-waits')
  })

  it('is kept though the round ends while it waits', () => {
    assert.deepEqual(rowAndState(turn(claim('later', { main: 'scheduled' }), event('round-ends'), OVER)), [17, 'kept'])
  })
})

describe('row 23: the main piece after the round', () => {
  const after = (more: Partial<EventOf<'hand-in'>>) =>
    turn(claim('closed', { standIn: true }), event('hand-in', more), OVER)

  it('is welcome always, without a notice to the whole round', () => {
    assert.deepEqual(rowAndState(after({})), [23, 'kept'])
    assert.deepEqual(effects(after({})), ['piece-goes-up', 'link-stand-in', 'came-later', 'no-notice-to-round'])
  })

  it('is welcome until the next round opens, where the round says so', () => {
    assert.deepEqual(rowAndState(after({ afterRound: 'until-next' })), [23, 'kept'])
    assert.equal(refusal(after({ afterRound: 'until-next', nextRoundOpen: true })), 'claim/next-round-open')
  })

  it('asks the mods first, where the round says so', () => {
    assert.equal(refusal(after({ afterRound: 'ask-mods' })), 'claim/ask-mods')
    assert.deepEqual(rowAndState(after({ afterRound: 'ask-mods', by: 'mod' })), [23, 'kept'])
  })
})
