// The two engines are one to the rest of the house: each point in which they differ of themselves, levelled.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { addMillis, type Instant, millisOf, toInstant } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'
import type { Tables } from '#src/schema/tables.ts'
import { engineKind } from '#tests/support/database.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { people } from '#tests/world/people.ts'
import type { Ctx, Tx } from '../context.ts'
import { readSetting, writeSetting } from '../settings.ts'
import { unlessTaken } from './conflicts.ts'

const inTx = <T>(house: TestHouse, work: (tx: Tx) => Promise<T>): Promise<T> =>
  house.act({ kind: 'host' }, (ctx) => ctx.atomically('nothing', work))

const reading = <T>(house: TestHouse, work: (ctx: Ctx) => Promise<T>): Promise<T> => house.act({ kind: 'host' }, work)

async function ask(house: TestHouse, query: RawBuilder<unknown>): Promise<Record<string, unknown>[]> {
  const { rows } = await inTx(house, (tx) => query.execute(tx.db as Kysely<Tables>))
  return rows as Record<string, unknown>[]
}

const bytes = (hex: string): RawBuilder<unknown> =>
  engineKind === 'sqlite' ? sql.raw(`x'${hex}'`) : sql.raw(`'\\x${hex}'::bytea`)

test('counts, sums and ids are numbers; rows are plain objects; bytes are bytes', async () => {
  await using house = await openHouse()
  const [row] = await reading(house, (ctx) =>
    ctx.db
      .selectFrom('accounts')
      .select((all) => [
        all.fn.countAll<number>().as('count'),
        all.fn.sum<number>('id').as('sum'),
        all.fn.max('id').as('id'),
        all.fn.min('closed_at').as('none'),
      ])
      .execute(),
  )
  const many = Object.keys(people).length
  assert.deepEqual(row, { count: many, sum: (many * (many + 1)) / 2, id: many, none: null })
  assert.equal(Object.getPrototypeOf(row), Object.prototype)
  const made = await inTx(house, (tx) =>
    tx.db
      .insertInto('jobs')
      .values(jobRow(house.now()))
      .returning(['id', 'attempts', 'once_key as key'])
      .executeTakeFirstOrThrow(),
  )
  assert.equal(Object.getPrototypeOf(made), Object.prototype)
  assert.deepEqual(made, { id: made.id, attempts: 3, key: null })
  assert.equal(typeof made.id, 'number')
  const [file] = await ask(house, sql`select ${bytes('00ff41')} as content`)
  assert.deepEqual(file, { content: new Uint8Array([0, 255, 65]) })
})

const jobRow = (now: Instant) => ({
  kind: 'sown',
  payload: '{}',
  once_key: null,
  run_at: now,
  attempts: 3,
  lease_until: null,
  leased_by: null,
  failed_at: null,
  last_error: null,
  created_at: now,
})

test('how many rows a change reached is told alike', async () => {
  await using house = await openHouse()
  const told = await inTx(house, async (tx) => {
    const { numUpdatedRows } = await tx.db
      .updateTable('accounts')
      .set({ time_zone: 'UTC' })
      .where('id', '<=', 3)
      .executeTakeFirstOrThrow()
    const { numDeletedRows } = await tx.db.deleteFrom('jobs').where('id', '=', -1).executeTakeFirstOrThrow()
    return [numUpdatedRows, numDeletedRows]
  })
  assert.deepEqual(told, [3n, 0n])
})

const names = ['z', 'Z', 'a', 'ä', 'a\u0308', 'A', 'É', 'é', '10', '9', '🌊', '', ' b', 'ß', 'ﬀ', '﷐', '_', '~', '字']

test('text sorts by its bytes, whatever the language of the server', async () => {
  await using house = await openHouse()
  await inTx(house, (tx) =>
    tx.db
      .insertInto('settings')
      .values(names.map((name) => ({ name: `sorted ${name}`, value: '0', changed_at: tx.now() })))
      .execute(),
  )
  const rows = await reading(house, (ctx) =>
    ctx.db.selectFrom('settings').select('name').where('name', 'like', 'sorted %').orderBy('name').execute(),
  )
  const byBytes = names
    .map((name) => Buffer.from(`sorted ${name}`))
    .toSorted(Buffer.compare)
    .map(String)
  assert.deepEqual(
    rows.map((row) => row.name),
    byBytes,
  )
  const after = await reading(house, (ctx) =>
    ctx.db.selectFrom('settings').select('name').where('name', '>', 'sorted z').orderBy('name').execute(),
  )
  assert.ok(after.some((row) => row.name === 'sorted ä'))
  assert.ok(!after.some((row) => row.name === 'sorted a'))
})

test('a number is kept in a column of text as it is written', async () => {
  await using house = await openHouse()
  const [row] = await ask(
    house,
    sql`insert into settings (name, value, changed_at) values ('n', ${3}, ${house.now()}) returning value`,
  )
  assert.deepEqual(row, { value: '3' })
})

