// Posts in the forms in which they come: the header is read alike, and the story keeps its markup.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readPost } from './read-post.ts'
import { workFor } from '#tests/support/work-done.ts'

const wanted = { title: 'Tallow', author: 'mara', rating: 'PG', pairings: ['Imre/Josune'] }

test('HTML, Markdown and plain text give the same fields', () => {
  const posts = [
    '<h2>Fic: Tallow</h2><p><b>Author:</b> mara<br><strong>Rating</strong>: PG<br>Pairing: Imre/Josune</p><hr><p>Nothing <i>burned</i>.</p>',
    '<table><tr><td><b>Title:</b></td><td>Tallow</td></tr><tr><td>Author</td><td>mara</td></tr><tr><td>Rating:</td><td>PG</td></tr><tr><td>Pairing:</td><td>Imre/Josune</td></tr></table><p>Nothing <i>burned</i>.</p>',
    '# Tallow\n\n**Author:** mara\n**Rating:** PG\n**Pairing:** Imre/Josune\n\nNothing *burned*.',
    'Title: Tallow\nAuthor: mara\nRating: PG\nPairing: Imre/Josune\n\nNothing burned.',
    '<b>Title</b> Tallow\n<b>Author</b> mara\n<b>Rating</b> PG\n<b>Pairing</b> Imre/Josune\n\nNothing burned.',
  ]
  for (const post of posts) {
    const { header, body, words } = readPost(post, 'guess')
    assert.deepEqual(header.fields, wanted)
    assert.equal(words, 2)
    assert.match(body, /^\s*(?:<p>)?(?:\s*<br>\s*)*Nothing (?:<(i|em)>burned<\/\1>|burned)\.(?:<\/p>)?\s*$/u)
  }
})

test('of HTML nothing is lost at the place where header and story part', () => {
  const block = fc.constantFrom(
    '<p><b>Title:</b> Salt</p>',
    '<p>Rating: PG<br>Pairing: Imre/Josune<br>It rained on the ferry. And then it stopped.</p>',
    '<p>It rained.</p>',
    '<blockquote><p>“All doors.” ~ Halloran</p></blockquote>',
    '<div>loose <i>words</i> here</div>',
    '<hr>',
    '<table><tr><td>Author</td><td>mara</td></tr></table>',
    'bare text ',
  )
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
      const { header, text, body } = readPost(`<div>${blocks.join('\n')}</div>`, 'html')
      const letters = (said: string) => said.replace(/[^\p{L}\p{N}]/gu, '')
      const story = text.slice(header.bodyFrom)
      assert.equal(letters(body.replace(/<[^>]*>|&[a-z]+;/gu, '')), letters(story))
    }),
  )
})

test('of HTML, preface and notes keep their emphasis and links in the marks of plain text', () => {
  const { header, body } = readPost(
    `<p>It is <em>so</em> cold, I <b>mean <i>it</i></b>, says <a href="https://a.example/1">she</a> and <a href="javascript:x">he</a>.</p>
    <p><b>Title:</b> Salt</p><p><b>Notes: <i>for</i> Fay</b></p><p>It <i>rained</i>.</p><p>She went.</p><hr><p>Thanks for reading, <s>both</s> all of you!</p>`,
    'html',
  )
  assert.equal(header.preface, 'It is *so* cold, I **mean *it***, says [she](https://a.example/1) and he.')
  assert.equal(header.fields.notes, '*for* Fay')
  assert.equal(header.fields.endnotes, 'Thanks for reading, ~~both~~ all of you!')
  assert.equal(header.fields.title, 'Salt')
  assert.match(body, /It <i>rained<\/i>\.<\/p>\s*<p>She went\.<\/p>$/)
})

test('what was taken out of the story is said', () => {
  const { warnings } = readPost('Title: x\n\n<p>It rained.</p><script>alert(1)</script>', 'guess')
  assert.deepEqual(warnings, ['Taken out: <script>.'])
})

test('a paste of half a million characters is read, header and story, in less than a second', async () => {
  const header = 'Title: Tallow\nRating: PG\n\n'
  const story = 'Nothing burned, and nobody spoke of it. “No,” she said, and put the wick down.\n\n'.repeat(6_200)
  for (const form of ['plain', 'markdown', 'html'] as const) {
    const text = form === 'html' ? `<p>${(header + story).replaceAll('\n\n', '</p><p>')}</p>` : header + story
    assert.ok(text.length > 490_000)
    assert.ok((await workFor(() => readPost(text, form))) < 1_000, form)
  }
})
