// Instants are text that sorts as time does.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  addMillis,
  daysLong,
  earlier,
  hours,
  instantAt,
  later,
  millisOf,
  minutes,
  toInstant,
} from '#src/kit/instants.ts'

const FIRST = Date.UTC(1970, 0, 1)
const LAST = Date.UTC(2199, 11, 31)
const millis = fc.integer({ min: FIRST, max: LAST })

describe('instants', () => {
  it('are the 24 characters of UTC, and nothing else is one', () => {
    assert.equal(toInstant('2026-11-22T10:00:00.000Z'), '2026-11-22T10:00:00.000Z')
    const wrong = [
      '',
      '2026-11-22',
      '2026-11-22T10:00:00Z',
      '2026-11-22T10:00:00.000+00:00',
      '2026-02-30T10:00:00.000Z',
    ]
    const more = [
      '2026-11-22T24:00:00.000Z',
      '2026-11-22T10:00:60.000Z',
      '2026-11-22t10:00:00.000z',
      ' 2026-11-22T10:00:00.000Z',
    ]
    for (const text of [...wrong, ...more]) assert.throws(() => toInstant(text), RangeError, text)
  })

  it('keep the year within four figures', () => {
    assert.throws(() => instantAt(Date.UTC(10000, 0, 1)), RangeError)
    assert.throws(() => addMillis(toInstant('9999-12-31T23:59:59.999Z'), 1), RangeError)
    assert.throws(() => instantAt(0.5), RangeError)
  })

  it('go to milliseconds and back unchanged', () => {
    fc.assert(fc.property(millis, (n) => millisOf(toInstant(instantAt(n))) === n))
  })

  it('are ordered by bytes exactly as by time', () => {
    fc.assert(
      fc.property(millis, millis, (a, b) => {
        const byBytes = Buffer.compare(Buffer.from(instantAt(a)), Buffer.from(instantAt(b)))
        assert.equal(byBytes, Math.sign(a - b))
        assert.equal(later(instantAt(a), instantAt(b)), instantAt(Math.max(a, b)))
        assert.equal(earlier(instantAt(a), instantAt(b)), instantAt(Math.min(a, b)))
      }),
    )
  })

  it('move by minutes, hours and stretches of 24 hours', () => {
    const noon = toInstant('2026-11-22T12:00:00.000Z')
    assert.equal(addMillis(noon, minutes(5)), '2026-11-22T12:05:00.000Z')
    assert.equal(addMillis(noon, hours(-13)), '2026-11-21T23:00:00.000Z')
    assert.equal(addMillis(noon, daysLong(2)), '2026-11-24T12:00:00.000Z')
  })
})
