// Text that would keep a parser busy for ever is refused at once; sloppy text that people really have is not.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '#src/kit/refusal.ts'
import { prescan } from './prescan.ts'
import { readText } from './read-text.ts'
import { parseHtml } from './tree.ts'
import { workFor } from '#tests/support/work-done.ts'

const isTooDeep = (error: unknown): boolean => error instanceof Refusal && error.code === 'text/too-deep'
const refused = (html: string): void => assert.throws(() => prescan(html), isTooDeep)
const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('')
const upTo = (length: number, make: (index: number) => string): string =>
  many(Math.ceil(length / make(1000).length), make)

describe('before parsing', () => {
  test('unclosed formatting is refused in milliseconds', async () => {
    for (const length of [69_000, 139_000, 2_000_000]) {
      const html = upTo(length, (index) => `<b id=${index}><p>`)
      assert.ok((await workFor(() => refused(html))) < 100)
    }
  })
  test('deep nesting is refused, and the depth of people is not', () => {
    refused(many(10_000, () => '<div>'))
    refused(many(257, () => '<span>'))
    prescan(many(250, () => '<div>') + many(250, () => '</div>'))
  })
  test('an element with more attributes than anybody writes is refused', () => {
    refused(`<p ${many(300, (index) => `a${index} `)}>`)
    prescan(`<p ${many(100, (index) => `a${index}="x>y" `)}>`)
  })
  test('ends that may be left out, forgotten ends and ends too many are no reason to refuse', () => {
    prescan(many(5_000, (index) => `<p>${index}`))
    prescan(many(5_000, () => '<p><i>text'))
    prescan(many(5_000, () => '<p><font face=Arial>text</p>'))
    prescan(many(5_000, () => '<div><span>text</div>'))
    prescan(many(5_000, (index) => `<a name="${index}">text`))
    prescan(`<ul>${many(5_000, () => '<li>text')}`)
    prescan(`<table>${many(5_000, () => '<tr><td>a<td>b')}`)
    prescan(many(5_000, () => 'a<br>b<hr><img src=x>'))
    prescan(many(5_000, () => '</div></b>'))
    prescan(`<select>${many(5_000, () => '<option>a')}</select>`)
    prescan(`<script>${many(5_000, () => '<b><div>')}</script>`)
    prescan(`<!-- ${many(5_000, () => '<b><div>')} -->`)
    prescan(`<p title="${many(5_000, () => '<b><div>')}">`)
  })
  test('it takes work in proportion to the length, whatever the text', async () => {
    const bits = [
      '<',
      '</',
      '<!--',
      '<a ',
      '<a="',
      "='",
      '<b>',
      '</b>',
      ' ',
      '=',
      '<p>',
      '<ul><li>',
      '"',
      '/',
      '<script>',
      'x',
      '<table><td>',
    ]
    for (const [first, second] of bits.flatMap((one) => bits.map((other) => [one, other] as const))) {
      const html = (first + second).repeat(Math.floor(1_000_000 / (first.length + second.length)))
      const spent = await workFor(() => {
        try {
          prescan(html)
        } catch (error) {
          assert.ok(isTooDeep(error))
        }
      })
      assert.ok(spent < 1_500, `${first}${second}: ${spent} ms`)
    }
  })
})

describe('while parsing', () => {
  test('what the first look missed is refused by counting once more', () => {
    const missed = many(400, () => '<span><div></span>'.repeat(3))
    prescan(missed)
    assert.throws(() => parseHtml(missed), isTooDeep)
    assert.throws(() => parseHtml('<rt>'.repeat(10_000)), isTooDeep)
  })
  test('no text of tags makes more than we can hold, or lasts longer than we wait', () => {
    const tag = fc.constantFrom(...'b i a p div span table tr td li ul h1 font nobr button svg'.split(' '))
    const bit = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      tag.map((name) => `<${name} id=1>`),
    )
    fc.assert(
      fc.property(fc.array(bit, { minLength: 1, maxLength: 12, size: 'max' }), (bits) => {
        const text = bits.join('').repeat(400)
        try {
          readText({ text, form: 'html' })
        } catch (error) {
          assert.ok(isTooDeep(error), String(error))
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('an ordinary text', () => {
  test('of 500,000 characters is read in less than a second, and one without a space too', async () => {
    const paragraph = `<p>“Well,” she <em>said</em>, and closed the <a href="https://a.example/">door</a> behind her &mdash; the rain hadn't stopped.</p>\n`
    const ordinary = paragraph.repeat(Math.ceil(500_000 / paragraph.length))
    const read = () => readText({ text: ordinary, form: 'guess' }).words
    assert.equal(read(), Math.ceil(500_000 / paragraph.length) * 13)
    assert.ok((await workFor(read)) < 1_500)
    assert.equal(readText({ text: 'x'.repeat(1_000_000), form: 'guess' }).words, 1)
  })
})
