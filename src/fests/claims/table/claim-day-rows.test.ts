// Claiming, moving, giving back and "it will be later", each test named for what the row promises.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { EventOf } from '#src/fests/claims/table/claim-events.ts'
import { CLAIM_STATES } from '#src/fests/claims/table/claim-states.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import { addMillis, hours } from '#src/kit/instants.ts'
import {
  times,
  WEEK_BEFORE,
  HOUR_BEFORE,
  TODAY,
  GRACE,
  LATER,
  claim,
  event,
  turned,
  rowAndState,
  refusal,
  effects,
} from '#tests/support/claim-cases.ts'

describe('row 1: claiming an open place', () => {
  it('holds the day', () => {
    assert.deepEqual(rowAndState(turn(claim('none'), event('claim'), WEEK_BEFORE)), [1, 'held'])
  })

  it('is refused before claiming opens, after it closes, and on days that are not for claiming', () => {
    const said = (claimingOpen: 'not-yet' | 'over' | 'never') =>
      refusal(turn(claim('none'), event('claim', { claimingOpen }), WEEK_BEFORE))
    assert.deepEqual(
      [said('not-yet'), said('over'), said('never')],
      ['claim/not-yet', 'claim/over', 'claim/not-for-claiming'],
    )
  })

  it('is refused on a full day, and past the days one person may hold', () => {
    assert.equal(refusal(turn(claim('none'), event('claim', { placeLeft: false }), WEEK_BEFORE)), 'claim/taken')
    assert.equal(refusal(turn(claim('none'), event('claim', { underLimit: false }), WEEK_BEFORE)), 'claim/limit')
  })

  it('is refused for a day that is over, whatever the round says', () => {
    assert.equal(refusal(turn(claim('none'), event('claim'), GRACE)), 'claim/day-over')
  })

  it('is a mod’s as long as a piece would be on time', () => {
    for (const now of [TODAY, GRACE, addMillis(times.graceEnd, -1)])
      assert.deepEqual(rowAndState(turn(claim('none'), event('claim', { by: 'mod' }), now)), [1, 'held'])
    for (const now of [times.graceEnd, LATER])
      assert.equal(refusal(turn(claim('none'), event('claim', { by: 'mod' }), now)), 'claim/day-over')
  })

  it('binds a mod who acts for somebody by the same rules, and logs it', () => {
    assert.deepEqual(effects(turn(claim('none'), event('claim', { by: 'mod' }), WEEK_BEFORE)), ['log-by-mod'])
    assert.equal(
      refusal(turn(claim('none'), event('claim', { by: 'mod', placeLeft: false }), WEEK_BEFORE)),
      'claim/taken',
    )
  })

  it('is refused for a claim that exists', () => {
    for (const state of CLAIM_STATES) assert.equal(turn(claim(state), event('claim'), WEEK_BEFORE).kind, 'refused')
  })
})

describe('row 6: moving to another open day', () => {
  it('frees the old place, takes a scheduled piece along and drops the old reminders', () => {
    const moved = turn(claim('held', { main: 'scheduled' }), event('move'), WEEK_BEFORE)
    assert.deepEqual(rowAndState(moved), [6, 'held'])
    assert.deepEqual(effects(moved), ['free-place', 'move-scheduled-piece', 'log-moved', 'cancel-reminders'])
    assert.equal(turned(moved).undoUntil, 'open')
  })

  it('is the holder’s until the day begins, and a mod’s at any time', () => {
    assert.deepEqual(rowAndState(turn(claim('held'), event('move'), addMillis(times.start, -1))), [6, 'held'])
    assert.equal(refusal(turn(claim('held'), event('move'), times.start)), 'claim/day-has-begun')
    for (const now of [TODAY, GRACE])
      assert.deepEqual(rowAndState(turn(claim('held'), event('move', { by: 'mod' }), now)), [6, 'held'])
  })

  it('gives a piece that is expected later a new day, from a mod', () => {
    assert.deepEqual(rowAndState(turn(claim('later'), event('move', { by: 'mod' }), LATER)), [6, 'held'])
    assert.equal(refusal(turn(claim('later'), event('move'), LATER)), 'claim/new-day-from-mods')
  })

  it('keeps the old day when the new one is full or not open', () => {
    assert.equal(refusal(turn(claim('held'), event('move', { toPlaceLeft: false }), WEEK_BEFORE)), 'claim/taken')
    assert.equal(refusal(turn(claim('held'), event('move', { toOpen: 'over' }), WEEK_BEFORE)), 'claim/over')
    assert.equal(
      refusal(turn(claim('held'), event('move', { toOpen: 'never', by: 'mod' }), WEEK_BEFORE)),
      'claim/not-for-claiming',
    )
    assert.equal(
      refusal(turn(claim('held'), event('move', { toPlaceLeft: false, by: 'mod' }), WEEK_BEFORE)),
      'claim/taken',
    )
  })
})

