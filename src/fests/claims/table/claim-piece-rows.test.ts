// Taking down, putting back, and what mods may do, row by row.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CLAIM_STATES } from '#src/fests/claims/table/claim-states.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import { addMillis, daysLong, type Instant } from '#src/kit/instants.ts'
import {
  WEEK_BEFORE,
  TODAY,
  GRACE,
  LATER,
  OVER,
  claim,
  event,
  turned,
  rowAndState,
  refusal,
  effects,
} from '#tests/support/claim-cases.ts'

describe('row 18: a kept main piece is taken down or changes its role', () => {
  it('makes the claim what the clock says, without a mail', () => {
    const kept = claim('kept', { main: 'up' })
    const became = (now: Instant) => rowAndState(turn(kept, event('withdraw-main'), now))
    assert.deepEqual(
      [became(WEEK_BEFORE), became(TODAY), became(GRACE)],
      [
        [18, 'held'],
        [18, 'held'],
        [18, 'held'],
      ],
    )
    assert.deepEqual(
      [became(LATER), became(OVER)],
      [
        [18, 'later'],
        [18, 'closed'],
      ],
    )
    assert.deepEqual(effects(turn(kept, event('withdraw-main'), LATER)), [])
  })

  it('leaves the claim kept where a part or another main piece remains', () => {
    const leaving = (main: boolean, part: boolean) => event('withdraw-main', { remaining: { main, part } })
    assert.deepEqual(rowAndState(turn(claim('kept'), leaving(true, false), LATER)), [18, 'kept'])
    assert.deepEqual(rowAndState(turn(claim('kept'), leaving(false, true), LATER)), [18, 'kept'])
    assert.deepEqual(rowAndState(turn(claim('kept'), leaving(false, true), TODAY)), [18, 'held'])
  })

  it('can be put back for 30 days', () => {
    const down = turned(turn(claim('kept'), event('withdraw-main'), TODAY))
    assert.equal(down.undoUntil, addMillis(TODAY, daysLong(30)))
    const restored = (now: Instant) => turn(claim('closed'), event('restore-main'), now)
    assert.deepEqual(rowAndState(restored(addMillis(TODAY, daysLong(30) - 1))), [18, 'kept'])
    assert.equal(refusal(restored(addMillis(TODAY, daysLong(30)))), 'claim/restore-is-over')
  })

  it('needs a piece that is there', () => {
    assert.equal(refusal(turn(claim('held'), event('withdraw-main'), TODAY)), 'claim/no-main')
  })
})

describe('row 19: a mod hides the piece, asks for a fix, or has not read the queue', () => {
  it('leaves the claim kept', () => {
    for (const now of [WEEK_BEFORE, TODAY, GRACE, LATER, OVER]) {
      const hidden = turn(claim('kept', { main: 'up' }), event('hide'), now)
      assert.deepEqual([rowAndState(hidden), effects(hidden)], [[19, 'kept'], []])
    }
  })

  it('touches no other claim', () => {
    for (const state of CLAIM_STATES.filter((each) => each !== 'kept'))
      assert.equal(turn(claim(state), event('hide'), TODAY).kind, 'nothing')
  })

  it('does what taking down does only when the piece does not count, with a reason told to the writer', () => {
    const judged = turn(claim('kept', { main: 'up' }), event('not-counted'), LATER)
    assert.deepEqual([rowAndState(judged), effects(judged)], [[18, 'later'], ['tell-person']])
    assert.equal(refusal(turn(claim('kept'), event('not-counted', { reason: '  ' }), LATER)), 'claim/reason-missing')
  })
})

describe('row 18 undone by a mod: the piece counts after all', () => {
  it('makes the claim kept, from whatever the clock has made of it, without a date', () => {
    for (const [from, now] of [
      ['held', TODAY],
      ['later', LATER],
      ['closed', OVER],
    ] as const) {
      const again = turn(claim(from), event('counted-again'), now)
      assert.deepEqual(
        [rowAndState(again), effects(again), turned(again).undoUntil],
        [[18, 'kept'], ['tell-person'], 'open'],
      )
    }
  })

  it('leaves a day that a part has begun held until its grace ends', () => {
    const part = event('counted-again', { role: 'part' })
    assert.deepEqual(rowAndState(turn(claim('held'), part, GRACE)), [18, 'held'])
    assert.deepEqual(rowAndState(turn(claim('later'), part, LATER)), [18, 'kept'])
  })

  it('is refused where another main piece is in by now, and where the day is nobody’s', () => {
    assert.equal(refusal(turn(claim('kept', { main: 'up' }), event('counted-again'), TODAY)), 'claim/main-is-in')
    assert.equal(refusal(turn(claim('given-back'), event('counted-again'), TODAY)), 'claim/is-given-back')
  })
})

describe('row 26: a mod sets any state', () => {
  it('from any other, telling the person, and logging it without the reason', () => {
    for (const from of CLAIM_STATES)
      for (const to of CLAIM_STATES.filter((each) => each !== from)) {
        const set = turn(claim(from), event('set', { to }), WEEK_BEFORE)
        assert.deepEqual(
          [rowAndState(set), effects(set)],
          [
            [26, to],
            ['tell-person', 'log-without-reason'],
          ],
        )
      }
  })

  it('never without a reason, nor to what it is already', () => {
    assert.equal(refusal(turn(claim('held'), event('set', { reason: '' }), TODAY)), 'claim/reason-missing')
    assert.equal(refusal(turn(claim('held'), event('set', { to: 'held' }), TODAY)), 'claim/same-state')
    assert.equal(refusal(turn(claim('none'), event('set'), TODAY)), 'claim/none')
  })
})
