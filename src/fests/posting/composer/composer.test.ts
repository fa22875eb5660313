// The small readings behind the composer: lists, the other lines of a header, ratings, and counts that differ.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filled, headerIn, linesOf, namesIn, warningsIn } from './header-lines.ts'
import { countDiffers } from './reading-in.form.ts'
import { houseTemplate, ratingIn, ratingNames } from '#src/fests/posting/header/header-template.ts'

test('names are parted by commas, semicolons and lines, but not inside brackets, and each is said once', () => {
  assert.deepEqual(namesIn('June, Pell (the elder, of the Light); Sark\nJune'), [
    'June',
    'Pell (the elder, of the Light)',
    'Sark',
  ])
  assert.deepEqual(namesIn(' , ;'), [])
  assert.deepEqual(warningsIn('drowning, storms'), ['drowning', 'storms'])
  const prose = 'Somebody drowns, though not for long, and comes back.'
  assert.deepEqual(warningsIn(prose), [prose])
})

test('the other lines of a header come back as they were, values of several lines too', () => {
  const header = { spoilers: 'all of book 1', series: 'Lamps\nand Ledgers', url: 'https://a.example/1' }
  assert.deepEqual(headerIn(linesOf(header)), header)
  assert.deepEqual(headerIn('just words\nand more'), { other: 'just words\nand more' })
  assert.deepEqual(headerIn(''), {})
})

test('what was typed stays when a paste is read again, and what is empty is filled', () => {
  const typed = new Map([
    ['title', 'Mine'],
    ['summary', ' '],
  ])
  const entries = filled(typed, { title: 'Found', summary: 'Found', notes: undefined })
  assert.deepEqual(Object.fromEntries(entries), { title: 'Mine', summary: 'Found' })
})

test('a rating is taken from the list where it begins with one, and is never guessed', () => {
  const said = [
    'PG13',
    'pg-13, for language',
    'NC-17!',
    'R',
    'R (for reasons)',
    'R for language',
    'PG 13 with some swearing',
    'Rather mild',
    'mild, I think?',
    'PG15',
    undefined,
  ]
  assert.deepEqual(
    said.map((words) => ratingIn(words, ratingNames(houseTemplate))),
    ['PG-13', 'PG-13', 'NC-17', 'R', 'R', 'R', 'PG-13', undefined, undefined, undefined, undefined],
  )
})

test('the writer’s own count is spoken of where it differs from ours', () => {
  assert.equal(countDiffers('603', 603), false)
  assert.equal(countDiffers('1,603 words', 1603), false)
  assert.equal(countDiffers('600ish', 603), true)
  assert.equal(countDiffers('a few', 603), true)
  assert.equal(countDiffers('', 603), false)
  assert.equal(countDiffers(undefined, 603), false)
})
