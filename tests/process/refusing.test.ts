// What cannot be is said in one sentence with exit code 1, and nothing is harmed by having tried.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { migrate } from '#src/platform/database/migrate.ts'
import { engineKind } from '../support/database.ts'
import { openClient } from '../support/process-client.ts'
import { openGround, type ProcessGround } from '../support/process-ground.ts'
import { assertOneSentence, runAny, runToEnd, startServer } from '../support/process.ts'
import { house } from '../support/unpack.ts'

/** What only one engine can be asked is asked in its turn: a skipped test should mean that something is missing here. */
const inTurnOf =
  (kind: typeof engineKind) =>
  (name: string, work: () => Promise<void>): void => {
    if (engineKind === kind) test(name, work)
  }
const onSqlite = inTurnOf('sqlite')
const onPostgres = inTurnOf('postgres')

const start = (ground: ProcessGround, words: readonly string[] = [], env = {}) =>
  runToEnd(['start', '--data', ground.folder, '--port', '0', ...words], { ...ground.env, ...env })

test('a port in use is named, and the folder is free again', async () => {
  await using ground = await openGround()
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : assert.fail()
  assertOneSentence(await start(ground, ['--port', String(port)]), new RegExp(`Port ${port} is in use`))
  other.close()
  await using _ = await startServer(ground.folder, { env: ground.env })
})

test('an address that is not of this machine is refused', async () => {
  await using ground = await openGround()
  assertOneSentence(await start(ground, ['--host', '192.0.2.1']), /192\.0\.2\.1 is not an address of this machine/)
})

test('a folder that cannot be made or written to is named', async () => {
  await using ground = await openGround()
  const file = join(ground.folder, 'a file')
  writeFileSync(file, 'as it was')
  const places = [join(file, 'below'), file, ...(process.platform === 'linux' ? ['/proc/roundelay', '/proc'] : [])]
  for (const place of places) {
    assertOneSentence(await start(ground, ['--data', place]), /cannot be written to \(E[A-Z]+\)/)
  }
  assert.equal(readFileSync(file, 'utf8'), 'as it was')
})

test(
  'a folder that only others may write to is refused',
  { skip: process.getuid?.() === 0 ? 'root may' : false },
  async () => {
    await using ground = await openGround()
    chmodSync(ground.folder, 0o500)
    const done = await start(ground)
    chmodSync(ground.folder, 0o700)
    assertOneSentence(done, /cannot be written to \(EACCES\)/)
  },
)

test('a second start in the same folder says which process serves it, and where', async () => {
  await using ground = await openGround()
  await using server = await startServer(ground.folder, { env: ground.env })
  assertOneSentence(
    await start(ground),
    new RegExp(`already served by process ${server.pid} at http://localhost:${new URL(server.address).port}: `),
  )
  await using client = openClient(server.address)
  assert.equal((await client.ask('/healthz')).status, 200)
})

test('a lock file that is none is not taken for another server', async () => {
  await using ground = await openGround()
  mkdirSync(join(ground.folder, 'serving.lock'))
  assertOneSentence(await start(ground), /serving\.lock/)
})

test('a database from a newer version is left as it is', async () => {
  await using ground = await openGround()
  await ground.look(async (_, engine) => {
    await migrate(engine)
    const row = { name: '9999-from-the-future', timestamp: '2099-01-01T00:00:00.000Z' }
    await engine.admin.withTables<{ migrations: typeof row }>().insertInto('migrations').values(row).execute()
  })
  for (const words of [['start', '--port', '0'], ['invite'], ['backup', join(ground.folder, 'b.zst')]]) {
    const done = await runToEnd([...words, '--data', ground.folder], ground.env)
    assertOneSentence(done, /newer version of Roundelay \(it has 9999-from-the-future\)/)
  }
})

