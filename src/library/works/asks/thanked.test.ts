// Names in lines of thanks, as people really write them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesIn } from './thanked.ts'

const says = (text: string, ...names: string[]) => {
  const found = namesIn(text)
  for (const name of names) assert.ok(found.includes(name), `${text}: ${found.join(' | ')}`)
}

test('names are found between the words around them', () => {
  says('penny_post, sounding board', 'penny_post')
  says('Many thanks to penny_post and Ismay Reed for the beta!', 'penny_post', 'Ismay Reed')
  says('Beta: bramblejam; cheering: tidewrack', 'bramblejam')
  says('Betaed by hedgewitch (all mistakes are mine)', 'hedgewitch')
  says('for Ines – happy birthday', 'Ines')
  says('@juniper.', 'juniper')
})

test('a text without an end names at most twenty', () => {
  assert.equal(namesIn('a,'.repeat(10_000)).length, 20)
  assert.deepEqual(namesIn(''), [])
})
