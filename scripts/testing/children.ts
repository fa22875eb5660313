// Child processes of the runner: each with its time limit, and all of them gone when the runner goes.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { house } from '../../tests/support/unpack.ts'

export type Ended = { readonly code: number; readonly output: string }

export type Child = {
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** Milliseconds. */
  readonly limit: number
}

/** What a step may print before only its end is kept. */
const longest = 4_000_000

/** Runs Node with these arguments in the house's folder and keeps what it prints. */
export function runNode(running: Set<ChildProcess>, { args, env = {}, limit }: Child): Promise<Ended> {
  // A child that believes to be part of another test run would report to that one.
  const { NODE_TEST_CONTEXT: _, ...around } = process.env
  const child = spawn(process.execPath, args, {
    cwd: house,
    env: { ...around, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-longest)))
  }
  return new Promise((done) => {
    const watch = setTimeout(() => {
      output += `\nThis took longer than ${Math.round(limit / 1000)} seconds and was stopped.\n`
      kill(child)
    }, limit)
    const end = (code: number): void => {
      clearTimeout(watch)
      kill(child)
      running.delete(child)
      done({ code, output })
    }
    child.on('error', (error) => {
      output += `\n${error.message}\n`
      end(1)
    })
    child.on('exit', () => setTimeout(() => end(child.exitCode ?? 1), 50))
  })
}

/** The whole group, so that servers and browsers which a test started and left go with it. */
export function kill(child: ChildProcess): void {
  try {
    if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Gone already, which is what was wanted.
  }
}
