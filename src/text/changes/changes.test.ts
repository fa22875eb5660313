// What changed between two texts: put together again it is both of them, and a book written anew keeps nobody waiting.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changesBetween, type Passage } from './changes.ts'

const paragraphs = (passages: readonly Passage[], without: 'gone' | 'new'): string =>
  passages
    .flatMap((passage) => {
      if (passage.is === 'same') return passage.paragraphs
      const words = passage.stretches.flatMap(({ is, words: said }) => (is === without ? [] : [said])).join('')
      return words === '' ? [] : [words]
    })
    .join('\n\n')

test('a word that was changed is the only one that is told', async () => {
  const found = await changesBetween('One.\n\nThe bell rang twice.\n\nEnd.', 'One.\n\nThe bell rang once.\n\nEnd.')
  assert.deepEqual(found[1], {
    is: 'changed',
    stretches: [
      { is: 'same', words: 'The bell rang ' },
      { is: 'gone', words: 'twice' },
      { is: 'new', words: 'once' },
      { is: 'same', words: '.' },
    ],
  })
})

test('paragraphs that have nothing in common are told whole', async () => {
  const [found] = await changesBetween('It was a dark night.', 'Nobody had asked Pell, or ever would.')
  assert.deepEqual(found?.is === 'changed' && found.stretches.map(({ is }) => is), ['gone', 'new'])
})

test('whatever changed, what is told is both texts', async () => {
  const text = fc.array(
    fc.array(fc.constantFrom('the', 'bell', 'goose,', '漢字', '“no”', 'rang.'), { minLength: 1, maxLength: 6 }),
    { maxLength: 8 },
  )
  const written = (said: readonly string[][]): string => said.map((words) => words.join(' ')).join('\n\n')
  await fc.assert(
    fc.asyncProperty(text, text, async (one, other) => {
      const found = await changesBetween(written(one), written(other))
      assert.equal(paragraphs(found, 'new'), written(one))
      assert.equal(paragraphs(found, 'gone'), written(other))
    }),
    { numRuns: 60 },
  )
})

test('half a million letters, every word another one, are no work for long', async () => {
  const book = (word: string): string =>
    Array.from({ length: 2_500 }, (_, at) =>
      Array.from({ length: 36 }, (__, of) => `${word}${(at * 31 + of * 7) % 97}`).join(' '),
    ).join('\n\n')
  const began = performance.now()
  await changesBetween(book('tide'), book('wave'))
  await changesBetween(book('tide'), book('tide').replaceAll('tide5 ', 'wave5 '))
  await changesBetween('x '.repeat(250_000), 'y '.repeat(250_000))
  // A guard against the square of it, not a measurement: it takes a few tenths of a second.
  assert.ok(performance.now() - began < 8_000)
})
