// A book is a zip that readers accept: its first file says what it is, every page is well-formed, nothing is left unescaped.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { toInstant } from '#src/kit/instants.ts'
import { parseHtml } from '#src/text/tree.ts'
import { toXhtml } from '#src/text/xhtml.ts'
import { type Book, makeEpub } from './epub.ts'

const book = (change: Partial<Book> = {}): Book => ({
  uid: '0198c0de-0000-7000-8000-000000000001',
  title: 'Salt & <Sill>',
  creators: ['Oriel Finch', 'ismay_writes'],
  language: 'en',
  summary: 'A bell, "twice".',
  publisher: 'Tidewater Fests',
  source: 'https://fest.example/works/1',
  subjects: ['June/Sark'],
  publishedAt: toInstant('2026-11-02T10:00:00.000Z'),
  changedAt: toInstant('2026-11-03T10:00:00.000Z'),
  series: [],
  images: [],
  pages: [
    { title: 'Salt & <Sill>', kind: 'title', body: '<h1>Salt &amp; &lt;Sill&gt;</h1>' },
    {
      title: 'The story',
      body: toXhtml(parseHtml('<p>One<br>two &amp; <em>three</em> <s>four</s><hr><p>五<ruby>六<rt>ろく</rt></ruby>')),
    },
  ],
  ...change,
})

test('the first file says what it is, uncompressed, and the same book has the same bytes', async () => {
  const bytes = await makeEpub(book())
  assert.equal(strFromU8(bytes.slice(30, 38)), 'mimetype')
  assert.equal(strFromU8(bytes.slice(38, 58)), 'application/epub+zip')
  assert.deepEqual(await makeEpub(book()), bytes)
})

test('titles and names are escaped everywhere', async () => {
  const files = unzipSync(await makeEpub(book()))
  for (const name of ['OEBPS/package.opf', 'OEBPS/nav.xhtml', 'OEBPS/toc.ncx', 'OEBPS/page-1.xhtml']) {
    assert.match(strFromU8(files[name] ?? new Uint8Array()), /Salt &amp; &lt;Sill&gt;/, name)
  }
})

test('text becomes XHTML: closed, quoted, with ruby, strike and other scripts kept', () => {
  assert.equal(
    toXhtml(parseHtml('<p>a<br>b<hr><center title="x&quot;">c</center>')),
    '<p>a<br/>b</p><hr/><div title="x&quot;">c</div>',
  )
  assert.equal(toXhtml(parseHtml('<ruby>六<rt>ろく</rt></ruby>\u0001')), '<ruby>六<rt>ろく</rt></ruby>')
})

const jar = process.env.EPUBCHECK_JAR ?? '/usr/share/java/epubcheck.jar'

test(
  'epubcheck finds nothing',
  { skip: existsSync(jar) ? false : `EPUBCHECK WAS NOT RUN: there is no ${jar}` },
  async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'epub-')), 'book.epub')
    writeFileSync(file, await makeEpub(book()))
    assert.match(
      execFileSync('java', ['-jar', jar, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
      /No errors or warnings/,
    )
  },
)
