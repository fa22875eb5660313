// Real processes of the house for tests: a server that has said where it is, or a command that has run to its end.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { house } from './unpack.ts'

export type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

export type Started = {
  readonly child: ChildProcess
  readonly out: () => string
  readonly err: () => string
  readonly ended: Promise<Ended>
}

/** `direct` is what the launcher starts; `npm` starts the launcher. */
export type Way = 'direct' | 'launcher' | 'npm'

export type Environment = Readonly<Record<string, string | undefined>>

const launcher = join(house, 'bin', 'roundelay.mjs')
/** Lets Node run the house's files. */
export const loader = ['--import', pathToFileURL(join(house, 'bin', 'tsx.mjs')).href]
// As the launcher calls it.
const direct = ['--max-semi-space-size=2', ...loader, join(house, 'src', 'main.ts')]

const ways: Readonly<Record<Way, (words: readonly string[]) => readonly [string, readonly string[]]>> = {
  direct: (words) => [process.execPath, [...direct, ...words]],
  launcher: (words) => [process.execPath, [launcher, ...words]],
  npm: (words) => ['npm', [words[0] ?? 'start', '--silent', '--', ...words.slice(1)]],
}

const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/** Nothing of what surrounds the tests may reach a process under test: neither its settings nor the runner's. */
function cleanEnvironment(own: Environment): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(ROUNDELAY_|NODE_|npm_|DATABASE_URL$|PG|PORT$|HOST$|LOG_LEVEL$|TEST_DATABASE_URL$|SMTP_URL$|MAIL_FROM$)/.test(
        name,
      ),
  )
  return { ...Object.fromEntries(kept), ...own }
}

/** The launcher would install what it finds missing, under everybody's feet; a test only wants to see it start. */
export function mustBeInstalled(): void {
  const lock = createHash('sha256')
    .update(readFileSync(join(house, 'package-lock.json')))
    .digest('hex')
  const marker = join(house, 'node_modules', '.roundelay-installed')
  const found = existsSync(marker) ? readFileSync(marker, 'utf8') : ''
  assert.ok(
    found.startsWith(lock),
    'What is installed is not what the lock file says: run npm test, which installs it.',
  )
}

export function run(words: readonly string[], env: Environment = {}, way: Way = 'direct'): Started {
  if (way !== 'direct') mustBeInstalled()
  const [command, args] = ways[way](words)
  return runAny(command, args, env)
}

export function runAny(command: string, args: readonly string[], env: Environment = {}): Started {
  const child = spawn(command, args, {
    cwd: house,
    env: cleanEnvironment(env),
    // As the launcher does it: should this process be killed, the line breaks and the server stops.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  children.add(child)
  const said = { out: '', err: '' }
  child.stdout?.setEncoding('utf8').on('data', (text) => (said.out += text))
  child.stderr?.setEncoding('utf8').on('data', (text) => (said.err += text))
  const ended = once(child, 'close').then(([code, signal]) => {
    children.delete(child)
    return { code, signal }
  })
  return { child, out: () => said.out, err: () => said.err, ended }
}

export type Done = { readonly code: number | null; readonly out: string; readonly err: string }

export async function runToEnd(words: readonly string[], env: Environment = {}, way: Way = 'direct'): Promise<Done> {
  const started = run(words, env, way)
  const watch = setTimeout(() => started.child.kill('SIGKILL'), 30_000)
  const { code } = await started.ended
  clearTimeout(watch)
  return { code, out: started.out(), err: started.err() }
}

/** What the house promises whoever types something that cannot be: one sentence on stderr, exit code 1. */
export function assertOneSentence(done: Done, about: RegExp): void {
  assert.match(done.err, /^[^\n]+\.\n$/, `one line that ends with a full stop, not ${JSON.stringify(done.err)}`)
  assert.match(done.err, about)
  assert.doesNotMatch(done.err, /\bat .*:\d+:\d+|undefined|\[object/, 'no innards')
  assert.equal(done.code, 1)
}

export type Server = Started &
  AsyncDisposable & {
    /** As in http://127.0.0.1:4711; nothing but this machine is ever asked. */
    readonly address: string
    /** Of the server itself, not of what started it. */
    readonly pid: number
    readonly stop: (signal?: NodeJS.Signals) => Promise<Ended>
  }

/** Waits until the server has said where it is. */
export async function startServer(
  folder: string,
  options: { readonly env?: Environment; readonly way?: Way; readonly words?: readonly string[] } = {},
): Promise<Server> {
  const words = ['start', '--data', folder, '--port', '0', ...(options.words ?? [])]
  const started = run(words, options.env, options.way)
  const port = await untilSaid(started)
  const [, pid] = /process (\d+)/.exec(readFileSync(join(folder, 'serving.txt'), 'utf8')) ?? []
  const server = Number(pid)
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> => {
    started.child.kill(signal)
    return started.ended
  }
  return {
    ...started,
    address: `http://127.0.0.1:${port}`,
    pid: server,
    stop,
    async [Symbol.asyncDispose]() {
      for (const id of [server, started.child.pid]) if (id !== undefined && isAlive(id)) process.kill(id, 'SIGKILL')
      await started.ended
    },
  }
}

async function untilSaid(started: Started): Promise<string> {
  const watch = setTimeout(() => started.child.kill('SIGKILL'), 30_000)
  const ending = started.ended.then(({ code }) => assert.fail(`ended with ${code} instead: ${started.err()}`))
  try {
    for (;;) {
      const port = /^Roundelay is at http:\/\/\S+:(\d+)\/$/m.exec(started.out())?.[1]
      if (port !== undefined) return port
      await Promise.race([ending, once(started.child.stdout ?? assert.fail(), 'data')])
    }
  } finally {
    clearTimeout(watch)
    ending.catch(() => {})
  }
}

export function isAlive(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch {
    return false
  }
}
