// Names of downloads: plain letters, cut where a word ends, never empty.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileNameOf } from './file-name.ts'

test('a download is called after its title, in plain letters and at most 24 of them', () => {
  assert.equal(fileNameOf('Somebody Staying Up', 'work-1'), 'somebody-staying-up')
  assert.equal(fileNameOf('Café “Möwe”', 'work-1'), 'cafe-mowe')
  assert.equal(fileNameOf('Fourteen Minutes on the Ebb Tide', 'work-1'), 'fourteen-minutes-on-the')
  assert.equal(fileNameOf('a'.repeat(99), 'work-1'), 'a'.repeat(24))
  assert.equal(fileNameOf('…', 'work-7'), 'work-7')
})