test('a conflict is named by its columns, and everything else is none', async () => {
  await using house = await openHouse()
  const { conflictOf } = house.ground.engine
  const now = house.now()
  const day = sql`insert into days (uid, round_id, on_day, kind, places, note) values ('u', 1, '2026-11-02', 'open', 1, '')`
  await assert.rejects(ask(house, day), (error) => conflictOf(error) === 'days.round_id, days.on_day')
  const setting = sql`insert into settings (name, value, changed_at) values ('site-name', '1', ${now}), ('x', '1', ${now}), ('x', '1', ${now})`
  await assert.rejects(ask(house, setting), (error) => conflictOf(error)?.startsWith('settings.name') === true)
  const orphan = sql`insert into sessions (account_id, token_hash, device, created_at, seen_at, expires_at) values (999, 'h', '', ${now}, ${now}, ${now})`
  await assert.rejects(ask(house, orphan), (error) => conflictOf(error) === undefined)
  assert.equal(conflictOf(new Error('UNIQUE is a word')), undefined)
  assert.equal(conflictOf(undefined), undefined)
})

test('a conflict becomes its refusal and undoes what was written before it', async () => {
  await using house = await openHouse()
  const taken = new Refusal('taken', 'x/taken', 'It is taken.')
  const clash = inTx(house, async (tx) => {
    await writeSetting(tx, 'before', 1)
    const row = { name: 'twice', value: '1', changed_at: tx.now() }
    await unlessTaken(tx, tx.db.insertInto('settings').values([row, row]).execute(), () => taken)
  })
  await assert.rejects(clash, (error) => error === taken)
  assert.equal(await reading(house, (ctx) => readSetting(ctx.db, 'before')), undefined)
})

test('an id is never given out again, not even that of the last row', async () => {
  await using house = await openHouse()
  const insert = (tx: Tx) =>
    tx.db.insertInto('jobs').values(jobRow(house.now())).returning('id').executeTakeFirstOrThrow()
  const first = await inTx(house, insert)
  await inTx(house, (tx) => tx.db.deleteFrom('jobs').execute())
  const second = await inTx(house, insert)
  assert.ok(second.id > first.id)
})

const wrongs: Readonly<Record<string, (now: Instant) => RawBuilder<unknown>>> = {
  'an instant without its milliseconds': () => sql`update settings set changed_at = '2026-11-20T00:00:00Z'`,
  'a day that is too long': () => sql`update days set on_day = '2026-11-020' where id = 1`,
  'a kind of day that there is not': () => sql`update days set kind = 'shut' where id = 1`,
  'a number beyond its bounds': () => sql`update days set places = 1001 where id = 1`,
  'words in a column of numbers': () => sql`update days set places = ${'many'} where id = 1`,
  'a fraction in a column of whole numbers': () => sql`update days set places = ${1.5} where id = 1`,
  'nothing where something must be': () => sql`update days set note = null where id = 1`,
  'a row that refers to nobody': () => sql`update pen_names set account_id = 999 where id = 1`,
  'the loss of a row that is referred to': () => sql`delete from accounts where id = 1`,
}

for (const [what, wrong] of Object.entries(wrongs)) {
  test(`the schema itself refuses ${what}`, async () => {
    await using house = await openHouse()
    await assert.rejects(
      ask(house, wrong(house.now())),
      (error) => !/no such|does not exist|syntax error at/.test(String(error)),
    )
  })
}

test('with an account go its sessions', async () => {
  await using house = await openHouse({ empty: true })
  const now = house.now()
  await ask(house, sql`insert into accounts (id, uid, email, email_key, created_at) values (5, 'u', 'e', 'e', ${now})`)
  await ask(
    house,
    sql`insert into sessions (account_id, token_hash, device, created_at, seen_at, expires_at) values (5, 'h', '', ${now}, ${now}, ${now})`,
  )
  await ask(house, sql`delete from accounts`)
  assert.deepEqual(await ask(house, sql`select id from sessions`), [])
})

test('nothing is written by reading', async () => {
  await using house = await openHouse()
  const write = reading(house, (ctx) => sql`delete from jobs`.execute(ctx.db as unknown as Kysely<Tables>))
  await assert.rejects(write, /readonly|read-only/)
})

test('the database tells its own time, as an instant, so many milliseconds from now', async () => {
  await using house = await openHouse()
  const clock = (plus: number): Promise<Instant> =>
    ask(house, sql`select ${sql.raw(house.ground.engine.clockSql(plus))} as at`).then(([row]) =>
      toInstant(String(row?.at)),
    )
  const [now, soon] = [await clock(0), await clock(120_000)]
  assert.ok(soon >= addMillis(now, 120_000) && millisOf(soon) - millisOf(now) < 150_000)
  assert.ok(Math.abs(millisOf(now) - Date.now()) < 60_000)
})
