// Ratings, kinds, word counts and warnings as people write them, row by row.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { kindNamed, kindOn } from './kind-words.ts'
import { nearestRating, readRating } from './rating-reading.ts'
import { ratingAges } from './rating-words.ts'
import { readWarnings } from './warning-words.ts'
import { isSameCount, readWordCount } from './word-counts.ts'

const ages: readonly (readonly [string, number | 'unrated' | undefined])[] = [
  ['G', 0],
  ['PG', 9],
  ['PG-13', 13],
  ['PG13', 13],
  ['R', 17],
  ['NC-17', 18],
  ['Nc17', 18],
  ['nc 17', 18],
  ['FRAO - adult content and language.', 18],
  ['FRT', 13],
  ['FR13', 13],
  ['FR15', 15],
  ['K, suitable for most ages.', 0],
  ['K+', 9],
  ['T for curse words and slight violence', 13],
  ['T/Gen', 13],
  ['M', 17],
  ['General Audiences', 0],
  ['Teen', 13],
  ['Teen And Up Audiences', 13],
  ['Mature', 17],
  ['Explicit', 18],
  ['All Ages', 0],
  ['Pre-Teen', 9],
  ['ADULT', 18],
  ['1st-2nd years', 9],
  ['1st/2nd Years', 9],
  ['Ab 14. Ist noch total harmlos.', 14],
  ['P16', 16],
  ['13+', 13],
  ['18+', 18],
  ['giallo', 13],
  ['Giallo.', 13],
  ['rosso', 18],
  ['verde', 0],
  ['Hard R.', 18],
  ['Hard R/NC-17', 18],
  ['R / NC-17 in later parts', 18],
  ['G to PG-13', 13],
  ['R, nc-17', 18],
  ['PG tops', 9],
  ['R, I think.', 17],
  ['Pretty safe. Let’s say PG-13', 13],
  ['Let’s call it NC-17, better to be safe than sorry.', 18],
  ['Probably will finish out at NC-17', 18],
  ['Eventually NC17, but only R for language and violence', 18],
  ['Not work safe.NC 17', 18],
  ['This is rated NC-17', 18],
  ['PG (for one use of a swear word)', 9],
  ['NC-17 for sex, violence, and, obviously, blood.', 18],
  ['Tout public exception chapitre 5', 0],
  ['Not Rated', 'unrated'],
  ['Not Rated (I would rate it Mature)', 17],
  ['No la tiene, jamás la tendrá.', undefined],
  ['- -', undefined],
  ['/', undefined],
  ['Gen', undefined],
  ['', undefined],
  ['mild, I think?', undefined],
  ['we are all friends here', undefined],
  ['an adult walks in', undefined],
]

test('a rating of any system says from which age on it is meant, and in prose too', () => {
  for (const [said, age] of ages) {
    const read = readRating(said)
    assert.equal(read === undefined ? undefined : (read.age ?? 'unrated'), age, said)
  }
})

test('who names two, or wonders, has guessed', () => {
  for (const said of [
    'R, I think.',
    'G to PG-13',
    'R/NC-17',
    'Let’s say PG-13',
    'Eventually NC17, but only R for now',
    'PG?',
  ])
    assert.equal(readRating(said)?.isGuess, true, said)
  for (const said of ['R', 'PG-13 (references to canon character death)', 'FRT', 'Teen', 'T for curse words'])
    assert.equal(readRating(said)?.isGuess, false, said)
})

const house = ['G', 'PG', 'PG-13', 'R', 'NC-17', 'not rated'].map((name) => ({
  name,
  isAdult: name === 'R' || name === 'NC-17',
}))
const archive = ['General', 'Teen', 'Mature', 'Explicit'].map((name, at) => ({ name, isAdult: at > 1 }))
const two = [
  { name: 'rating: other', isAdult: false },
  { name: 'rating: nc-17', isAdult: true },
]

test('on another scheme it is the one that means the same, else the next that is stricter', () => {
  const rows = [
    ['Mature', house, 'R'],
    ['Explicit', house, 'NC-17'],
    ['T', house, 'PG-13'],
    ['FR15', house, 'R'],
    ['K+', house, 'PG'],
    ['giallo', house, 'PG-13'],
    ['PG', archive, 'Teen'],
    ['R', archive, 'Mature'],
    ['NC-17', archive, 'Explicit'],
    ['G', archive, 'General'],
    ['Hard R', archive, 'Explicit'],
    ['P16', archive, 'Mature'],
    ['R', two, 'rating: nc-17'],
  ] as const
  for (const [said, list, name] of rows) assert.equal(nearestRating(readRating(said)?.age ?? -1, list), name, said)
})

