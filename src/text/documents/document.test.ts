// Documents of every kind give the text that their writer would have pasted; what is none is refused with what works instead.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { zipSync } from 'fflate'
import { Refusal } from '#src/kit/refusal.ts'
import { bomb, docx, docxParts, epub, odt, rtf } from '#tests/support/documents.ts'
import { readPost } from '../header/read-post.ts'
import { readText } from '../read-text.ts'
import { readDocument } from './document.ts'
import { decoded } from './encodings.ts'
import { readRtf } from './rtf.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const open = (bytes: Uint8Array, name = 'story') => readDocument({ name, bytes })

const documents = { docx, odt, rtf, epub } as const

describe('a document', () => {
  for (const [kind, make] of Object.entries(documents)) {
    test(`of the kind .${kind} keeps its words, looks, headings, scene breaks and notes`, async () => {
      const { text, form } = await open(make())
      assert.equal(form, 'html')
      assert.deepEqual(readPost(text, form).header.fields, { title: 'Tallow', author: 'mara', rating: 'PG' })
      const { html: body, words } = readText({ text, form })
      assert.match(body, /<h2[^>]*>The Ferry<\/h2>/)
      assert.match(body, /Nothing <em>burned<\/em>, <(?:s|del)>not<\/(?:s|del)> <u>ever<\/u>\./)
      assert.match(body, /<hr>/)
      const [, note] = /It rained\..*?href="#(in-text-[\w-]+)"/.exec(body) ?? []
      assert.match(body, new RegExp(`id="${note}">(?:<p>)?A small note\\.`))
      assert.match(body, /A small note\..*<a [^>]*href="#in-text-[\w-]+"/)
      assert.ok(words >= 10)
    })
  }

  test('of several chapters has them under their headings', async () => {
    const { text } = await open(epub())
    assert.match(text, /<h2>The Quay<\/h2>\s*<a id="c2-top"><\/a><p>The tide was out\.<\/p>/)
    assert.doesNotMatch(text, /Contents/)
  })

  test('with pictures says that they stay behind', async () => {
    const { told, text } = await open(
      bytesOf('<html><body><p>One <img src="a.png"><img src="b.png"></p></body></html>'),
    )
    assert.deepEqual(told, ['2 pictures were not taken over.'])
    assert.match(text, /^<p>One/)
  })

  test('that is a page is read as one, whatever its name is, with what its styles mean', async () => {
    const page =
      '<!DOCTYPE html><html><head><title>x</title><style>.c1{font-style:italic}</style></head><body><p><span class="c1">One</span></p></body></html>'
    assert.deepEqual(await open(bytesOf(page), 'story.txt'), { text: '<p><em>One</em></p>', form: 'html', told: [] })
  })

  test('of plain words is what it looks like, and Markdown by its name', async () => {
    assert.deepEqual(await open(bytesOf('One\n\ntwo'), 'a.txt'), { text: 'One\n\ntwo', form: 'plain', told: [] })
    assert.equal((await open(bytesOf('One'), 'a.md')).form, 'markdown')
    assert.equal((await open(bytesOf('<i>One</i>'), 'a.txt')).form, 'html')
  })
})

describe('the letters of a text file', () => {
  const text = 'Title: Café\n\n“Naïve”, she said — twice.'
  const wide = (isBig: boolean, mark: boolean): Uint8Array => {
    const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
    return new Uint8Array(isBig ? bytes.swap16() : bytes)
  }
  const narrow = Uint8Array.from(
    text,
    (letter) => ({ '“': 0x93, '”': 0x94, '—': 0x97 })[letter] ?? letter.charCodeAt(0),
  )
  const cases: Record<string, Uint8Array> = {
    'UTF-8': bytesOf(text),
    'UTF-8 with its mark': bytesOf(`\ufeff${text}`),
    'UTF-16': wide(false, true),
    'UTF-16, big end first': wide(true, true),
    'UTF-16 without a mark': wide(false, false),
    cp1252: narrow,
  }
  for (const [name, bytes] of Object.entries(cases))
    test(`are read from ${name}`, async () => assert.equal((await open(bytes, 'a.txt')).text, text))
  test('of an old page are those that it names', () => {
    const page = Uint8Array.from('<meta charset=iso-8859-2><p>\xb1', (letter) => letter.charCodeAt(0))
    assert.match(decoded(page), /<p>ą$/)
  })
})

