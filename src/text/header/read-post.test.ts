// Posts in the forms in which they come: the header is read alike, and the story keeps its markup.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPost } from './read-post.ts'

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

test('what was taken out of the story is said', () => {
  const { warnings } = readPost('Title: x\n\n<p>It rained.</p><script>alert(1)</script>', 'guess')
  assert.deepEqual(warnings, ['Taken out: <script>.'])
})
