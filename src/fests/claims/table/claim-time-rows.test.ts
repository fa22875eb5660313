// What the clock does by itself, never early and never twice.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import { addMillis } from '#src/kit/instants.ts'
import { times, LATER, OVER, claim, event, turned, effects } from '#tests/support/claim-cases.ts'

describe('row 15: grace passes without a piece', () => {
  it('makes the claim expected later with one kind mail, stamped with the end of grace', () => {
    const passed = turned(turn(claim('held'), event('grace-passes'), LATER))
    assert.deepEqual(passed, { kind: 'turned', row: 15, to: 'later', effects: ['mail-kindly'], dueAt: times.graceEnd })
  })

  it('sends no mail to somebody who has said so', () => {
    assert.deepEqual(effects(turn(claim('held', { saidLater: true }), event('grace-passes'), LATER)), [])
    assert.equal(turn(claim('later', { saidLater: true }), event('grace-passes'), LATER).kind, 'nothing')
  })

  it('does nothing a moment too early, and nothing twice', () => {
    const early = turn(claim('held'), event('grace-passes'), addMillis(times.graceEnd, -1))
    assert.deepEqual(early, { kind: 'nothing', why: 'not-yet' })
    assert.equal(turn(claim('later'), event('grace-passes'), LATER).kind, 'nothing')
  })
})

describe('row 22: the round ends', () => {
  it('closes what was expected later, with at most one mail, stamped with the end of the round', () => {
    const ended = turned(turn(claim('later', { standIn: true }), event('round-ends'), OVER))
    assert.deepEqual([ended.row, ended.to, ended.dueAt], [22, 'closed', times.roundEnd])
    assert.deepEqual(ended.effects, ['end-more-to-come', 'mail-still-welcome'])
    assert.deepEqual(effects(turn(claim('later'), event('round-ends'), OVER)), ['mail-still-welcome'])
  })

  it('does nothing a moment too early, and passes no claim by its grace', () => {
    assert.deepEqual(turn(claim('later'), event('round-ends'), addMillis(times.roundEnd, -1)), {
      kind: 'nothing',
      why: 'not-yet',
    })
    assert.equal(turn(claim('held'), event('round-ends'), OVER).kind, 'nothing')
  })
})
