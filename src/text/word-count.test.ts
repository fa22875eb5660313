// The vectors of the largest archive's own counter, and that counting by looking up equals counting by the letter of its rules.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { countWordsOf } from '#src/kit/words/count-words.ts'
import { sanitise } from './sanitize.ts'
import { parseHtml, textNodes } from './tree.ts'
import { countWords } from './word-count.ts'

const vectors: readonly (readonly [string, number])[] = [
  ['arm-rest is hyphenated', 3],
  ["don't do that", 3],
  ['don’t do that', 3],
  ['one—two—three', 3],
  ['one--two--three', 3],
  ['one,two,three', 3],
  ['一个简单の栗子', 7],
  ['“嘿Bob,” Alice说，‘啊？！？’', 5],
  ['3.5', 2],
  ['e.g.', 2],
  ['a_b', 1],
  ['wait…what', 2],
  ['?', 0],
  ['—', 0],
  ['one–two', 2],
  ['', 0],
  ['\u{20000}\u{20001}', 2],
  ['สวัสดี', 6],
  ['שלום עולם', 2],
  ['---', 0],
  ['so---no', 2],
  ['naïve naïve', 2],
]

describe('words are counted', () => {
  for (const [text, words] of vectors)
    test(`${JSON.stringify(text)} has ${words}`, () => assert.equal(countWordsOf(text), words))

  test('for each text node alone', () => {
    const count = (html: string): number => countWords(parseHtml(html))
    assert.equal(count('<em>won</em>derful'), 2)
    assert.equal(count('<p>one/two</p><p>three</p>'), 3)
    assert.equal(count('<b>嘿</b><i>bob</i>说'), 3)
    assert.equal(countWords(sanitise('<font>won</font>derful').tree), 1)
  })

  test('as the rules say it, whatever the letters', () => {
    const rule =
      /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[[\p{L}\p{M}\p{Nd}\p{Pc}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]]+/gv
    const byRule = (text: string): number =>
      (
        text
          .replaceAll('--', '—')
          .replace(/['’‘-]/g, '')
          .match(rule) ?? []
      ).length
    const unit = fc.oneof(
      fc.constantFrom(...Array.from(`ab 1-'’‘—–.,_漢かカไทé\u0301\n`)),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    )
    const text = fc.array(unit, { maxLength: 60, size: 'max' }).map((units) => units.join(''))
    fc.assert(
      fc.property(text, (some) => assert.equal(countWordsOf(some), byRule(some))),
      { numRuns: 3_000 },
    )
  })

  test('and the sum over the text nodes is the count of the text', () => {
    const tree = parseHtml('<p>one <b>two</b> three</p><p>four</p>')
    assert.equal(
      [...textNodes(tree)].reduce((sum, { value }) => sum + countWordsOf(value), 0),
      countWords(tree),
    )
  })
})
