// What must hold of the header reader: the post that everything serves, what it must not invent, and that nothing is lost or slow.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readHeader } from './header.ts'
import { workFor } from '#tests/support/work-done.ts'

const post = `Ficlet – The Kettle and the Key

My piece for this round is still in the works; so as not to leave you with nothing on my day, here is a small offering.
The other one should be ready for the Free For All!

Title: The Kettle and the Key
Author: mara_quill
Timing: S7
Rating: PG-13
Words: 603
Summary: Set during "Touched", the night before the plan.

A/N: Thanks to heronfeather for being my last-minute sounding board.

"We are none of us getting out of here the way we came." ~ Halloran in "The Long Watch."


The kettle had been cold for an hour when she found it.

She put the key down. "Note: I did ask. You weren't listening."
`

test('a post as people write it comes apart into form, preface, fields, epigraph and story', () => {
  const { form, fields, preface, epigraph, bodyFrom, roleHint } = readHeader(post)
  assert.equal(form, 'ficlet')
  assert.deepEqual(fields, {
    title: 'The Kettle and the Key',
    author: 'mara_quill',
    timing: 'S7',
    rating: 'PG-13',
    words: '603',
    summary: 'Set during "Touched", the night before the plan.',
    notes: 'Thanks to heronfeather for being my last-minute sounding board.',
  })
  assert.match(preface, /^My piece for this round.*Free For All!$/su)
  assert.deepEqual(epigraph, {
    text: '"We are none of us getting out of here the way we came."',
    attribution: 'Halloran in "The Long Watch."',
  })
  assert.match(post.slice(bodyFrom), /^The kettle had been cold.*listening\."\n$/su)
  assert.equal(roleHint, 'stand-in')
})

test('the marks of a label in bold are not left at the end of what was said before it', () => {
  const { preface, fields } = readHeader(
    'My first one, be kind!\n\n**Title:** Rope\n**Author:** mara_quill\n**Rating:** G\n\n---\n\nIt rained.\n',
  )
  assert.equal(preface, 'My first one, be kind!')
  assert.equal(fields.title, 'Rope')
})

test('every field says where it stands in the post', () => {
  for (const { from, to, value, confidence } of readHeader(post).found) {
    assert.equal(post.slice(from, to), value)
    assert.ok(confidence > 0 && confidence <= 1)
  }
})

test('a story without a header is all story, whatever its people say', () => {
  for (const story of [
    'It rained on the ferry all the way, and nobody spoke. Imre counted ropes.\n\n"Twelve," he said.\n\n"Warning: there are thirteen," said the ferryman.\n\nThey went on.',
    '"No."\n\nShe said it again, by the door.\n\nThe lamp went out: nobody had lit it.',
    'The tide was out.\n\nJosune walked.',
  ]) {
    const { fields, bodyFrom } = readHeader(story)
    assert.deepEqual(fields, {})
    assert.equal(bodyFrom, 0)
  }
})

test('labels are known in bold, brackets, bullets, tables and capitals, with a wide colon and with a space before it', () => {
  const ways: ((label: string, value: string) => string)[] = [
    (label, value) => `**${label}:** ${value}`,
    (label, value) => `[b]${label}:[/b] ${value}`,
    (label, value) => `[${label}] ${value}`,
    (label, value) => `♛ ${label}: ${value}`,
    (label, value) => `${label}\t${value}`,
    (label, value) => `${label.toUpperCase()} : ${value}`,
    (label, value) => `${label}：${value}`,
    (label, value) => `${label} - ${value}`,
    (label, value) => `#${label}:${value}`,
    (label, value) => `${label}::${value}`,
  ]
  for (const way of ways) {
    const lines = [
      way('Title', 'Salt Road'),
      way('Author', 'tidewrack'),
      way('Rating', 'PG'),
      way('Pairing', 'Imre/Josune'),
    ]
    const { fields } = readHeader(`${lines.join('\n')}\n\nThe boat had no oars.`)
    const wanted = { title: 'Salt Road', author: 'tidewrack', rating: 'PG', pairings: ['Imre/Josune'] }
    assert.deepEqual(fields, wanted, lines.join(' '))
  }
})

test('several labels stand in one line, with strokes between them or with nothing but a lost line end', () => {
  const { fields } = readHeader(
    'Author: tidewrack-88Word Count: 409\nRating: G | Genre: drama | Pairing: none\n\nIt rained.',
  )
  assert.deepEqual(fields, { author: 'tidewrack-88', words: '409', rating: 'G', genre: 'drama', pairings: ['none'] })
})

test('a label knows its kin in other languages', () => {
  const german = readHeader(
    'Titel: Salz\nAutor: Fay\nAltersfreigabe: Ab 14\nPaar: Imre/Josune\nInhalt: Imre kehrt zurück.\n\nEs regnete.',
  )
  assert.deepEqual(Object.keys(german.fields), ['title', 'author', 'rating', 'pairings', 'summary'])
  const russian = readHeader('Название: «Соль»\nПэйринг: Имре/Жозуне\nРейтинг: R\nРазмер: Мини\n\nШёл дождь.')
  assert.deepEqual(russian.fields, { title: 'Соль', pairings: ['Имре/Жозуне'], rating: 'R', words: 'Мини' })
})

test('what stands without a label is found by its look', () => {
  const { fields, bodyFrom } = readHeader(
    'Rope and Rain\nby tidewrack\n\nImre/Josune, PG-13, 1200 words\n\nThe rope was wet.',
  )
  assert.deepEqual(fields, {
    title: 'Rope and Rain',
    author: 'tidewrack',
    pairings: ['Imre/Josune'],
    rating: 'PG-13',
    words: '1200 words',
  })
  assert.ok(bodyFrom > 40)
})

test('the reader of a page gets its value, not the furniture around it', () => {
  const page =
    'tidewrack (tidewrack) wrote in lanternfest,\n  • Mood: tired\n\nFic: Salt Road (1/3)\n\nJan 27, 2009 11:22\n\nAuthor: tidewrack\nSummary: No oars.\n\n( Read more... )'
  const { fields, frame, preface } = readHeader(page)
  assert.deepEqual(fields, { title: 'Salt Road', chapter: '1/3', author: 'tidewrack', summary: 'No oars.' })
  assert.match(frame, /wrote in lanternfest.*Mood.*2009.*Read more/su)
  assert.equal(preface, '')
})

const piece: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'Title: x',
    'Fic: y',
    'by z',
    '***',
    '',
    '',
    'Rating/Warnings: PG; none',
    '"Q." ~ A',
    '( cut )',
    '[gap]',
    'Notes:',
    '12:27 amTitolo: q',
    'Chapter 1',
    'Summary: a (Note: b)',
    '**Title:** x',
    'Rating - PG',
    '{Author} z | Words: 3',
    '| Pairing | A/B |',
    '> “Q.”',
    '– A',
    'SUMMARY',
    'Fic:',
    'The End',
    'Tags: a, b',
    '“Speech,” she said.',
    'Prompt: \u2060Rating: R',
    'x\u2060',
    'read on ao3',
    'GeschichteDrama / P12 / Gen',
    '~*~*~*~',
    'Pairing/Characters: Ives & Odile, gen',
    'Thanks for reading! Crossposted to AO3.',
    'A/N: all mistakes are mine.',
    'The End. Feedback is love',
  ),
  fc.string({ maxLength: 60 }),
)

