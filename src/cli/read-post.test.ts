// The command that reads posts from files: one line for each, in order, and no file spoils the others.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../bin/roundelay.mjs', import.meta.url))

function readPosts(files: Readonly<Record<string, string>>, args: readonly string[], input = '') {
  const folder = mkdtempSync(join(tmpdir(), 'read-post-'))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const run = spawnSync(process.execPath, [bin, 'read-post', ...args], { cwd: folder, input, encoding: 'utf8' })
    const lines = run.stdout.split('\n').filter((line) => line !== '')
    return {
      code: run.status,
      said: run.stderr,
      lines: lines.map((line): unknown => JSON.parse(line)),
      left: readdirSync(folder),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const post = 'Title: Salt\nTiming: S7\nSummary: Set during "Touched".\n\nThe tide was out.\n'

test('each file gives one line, in order, also those that cannot be read', () => {
  const files = {
    'a.txt': post,
    'b.txt': '  \n',
    'c.html': '<b>Title:</b> Rope<br>Rating: G<p>It <i>rained</i>.</p><script>x</script>',
  }
  const { code, said, lines, left } = readPosts(files, ['a.txt', 'missing.txt', 'b.txt', 'c.html'])
  assert.equal(code, 1)
  assert.match(said, /2 of 4 files could not be read/u)
  assert.partialDeepStrictEqual(lines, [
    {
      file: 'a.txt',
      fields: { title: 'Salt', timing: 'S7' },
      body: '<p>The tide was out.</p>',
      wordsCounted: 4,
      timing: null,
    },
    { file: 'missing.txt', error: 'There is no such file.' },
    { file: 'b.txt', error: 'This file is empty.' },
    { file: 'c.html', fields: { title: 'Rope', rating: 'G' }, wordsCounted: 2, warnings: ['Taken out: <script>.'] },
  ])
  assert.deepEqual(left, ['a.txt', 'b.txt', 'c.html'])
})

test('standard input is a post too, and a canon that comes along tells the timing', () => {
  const { code, lines } = readPosts({}, ['-', '--canon', 'buffy-and-angel'], post)
  assert.equal(code, 0)
  assert.partialDeepStrictEqual(lines, [{ file: '-', timing: { canon: 'buffy-and-angel', from: '7x20', to: '7x20' } }])
})

test('a canon that nobody knows is said at once', () => {
  const { code, said } = readPosts({ 'a.txt': post }, ['a.txt', '--canon', 'nowhere'])
  assert.equal(code, 1)
  assert.match(said, /No canon named "nowhere"/u)
})
