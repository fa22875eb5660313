// What must hold when a writer says what a stretch of the post is: it goes where it was said to go, and nothing is lost.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readPost } from './read-post.ts'
import { readHeader } from './header.ts'
import { type RuledKind, ruledKinds } from './ruled-kinds.ts'
import { ruled } from './rulings.ts'

const post = `My first one here.

Title: The Kettle
Rating: PG
Summary: It is cold.
Notes: For Fay.

Nobody drank the tea.

She put the key down.`

const saying = (words: string, is: RuledKind) => ({
  from: post.indexOf(words),
  to: post.indexOf(words) + words.length,
  is,
})
const after = (...rulings: ReturnType<typeof saying>[]) => ruled(post, readHeader(post), rulings)

test('a finding that is said to be another field is that field', () => {
  const { fields, preface } = after(saying('My first one here.', 'notes'), saying('For Fay.', 'dedication'))
  assert.deepEqual(fields, {
    title: 'The Kettle',
    rating: 'PG',
    summary: 'It is cold.',
    notes: 'My first one here.',
    dedication: 'For Fay.',
  })
  assert.equal(preface, '')
})

test('what is not needed is gone from the fields, and what is said before the story is preface', () => {
  const { fields, preface, frame } = after(saying('PG', 'nothing'), saying('It is cold.', 'preface'))
  assert.deepEqual(fields, { title: 'The Kettle', notes: 'For Fay.' })
  assert.equal(preface, 'My first one here.\n\nIt is cold.')
  assert.equal(frame, 'PG')
})

test('the story begins where the writer says, earlier with its whole line or later', () => {
  const early = after(saying('For Fay.', 'story'))
  assert.ok(post.slice(early.bodyFrom).startsWith('Notes: For Fay.\n\nNobody drank'))
  assert.equal(early.fields.notes, undefined)
  const late = after(saying('Nobody drank the tea.', 'epigraph'))
  assert.ok(post.slice(late.bodyFrom).trim().startsWith('She put the key down.'))
  assert.deepEqual(late.epigraph, { text: 'Nobody drank the tea.', attribution: '' })
})

test('a paragraph from the midst of the story stays where it is', () => {
  const { bodyFrom } = after(saying('She put the key down.', 'notes'))
  assert.equal(bodyFrom, readHeader(post).bodyFrom)
})

test('of HTML the story goes with its markup', () => {
  const source = '<p><b>Title:</b> Salt</p><p><b>Rating:</b> PG</p><p>It <i>rained</i>.</p><p>She went.</p>'
  const { text, header } = readPost(source, 'html')
  const from = text.indexOf('It rained.')
  const { body, header: again } = readPost(source, 'html', { rulings: [{ from, to: from + 10, is: 'summary' }] })
  assert.equal(body, '<p>She went.</p>')
  assert.deepEqual(again.fields, { ...header.fields, summary: 'It rained.' })
})

test('whatever is said, every letter of the post stays in exactly one stretch', () => {
  const ruling = fc.record({
    from: fc.integer({ min: -5, max: post.length + 5 }),
    length: fc.integer({ min: 0, max: 40 }),
    is: fc.constantFrom(...ruledKinds),
  })
  fc.assert(
    fc.property(fc.array(ruling, { maxLength: 8 }), (said) => {
      const rulings = said.map(({ from, length, is }) => ({ from, to: from + length, is }))
      const { spans, found, bodyFrom } = ruled(post, readHeader(post), rulings)
      assert.equal(spans.map(({ from, to }) => post.slice(from, to)).join(''), post)
      assert.ok(spans.every(({ from }, at) => from === (spans[at - 1]?.to ?? 0)))
      assert.ok(found.every(({ to }) => to <= bodyFrom))
    }),
  )
})

test('a community’s own word for a field is known in its posts', () => {
  const text = 'What they call it: Salt\nHow wet: PG-13\nPlace on the river: S2\n\nIt rained all night.\n\nShe went.'
  const own = [
    { word: 'What they call it', field: 'title' },
    { word: 'How wet', field: 'rating' },
    { word: 'place on the river', field: 'timing' },
  ] as const
  assert.deepEqual(readPost(text, 'plain', { own }).header.fields, { title: 'Salt', rating: 'PG-13', timing: 'S2' })
})

test('a community’s own kinds and ratings are known where nobody else would know them', () => {
  const lists = { kinds: ['Lamp piece', 'ficlet'], ratings: ['Calm', 'Squall', 'G'] }
  const over = readPost('Lamp piece – Salt\n\nIt rained all night, and nobody slept.', 'plain', { lists })
  assert.deepEqual([over.header.form, over.header.fields.title], ['Lamp piece', 'Salt'])
  assert.match(over.body, /^<p>It rained all night/)
  const text = 'Title: Salt\nPairing: Imre/Josune\nSquall\nSummary: Wet.\n\nIt rained all night.'
  assert.equal(readPost(text, 'plain', { lists }).header.fields.rating, 'Squall')
  const story = 'Calm, it was, and it rained.\n\nGo – she said. Ficlet of a thing.'
  assert.deepEqual(readPost(story, 'plain', { lists }).header.fields, {})
})
