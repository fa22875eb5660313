// The vocabulary: spellings that are one label, and words that are none.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldLabel } from './fold-label.ts'
import { readLabel, readLooseLabel } from './label-reading.ts'
import { languages } from './languages/languages.ts'

test('plurals, strokes, brackets, numbers and accents do not make another label', () => {
  for (const written of ['Pairing', 'Pairings', 'PAIRING(S)', 'Pairing/s', 'pairing'])
    assert.deepEqual(readLabel(written)?.fields, ['pairings'], written)
  for (const written of ["Author's Notes", 'Author’s Note', 'Authors Note', "AUTHOR'S NOTE #2", 'A/N', 'AN'])
    assert.deepEqual(readLabel(written)?.fields, ['notes'], written)
  assert.deepEqual(readLabel('Résumé')?.fields, readLabel('RESUME')?.fields)
})

test('two labels in one name both fields', () => {
  assert.deepEqual(readLabel('Rating & Warnings')?.fields, ['rating', 'warnings'])
  assert.deepEqual(readLabel('Characters and/or pairings')?.fields, ['characters', 'pairings'])
  assert.deepEqual(readLabel('Hauptcharakter(e)/Paar(e)')?.fields, ['characters', 'pairings'])
})

test('a playful label is known by its chief word, and only where a line begins', () => {
  assert.deepEqual(readLooseLabel('Blue Moon Note')?.fields, ['notes'])
  assert.deepEqual(readLooseLabel('Note de la gribouilleuse')?.fields, ['notes'])
  assert.equal(readLabel('Blue Moon Note'), null)
})

test('ordinary words are no labels', () => {
  for (const written of ['She said', 'The door', '', 'x'.repeat(5_000)]) assert.equal(readLooseLabel(written), null)
})

test('within one language no word stands for two fields, and each is as it is written down: small, and parted by dots', () => {
  for (const [language, words] of Object.entries(languages)) {
    const taken = new Map<string, string>()
    for (const [field, list] of Object.entries(words)) {
      for (const word of list.split(' · ')) {
        const key = foldLabel(word)
        assert.ok(key !== '' && !/[·:]/u.test(word) && word === word.trim(), `${language}, ${field}: “${word}”`)
        assert.ok((taken.get(key) ?? field) === field, `${language}: “${word}” is ${field} and ${taken.get(key) ?? ''}`)
        taken.set(key, field)
      }
    }
  }
})

test('every word of a language is a label', () => {
  for (const words of Object.values(languages))
    for (const word of Object.values(words).flatMap((list) => list.split(' · ')))
      assert.notEqual(readLabel(word), null, word)
})
