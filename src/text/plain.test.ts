// What a text is without its tags: for search, for mails, for downloads, for the beginning that lists show.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { excerpt } from './excerpt.ts'
import { fromPlain } from './from-plain.ts'
import { toPlain } from './plain.ts'
import { isSceneBreak } from './scene-break.ts'
import { parseHtml, toHtml } from './tree.ts'

const plain = (html: string): string => toPlain(parseHtml(html))

describe('plain text', () => {
  test('has an empty line between paragraphs, a line end for a break and stars for a scene break', () => {
    assert.equal(
      plain('<p>one\n two</p><p>three<br>four</p><hr><p>five</p>'),
      'one two\n\nthree\nfour\n\n* * *\n\nfive',
    )
  })
  test('keeps words apart that the page keeps apart', () => {
    assert.equal(plain('<p>a<em> b </em>c<strong>d</strong></p>'), 'a b cd')
    assert.equal(plain('<div>one</div>two<div>three</div>'), 'one\n\ntwo\n\nthree')
    assert.equal(plain('one<br><br>two'), 'one\n\ntwo')
    assert.equal(plain('a&nbsp;b<i>&nbsp;</i>c'), 'a\u00a0b\u00a0c')
  })
  test('numbers what is numbered', () => {
    assert.equal(
      plain('<ol start="3"><li>a</li><li><p>b</p></li></ol><ul><li>c<ul><li>d</li></ul></li></ul>'),
      '3. a\n\n4. b\n\n- c\n\n- d',
    )
  })
  test('keeps the lines of a poem in pre, the cells of a table, the reading of a ruby and the words for an image', () => {
    assert.equal(plain('<pre>one\n   two</pre>'), 'one\n   two')
    assert.equal(plain('<table><tr><th>a</th><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>'), 'a\tb\nc\td')
    assert.equal(plain('<ruby>漢<rt>かん</rt></ruby>'), '漢(かん)')
    assert.equal(plain('<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>'), '漢(かん)')
    assert.equal(plain('<p>see <img src="/files/a" alt="a map"></p>'), 'see [a map]')
    assert.equal(plain('<p><q>no</q></p>'), '“no”')
  })
})

describe('plain text becomes a tree', () => {
  test('of paragraphs, line breaks and scene breaks, with nothing in it read as a tag', () => {
    assert.equal(
      toHtml(fromPlain('one\ntwo\n\n \nthree <b>\n***\nfour')),
      '<p>one<br>\ntwo</p>\n<p>three &lt;b></p>\n<hr>\n<p>four</p>',
    )
  })
  test('and comes back as it was', () => {
    const word = fc.stringMatching(/^[A-Za-z<>&漢é”]{1,8}$/)
    const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
    const paragraph = fc.oneof(
      fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
      fc.constant('* * *'),
    )
    const text = fc.array(paragraph, { minLength: 1, maxLength: 6 }).map((all) => all.join('\n\n'))
    fc.assert(
      fc.property(
        text.filter((some) => some.split('\n').every((one) => one === '* * *' || !isSceneBreak(one))),
        (some) => assert.equal(toPlain(fromPlain(some)), some),
      ),
      { numRuns: 500 },
    )
  })
})

describe('a scene break', () => {
  const breaks =
    '***,* * *,---,----------,– – –,~ ~ ~,~*~*~,# # #,#,*,~,⁂,❦,oOo,-oOo-,xXxXx,x x x,X X X,===,+++,_____,•••,· · ·,~~~~,<3'.split(
      ',',
    )
  for (const line of breaks.slice(0, -1)) test(`is ${line}`, () => assert.equal(isSceneBreak(line), true))
  for (const line of ['...', '…', '—', '-', '--', '?', '!!!', 'xxx', 'ooo', 'no', '“', '1', '<3', '', '…?', '-->']) {
    test(`is not ${line}`, () => assert.equal(isSceneBreak(line), false))
  }
})

describe('an excerpt', () => {
  test('ends where a word ends', () => {
    assert.equal(excerpt('one two three', 9), 'one two…')
    assert.equal(excerpt('one two three', 13), 'one two three')
    assert.equal(excerpt('one, two', 5), 'one…')
    assert.equal(excerpt('one\n\n* * *\n\ntwo'), 'one two')
  })
  test('never divides a letter, and is never longer than was asked', () => {
    assert.equal(excerpt('👩‍👩‍👧‍👧👩‍👩‍👧‍👧', 12), '👩‍👩‍👧‍👧…')
    assert.equal(excerpt('漢字かな漢字かな', 4), '漢字かな…')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 1, max: 60 }), (text, length) => {
        const short = excerpt(text, length)
        assert.ok(short.length <= length + 1)
        assert.ok(short.isWellFormed())
      }),
    )
  })
})
