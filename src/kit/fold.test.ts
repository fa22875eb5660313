// Two names are the same when people would take the one for the other.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { emailKey, nameKey, penNameKey } from './fold.ts'

const same: Readonly<Record<string, readonly string[]>> = {
  mara: ['Mara', 'MARA', 'M a r a', 'ma-ra', '_Mara_', 'ma.ra', 'Márä', 'ma\u0301ra', 'Ｍａｒａ', '𝕸𝖆𝖗𝖆', 'ⓜⓐⓡⓐ'],
  oriel: ['Оriel', 'Orіеl', 'οriel', '0riel', 'orie1', 'Orie|', 'Øriel', 'ORIEӏ'],
  hera: ['Ηera', 'Нera', 'нera', 'һera'],
  nora: ['Νora', 'Nοra', 'NOЯA'.replace('Я', 'r')],
  zoe: ['Ζoe', 'Zoë', 'Zοe'],
  strasse: ['Straße', 'STRASSE', 'ſtraſſe'],
  ellylo: ['Еӏӏу1о', 'eĮIIylo'.replace('ĮII', 'll')],
}

test('case, accents, width, spaces and look-alike letters do not make a new name', () => {
  for (const [key, names] of Object.entries(same)) for (const name of names) assert.equal(nameKey(name), key, name)
})

test('what nobody sees does not make a new name either', () => {
  for (const unseen of [
    '\u200B',
    '\u200D',
    '\uFEFF',
    '\u00AD',
    '\u2060',
    '\u3164',
    '\u115F',
    '\u2800',
    '\u034F',
    '\uFE0F',
    '\u202E',
    '\0',
    '\u{E0061}',
  ])
    assert.equal(nameKey(`ma${unseen}ra`), 'mara', JSON.stringify(unseen))
  for (const nothing of ['', ' ', '\u200B', '\u3164', '- _ .', '\u0301']) assert.equal(nameKey(nothing), '')
})

test('the case of a Greek or a Russian name does not make a new one', () => {
  for (const [one, other] of [
    ['ΝΙΚΗ', 'νίκη'],
    ['ΟΔΥΣΣΕΥΣ', 'Οδυσσεύς'],
    ['ΖΩΗ-Σ Α', 'ζωής α'],
    ['НАТАША', 'Наташа'],
    ['Алёна', 'АЛЕНА'],
  ] as const)
    assert.equal(nameKey(one), nameKey(other), one)
})

test('names that are not alike stay two', () => {
  const names = [
    'Mara',
    'Maura',
    'Nara',
    'Tane',
    'Teuea',
    'Наташа',
    'Νίκη',
    '字',
    '雪',
    'ismay_writes',
    '🌊',
    '🌙',
    'Mara 2',
    'Mara 3',
  ]
  assert.equal(new Set(names.map(nameKey)).size, names.length)
})

const samePenName: Readonly<Record<string, readonly string[]>> = {
  ...same,
  orielfinch: ['oriel finch', 'oriel_finch', 'Oriel-Finch', 'oriel.finch', 'ОRIEL FINСH', 'OrieI Finch', '0rie1_finch'],
  tane: ['Tāne', 'Таne', 'tаnє', 'Tɑne', 'Τane'],
  quill: ['Quill', 'Quil1', 'QuiII'.replace('II', 'lI'), 'զuill', 'Qυill'],
  gannet: ['Gannet', 'ɡannet', 'ցannet', 'Gaոոet'],
}

test('nobody takes a pen name that a reader would take for somebody else’s', () => {
  for (const [key, names] of Object.entries(samePenName))
    for (const name of names) assert.equal(penNameKey(name), key, name)
})

test('a capital I within a name is what it is', () => {
  for (const [one, other] of [
    ['McIntyre', 'mcintyre'],
    ['Henry III', 'henry iii'],
    ['Iris', 'iris'],
    ['ISMAY', 'ismay'],
    ['Ísmay', 'ismay'],
  ] as const)
    assert.equal(penNameKey(one), penNameKey(other), one)
})

test('pen names that are not alike stay two, digits after them too', () => {
  const names = [
    'Mara 2',
    'Mara 3',
    'Mara 5',
    'Mara s',
    'Maras',
    'Ali',
    'All',
    'Наташа',
    'Νίκη',
    '雪',
    '🌊',
    'mnemosyne',
    'rnemosyne',
  ]
  assert.equal(new Set(names.map(penNameKey)).size, names.length - 1, 'a space alone does not tell Mara s from Maras')
})

const anyName = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...Array.from('aAIlγωзäΗηΣσςΜμØßıİ0|ӏ㎏℡ﬃ\u0345\u0301\u200B .-字')) }),
)

test('the key of a key is that key, and case and form of writing never matter', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const key = nameKey(name)
      assert.equal(nameKey(key), key)
      assert.equal(nameKey(name.normalize('NFD')), key)
      assert.equal(nameKey(name.normalize('NFC')), key)
      assert.equal(nameKey(` ${name}.`), key)
      const own = penNameKey(name)
      assert.equal(penNameKey(own), own)
      assert.equal(penNameKey(name.normalize('NFD')), own)
      assert.equal(penNameKey(name.normalize('NFC')), own)
    }),
    { numRuns: 500 },
  )
})

test('one address of mail is one, however its capitals fall', () => {
  assert.equal(emailKey(' Mara@Example.ORG '), 'mara@example.org')
  assert.equal(emailKey('ma\u0301ra@example.org'), emailKey('m\u00E1ra@example.org'))
  assert.notEqual(emailKey('mara+fest@example.org'), emailKey('mara@example.org'))
})