test('every letter and digit of the post lands in exactly one span', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (lines) => {
      const text = lines.join('\n')
      const { spans } = readHeader(text)
      assert.equal(spans.map(({ from, to }) => text.slice(from, to)).join(''), text)
      assert.ok(spans.every(({ from }, at) => at === 0 || from === spans[at - 1]?.to))
    }),
  )
})

test('each field is made of what its spans hold', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (lines) => {
      const text = lines.join('\n')
      const { found, bodyFrom, bodyTo } = readHeader(text)
      for (const { from, to, value } of found) assert.equal(text.slice(from, to).trim(), value.trim())
      for (const { from, to } of found) assert.ok(to <= bodyFrom || from >= bodyTo)
    }),
  )
})

test('a hostile post takes no longer than a long one', async () => {
  for (const text of [
    'a'.repeat(1_000_000),
    'Title: x\n'.repeat(100_000),
    'Warnings: '.concat('a, '.repeat(300_000)),
    'a:'.repeat(500_000),
    'Title\nx\n\n'.repeat(100_000),
    'Title: x '.repeat(100_000),
    'Title - x | '.repeat(100_000),
    `Summary: ${'and so it went on and on and the\n\n'.repeat(30_000)}`,
    `${'\u2060'.repeat(2)}Title: \u2060`.repeat(100_000),
  ]) {
    assert.ok((await workFor(() => readHeader(text))) < 1_000)
  }
})

test('a first sentence that begins with the words of the title belongs to the story; the title said again does not', () => {
  const story = 'The bell rang, and nobody had touched it since the spring.'
  for (const again of ['', 'The Bell\n\n', 'The Bell (1/2)\n\n']) {
    const text = `Title: The Bell\n\n${again}${story}\n\nThen it was still.`
    const { fields, bodyFrom } = readHeader(text)
    assert.equal(fields.title, 'The Bell')
    assert.ok(text.slice(bodyFrom).trim().startsWith(story), `${again}: ${text.slice(bodyFrom)}`)
  }
})
