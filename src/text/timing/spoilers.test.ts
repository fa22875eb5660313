// How far one must have seen, out of what writers say of spoilers; in doubt the further, and nothing out of nothing.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readCanon } from '#src/library/canon/canon-csv.ts'
import { readSpoilers } from './spoilers.ts'
import type { Canon } from './timing.ts'

const file = readCanon(readFileSync(new URL('../../../canons/buffy-and-angel.csv', import.meta.url), 'utf8'))
const buffy: Canon = { slug: 'buffy', parts: 'parts' in file ? file.parts : [] }

const upTo = (text: string): string | null | undefined => {
  const level = readSpoilers(text, buffy)
  return level === null ? undefined : level.upTo
}

test('spoilers reach as far as the furthest part that is named', () => {
  for (const [text, code] of [
    ['through S6', '6x22'],
    ['Through Season 2', '2x22'],
    ['up till 1x11, mild', '1x11'],
    ['Through to 1x11, mild.', '1x11'],
    ['very minor spoilers for seasons 6 and 7.', '7x22'],
    ['End of season 7, cast members for season 8', '7x22'],
    ['First Season, episode by lovely episode!', '1x12'],
    ['Season 1 Episode 1 of BtVS.', '1x01'],
    ['diplomatie (saison 3 épisode 3)', '3x03'],
    ['Vague references to The Gift, that’s about it.', '5x22'],
    ['Triangle', '5x11'],
    ['Siebte Staffel, aber geändert', '7x22'],
    ['S1-S3', '3x22'],
    ['through NFA', 'A5x22'],
    ['Nothing past S5', '5x22'],
    ['no spoilers past “Anne”', '3x01'],
    ['None, really, but the story happens in early Season Five', '5x22'],
    ['None. Post BtVS S7 (ignores the comics); TWT for CM.', '7x22'],
  ] as const)
    assert.equal(upTo(text), code, text)
})

test('everything is everything, and a finale of nothing in particular is the last', () => {
  for (const text of [
    'Spoilers through both series.',
    'General series spoilers.',
    'Yes, up till the end of the series.',
    'for finale',
    'Anything from beyond season 3',
    'S3 onwards',
  ])
    assert.equal(upTo(text), 'A5x22', text)
})

test('none is none, in many languages', () => {
  for (const text of [
    'none',
    'None.',
    'No spoilers',
    'no',
    'Not really. Vague references to Love Hurts.',
    'keine',
    'Aucun',
    'nessuno',
    'нет',
    '/',
    '- -',
    'n/a',
  ])
    assert.equal(upTo(text), null, text)
})

test('what names no part says nothing', () => {
  for (const text of ['', 'The Movie !', 'Just know that Alex went to Italy.', 'No one dies', 'mild'])
    assert.equal(upTo(text), undefined, text)
})

test('before a part is as far as what comes before it', () => {
  assert.equal(upTo('Everything before “Anne”'), '2x22')
  assert.equal(upTo('before 1x01'), null)
})
