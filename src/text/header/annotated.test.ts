// How well the header reader agrees with people: posts in many manners and languages, some that it was mended on and some that it was not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPost } from './read-post.ts'
import { agreement, annotatedPosts } from '#tests/support/annotated-posts.ts'

const read = (text: string) => readPost(text, 'guess').header.fields

test('posts of many communities are read as a person reads them', () => {
  const { f1, precision, differences } = agreement(annotatedPosts('known'), read)
  assert.ok(f1 >= 0.97 && precision >= 0.97, differences.join('\n'))
})

// These are never mended on: whoever changes the reader looks at the figure, and not at the posts.
test('posts that were kept aside are read nearly as well', () => {
  const { f1, precision } = agreement(annotatedPosts('held-out'), read)
  assert.ok(f1 >= 0.92 && precision >= 0.94, `F1 ${f1}, precision ${precision}`)
})

test('in what has no header nothing is found', () => {
  for (const { name, text } of annotatedPosts('no-header')) {
    const { header } = readPost(text, 'guess')
    assert.deepEqual(header.fields, {}, name)
    assert.equal(header.bodyFrom, 0, name)
  }
})
