// The runner of the tests counts honestly: nothing that went wrong is ever counted as passed, or not at all.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { runTests } from '../../scripts/testing/run-tests.ts'
import { readWish, stages, wanted } from '../../scripts/testing/steps.ts'
import { countsOf, lastLines } from '../../scripts/testing/tally.ts'

async function runOf(together: boolean, sources: readonly string[], limit = 30_000) {
  const folder = mkdtempSync(join(tmpdir(), 'roundelay-runner-'))
  try {
    const files = sources.map((source, index) => {
      const path = join(folder, `${index}.test.mjs`)
      writeFileSync(path, `import { test } from 'node:test'\n${source}\n`)
      return path
    })
    return await runTests(new Set(), { files, together, limit })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const mixed = [
  "test('passes', () => {}); test('fails', () => { throw new Error('sown') })",
  "test('left out', { skip: true }, () => {}); test('to do', { todo: true }, () => {})",
  "import './missing.mjs'; test('never runs', () => {})",
  "test('complains', () => console.error('sown complaint')); test('is quiet after it', () => {})",
  "test('expects it', t => { t.mock.method(console, 'error', () => {}); console.error('expected') })",
]

for (const together of [true, false]) {
  const how = together ? 'in one process' : 'in a process for each file'
  test(`what fails, is to do, does not load or complains counts as failed, ${how}`, async () => {
    const { passed, failed, skipped, output } = await runOf(together, mixed)
    assert.deepEqual({ passed, failed, skipped }, { passed: 3, failed: 4, skipped: 1 })
    assert.match(output, /sown complaint/)
    assert.match(output, /missing\.mjs/)
    assert.doesNotMatch(output, /✔/)
  })
}

test('a run that takes too long is stopped and has failed', async () => {
  const { passed, failed, output } = await runOf(
    true,
    ["test('hangs', () => new Promise(() => setInterval(() => {}, 1000)))"],
    1500,
  )
  assert.deepEqual({ passed, failed }, { passed: 0, failed: 1 })
  assert.match(output, /took longer than 2 seconds and was stopped/)
})

test('a process that ends in the middle has failed', async () => {
  const { failed } = await runOf(true, ["test('passes', () => {}); test('leaves', () => process.exit(0))"])
  assert.equal(failed, 1)
})

test('a run whose tests passed but whose process did not has failed', () => {
  const totals = '{"passed":3,"failed":0,"cancelled":0,"skipped":0,"todo":0}'
  assert.deepEqual(countsOf(totals, 0), { passed: 3, failed: 0, skipped: 0 })
  assert.equal(countsOf(totals, 1).failed, 1)
})

test('the last line is the sum, and what was left out is said loudly before it', () => {
  const one = { name: 'sqlite', seconds: 1, passed: 3, failed: 1, skipped: 0, output: '' }
  const two = {
    name: 'postgres',
    seconds: 0,
    passed: 0,
    failed: 0,
    skipped: 1,
    output: '',
    note: 'LEFT OUT: no server',
  }
  assert.equal(lastLines([one]).at(-1), '3 passed, 1 failed')
  assert.deepEqual(lastLines([one, two]).slice(-2), [
    '!!! postgres LEFT OUT: no server',
    '3 passed, 1 failed, 1 skipped',
  ])
})

test('soak runs only when it is asked for, and a wrong wish is told', () => {
  const names = (wish: ReturnType<typeof readWish>) =>
    typeof wish === 'string'
      ? wish
      : stages
          .flat(2)
          .filter((step) => wanted(step, wish))
          .map((step) => step.name)
  assert.ok(!names(readWish([])).includes('soak'))
  assert.deepEqual(names(readWish(['--only', 'soak,types'])), ['types', 'soak'])
  assert.match(String(names(readWish(['--only', 'sqlit']))), /sqlit is none of them/)
  assert.match(String(names(readWish(['nothing.test.ts']))), /no test file/)
})
