// A uid is a UUIDv7: it begins with the moment it was made, so that uids sort as they came.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isUid, makeUid } from './ids.ts'
import { instantAt, millisOf, toInstant } from './instants.ts'
import type { Random } from './random.ts'

const filled = (byte: number): Random => ({ bytes: (length) => new Uint8Array(length).fill(byte) })

test('a uid has the form of the standard, with the moment in its first 48 bits', () => {
  // The example of RFC 9562, A.6.
  const now = toInstant('2022-02-22T19:22:22.000Z')
  assert.equal(makeUid(now, filled(0)), '017f22e2-79b0-7000-8000-000000000000')
  assert.equal(makeUid(now, filled(255)), '017f22e2-79b0-7fff-bfff-ffffffffffff')
})

const moment = fc.integer({ min: 0, max: millisOf(toInstant('9999-12-31T23:59:59.999Z')) })
const chance = fc.uint8Array({ minLength: 16, maxLength: 16 })

test('whatever the moment and the chance: the form is right, the moment can be read, and later sorts later', () => {
  fc.assert(
    fc.property(moment, moment, chance, chance, (one, other, first, second) => {
      const [a, b] = [
        makeUid(instantAt(one), { bytes: () => first.slice() }),
        makeUid(instantAt(other), { bytes: () => second.slice() }),
      ]
      assert.match(a, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      assert.ok(isUid(a))
      assert.equal(Number.parseInt(a.replace('-', '').slice(0, 12), 16), one)
      if (one !== other) assert.equal(a < b, one < other)
    }),
  )
})

test('a uid is known by its form', () => {
  for (const other of [
    '',
    '12',
    '017f22e279b070008000000000000000',
    '017F22E2-79B0-7000-8000-000000000000',
    ' 017f22e2-79b0-7000-8000-000000000000',
    '017f22e2-79b0-7000-8000-000000000000\n',
  ])
    assert.equal(isUid(other), false, other)
})
