// Broken letters are put right where the evidence is clear, and text that is as it should be is never touched.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { repairMojibake } from './mojibake.ts'

const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** What one sees who reads UTF-8 as cp1252. */
const broken = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) =>
    byte >= 0x80 && byte <= 0x9f ? (upper[byte - 0x80] ?? '') : String.fromCharCode(byte),
  ).join('')

/** What one sees who reads cp1252 as latin1. */
const controls = (text: string): string =>
  Array.from(text, (letter) => {
    const at = upper.indexOf(letter)
    return at >= 0 ? String.fromCharCode(0x80 + at) : letter
  }).join('')

const repaired = (text: string): string => repairMojibake(text).text

const clean = [
  '“I don’t know,” she said — softly… and it’s 5 € for a café crème.',
  'Das größte Ärgernis: Übermäßige Höflichkeit, «naïve» Façade, São João, ÇA VA, À LA MODE.',
  'Ça alors ! Où êtes-vous, mon cœur ? L’ÂGE D’OR, « Â » et « Ã ».',
  'NÃO É NÃO. Não, à noite. Ação, irmã, Ângela, Â£ is how a broken pound sign looks.',
  'Привет, мир. “Да” – сказал он.',
  '漢字とかな、そして「引用」。',
  'שלום ‏עולם',
  'Tiếng Việt có nhiều dấu: ế ồ ữ.',
  'Æsir, Øresund, Åland, þorn, ð, Ł, Š, Ž, ™ © ® ° ½ × ÷',
  'Íslenska: „gæsalappir“',
  'plain ASCII, nothing else',
]

describe('broken letters', () => {
  test('of quotation marks, dashes and accents are put right', () => {
    assert.equal(repaired('â€œI donâ€™t know,â€\u009d she said â€” softlyâ€¦'), '“I don’t know,” she said — softly…')
    assert.equal(repaired('cafÃ© crÃ¨me'), 'café crème')
    assert.equal(repaired('It\u0092s \u0093fine\u0094 \u0097 really\u0085'), 'It’s “fine” — really…')
    assert.equal(repaired('ÐŸÑ€Ð¸Ð²ÐµÑ‚'), 'Привет')
  })
  test('are counted as a reader would count them', () => {
    assert.equal(repairMojibake('donâ€™t, canâ€™t, It\u0092s').count, 3)
  })
  test('that were lost altogether are known where only an apostrophe can have been', () => {
    assert.equal(
      repaired('I don\ufffdt know. She\ufffdll come, they\ufffdre here.'),
      'I don’t know. She’ll come, they’re here.',
    )
    assert.equal(repaired('a \ufffd b, x\ufffdteen'), 'a \ufffd b, x\ufffdteen')
  })
  test('broken twice are put right twice', () => {
    assert.equal(repaired(broken(broken('“don’t” – café'))), '“don’t” – café')
  })
  test('in a text that somebody has gone on writing in are put right, and the rest stays', () => {
    assert.equal(repaired('donâ€™t, canâ€™t – and a new café'), 'don’t, can’t – and a new café')
  })
  for (const text of clean) {
    test(`are not seen where there are none: ${text.slice(0, 30)}`, () => {
      assert.deepEqual(repairMojibake(text), { text, wasBroken: false, count: 0 })
    })
  }
  test('of any such text come back as they were', () => {
    for (const text of clean) {
      if (text.includes('Â£') || /^[\x20-\x7e]*$/.test(text)) continue
      assert.equal(repaired(broken(text)), text)
      if (/^[ -\u007e\u00a0-\u00ff‘’“”–—…€œ„‚™Œ]*$/.test(text)) assert.equal(repaired(controls(text)), text)
    }
  })
  test('are put right once: doing it again changes nothing', () => {
    const bit = fc.constantFrom(
      'â€™',
      'Ã©',
      'é',
      '“',
      'a',
      ' ',
      'Ã',
      'Â',
      '\u0092',
      '\u00a0',
      'â',
      '€',
      '™',
      'ðŸ˜€',
      '漢',
    )
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 30, size: 'max' }), (bits) => {
        const once = repaired(bits.join(''))
        assert.ok(once.isWellFormed())
      }),
    )
  })
})
