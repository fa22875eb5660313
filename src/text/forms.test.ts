// What a paste is written in, and what Markdown and odd characters become.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Refusal } from '#src/kit/refusal.ts'
import { cleanText } from './clean.ts'
import { formOf } from './form-of.ts'
import { fromMarkdown } from './from-markdown.ts'
import { readText } from './read-text.ts'

describe('the form of a paste', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['<p>Hello</p>', 'html'],
    ['Hello<br>you', 'html'],
    ['I <3 you & you <3 me; a < b > c', 'plain'],
    ['Hello <you@example.org>', 'plain'],
    ['One *very* good day', 'markdown'],
    ['One _very_ good day', 'markdown'],
    ['some_file_name and 2*3*4', 'plain'],
    ['# The Title\n\ntext', 'markdown'],
    ['one\n\n* * *\n\ntwo', 'plain'],
    ['one\n# # #\ntwo', 'plain'],
    ['see [here](https://example.org/)', 'markdown'],
    ['[Fandom] Title', 'plain'],
    ['- a\n- b', 'plain'],
    ['<lj-cut text="more">x</lj-cut>', 'html'],
  ]
  for (const [text, form] of cases) test(`${JSON.stringify(text)} is ${form}`, () => assert.equal(formOf(text), form))
})

describe('Markdown', () => {
  const html = (text: string): string => readText({ text, form: 'markdown' }).html
  test('has its emphasis, links and quotes', () => {
    assert.equal(
      html('_a_ **b** [c](https://d.example/)'),
      '<p><em>a</em> <strong>b</strong> <a href="https://d.example/" rel="nofollow ugc noopener">c</a></p>\n',
    )
  })
  test('takes every shape of scene break, and none for code or a heading', () => {
    for (const line of ['~~~', '* * *', '# # #', '---', 'oOo', '==='])
      assert.equal(html(`one\n${line}\ntwo`), '<p>one</p>\n<hr>\n<p>two</p>\n')
  })
  test('does not take an indented paragraph for code', () => {
    assert.equal(html('    She left.\n\n\tHe stayed.'), '<p>She left.</p>\n<p>He stayed.</p>\n')
  })
  test('keeps line ends that were typed, and joins lines that were wrapped', () => {
    assert.match(fromMarkdown('Title: A\nAuthor: B'), /Title: A<br>\nAuthor: B/)
    const wrapped = `${`${'word '.repeat(14).trim()}\n`.repeat(6)}end.`
    assert.doesNotMatch(fromMarkdown(wrapped), /<br>/)
  })
  test('may hold HTML, which is sanitised like any other', () => {
    assert.equal(html('a <u>b</u> <script>c</script>'), '<p>a <u>b</u> </p>\n')
  })
})

describe('text from a form', () => {
  test('has no NUL, no half letters, no BOM and one kind of line end', () => {
    assert.equal(cleanText('\ufeffa\u0000b\ud800c\r\nd\re\u0007'), 'ab\ufffdc\nd\ne')
  })
  test('of more than two million characters is refused with a sentence', () => {
    assert.throws(
      () => cleanText('x'.repeat(2_000_001)),
      (error) => error instanceof Refusal && error.code === 'text/too-long',
    )
  })
})

describe('reading a text', () => {
  test('gives everything that is kept of it', () => {
    assert.deepEqual(readText({ text: '<p>It\u0092s <b>me</b>.<script>x</script></p>', form: 'guess' }), {
      form: 'html',
      html: '<p>It’s <b>me</b>.</p>',
      plain: 'It’s me.',
      words: 2,
      excerpt: 'It’s me.',
      removed: [{ what: '<script>', count: 1 }],
      tidied: [{ kind: 'letters', count: 1 }],
      sanitiserVersion: 3,
    })
  })
  test('of nothing gives nothing', () => {
    assert.equal(readText({ text: '', form: 'guess' }).html, '')
    assert.equal(readText({ text: ' \n ', form: 'html' }).words, 0)
  })
  test('keeps right-to-left text, CJK and ruby', () => {
    const html = '<p dir="rtl">שלום <bdi>Bob</bdi></p><p><ruby>漢字<rt>かんじ</rt></ruby></p>'
    assert.equal(readText({ text: html, form: 'html' }).html, html)
  })
})
