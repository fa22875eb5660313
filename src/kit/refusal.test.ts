// A refusal carries its sentence for people, its code for machines, and what is possible instead.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isMissing, Refusal } from './refusal.ts'

test('a refusal says no in a sentence, about a field, with an offer', () => {
  const offers = [{ label: 'Take the 4th', post: '/claims', fields: { day: '4' } }]
  const refusal = new Refusal('taken', 'claim/taken', 'Somebody has it.', { about: 'day', offers })
  assert.ok(refusal instanceof Error)
  assert.equal(refusal.message, 'claim/taken: Somebody has it.')
  const { kind, code, sentence, about } = refusal
  assert.deepEqual(
    { kind, code, sentence, about, offers: refusal.offers },
    { kind: 'taken', code: 'claim/taken', sentence: 'Somebody has it.', about: 'day', offers },
  )
  assert.deepEqual([new Refusal('closed', 'x', 'No.').about, new Refusal('closed', 'x', 'No.').offers], [undefined, []])
})

test('what is missing and what is secret are told alike', () => {
  const { kind, code, sentence } = isMissing('round')
  assert.deepEqual(
    { kind, code, sentence },
    { kind: 'missing', code: 'round/missing', sentence: 'There is no such round here.' },
  )
})
