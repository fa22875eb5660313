// A real PostgreSQL server for tests, out of the packages, gone with the process that started it however that ends.
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { binaries, nobody } from './postgres-binaries.ts'
import { scratchFolder } from './scratch.ts'

export type PostgresServer = {
  /** The address of a database on this server, as `DATABASE_URL` takes it. */
  readonly url: (database: string) => string
  readonly makeDatabase: (name: string, template?: string) => Promise<void>
  readonly dropDatabase: (name: string) => Promise<void>
  readonly stop: () => Promise<void>
}

/** The server named by `ROUNDELAY_TEST_PG` (set by the runner) or `TEST_DATABASE_URL`, or else one of our own. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.ROUNDELAY_TEST_PG ?? process.env.TEST_DATABASE_URL
  if (given) return checked(given)
  return startOwnPostgres()
}

/** A wrong address is told at once, not by the first test that happens to need it. */
async function checked(given: string): Promise<PostgresServer> {
  const client = new pg.Client({ connectionString: given, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return serverAt(given, async () => {})
  } catch (error) {
    throw new Error('The PostgreSQL that TEST_DATABASE_URL names does not answer', { cause: error })
  }
}

export async function startOwnPostgres(): Promise<PostgresServer> {
  const native = await binaries()
  for (let tries = 1; ; tries += 1) {
    try {
      return await begin(native)
    } catch (error) {
      // The free port was taken between looking and listening; that is luck, and may be tried again.
      if (tries === 3 || !String(error).includes('could not bind')) throw error
    }
  }
}

const owner = 'roundelay'

/**
 * Not the plain C order: many real servers sort by a language, and code that forgets to say its order shall fail here.
 * ICU comes with the binaries, so this order is the same on every machine.
 */
const initdbOptions = [
  '--no-sync',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=icu',
  '--icu-locale=en-US',
  '--auth=scram-sha-256',
  `--username=${owner}`,
]

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '300',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // The password is random and long already; checking it slowly would only make connecting slow.
  scram_iterations: '1',
}

async function begin(native: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(scratchFolder(), 'roundelay-pg-'))
  const watcher = watch(folder)
  const begun: { child?: ChildProcess } = {}
  const close = () => end(begun.child, watcher, folder)
  try {
    if (nobody.uid !== undefined) chownSync(folder, nobody.uid, nobody.gid)
    const password = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64url')
    await initialise(native, folder, password)
    const port = await freePort()
    const url = `postgres://${owner}:${password}@127.0.0.1:${port}/postgres`
    begun.child = launch(native, folder, port)
    await untilItAnswers(begun.child, url, folder)
    return serverAt(url, close)
  } catch (error) {
    await close()
    throw error
  }
}

async function initialise(native: string, folder: string, password: string): Promise<void> {
  const passwordFile = join(folder, 'password')
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (nobody.uid !== undefined) chownSync(passwordFile, nobody.uid, nobody.gid)
  const options = Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`)
  const made = spawnSync(
    join(native, 'bin', 'initdb'),
    [`--pgdata=${join(folder, 'data')}`, `--pwfile=${passwordFile}`, ...initdbOptions, ...options],
    { ...nobody, cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

function launch(native: string, folder: string, port: number): ChildProcess {
  const log = openSync(join(folder, 'log'), 'a')
  const child = spawn(join(native, 'bin', 'postgres'), ['-D', join(folder, 'data'), '-p', String(port)], {
    ...nobody,
    cwd: folder,
    stdio: ['ignore', log, log],
  })
  child.on('error', () => {})
  child.unref()
  process.once('exit', () => child.kill('SIGQUIT'))
  return child
}

/** With the folder as `$0`. The server may be about to write down its number, so the shell looks more than once. */
const farewell = `
  cat >/dev/null
  for _ in 1 2 3 4 5; do [ -s "$0/data/postmaster.pid" ] && break; sleep 0.1; done
  read -r server <"$0/data/postmaster.pid" && kill -QUIT "$server"
  for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$server" || break; sleep 0.1; done
  for _ in 1 2 3 4 5; do rm -rf "$0" && break; sleep 0.2; done
`

/**
 * A shell that waits for the end of its input, which comes when this process ends, even by SIGKILL; it then ends the
 * server and clears its folder. It leads a group of its own, so that Ctrl-C does not end it first.
 */
function watch(folder: string): ChildProcess {
  const child = spawn('sh', ['-c', farewell, folder], { detached: true, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] })
  child.on('error', () => {})
  child.unref()
  if (child.stdin && 'unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref()
  return child
}

async function untilItAnswers(child: ChildProcess, url: string, folder: string): Promise<void> {
  const last = Date.now() + 30_000
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > last) {
      throw new Error(`PostgreSQL did not start:\n${readFileSync(join(folder, 'log'), 'utf8').slice(-2000)}`)
    }
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await pause(20)
    }
  }
}

/** "Immediate" shutdown: nothing in there will be read again. */
async function end(child: ChildProcess | undefined, watcher: ChildProcess, folder: string): Promise<void> {
  if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    child.ref()
    child.kill('SIGQUIT')
    await once(child, 'exit')
  }
  watcher.kill('SIGKILL')
  watcher.stdin?.destroy()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

function serverAt(base: string, close: () => Promise<void>): PostgresServer {
  const pool = new pg.Pool({ connectionString: base, max: 4, allowExitOnIdle: true })
  pool.on('error', () => {})
  const name = pg.escapeIdentifier
  return {
    url: (database) => {
      const url = new URL(base)
      url.pathname = `/${encodeURIComponent(database)}`
      return url.href
    },
    makeDatabase: async (database, template) => {
      await pool.query(
        `create database ${name(database)}${template ? ` template ${name(template)} strategy file_copy` : ''}`,
      )
    },
    dropDatabase: async (database) => {
      await pool.query(`drop database if exists ${name(database)} with (force)`)
    },
    stop: async () => {
      if (!pool.ended) await pool.end()
      await close()
    },
  }
}