describe('row 7: giving a day back before it begins', () => {
  it('puts a scheduled piece back to draft, never live', () => {
    const given = turn(claim('held', { main: 'scheduled' }), event('give-back'), addMillis(times.start, -1))
    assert.deepEqual(rowAndState(given), [7, 'given-back'])
    assert.deepEqual(effects(given), ['free-place', 'piece-back-to-draft', 'cancel-reminders'])
  })

  it('offers the place to the waiting list first, else opens it, else does what the round says', () => {
    const first = (more: Partial<EventOf<'give-back'>>) =>
      effects(turn(claim('held'), event('give-back', more), WEEK_BEFORE))[0]
    assert.equal(first({ waitingList: true, claimingOpen: 'over' }), 'offer-to-list')
    assert.equal(first({ freedPlaceRule: 'backups' }), 'free-place')
    assert.equal(first({ claimingOpen: 'over' }), 'free-place')
    assert.equal(first({ claimingOpen: 'over', freedPlaceRule: 'free-for-all' }), 'make-day-free-for-all')
    assert.equal(first({ claimingOpen: 'over', freedPlaceRule: 'backups' }), 'ask-backups')
  })

  it('can be taken back for 24 hours, and no longer', () => {
    const given = turned(turn(claim('held'), event('give-back'), WEEK_BEFORE))
    assert.equal(given.undoUntil, addMillis(WEEK_BEFORE, hours(24)))
    assert.deepEqual(rowAndState(turn(claim('given-back'), event('restore'), addMillis(WEEK_BEFORE, hours(24) - 1))), [
      7,
      'held',
    ])
    assert.equal(
      refusal(turn(claim('given-back'), event('restore'), addMillis(WEEK_BEFORE, hours(24)))),
      'claim/undo-is-over',
    )
  })

  it('puts who takes it back at the head of the line when the place is gone', () => {
    const back = turn(claim('given-back'), event('restore', { placeLeft: false }), addMillis(WEEK_BEFORE, hours(2)))
    assert.deepEqual([rowAndState(back), effects(back)], [[7, 'waiting'], ['head-of-line']])
  })

  it('runs no line once the day has begun', () => {
    const gone = event('restore', { placeLeft: false, gaveBackAt: HOUR_BEFORE })
    assert.equal(refusal(turn(claim('given-back'), gone, TODAY)), 'claim/place-is-gone')
    assert.deepEqual(rowAndState(turn(claim('given-back'), event('restore', { gaveBackAt: HOUR_BEFORE }), TODAY)), [
      7,
      'held',
    ])
  })
})

describe('row 8: giving a day back from its beginning on', () => {
  it('takes the name off the day and runs no list', () => {
    for (const now of [times.start, TODAY, GRACE]) {
      const given = turn(claim('held'), event('give-back', { waitingList: true, freedPlaceRule: 'backups' }), now)
      assert.deepEqual(rowAndState(given), [8, 'given-back'])
      assert.deepEqual(effects(given), ['take-name-off-day', 'ask-backups', 'cancel-reminders'])
    }
  })

  it('can be taken back until grace ends', () => {
    assert.equal(turned(turn(claim('held'), event('give-back'), TODAY)).undoUntil, times.graceEnd)
    const back = event('restore', { gaveBackAt: TODAY })
    assert.deepEqual(rowAndState(turn(claim('given-back'), back, addMillis(times.graceEnd, -1))), [8, 'held'])
    assert.equal(refusal(turn(claim('given-back'), back, times.graceEnd)), 'claim/undo-is-over')
    assert.equal(
      refusal(turn(claim('given-back'), event('restore', { gaveBackAt: TODAY, placeLeft: false }), GRACE)),
      'claim/place-is-gone',
    )
  })

  it('is not what taking down a kept piece is', () => {
    assert.equal(refusal(turn(claim('kept'), event('give-back'), TODAY)), 'claim/is-kept')
  })
})