test('never is it a milder one', () => {
  const names = [...ratingAges.keys()]
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 6 }),
      (said, list) => {
        const age = ratingAges.get(said) ?? 0
        const nearest = nearestRating(
          age,
          list.map((name) => ({ name, isAdult: (ratingAges.get(name) ?? 0) >= 17 })),
        )
        // Twelve to thirteen, and fifteen to sixteen, are one step on most lists.
        if (nearest !== undefined) assert.ok((ratingAges.get(nearest) ?? 0) >= age - 2, `${said} became ${nearest}`)
        if (nearest !== undefined && age >= 17) assert.ok((ratingAges.get(nearest) ?? 0) >= age)
      },
    ),
  )
})

test('a kind is known in several languages, and found on a list in its own word first', () => {
  for (const [said, kind] of [
    ['Drabble', 'drabble'],
    ['драббл', 'drabble'],
    ['Мини', 'one-shot'],
    ['One shot.', 'one-shot'],
    ['oneshot', 'one-shot'],
    ['Ficlet', 'ficlet'],
    ['Миди', 'novella'],
    ['Макси', 'novel'],
    ['Gedicht', 'poem'],
    ['fanart', 'art'],
    ['603', undefined],
    ['', undefined],
  ] as const)
    assert.equal(kindNamed(said), kind, said)
  assert.equal(kindOn(['Vignette', 'Longfic', 'one-shot'], 'vignette'), 'Vignette')
  assert.equal(kindOn(['Vignette', 'Longfic'], 'one shot'), 'Vignette')
  assert.equal(kindOn(['Vignette', 'Longfic'], 'Roman'), 'Longfic')
  assert.equal(kindOn(['Vignette', 'Longfic'], 'icons'), undefined)
})

test('a word count is read with its separators, its abouts and its parts', () => {
  const rows: readonly (readonly [string, number | undefined, boolean?])[] = [
    ['603', 603],
    ['4,500', 4500],
    ['63,000', 63_000],
    ['7.293', 7293],
    ['1,257.', 1257],
    ['2260 words', 2260],
    ['12 345', 12_345],
    ['~2800', 2800, true],
    ['~4k words', 4000, true],
    ['Approx 1000', 1000, true],
    ['About 3,000', 3000, true],
    ['410 or so', 410, true],
    ['63,000+', 63_000, true],
    ['8000+', 8000, true],
    ['11k+ (and the coda’s 1200~)', 11_000, true],
    ['probably about 15k', 15_000, true],
    ['113K', 113_000, true],
    ['5k (~700 words)', 700, true],
    ['1.5k', 1500, true],
    ['5,430 (39,249 total)', 5430],
    ['total-8600, part 1-2399', 2399],
    ['26,424 (so far)', 26_424],
    ['497, 349', 497],
    ['17 chapters; 61,212 words', 61_212],
    ['Exactly 1000 words. In fact it’s 2 sections, each 500 words.', 1000],
    ['3109 (fdp)', 3109],
    ['One shot.', undefined],
    ['Мини', undefined],
    ['', undefined],
  ]
  for (const [said, words, isAbout = false] of rows) {
    const read = readWordCount(said)
    assert.equal(read?.words, words, said)
    if (read) assert.equal(read.isAbout, isAbout, said)
  }
})

test('what is about right is the same count, what is exact is not', () => {
  const same = (said: string, counted: number): boolean =>
    isSameCount(readWordCount(said) ?? assert.fail(said), counted)
  assert.ok(same('~2800', 2750) && same('603', 603) && same('497, 349', 846) && same('5k (~700 words)', 690))
  assert.ok(!same('600', 603) && !same('~2800', 1400))
})

test('well-known warnings are known by many names; none is none, and who would rather not say is heard', () => {
  const rows: readonly (readonly [string, readonly string[] | 'none' | 'unsaid' | undefined])[] = [
    ['Major Character Death', ['Major Character Death']],
    ['character death, gore', ['Graphic Depictions of Violence', 'Major Character Death']],
    ['non-con, underage', ['Rape/Non-Con', 'Underage Sex']],
    ['Смерть персонажа', ['Major Character Death']],
    ['Gewalt', ['violence']],
    ['none', 'none'],
    ['None needed.', 'none'],
    ['No Archive Warnings Apply', 'none'],
    ['keine', 'none'],
    ['n/a', 'none'],
    ['Creator Chose Not To Use Archive Warnings', 'unsaid'],
    ['Choose not to warn', 'unsaid'],
    ['no character death', undefined],
    ['tooth-rotting fluff', undefined],
    ['', undefined],
  ]
  for (const [said, want] of rows) {
    const read = readWarnings(said)
    assert.deepEqual(read?.kind === 'known' ? read.names : read?.kind, want, said)
  }
})
