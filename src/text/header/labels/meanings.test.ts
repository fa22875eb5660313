// One label, several meanings: the value tells.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readHeader } from '#src/text/header/header.ts'

const read = (...lines: readonly string[]) => readHeader(`Title: Salt\n${lines.join('\n')}\n\nIt rained.`).fields

test('a series is a fandom where no fandom is named, and a series where it has a number', () => {
  assert.equal(read('Series: Lantern Coast').fandom, 'Lantern Coast')
  assert.equal(read('Series: Part 2 of The Bell').series, 'Part 2 of The Bell')
  assert.equal(read('Fandom: Lantern Coast', 'Series: The Bell').series, 'The Bell')
})

test('a category is a class of relationship, a list of genres, or a pairing of an archive', () => {
  assert.equal(read('Category: het').category, 'het')
  assert.equal(read('Category: Story, Angst').genre, 'Story, Angst')
  assert.deepEqual(read('Categories: Slash Pairings > Imre/Josune').pairings, ['Slash Pairings > Imre/Josune'])
})

test('a combined label is parted by what its value looks like', () => {
  assert.deepEqual(read('Rating/Warnings: PG-13; none'), { title: 'Salt', rating: 'PG-13', warnings: ['none'] })
  assert.deepEqual(read('Word Count/Rating: 1160 words/Gen'), { title: 'Salt', words: '1160 words', rating: 'Gen' })
  assert.deepEqual(read('Characters/Pairings: Imre/Josune, Bea'), {
    title: 'Salt',
    pairings: ['Imre/Josune'],
    characters: ['Bea'],
  })
  assert.deepEqual(read('Pairing/Characters: Ives & Odile, gen'), {
    title: 'Salt',
    pairings: ['Ives & Odile'],
    characters: ['Ives', 'Odile'],
    tags: ['gen'],
  })
  assert.deepEqual(read('Characters/Pairings: Imre/Josune, Ives & Odile, Bea & the boat, Ives'), {
    title: 'Salt',
    pairings: ['Imre/Josune', 'Ives & Odile'],
    characters: ['Ives', 'Odile', 'Bea & the boat'],
  })
  assert.deepEqual(read('Rating/Warnings: R (for blood, sex)').rating, 'R (for blood, sex)')
})

test('spoilers and warnings that tell the setting or the rating are read as that', () => {
  assert.equal(read('Spoilers: None, really, but the story happens in early Season Five').timing?.slice(0, 4), 'None')
  assert.equal(read('Warnings: This is rated NC-17 for blood').rating, 'This is rated NC-17 for blood')
  assert.equal(read('Warnings: blood').rating, undefined)
})

test('a warning in French may be a disclaimer', () => {
  assert.ok(read('Avertissement : rien ne m’appartient').disclaimer)
  assert.ok(read('Avertissement : violence').warnings)
})