onSqlite('a file that is no database is left as it is', async () => {
  await using ground = await openGround()
  const file = join(ground.folder, 'roundelay.db')
  const text = 'Dear diary, this is no database at all. '.repeat(50)
  writeFileSync(file, text)
  assertOneSentence(await start(ground), /roundelay\.db cannot be opened \(file is not a database\)/)
  assert.equal(readFileSync(file, 'utf8'), text)
})

test('a DATABASE_URL that leads nowhere is explained, without its password', async () => {
  await using ground = await openGround()
  const urls: [string, RegExp][] = [
    ['fests', /DATABASE_URL is not an address/],
    ['mysql://localhost/fests', /DATABASE_URL is not an address/],
    [
      'postgres://keeper:sesame@127.0.0.1:1/fests',
      /fests on 127\.0\.0\.1 \(DATABASE_URL\) cannot be reached: .*REFUSED/,
    ],
    ['postgres://keeper:se%ZZsame@127.0.0.1:1/fests', /DATABASE_URL/],
    ['postgres://keeper:sesame@127.0.0.1:1/', /DATABASE_URL/],
  ]
  for (const [url, about] of urls) {
    const done = await start(ground, [], { DATABASE_URL: url })
    assertOneSentence(done, about)
    assert.doesNotMatch(done.err, /sesame/)
  }
})

onPostgres('an unknown database and a wrong password are told apart', async () => {
  await using ground = await openGround()
  const url = new URL(ground.databaseUrl ?? '')
  const wrong = new URL(url)
  wrong.password = 'open-sesame'
  const refused = await start(ground, [], { DATABASE_URL: wrong.href })
  assertOneSentence(refused, /password authentication failed/)
  assert.doesNotMatch(refused.err, /open-sesame/)
  url.pathname = '/no_such_fests'
  assertOneSentence(await start(ground, [], { DATABASE_URL: url.href }), /no_such_fests.* does not exist/)
})

test('words that mean nothing are named', async () => {
  await using ground = await openGround()
  const at = ['--data', ground.folder]
  const cases: [string[], RegExp][] = [
    [['start', ...at, '--colour', 'red'], /--colour/],
    [['dance'], /no command "dance"/],
    [['toString'], /no command "toString"/],
    [['restore', ...at], /which file/],
    [['backup', ...at, 'one', 'two'], /which file/],
    [['invite', ...at, '--colour'], /--colour/],
  ]
  for (const [words, about] of cases) assertOneSentence(await runToEnd(words, ground.env), about)
  assert.equal(existsSync(join(ground.folder, 'roundelay.db')), false, 'nothing was made')
})

onSqlite('a command in a folder without an archive says so and makes none', async () => {
  await using ground = await openGround()
  const folder = join(ground.folder, 'mistyped')
  const file = join(ground.folder, 'b.zst')
  for (const words of [['backup', file], ['invite']]) {
    assertOneSentence(await runToEnd([...words, '--data', folder], ground.env), /No site is kept in .*mistyped/)
  }
  assert.equal(existsSync(folder), false)
  assert.equal(existsSync(file), false)
})

test('the launcher says which package is missing', async () => {
  await using ground = await openGround()
  const tree = join(ground.folder, 'house')
  const modules = join(tree, 'node_modules')
  mkdirSync(modules, { recursive: true })
  for (const name of ['bin', 'package.json', 'package-lock.json'])
    cpSync(join(house, name), join(tree, name), { recursive: true })
  symlinkSync(join(house, 'src'), join(tree, 'src'))
  const lock = readFileSync(join(tree, 'package-lock.json'))
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', lock)).toString('hex')
  writeFileSync(join(modules, '.roundelay-installed'), `${hash} start\n`)
  const started = runAny(process.execPath, [join(tree, 'bin', 'roundelay.mjs'), 'start'])
  const { code } = await started.ended
  assertOneSentence(
    { code, out: started.out(), err: started.err() },
    /The package node-\S+ is missing: run "npm ci --include=optional" in /,
  )
  rmSync(tree, { recursive: true })
})
