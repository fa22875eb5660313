// The sanitiser against very many random texts; the seed is printed, so that a failure can be seen again.
import { test } from 'node:test'
import fc from 'fast-check'
import { isHarmless, isTextKept, soup } from '#tests/support/html-soup.ts'
import { xssPayloads } from '#tests/support/xss-payloads.ts'

const seed = Number(process.env.SOAK_SEED ?? 1) | 0

test('no random text leaves anything that could act', () => {
  fc.assert(fc.property(soup, isHarmless), { numRuns: 100_000, seed })
})

test('no random text loses a letter', () => {
  fc.assert(fc.property(soup, isTextKept), { numRuns: 100_000, seed })
})

test('no payload acts in the midst of other text', () => {
  const broken = fc
    .tuple(soup, fc.constantFrom(...xssPayloads), soup, fc.constantFrom(...xssPayloads))
    .map((parts) => parts.join(''))
  fc.assert(fc.property(broken, isHarmless), { numRuns: 50_000, seed })
})
