// What is packed comes out as it was, whatever reads it, and the same files are the same bytes.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { packZip } from './zip.ts'

const files = fc.uniqueArray(
  fc.record({
    name: fc.string({ unit: fc.constantFrom('a', 'b', '-', '/', '1'), minLength: 1, maxLength: 12 }),
    is: fc.string({ unit: fc.constantFrom('tide ', '漢', '🌊', '\n', 'a'), maxLength: 300 }),
    isStored: fc.boolean(),
  }),
  { selector: ({ name }) => name, maxLength: 8 },
)

test('what is packed comes out as it was', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (all) => {
      const bytes = await packZip(all)
      const out = unzipSync(bytes)
      assert.deepEqual(
        Object.entries(out).map(([name, text]) => [name, strFromU8(text)]),
        Object.entries(Object.fromEntries(all.map(({ name, is }) => [name, is]))),
      )
      assert.deepEqual(await packZip(all), bytes)
    }),
    { numRuns: 60 },
  )
})

const has = (command: string): boolean => spawnSync(command, ['-v']).status === 0

test(
  'another unpacker checks every sum',
  { skip: has('unzip') ? false : 'UNZIP WAS NOT RUN: it is not installed' },
  async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'zip-')), 'book.zip')
    writeFileSync(
      path,
      await packZip([
        { name: 'mimetype', is: 'application/epub+zip', isStored: true },
        { name: 'page-1.xhtml', is: 'tide '.repeat(10_000) },
      ]),
    )
    assert.match(execFileSync('unzip', ['-t', path], { encoding: 'utf8' }), /No errors detected/)
  },
)
