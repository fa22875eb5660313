// What marks in plain words mean: emphasis where people mean it, and every letter that was written, whatever they mean.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { workFor } from '#tests/support/work-done.ts'
import { type Inline, readInline, wordsAlone } from './inline-marks.ts'

const shown = (parts: readonly Inline[]): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part
      return part.name === 'a' ? `{a ${part.to} ${shown(part.of)}}` : `{${part.name} ${shown(part.of)}}`
    })
    .join('')

const read = (text: string): string => shown(readInline(text))

test('asterisks and underscores, strokes, tags and links are read as people mean them', () => {
  const rows = {
    'It is *so* cold': 'It is {em so} cold',
    '**Read** this, ***please***': '{strong Read} this, {strong {em please}}',
    '**all *of* it**': '{strong all {em of} it}',
    'I **mean *it***, yes': 'I {strong mean {em it}}, yes',
    '_Lanterns_ and __ropes__': '{em Lanterns} and {strong ropes}',
    '~~not~~ mine': '{s not} mine',
    '<i>so</i> <STRONG>cold</STRONG>': '{em so} {strong cold}',
    '[there](https://a.example/1?b=2)': '{a https://a.example/1?b=2 there}',
    '*over\ntwo lines*': '{em over\ntwo lines}',
    'see \\*this\\*': 'see *this*',
  }
  for (const [text, wanted] of Object.entries(rows)) assert.equal(read(text), wanted)
  assert.equal(wordsAlone('*so* [cold](https://a.example/)'), 'so cold')
})

test('what only looks like a mark stays as it was written', () => {
  for (const text of [
    '2 * 3 * 4',
    '* one\n* two',
    'for mara_quill and heron_feather',
    '~*~*~*~',
    '***',
    'a*b*c',
    '[there](javascript:alert(1))',
    '[there](data:text/html,x)',
    '<script>alert(1)</script>',
    '<i onclick="x">so</i>',
    '**',
    '*never closed',
    '<3',
  ])
    assert.equal(read(text), text)
})

test('no letter is lost or said twice', () => {
  const piece = fc.constantFrom(
    '*',
    '**',
    '_',
    '__',
    '~~',
    '[a](https://b.example/)',
    '<i>',
    '</i>',
    '\\',
    ' ',
    'so',
    '\n',
    'ж',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      const letters = (said: string): string =>
        said.replaceAll(/\(https:\/\/b\.example\/\)|<\/?i>/gu, '').replaceAll(/[^\p{L}]/gu, '')
      assert.equal(letters(wordsAlone(text)), letters(text))
    }),
  )
})

test('hostile words take no longer than long ones', async () => {
  for (const text of [
    '*a'.repeat(25_000),
    '**'.repeat(25_000),
    '_a '.repeat(15_000),
    '[a]('.repeat(12_000),
    '<i>'.repeat(15_000),
  ])
    assert.ok((await workFor(() => readInline(text))) < 1_500, text.slice(0, 10))
})
