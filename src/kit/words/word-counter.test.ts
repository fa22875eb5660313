// While somebody types, only the paragraph under their hands is counted, and the sum is that of the whole text.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { countWordsOf } from './count-words.ts'
import { wordCounter } from './word-counter.ts'

describe('words while typing', () => {
  test('are counted in the paragraph that changed, and in no other', () => {
    const asked: string[] = []
    const counter = wordCounter((block) => {
      asked.push(block)
      return countWordsOf(block)
    })
    assert.equal(counter.countOf(['one two', 'three', '', 'three']), 4)
    assert.equal(counter.countOf(['one two', 'three four', '', 'three']), 5)
    assert.equal(counter.countOf(['three', 'one two']), 3)
    assert.deepEqual(asked, ['one two', 'three', '', 'three four'])
  })

  test('of any text, however it changes, are those of the text as it stands', () => {
    const block = fc.array(fc.constantFrom('a', 'it’s', '漢', '--', '-', ' ', '.', '\n', 'é'), { maxLength: 8 })
    const text = fc.array(
      block.map((bits) => bits.join('')),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (states) => {
        const counter = wordCounter()
        for (const blocks of states) {
          const one = blocks.reduce((sum, some) => sum + countWordsOf(some), 0)
          assert.equal(counter.countOf(blocks), one)
          assert.equal(countWordsOf(blocks.join('\n')), one)
        }
      }),
    )
  })
})
