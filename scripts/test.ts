// The runner behind `npm test`: types, lint, boundaries, tests on both databases, real processes and a browser.
import type { ChildProcess } from 'node:child_process'
import { openBrowser, findChromium } from '../tests/support/chromium.ts'
import { startPostgres } from '../tests/support/postgres.ts'
import type { PostgresServer } from '../tests/support/postgres.ts'
import { kill, runNode } from './testing/children.ts'
import { runTests } from './testing/run-tests.ts'
import { filesOf, readWish, stages, wanted } from './testing/steps.ts'
import type { Step, Wish } from './testing/steps.ts'
import { lastLines, line } from './testing/tally.ts'
import type { Outcome } from './testing/tally.ts'

const minute = 60_000

/** The whole run is watched too: what has not begun when its time is over fails at once. */
const limits = { step: 8 * minute, run: 12 * minute, soak: 120 * minute }

type Result = Omit<Outcome, 'name' | 'seconds'>

function runner(wish: Wish) {
  const running = new Set<ChildProcess>()
  const began = performance.now()
  const mayLack = new Set((process.env.ALLOW_SKIP ?? '').split(',').map((name) => name.trim()))
  const seed = process.env.SOAK_SEED ?? String(crypto.getRandomValues(new Uint32Array(1))[0])
  let server: Promise<PostgresServer> | undefined

  const limitOf = (step: Step): number =>
    step.asked === 'soak' ? limits.soak : Math.max(1, Math.min(limits.step, limits.run - (performance.now() - began)))

  async function commands(step: Step, list: readonly (readonly string[])[]): Promise<Result> {
    let output = ''
    for (const args of list) {
      const ended = await runNode(running, { args: ['--import=./bin/tsx.mjs', ...args], limit: limitOf(step) })
      if (ended.code !== 0) output += ended.output.trim() === '' ? `${args.join(' ')} failed.\n` : ended.output
    }
    return { passed: output === '' ? 1 : 0, failed: output === '' ? 0 : 1, skipped: 0, output }
  }

  /** What the tests of a step stand on, as environment; an error when it cannot be had here. */
  async function ground(step: Step): Promise<NodeJS.ProcessEnv> {
    const env: NodeJS.ProcessEnv = { ROUNDELAY_TEST_ENGINE: step.engine ?? 'sqlite' }
    if (step.asked === 'soak') {
      console.log(`  SOAK_SEED=${seed}`)
      env.SOAK_SEED = seed
    }
    if (step.engine === 'postgres') {
      server ??= startPostgres()
      const own = (await server).url('postgres')
      env.ROUNDELAY_TEST_PG = process.env.TEST_DATABASE_URL ?? own
    }
    if (step.browser) {
      env.CHROMIUM_PATH = await findChromium()
      await (await openBrowser(env.CHROMIUM_PATH)).close()
    }
    return env
  }

  async function tests(step: Step): Promise<Result> {
    const files = filesOf(step, wish.files)
    if (files.length === 0) return { passed: 0, failed: 0, skipped: 0, output: '', note: 'no files' }
    try {
      const env = await ground(step)
      return await runTests(running, { files, env, together: step.together ?? false, limit: limitOf(step) })
    } catch (error) {
      const lacks = step.browser ? 'browser' : step.engine
      const output = `${step.name} could not start: ${reason(error)}\n`
      if (!lacks || !mayLack.has(lacks)) return { passed: 0, failed: 1, skipped: 0, output }
      const note = `LEFT OUT: nothing of it was tested, as ALLOW_SKIP=${lacks} permits. ${output.trim()}`
      return { passed: 0, failed: 0, skipped: 1, output, note }
    }
  }

  async function run(step: Step): Promise<Outcome> {
    const start = performance.now()
    const result = await (step.commands ? commands(step, step.commands) : tests(step))
    const outcome = { name: step.name, seconds: (performance.now() - start) / 1000, ...result }
    console.log(line(outcome))
    if (outcome.failed > 0) console.log(`${outcome.output.trimEnd()}\n`)
    return outcome
  }

  return {
    run,
    end: async () => {
      for (const child of running) kill(child)
      await (await server?.catch(() => undefined))?.stop()
    },
  }
}

/** The causes too; some errors have a code and no message. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const message = error.message || ('code' in error ? String(error.code) : error.name)
  return error.cause === undefined ? message : `${message}: ${reason(error.cause)}`
}

async function main(): Promise<void> {
  const wish = readWish(process.argv.slice(2))
  if (typeof wish === 'string') {
    console.log(wish)
    process.exit(2)
  }
  const { run, end } = runner(wish)
  const stop = (): void => void end().finally(() => process.exit(130))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.once(signal, stop)
  const outcomes: Outcome[] = []
  for (const stage of stages) {
    await Promise.all(
      stage.map(async (lane) => {
        for (const step of lane) if (wanted(step, wish)) outcomes.push(await run(step))
      }),
    )
  }
  await end()
  console.log(`\n${lastLines(outcomes).join('\n')}`)
  process.exit(outcomes.some(({ failed }) => failed > 0) ? 1 : 0)
}

await main()
