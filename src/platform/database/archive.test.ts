// The file of a backup: what went in comes out, and whatever was lost or changed on the way is noticed before it is used.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import fc from 'fast-check'
import { Unstartable } from '../unstartable.ts'
import { checkArchive, type Header, readRows, type Row, writeArchive } from './archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'roundelay-archive-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const header: Header = {
  roundelay: 'backup',
  format: 1,
  schema: '0001-the-house',
  madeAt: '2026-11-02T00:00:00.000Z',
  given: { accounts: 7 },
}

async function* asRows(rows: readonly Row['row'][]): AsyncGenerator<Row> {
  for (const row of rows) yield { table: 'works', row }
}

async function readBack(file: string): Promise<unknown[]> {
  const rows: unknown[] = []
  for await (const { row } of readRows(file)) rows.push(row)
  return rows
}

const refused = (file: string): Promise<void> =>
  assert.rejects(checkArchive(file), (error) => {
    assert.ok(error instanceof Unstartable)
    assert.match(error.message, /^[^\n]+ Nothing was changed\.$/)
    return true
  })

const texts = [
  'line\u2028separator and paragraph\u2029separator, as word processors leave them',
  '\uFEFFa mark at the beginning',
  'carriage\rreturn, line\nfeed, next\u0085line, form\ffeed',
  'long '.repeat(200_000),
  '🏮'.repeat(70_000),
]

test('every text comes out as it went in, also with characters that some readers take for the end of a line', async () => {
  const file = join(folder, 'texts')
  const rows = texts.map((text, id) => ({ id, text, none: null, bytes: new Uint8Array([0, 10, 255, id]) }))
  assert.equal(await writeArchive(file, header, asRows(rows)), rows.length)
  assert.deepEqual(await checkArchive(file), header)
  assert.deepEqual(await readBack(file), rows)
})

test('whatever texts there are, they come out as they went in', async () => {
  const file = join(folder, 'any')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async (any) => {
      const rows = any.map((text) => ({ text }))
      await writeArchive(file, header, asRows(rows))
      await checkArchive(file)
      assert.deepEqual(await readBack(file), rows)
    }),
    { numRuns: 50 },
  )
})

test('a file that lost its end, wherever, is refused', async () => {
  const file = join(folder, 'whole')
  const rows = texts.slice(0, 3).map((text) => ({ text }))
  await writeArchive(file, header, asRows(rows))
  const whole = readFileSync(file)
  const cut = join(folder, 'cut')
  // The very last bytes are the packer's own goodbye: without them everything is there all the same, seal and all.
  const goodbye = 16
  for (let length = 0; length < whole.length - goodbye; length += 3) {
    writeFileSync(cut, whole.subarray(0, length))
    await refused(cut)
  }
})

test('a file in which one letter was changed, a row is gone or a row is twice is refused', async () => {
  const file = join(folder, 'good')
  await writeArchive(file, header, asRows([{ name: 'Oriel' }, { name: 'Ismay' }, { name: 'Nour' }]))
  const plain = zstdDecompressSync(readFileSync(file)).toString('utf8')
  const lines = plain.trimEnd().split('\n')
  const changed = [
    plain.replace('Oriel', 'Ariel'),
    plain.replace('"accounts":7', '"accounts":1'),
    lines.toSpliced(2, 1).join('\n'),
    lines.toSpliced(2, 0, lines[2] ?? '').join('\n'),
    lines.slice(0, -1).join('\n'),
    `${plain}${plain}`,
    `${lines[0]}\n`,
    '{"roundelay":"backup"}\nnull\n',
    'not JSON at all',
    '[]',
    'null',
    '',
  ]
  const other = join(folder, 'other')
  for (const text of changed) {
    writeFileSync(other, zstdCompressSync(Buffer.from(text)))
    const isNewer = text.startsWith('{"roundelay":"backup"}')
    if (isNewer) await assert.rejects(checkArchive(other), Unstartable)
    else await refused(other)
  }
})

test('what is no backup at all is refused: other files, folders, nothing', async () => {
  writeFileSync(join(folder, 'letter'), 'Dear archive, how are you?')
  for (const name of ['letter', '.', 'nowhere']) await refused(join(folder, name))
})

test('a backup that breaks off leaves what was there before, and no half file', async () => {
  const own = mkdtempSync(join(folder, 'own-'))
  const file = join(own, 'kept')
  writeFileSync(file, 'the older one')
  async function* broken(): AsyncGenerator<Row> {
    yield { table: 'works', row: { id: 1 } }
    throw new Error('the disk is gone')
  }
  await assert.rejects(writeArchive(file, header, broken()), /could not be written to .*kept: the disk is gone\.$/)
  assert.deepEqual(readdirSync(own), ['kept'])
  assert.equal(readFileSync(file, 'utf8'), 'the older one')
})
