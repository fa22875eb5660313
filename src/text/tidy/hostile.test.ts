// Text that was made to keep a step of tidying busy takes work in proportion to its length.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workFor } from '#tests/support/work-done.ts'
import { parseHtml } from '../tree.ts'
import { tidy } from './tidy.ts'

const upTo = (length: number, bit: string): string => bit.repeat(Math.ceil(length / bit.length))

const texts: Readonly<Record<string, (length: number) => string>> = {
  'calls of one note': (length) => `<p id=n>${upTo(length, '<a href="#n">1</a>')}</p>`,
  'notes without an end': (length) => upTo(length, '<p id=n><a href="#n">*</a>'),
  'line breaks': (length) => `<p>${upTo(length, '<br><i>x</i>')}</p>`,
  'scene breaks': (length) => upTo(length, '***<br>'),
  'empty paragraphs': (length) => upTo(length, '<p>&nbsp;</p>'),
  'comments of a sheet': (length) => `<style>${upTo(length, '/*')}</style><p>x</p>`,
  'a sheet without braces': (length) => `<style>${upTo(length, '.a ')}</style><p class=a>x</p>`,
  'unseen letters': (length) => `<p>${upTo(length, 'a\u200d')}</p>`,
  'broken letters': (length) => `<p>${upTo(length, 'â€™')}</p>`,
  'tags of a journal': (length) => upTo(length, '<p><lj user=a></p>'),
  'marks of Word': (length) => upTo(length, '<span style="font-style:italic">x</span>'),
  'one word': (length) => upTo(length, 'x'),
  'line ends': (length) => upTo(length, 'x\n'),
}

for (const [what, make] of Object.entries(texts)) {
  test(`${what} take no more than their share`, async () => {
    const spent = async (length: number): Promise<number> => {
      const tree = parseHtml(make(length))
      return workFor(() => tidy(tree))
    }
    await spent(20_000)
    const small = await spent(100_000)
    const large = await spent(400_000)
    // Four times the length; a square would be sixteen times the work.
    assert.ok(large < 10 * Math.max(small, 15), `${small} ms, then ${large} ms`)
  })
}
