// The short name in an address: plain letters and digits, never empty for long, and nobody else's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { freeSlug, slugOf } from './slug.ts'

test('a title becomes its plain letters and digits, joined by hyphens', () => {
  for (const [title, slug] of Object.entries({
    'Lantern Season, Autumn 2026': 'lantern-season-autumn-2026',
    '  Don’t Panic! ': 'dont-panic',
    'Frühling in der Straße': 'fruhling-in-der-strasse',
    'Łódź / Smørrebrød & Æther': 'lodz-smorrebrod-aether',
    'İstanbul ışık': 'istanbul-isik',
    'Ｗｉｄｅ １': 'wide-1',
    字: '',
    '🌊 ---': '',
  }))
    assert.equal(slugOf(title), slug, title)
})

test('a slug is never longer than an address should be, ends in no hyphen, and is its own slug', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 })), (title) => {
      const slug = slugOf(title)
      assert.match(slug, /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
      assert.ok(slug.length <= 60)
      assert.equal(slugOf(slug), slug)
    }),
  )
})

test('a slug that somebody has is counted on; one that would be empty gets a word', () => {
  const taken = new Set(['lantern', 'lantern-2', 'round'])
  const free = (wanted: string): string => freeSlug(wanted, 'round', (slug) => taken.has(slug))
  assert.deepEqual(['lantern', 'lamp', '', 'round'].map(free), ['lantern-3', 'lamp', 'round-2', 'round-2'])
})
