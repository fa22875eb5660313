// A mail as text and as a page say the same, and neither can be broken by what stands in it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { load } from '#tests/support/html.ts'
import { letterHtml } from './letter-html.ts'
import { type Letter, letterText, paragraphsOf } from './letter.ts'

const letter: Letter = {
  site: 'Tidewater Fests',
  subject: 'Your day: Monday 2 November',
  heading: 'Lantern Season',
  paragraphs: [
    'Monday 2 November is yours.',
    'You can move it or give it back, and nobody asks why you do; the mods only see that the day is open again.',
  ],
  link: { label: 'To the page of your claim', address: 'https://fest.example/c/tidewater' },
  why: 'You get this because you take part.',
  stop: 'https://fest.example/mail/stop?key=1.claim.abc',
}

test('the text of a mail reads by itself', () => {
  assert.equal(
    letterText(letter),
    `Monday 2 November is yours.

You can move it or give it back, and nobody asks why you do; the mods
only see that the day is open again.

To the page of your claim:
https://fest.example/c/tidewater

--
Tidewater Fests
Lantern Season
You get this because you take part.

Stop mails like this one:
https://fest.example/mail/stop?key=1.claim.abc
`,
  )
})

test('paragraphs are parted by empty lines', () => {
  assert.deepEqual(paragraphsOf('\nOne\nand on\n\n  \nTwo\n'), ['One\nand on', 'Two'])
})

test('whatever stands in a mail, its page has one link and one rule, and its text is as long as it was', () => {
  const words = fc.string({ maxLength: 200, unit: 'grapheme' })
  fc.assert(
    fc.property(words, words, words, (heading, paragraph, label) => {
      const told = { ...letter, heading, paragraphs: [paragraph], link: { label, address: 'https://fest.example/' } }
      const html = letterHtml({ ...told, stop: undefined })
      assert.equal([...html.matchAll(/<a /g)].length, 1)
      assert.equal([...html.matchAll(/<(script|img|link|form|b)\b/g)].length, 0)
      assert.ok(load(html).text.includes(letter.why))
      for (const line of letterText(told).split('\n')) assert.ok(line.length <= 72 || !line.trim().includes(' '), line)
    }),
  )
})
