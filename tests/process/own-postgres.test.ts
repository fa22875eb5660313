// The PostgreSQL of the tests: it does what databases do, sorts by a language, and never outlives who started it.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startOwnPostgres } from '../support/postgres.ts'

/** No engine of ours is used here, so one engine's turn is enough. */
const inTurn = process.env.ROUNDELAY_TEST_ENGINE !== 'postgres'

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

async function useAndDrop(): Promise<void> {
  const server = await startOwnPostgres()
  const name = `Fest "${process.pid}"`
  try {
    await server.makeDatabase(name)
    await ask(server.url(name), "create table names as select * from (values ('Zoe'), ('ana'), ('Éva')) as given(name)")
    await server.makeDatabase(`${name} 2`, name)
    const sorted = 'select name from names order by name'
    assert.deepEqual(await ask(server.url(`${name} 2`), sorted), ['ana', 'Éva', 'Zoe'])
    const guest = new pg.Client({ connectionString: server.url(name) })
    guest.on('error', () => {})
    await guest.connect()
    await server.dropDatabase(name)
    await server.dropDatabase(`${name} 2`)
    await assert.rejects(ask(server.url(name), 'select 1'), { code: '3D000' })
  } finally {
    await server.stop()
    await server.stop()
  }
}

const starter = `
  import { startOwnPostgres } from ${JSON.stringify(new URL('../support/postgres.ts', import.meta.url).href)}
  import pg from ${JSON.stringify(import.meta.resolve('pg'))}
  const server = await startOwnPostgres()
  const client = new pg.Client({ connectionString: server.url('postgres') })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query("select pg_backend_pid() as backend, current_setting('data_directory') as folder")
  process.stdout.write(JSON.stringify(rows[0]) + '\\n')
`

/** The backend dies with its server, so its id tells of both. */
function isAlive(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch {
    return false
  }
}

const ends: readonly (readonly [how: string, script: string, signal?: NodeJS.Signals])[] = [
  ['is interrupted', 'setInterval(() => {}, 1000)', 'SIGINT'],
  ['is asked to end', 'setInterval(() => {}, 1000)', 'SIGTERM'],
  ['is killed', 'setInterval(() => {}, 1000)', 'SIGKILL'],
  ['throws', "throw new Error('a failed test')"],
  ['forgets to stop it', 'await client.end()'],
]

async function leavesNothing(script: string, signal?: NodeJS.Signals): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', `${starter}\n${script}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
  const { backend, folder } = JSON.parse(line)
  if (signal) child.kill(signal)
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  for (let tries = 0; tries < 100 && (isAlive(backend) || existsSync(folder)); tries += 1) await pause(50)
  assert.equal(isAlive(backend), false, 'the server is gone')
  assert.equal(existsSync(folder), false, 'its folder is gone')
}

if (inTurn) {
  test('a database is made from a template, used, and dropped while somebody is connected', useAndDrop)
  for (const [how, script, signal] of ends) {
    test(`no server is left behind when its process ${how}`, () => leavesNothing(script, signal))
  }
}
