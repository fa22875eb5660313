// The database goes away or is held by somebody else: no process dies of it, nobody waits for ever, and it says so.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { Refusal } from '#src/kit/refusal.ts'
import type { Tables } from '#src/schema/tables.ts'
import { engineKind, openTestDatabase } from '#tests/support/database.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { inContext } from '#tests/world/tidewater.ts'
import { readSetting, writeSetting } from '../settings.ts'
import { openEngine } from './open.ts'
import { Unstartable } from '../unstartable.ts'

const host = { kind: 'host' } as const

test('what another process holds is waited for, and after five seconds there is a kind refusal', async () => {
  await using house = await openHouse()
  const file = join(house.database.folder, 'roundelay.db')
  const other = await openEngine(house.database.databaseUrl, file)
  const write = (ground = house.ground): Promise<void> =>
    inContext(ground, host, (ctx) => ctx.atomically({ rounds: 1 }, (tx) => writeSetting(tx, 'a', 1)))
  const [held, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holding = inContext({ ...house.ground, engine: other }, host, (ctx) =>
    ctx.atomically({ rounds: 1 }, () => {
      held.resolve()
      return free.promise
    }),
  )
  await held.promise
  const started = performance.now()
  await assert.rejects(write(), (error) => error instanceof Refusal && error.code === 'busy')
  const waited = performance.now() - started
  assert.ok(waited > 4_500 && waited < 9_000, `it waited ${waited} ms`)
  const patient = write()
  await new Promise((resolve) => setTimeout(resolve, 100))
  free.resolve()
  await Promise.all([holding, patient])
  await other.close()
})

test('after a query that failed, the same visitor can still be shown a page', async () => {
  await using house = await openHouse()
  await house.act(host, async (ctx) => {
    await assert.rejects(sql`select * from nothing_of_the_kind`.execute(ctx.db as unknown as Kysely<Tables>))
    assert.notEqual(await readSetting(ctx.db, 'site-name'), undefined)
  })
})

/** SQLite has no server to lose. */
const onServers = engineKind === 'postgres' ? test : (): void => {}

void onServers(
  'a connection that the server ends in the middle costs its visitor an error and nobody else anything',
  async () => {
    await using house = await openHouse()
    const end = async (pid: unknown): Promise<void> => {
      await sql`select pg_terminate_backend(${pid})`.execute(house.ground.engine.admin)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const pidOf = async (db: unknown): Promise<unknown> =>
      (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db as Kysely<Tables>)).rows[0]?.pid
    await house.act(host, async (ctx) => {
      await end(await pidOf(ctx.db))
      await assert.rejects(readSetting(ctx.db, 'a'))
      assert.equal(await readSetting(ctx.db, 'a'), undefined)
    })
    const writing = house.act(host, (ctx) =>
      ctx.atomically('nothing', async (tx) => {
        await writeSetting(tx, 'a', 1)
        await end(await pidOf(tx.db))
      }),
    )
    await assert.rejects(writing)
    assert.equal(await house.act(host, (ctx) => readSetting(ctx.db, 'a')), undefined)
  },
)

test('a database that cannot be opened is said in one sentence', async () => {
  const url = 'postgres://nobody:secret@127.0.0.1:1/nothing'
  await assert.rejects(openEngine(url, ''), (error) => {
    assert.ok(error instanceof Unstartable)
    assert.match(
      error.message,
      /^The PostgreSQL database nothing on 127\.0\.0\.1 \(DATABASE_URL\) cannot be reached: .+\.$/,
    )
    assert.doesNotMatch(error.message, /secret/)
    return true
  })
  await assert.rejects(
    openEngine(undefined, '/nowhere/at/all.db'),
    /^Unstartable: The database file .* cannot be opened/,
  )
})

test('closing twice is closing once', async () => {
  const database = await openTestDatabase()
  await database.engine.close()
  await database.drop()
  assert.ok(true)
})
