// What holds for every part and every way to write it: it lands on that part, from is never after to, and nothing is invented.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCanon } from '#src/library/canon/canon-csv.ts'
import { indexCanon } from './canon-index.ts'
import { statementsOf } from './statements.ts'
import { placeIn } from './timing.ts'

const file = readCanon(readFileSync(new URL('../../../canons/buffy-and-angel.csv', import.meta.url), 'utf8'))
const parts = 'parts' in file ? file.parts : []
const index = indexCanon({ slug: 'buffy', parts })

const read = (text: string) => placeIn(statementsOf({ timing: text }), index)

function placeSaid(text: string): string | null {
  const timing = read(text)
  return timing && (timing.from === timing.to ? timing.from : `${timing.from}..${timing.to}`)
}

const leafOf = fc.constantFrom(...parts.filter(({ code }) => /^A?\dx\d\d$/u.test(code)))

test('any code of any part, written in any notation, lands on that part', () => {
  const writings: readonly ((series: string, season: number, episode: number) => string)[] = [
    (series, season, episode) => `${series} ${season}x${String(episode).padStart(2, '0')}`,
    (series, season, episode) => `${series} ${season}.${String(episode).padStart(2, '0')}`,
    (series, season, episode) => `${series} S${season}E${episode}`,
    (series, season, episode) => `${series} s0${season}e${String(episode).padStart(2, '0')}`,
    (series, season, episode) => `${series} Season ${season}, Episode ${episode}`,
    (series, season, episode) => `${series}, season ${season} episode ${episode}`,
    (series, season, episode) => `Season ${season} Episode ${episode} of ${series}`,
    (series, season, episode) => `set during ${series} ${season}x${episode}`,
  ]
  fc.assert(
    fc.property(leafOf, fc.constantFrom(...writings), ({ code }, write) => {
      const [, spinOff = '', season = '', episode = ''] = /^(A?)(\d)x(\d\d)$/u.exec(code) ?? []
      const text = write(spinOff === 'A' ? 'AtS' : 'BtVS', Number(season), Number(episode))
      assert.equal(placeSaid(text), code, text)
    }),
  )
})

test('any title in quotation marks lands on its part, and a slip of the pen does not lead it to another', () => {
  const slips: readonly ((title: string, at: number) => string)[] = [
    (title) => title,
    (title) => title.toUpperCase(),
    (title) => title.replace(/^The /u, ''),
    (title, at) => (title.length < 12 ? title : title.slice(0, at) + title.slice(at + 1)),
    (title, at) => (title.length < 12 ? title : title.slice(0, at) + (title[at] ?? '') + title.slice(at)),
  ]
  fc.assert(
    fc.property(leafOf, fc.constantFrom(...slips), fc.nat(), ({ title, code }, slip, at) => {
      const place = placeSaid(`“${slip(title, 5 + (at % Math.max(1, title.length - 6)))}”`)
      const part = parts.find((each) => each.code === place)
      // A letter lost from the number of a part leaves the title of both.
      assert.ok(
        place === code || part?.title === title || (place?.includes('..') ?? /Part/u.test(title)),
        `${title}: ${place}`,
      )
    }),
  )
})

test('from is never after to, and confidence is between nothing and everything', () => {
  const leaves = parts.filter(({ code }) => !parts.some(({ parent }) => parent === code)).map(({ code }) => code)
  const words = fc.constantFrom(
    'S7',
    'post-',
    'between',
    'and',
    'Chosen',
    '5x07',
    '"Help"',
    'AU',
    'after',
    'to',
    ',',
    '(',
    'Angel',
    'season',
    '3',
    'early',
    'replacing',
    'The Gift',
    'until',
    '-',
    'pre',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (some) => {
      const timing = read(some.join(' '))
      for (const place of timing ? [timing, ...timing.alternatives, ...timing.statements] : []) {
        assert.ok(leaves.includes(place.from) && leaves.includes(place.to))
        assert.ok(leaves.indexOf(place.from) <= leaves.indexOf(place.to))
        assert.ok(place.confidence > 0 && place.confidence <= 1)
      }
    }),
  )
})

test('every alias of every part that has parts no more lands on it, as it stands and in quotation marks', () => {
  const heads = new Set(parts.map(({ parent }) => parent))
  const wrong = parts
    .filter(({ code }) => !heads.has(code))
    .flatMap(({ code, aliases }) =>
      aliases.flatMap((alias) => [alias, `“${alias}”`]).filter((said) => placeSaid(said) !== code),
    )
  assert.deepEqual(wrong, [])
})
