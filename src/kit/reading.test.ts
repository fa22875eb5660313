// Reading settings as text: equal wishes are equal texts, and nothing that came from outside gets through.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ReadingPart, readingOf, readingParts, readingText, usualReading } from '#src/kit/reading.ts'

const anyReading = fc.record(
  Object.fromEntries(
    Object.entries(readingParts).map(([part, choices]) => [part, fc.constantFrom<string>(...choices)]),
  ) as Record<ReadingPart, fc.Arbitrary<string>>,
  { requiredKeys: [] },
)

test('every choice comes back as it was made', () => {
  fc.assert(fc.property(anyReading, (reading) => assert.deepEqual(readingOf(readingText(reading)), { ...reading })))
})

test('the order in which choices are said makes no difference', () => {
  assert.equal(readingText(readingOf('size-large.paper-dark')), readingText(readingOf('paper-dark.size-large')))
})

test('what is not known is left out, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const [part, choice] of Object.entries(readingOf(text)))
        assert.ok(readingParts[part as ReadingPart].some((known) => known === choice))
    }),
  )
  assert.deepEqual(readingOf('paper-gold.face-"><script>.constructor-x.__proto__-y.size-large'), { size: 'large' })
})

test('that everything is as usual is a choice too, and nothing said is as usual', () => {
  assert.deepEqual([readingText(usualReading), readingOf('usual'), readingOf(undefined)], ['usual', {}, {}])
})
