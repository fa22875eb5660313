// Runs test files with node:test in child processes and counts what came of them.
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runNode } from './children.ts'
import { countsOf, failuresIn, leftOutIn } from './tally.ts'
import type { Counts } from './tally.ts'

export type TestRun = {
  readonly files: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** Unit tests share one process; tests that start servers and browsers have one each. */
  readonly together: boolean
  readonly limit: number
}

const beside = (path: string): string => new URL(`../../${path}`, import.meta.url).href

export async function runTests(
  running: Set<ChildProcess>,
  run: TestRun,
): Promise<Counts & { output: string; leftOut: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'roundelay-run-'))
  const clear = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', clear)
  const totals = join(folder, 'totals')
  const args = [
    ...['bin/tsx.mjs', 'tests/support/strict-console.ts'].map((path) => `--import=${beside(path)}`),
    '--test',
    ...(run.together ? ['--test-isolation=none'] : ['--test-concurrency=2']),
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${fileURLToPath(beside('scripts/testing/reporter.ts'))}`,
    `--test-reporter-destination=${totals}`,
    ...run.files,
  ]
  try {
    const { code, output } = await runNode(running, { args, limit: run.limit, ...(run.env ? { env: run.env } : {}) })
    return { ...countsOf(readIfThere(totals), code), output: failuresIn(output), leftOut: leftOutIn(output) }
  } finally {
    clear()
    process.removeListener('exit', clear)
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
