// Where in canon a piece is set: every notation people use, what is said before or after it, and what is not a place at all.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readCanon } from '#src/library/canon/canon-csv.ts'
import type { Canon, StatementSource } from './timing.ts'
import { readTiming } from './timing.ts'
import { statementsOf } from './statements.ts'

const coast: Canon = {
  slug: 'lantern-coast',
  parts: [
    { code: 'B1', title: 'Season 1', aliases: ['S1'] },
    { code: '1x01', title: 'Salt on the Sill', aliases: ['1.01'], parent: 'B1' },
    { code: '1x02', title: 'The Ninth Wave', aliases: ['1.02', 'TNW'], parent: 'B1' },
    { code: 'B2', title: 'Season 2', aliases: ['S2'] },
    { code: '2x01', title: 'Low Water', aliases: ['2.01'], parent: 'B2' },
  ],
}

function canonNamed(slug: string): Canon {
  const read = readCanon(readFileSync(new URL(`../../../canons/${slug}.csv`, import.meta.url), 'utf8'))
  if ('errors' in read) assert.fail(read.errors.join())
  return { slug, parts: read.parts }
}

const buffy = canonNamed('buffy-and-angel')

const school: Canon = {
  slug: 'school',
  parts: [
    { kind: 'year', code: 'Y1', title: 'First Year', aliases: ['1991'] },
    { kind: 'chapter', code: '1.1', title: 'The Letter', aliases: [], parent: 'Y1' },
    { kind: 'chapter', code: '1.2', title: 'The Train', aliases: [], parent: 'Y1' },
    { kind: 'year', code: 'Y6', title: 'Sixth Year', aliases: ['1996'] },
    { kind: 'chapter', code: '6.1', title: 'The Bridge', aliases: [], parent: 'Y6' },
    { kind: 'age', code: 'A3', title: 'The Third Age', aliases: [] },
    { kind: 'arc', code: 'R', title: 'The Siege', aliases: ['Siege Arc'] },
  ],
}

const read = (canon: Canon, text: string, source: StatementSource = 'timing') =>
  readTiming(statementsOf({ [source]: text }), canon)

/** "from..to", with the relation where it is not simply in it, and where canon is left. */
function placeSaid(canon: Canon, text: string, source: StatementSource = 'timing'): string | null {
  const timing = read(canon, text, source)
  if (!timing) return null
  const reach = timing.from === timing.to ? timing.from : `${timing.from}..${timing.to}`
  const off = timing.divergence === null ? '' : ` off ${timing.divergence.from ?? '?'}`
  return `${timing.relation === 'during' ? '' : `${timing.relation} `}${reach}${off}`
}

function eachOf(
  canon: Canon,
  rows: readonly (readonly [string, string | null])[],
  source: StatementSource = 'timing',
): void {
  for (const [text, place] of rows) assert.equal(placeSaid(canon, text, source), place, text)
}

test('a season reaches from its first episode to its last, in many languages', () => {
  for (const text of [
    'S1',
    'Season 1',
    'season one',
    'Season 1, canon compliant',
    'Erste Staffel',
    'saison 1',
    '1. Staffel',
    'prima stagione',
    'series 1',
    '1 сезон',
    'первый сезон',
    'temporada 1',
  ])
    assert.equal(placeSaid(coast, text), '1x01..1x02', text)
})

test('a code or a title is one episode, whatever its article, its quotes, its numerals and a slip of the pen', () => {
  for (const text of [
    '1x02',
    'S1E2',
    's1xep2',
    '1.02',
    'Season 1 Episode 2',
    'set during "The Ninth Wave"',
    'Ninth Wave',
    'TNW',
    'The Nineth Wave',
    '“ninth wave”',
  ])
    assert.equal(placeSaid(coast, text), '1x02', text)
  for (const text of ['Becoming, Part Two', 'Becoming 2', 'Becoming II', 'Becoming (Part 2)', '"Becoming, Pt. 2"'])
    assert.equal(placeSaid(buffy, text), '2x22', text)
})

test('before, after, between and from to are said of the parts at their edge', () => {
  eachOf(buffy, [
    ['post-Chosen', 'after 7x22'],
    ['post- chosen', 'after 7x22'],
    ['pre-series', 'before 1x01'],
    ['post-series', 'after 7x22'],
    ['Après la saison 3', 'after 3x22'],
    ['Directement après le final de la saison 1', 'after 1x12'],
    ['summer after S5', 'after 5x22'],
    ['between Becoming and Anne', 'between 2x22..3x01'],
    ['between seasons 5 and 6', 'between 5x22..6x01'],
    ['Set between S4 and S5, canon divergent AU', 'between 4x22..5x01 off ?'],
    ['Season 4, after ‘Doomed’', 'after 4x11'],
    ['Season 5 (Post Intervention)', 'after 5x18'],
    ['through NFA', 'after A5x22'],
    ['S3-S5', '3x01..5x22'],
    ['pre-S1 (1994) to post-S6 (2006)', '1x01..6x22'],
    ['S3 (up through Amends)', '3x01..3x10'],
    ['после 7 сезона', 'after 7x22'],
    ['post-Angel', 'after A5x22'],
    ['pre-Becoming', 'before 2x21'],
    ['S2 (after Surprise/Innocence)', 'after 2x14'],
    ['Post S7/NFA', 'after A5x22'],
    ['Two years after Chosen, ignores AtS S5', 'after 7x22 off A5x01'],
    ['Late Season 2/Early Season 3', '2x15..3x08'],
    ['Tabula Rasa, Smashed, Wrecked', '6x08..6x10'],
    ['Buffy season 4 / Angel season 1', '4x01..A1x22'],
  ])
})