describe('RTF', () => {
  const html = (body: string): string => readRtf(`{\\rtf1\\ansi ${body}}`).html
  test('has letters in each of its three ways, and of other tables', () => {
    assert.equal(html(String.raw`na\'efve \u8220?x\u8221? \u-3913\'3f`), '<p>naïve “x” \uf0b7</p>')
    assert.equal(html(String.raw`{\fonttbl{\f1\fnil\fcharset204 Cyr;}}{\f1\'cf\'f0\'e8}`), '<p>При</p>')
  })
  test('loses nothing but what is no text', () => {
    assert.equal(
      html(
        String.raw`{\*\generator X}{\stylesheet{\s1 Heading;}}{\pict 0102ff}One {\field{\*\fldinst HYPERLINK "x"}{\fldrslt two}} \{three\}`,
      ),
      '<p>One two {three}</p>',
    )
  })
  test('that breaks off is read as far as it goes, and hostile nesting is refused', () => {
    assert.equal(html('One {\\i two'), '<p>One <em>two</em></p>')
    assert.throws(() => html('{'.repeat(100_000)), Refusal)
  })
})

describe('refused with a sentence', () => {
  const cases: readonly (readonly [what: string, code: string, bytes: () => Uint8Array])[] = [
    ['a bomb', 'document/too-large-inside', bomb],
    ['a file of more than 12 MB', 'document/too-large', () => new Uint8Array(12 * 1024 * 1024 + 1)],
    ['an older .doc', 'document/old-word', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0)],
    ['a PDF', 'document/pdf', () => bytesOf('%PDF-1.7')],
    ['a picture', 'document/kind', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13)],
    ['another archive', 'document/kind', () => zipSync({ 'a.txt': bytesOf('x') })],
    ['half a document', 'document/unreadable', () => docx().subarray(0, 700)],
    ['a document of nonsense', 'document/unreadable', () => zipSync({ 'word/document.xml': bytesOf('<w:x') })],
    ['nothing', 'document/unreadable', () => bytesOf('  \n')],
    [
      'nesting without end',
      'text/too-deep',
      () =>
        zipSync({
          mimetype: bytesOf('application/vnd.oasis.opendocument.text'),
          'content.xml': bytesOf('<a>'.repeat(20_000)),
        }),
    ],
    [
      'entities that grow',
      'document/unreadable',
      () =>
        zipSync({
          mimetype: bytesOf('application/vnd.oasis.opendocument.text'),
          'content.xml': bytesOf('<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'),
        }),
    ],
  ]
  for (const [what, code, bytes] of cases)
    test(`is ${what}`, () =>
      assert.rejects(
        open(bytes()),
        (error) => error instanceof Refusal && error.code === code && error.sentence.length > 30,
      ))

  test('is never a document whose sizes lie: no more is unpacked than it says', async () => {
    const honest = zipSync(
      Object.fromEntries(Object.entries(docxParts('')).map(([name, text]) => [name, bytesOf(text)])),
    )
    await assert.doesNotReject(open(honest))
    const lying = zipSync({ 'word/document.xml': new Uint8Array(5_000_000) })
    const view = new DataView(lying.buffer)
    for (let at = 0; at + 4 < lying.length; at += 1)
      if (view.getUint32(at, true) === 5_000_000) view.setUint32(at, 10, true)
    await assert.rejects(open(lying), Refusal)
  })
})
