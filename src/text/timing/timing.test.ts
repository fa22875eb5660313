// Where in canon a piece is set: exact codes and exact titles.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Canon } from './timing.ts'
import { readTiming } from './timing.ts'

const canon: Canon = {
  slug: 'lantern-coast',
  parts: [
    { code: 'B1', title: 'Season 1', aliases: ['S1'] },
    { code: '1x01', title: 'Salt on the Sill', aliases: ['1.01'], parent: 'B1' },
    { code: '1x02', title: 'The Ninth Wave', aliases: ['1.02', 'TNW'], parent: 'B1' },
    { code: 'B2', title: 'Season 2', aliases: ['S2'] },
    { code: '2x01', title: 'Low Water', aliases: ['2.01'], parent: 'B2' },
  ],
}

const read = (...texts: readonly string[]) =>
  readTiming(
    texts.map((text) => ({ text, weight: 1 })),
    canon,
  )

test('a season reaches from its first episode to its last', () => {
  for (const said of ['S1', 'Season 1', 'season one', 'Season 1, canon divergent AU']) {
    const timing = read(said)
    assert.deepEqual([timing?.from, timing?.to], ['1x01', '1x02'], said)
  }
})

test('a code or a title is one episode', () => {
  for (const said of ['1x02', 'S1E2', 'set during "The Ninth Wave"', 'post-Ninth Wave', 'The Ninth Wave', 'TNW'])
    assert.deepEqual([read(said)?.from, read(said)?.to], ['1x02', '1x02'], said)
})

test('of two statements the finer one counts', () => {
  assert.equal(read('S2', 'Set during "Low Water"')?.from, '2x01')
  assert.equal(read('S1', 'Set during "The Ninth Wave", after tea')?.from, '1x02')
})

test('what names no part of the canon has no timing', () => {
  for (const said of ['', 'after the war', 'S9', 'x'.repeat(100_000)]) assert.equal(read(said), null)
})