test('a part of a part is said with early, mid, late, finale', () => {
  eachOf(buffy, [
    ['early Season Five', '5x01..5x08'],
    ['Set in: mid season 6', '6x08..6x15'],
    ['late season 2', '2x15..2x22'],
    ['Season 4 finale', '4x22'],
    ['au début de la saison 3', '3x01..3x04'],
  ])
})

test('who leaves canon says so, and mostly from where', () => {
  eachOf(buffy, [
    ['AU after S5', 'after 5x22 off 5x22'],
    ['Season 2, canon divergent AU', '2x01..2x22 off ?'],
    ['AU, S5, Fool for Love.', '5x07 off ?'],
    ['AU begins S6 replacing Hells Bells.', '6x16 off 6x16'],
    ['AU from the Season 2 Episode Passion', '2x17 off 2x17'],
    ['S6, not AU', '6x01..6x22'],
    ['S5, ignores the comics', '5x01..5x22'],
  ])
})

test('other canons have years, ages, arcs and chapters', () => {
  eachOf(school, [
    ['sixth year', '6.1'],
    ['6th year', '6.1'],
    ['1996', '6.1'],
    ['3rd Age', 'A3'],
    ['Year One', '1.1..1.2'],
    ['after the Siege Arc', 'after R'],
    ['Year 1, chapter 2', '1.2'],
    ['in her first year', '1.1..1.2'],
  ])
  eachOf(canonNamed('lantern-coast'), [
    ['2.7', '2.7'],
    ['Book 2', '2.1..2.8'],
    ['Series 2', '2.1..2.8'],
    ['after Book Three, chapter 4', 'after 3.4'],
    ['between The Long Watch and Ashdown Road', 'between 2.8..3.1'],
  ])
})

test('a series is told before or after the number', () => {
  eachOf(buffy, [
    ['AtS S5', 'A5x01..A5x22'],
    ['Angel 2x10', 'A2x10'],
    ['Angel-Folge 2.10', 'A2x10'],
    ['Season 5 of Angel', 'A5x01..A5x22'],
    ['BtVS 7.22', '7x22'],
  ])
})

test('an ordinary word is no title in running text, unless it is marked as one', () => {
  for (const text of [
    'Spike needs help after the family comes home.',
    'After Angel leaves, Buffy finds a home.',
    'Help arrives. Family dinner.',
    'A hero comes home, and they kiss in the dark, 2.5 hours later',
    'He was a witch; she, a surprise.',
  ])
    assert.equal(placeSaid(buffy, text, 'summary'), null, text)
  assert.equal(placeSaid(buffy, 'Missing scene from “Help”.', 'summary'), '7x04')
  const bare = read(buffy, 'After Family, Tara thinks.', 'summary')
  assert.equal(bare?.from, '5x06')
  assert.ok(bare.confidence < 0.6)
  assert.ok((read(buffy, 'help')?.confidence ?? 1) < (read(buffy, '"Help"')?.confidence ?? 0))
})

test('of several statements the timing line counts most, and what agrees with it makes it finer', () => {
  const both = (timing: string, summary: string) => readTiming(statementsOf({ timing, summary }), buffy)
  assert.equal(both('S7', 'Set during "Lessons".')?.from, '7x01')
  assert.ok((both('S7', 'Set during "Lessons".')?.confidence ?? 0) >= 0.6)
  const torn = both('S7', 'It begins where "Becoming, Part One" ended.')
  assert.deepEqual([torn?.from, torn?.to], ['7x01', '7x22'])
  assert.ok((torn?.confidence ?? 1) < (both('S7', '')?.confidence ?? 0))
  assert.deepEqual(
    torn?.alternatives.map(({ from }) => from),
    ['2x21'],
  )
  assert.deepEqual(
    torn?.statements.map(({ statement, said: words }) => [statement, words]),
    [
      ['timing', 'S7'],
      ['summary', 'Becoming, Part One'],
    ],
  )
})

test('spoilers and warnings say where it is set only where they say so', () => {
  const of = (said: Parameters<typeof statementsOf>[0]) => readTiming(statementsOf(said), buffy)
  assert.equal(of({ spoilers: 'through S6' }), null)
  assert.equal(of({ spoilers: 'None, really, but the story happens in early Season Five' })?.to, '5x08')
  assert.equal(of({ spoilers: 'None. Post BtVS S7 (ignores the comics); TWT for CM.' })?.relation, 'after')
  assert.equal(of({ warnings: 'Takes place during S3' })?.from, '3x01')
})

test('what names no part of the canon has no timing', () => {
  for (const text of [
    '',
    'after the war',
    'S9',
    'x'.repeat(100_000),
    '"'.repeat(3_000),
    'S1 '.repeat(2_000).replaceAll('S1', 'S99'),
  ])
    assert.equal(placeSaid(coast, text), null)
})
