// Migrations go forward, all or nothing, once; and a database from the future is left alone.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { migrations } from '#src/schema/migrations/list.ts'
import { engineKind, openTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { Unstartable } from '../unstartable.ts'
import type { Engine } from './engine.ts'
import { appliedMigrations, migrate, newestMigration } from './migrate.ts'
import { openEngine } from './open.ts'
import { dumpSchema } from './schema-dump.ts'

const all = Object.keys(migrations).toSorted()

/** Two engines, as of two processes, on one database in which there is nothing at all. */
async function bare(): Promise<{ engines: readonly [Engine, Engine] } & AsyncDisposable> {
  const database = await openTestDatabase()
  const file = join(database.folder, 'bare.db')
  if (engineKind === 'postgres') await empty(database)
  const open = (): Promise<Engine> => openEngine(database.databaseUrl, file)
  const engines = [await open(), await open()] as const
  return {
    engines,
    async [Symbol.asyncDispose]() {
      for (const engine of engines) await engine.close()
      await database.drop()
    },
  }
}

async function empty({ engine }: TestDatabase): Promise<void> {
  await sql`drop schema public cascade`.execute(engine.admin)
  await sql`create schema public`.execute(engine.admin)
}

const ours = async (engine: Engine): Promise<string[]> =>
  (await engine.admin.introspection.getTables()).map((table) => table.name).toSorted()

test('the migrations stand in order, and the newest is what a database is brought to', async () => {
  assert.deepEqual(Object.keys(migrations), all)
  assert.equal(newestMigration(), all.at(-1))
  for (const [index, name] of all.entries())
    assert.match(name, new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z-]+$`))
  await using house = await openHouse({ empty: true })
  assert.deepEqual(await appliedMigrations(house.ground.engine), all)
})

test('migrating twice is migrating once', async () => {
  await using house = await openHouse()
  const { engine } = house.ground
  const before = await dumpSchema(engine)
  await migrate(engine)
  await migrate(engine)
  assert.equal(await dumpSchema(engine), before)
  assert.deepEqual(await appliedMigrations(engine), all)
})

test('two processes that migrate at once both end well', async () => {
  for (let times = 0; times < 3; times += 1) {
    await using found = await bare()
    const [one, other] = found.engines
    assert.deepEqual(await appliedMigrations(one), [])
    await Promise.all([migrate(one), migrate(other)])
    assert.deepEqual(await appliedMigrations(other), all)
    assert.equal(await dumpSchema(one), await dumpSchema(other))
  }
})

const broken: typeof migrations = {
  ...migrations,
  '9000-things': (make) => make.table('things', 'id $id, is_done $flag not null'),
  async '9001-broken'(make) {
    await make.table('more_things', 'id $id')
    await make.run('delete from settings')
    await make.run('this is no statement')
  },
}

test('a migration that fails leaves nothing behind, nor does what came before it in the same start', async () => {
  await using house = await openHouse()
  const { engine } = house.ground
  const before = await ours(engine)
  await assert.rejects(migrate(engine, undefined, broken), /syntax error/)
  assert.deepEqual(await ours(engine), before)
  assert.deepEqual(await appliedMigrations(engine), all)
  const kept = await house.act({ kind: 'host' }, (ctx) => ctx.db.selectFrom('settings').select('name').execute())
  assert.notDeepEqual(kept, [])
  await migrate(engine)
})

test('a first start that fails can be repeated with a version that does not', async () => {
  await using found = await bare()
  const [engine] = found.engines
  await assert.rejects(migrate(engine, undefined, broken), /syntax error/)
  assert.deepEqual(
    (await ours(engine)).filter((name) => !name.startsWith('migrations')),
    [],
  )
  await migrate(engine)
  assert.deepEqual(await appliedMigrations(engine), all)
})

test('a database that a newer version has written is not touched', async () => {
  await using house = await openHouse()
  const { engine } = house.ground
  const newer = { ...migrations, '9000-things': broken['9000-things'] ?? (async () => {}) }
  await migrate(engine, undefined, newer)
  const before = await dumpSchema(engine)
  await assert.rejects(migrate(engine), (error) => {
    assert.ok(error instanceof Unstartable)
    assert.match(error.message, /newer version of Roundelay \(it has 9000-things\).*Nothing was changed\.$/)
    return true
  })
  assert.equal(await dumpSchema(engine), before)
})

test('the words of migrations mean the same on both engines, with their checks', async () => {
  await using house = await openHouse({ empty: true })
  const { engine } = house.ground
  await migrate(engine, undefined, {
    ...migrations,
    async '9000-words'(make) {
      await make.table(
        'words',
        'id $id, is_done $flag not null, done_at $instant, on_day $day, content $bytes, note $text unique',
      )
      await make.index('words_done', 'words (is_done) where done_at is not null')
    },
  })
  type Words = { words: Record<string, string | number | null | Uint8Array> }
  const db = engine.admin.withTables<Words>()
  const whole = {
    is_done: 1,
    done_at: '2026-11-20T00:00:00.000Z',
    on_day: '2026-11-20',
    content: new Uint8Array([0, 255]),
    note: 'a',
  }
  await db.insertInto('words').values(whole).execute()
  await db.insertInto('words').values({ is_done: 0, done_at: null, on_day: null, content: null, note: null }).execute()
  for (const wrong of [
    { is_done: 2 },
    { is_done: null },
    { done_at: '2026-11-20' },
    { on_day: '2026-11-20T00:00' },
    { note: 'a' },
  ]) {
    await assert.rejects(
      db
        .insertInto('words')
        .values({ ...whole, note: 'b', ...wrong })
        .execute(),
      /constraint/,
      JSON.stringify(wrong),
    )
  }
  const rows = await db.selectFrom('words').selectAll().orderBy('id').execute()
  assert.deepEqual(rows, [
    { id: 1, ...whole },
    { id: 2, is_done: 0, done_at: null, on_day: null, content: null, note: null },
  ])
})
