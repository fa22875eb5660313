// The CSV of a canon: read in the order of the story, or refused with every fault and its line.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readCanon } from '#src/library/canon/canon-csv.ts'

const parts = (text: string) => {
  const read = readCanon(text)
  assert.ok('parts' in read, JSON.stringify(read))
  return read.parts
}

const errors = (text: string) => {
  const read = readCanon(text)
  assert.ok('errors' in read)
  return read.errors
}

test('parts come in the order of the file', () => {
  const read = parts('kind,code,parent,title,aliases\nbook,1,,One,\nchapter,1.1,1,"Salt, and Sill",S; Sill\n')
  assert.deepEqual(read, [
    { kind: 'book', code: '1', parent: undefined, title: 'One', aliases: [] },
    { kind: 'chapter', code: '1.1', parent: '1', title: 'Salt, and Sill', aliases: ['S', 'Sill'] },
  ])
})

test('an order lets two series interleave', () => {
  const file =
    'kind,code,parent,title,order\nseries,A,,A,\nseries,B,,B,\nepisode,A1,A,a1,1\nepisode,A2,A,a2,2\nepisode,B1,B,b1,1.5\n'
  assert.deepEqual(
    parts(file).map(({ code }) => code),
    ['A', 'B', 'A1', 'B1', 'A2'],
  )
})

test('every fault is named with its line, all at once', () => {
  const file = 'kind,code,parent,title,order\nbook,1,,One,\nchapter,,1,No code,\nchapter,1,9,Twice and lost,soon\n'
  assert.deepEqual(errors(file), [
    'Line 3: code is empty.',
    'Line 4: the code 1 stands twice.',
    'Line 4: the parent 9 does not stand above it.',
    'Line 4: the order soon is not a number.',
  ])
})

test('a file that is empty, has no columns or is no CSV is refused in words', () => {
  assert.deepEqual(errors(''), ['The file has no parts.'])
  assert.match(errors('a,b\n1,2\n')[0] ?? '', /missing: kind, code, title/)
  assert.match(errors('kind,code,title\n"book,1,One\n')[0] ?? '', /not a CSV file/)
})

test('the canons that come with the house are whole', () => {
  const files = { 'buffy-and-angel': 268, 'lantern-coast': 30 }
  for (const [name, count] of Object.entries(files)) {
    assert.equal(parts(readFileSync(`canons/${name}.csv`, 'utf8')).length, count)
  }
})

test('the spin-off runs beside its series', () => {
  const codes = parts(readFileSync('canons/buffy-and-angel.csv', 'utf8')).map(({ code }) => code)
  assert.ok(codes.indexOf('4x08') < codes.indexOf('A1x08') && codes.indexOf('A1x08') < codes.indexOf('4x09'))
  assert.equal(codes.at(-1), 'A5x22')
})