describe('row 14: "it will be later"', () => {
  it('ends the reminders and names the next free-for-all day', () => {
    const said = turned(turn(claim('held'), event('say-later'), TODAY))
    assert.deepEqual([said.row, said.to, said.undoUntil], [14, 'later', times.graceEnd])
    assert.deepEqual(said.effects, ['cancel-reminders', 'name-next-free-day'])
  })

  it('can be said from 24 hours before the day begins', () => {
    assert.equal(
      refusal(turn(claim('held'), event('say-later'), addMillis(times.start, -hours(24) - 1))),
      'claim/too-soon',
    )
    assert.deepEqual(rowAndState(turn(claim('held'), event('say-later'), addMillis(times.start, -hours(24)))), [
      14,
      'later',
    ])
  })

  it('can be taken back until grace ends', () => {
    assert.deepEqual(rowAndState(turn(claim('later', { saidLater: true }), event('unsay-later'), GRACE)), [14, 'held'])
    assert.equal(refusal(turn(claim('later'), event('unsay-later'), times.graceEnd)), 'claim/grace-is-over')
  })

  it('is not needed twice, nor while a piece waits to go up by itself', () => {
    assert.equal(refusal(turn(claim('held'), event('say-later'), LATER)), 'claim/said-already')
    assert.equal(
      refusal(turn(claim('held', { main: 'scheduled' }), event('say-later'), HOUR_BEFORE)),
      'claim/main-is-scheduled',
    )
  })
})

describe('row 20: "not this time"', () => {
  it('lets a piece that is expected later go, without a question', () => {
    const given = turned(turn(claim('later', { main: 'scheduled' }), event('give-back'), LATER))
    assert.deepEqual([given.row, given.to, given.undoUntil], [20, 'given-back', times.roundEnd])
    assert.deepEqual(given.effects, ['piece-back-to-draft', 'cancel-reminders'])
  })

  it('makes the place useful to somebody else while the day is still ahead', () => {
    assert.ok(
      effects(turn(claim('later'), event('give-back', { waitingList: true }), HOUR_BEFORE)).includes('offer-to-list'),
    )
  })

  it('can be taken back until the round ends, or until the day is taken over', () => {
    const back = event('restore', { from: 'later', gaveBackAt: LATER, placeLeft: false })
    assert.deepEqual(rowAndState(turn(claim('given-back'), back, addMillis(times.roundEnd, -1))), [20, 'later'])
    assert.equal(refusal(turn(claim('given-back'), back, times.roundEnd)), 'claim/undo-is-over')
    assert.equal(refusal(turn(claim('taken-over'), back, LATER)), 'claim/place-is-gone')
  })

  it('leaves later pieces of a day that is given back or taken over welcome as extras', () => {
    for (const state of ['given-back', 'taken-over'] as const) {
      assert.equal(refusal(turn(claim(state), event('hand-in'), LATER)), 'claim/extra-only')
      assert.equal(turn(claim(state), event('hand-in', { role: 'extra' }), LATER).kind, 'nothing')
    }
  })
})

describe('row 24: whoever holds a day leaves the community', () => {
  it('gives back what waits, is offered, is held or is expected later, whatever the clock says', () => {
    for (const state of ['waiting', 'offered', 'held', 'later'] as const)
      for (const now of [WEEK_BEFORE, TODAY, GRACE])
        assert.deepEqual(rowAndState(turn(claim(state), event('leave'), now)), [24, 'given-back'])
  })

  it('frees the place of a day that is held, and puts a scheduled piece back to draft', () => {
    const left = turn(claim('held', { main: 'scheduled' }), event('leave'), WEEK_BEFORE)
    assert.deepEqual(effects(left), ['free-place', 'piece-back-to-draft', 'cancel-reminders'])
    assert.ok(!effects(turn(claim('later'), event('leave'), LATER)).includes('free-place'))
  })

  it('leaves what is kept, given back or closed as it is', () => {
    for (const state of ['kept', 'given-back', 'taken-over', 'closed'] as const)
      assert.match(refusal(turn(claim(state), event('leave'), TODAY)), /^claim\/is-/)
  })
})
