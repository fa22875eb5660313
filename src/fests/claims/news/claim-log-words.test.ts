// Every turn that the table knows has words of its own in the log of a claim, and none of them is the reason.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EventKind } from '#src/fests/claims/table/claim-events.ts'
import { CLAIM_TABLE } from '#src/fests/claims/table/claim-table.ts'
import { toInstant } from '#src/kit/instants.ts'
import { sayTurn } from './claim-log-words.ts'

const turn = (event: string, by: 'holder' | 'mod' | 'clock') => ({
  event,
  by,
  from: 'held' as const,
  to: 'kept' as const,
  reason: 'Xyloreason',
  at: toInstant('2026-11-04T12:00:00.000Z'),
  fromDay: null,
  toDay: null,
})

test('every event of the table is said in words of its own', () => {
  const kinds = Object.keys(CLAIM_TABLE) as EventKind[]
  const said = kinds.map((kind) => sayTurn(turn(kind, 'mod'), { isMine: false }))
  assert.deepEqual(
    said.filter((line) => line.startsWith('Changed by')),
    [],
  )
  assert.equal(new Set(said).size, kinds.length)
})

test('no line says the reason: that is for the person and the mods, beside it', () => {
  for (const kind of Object.keys(CLAIM_TABLE))
    assert.doesNotMatch(sayTurn(turn(kind, 'mod'), { isMine: true }), /Xyloreason/)
})

test('somebody whom a mod entered has not been taken', () => {
  assert.equal(sayTurn(turn('claim', 'mod'), { isMine: true }), 'Entered by a mod')
  assert.equal(sayTurn(turn('claim', 'holder'), { isMine: true }), 'Taken by you')
})
