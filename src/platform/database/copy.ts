// Takes every row out of a database as of one moment, and puts every row into an empty one.
import { type Kysely, sql } from 'kysely'
import { migrations } from '#src/schema/migrations/list.ts'
import { tableOrder } from '#src/schema/tables.ts'
import { openContext, type Ground } from '../context.ts'
import { Unstartable } from '../unstartable.ts'
import { appliedMigrations, migrate } from './migrate.ts'
import { checkArchive, type Header, readRows, type Row, writeArchive } from './archive.ts'
import type { Engine } from './engine.ts'

const PAGE = 500

/** Pictures are millions of bytes each: a few at a time. */
const pages: { readonly [table: string]: number } = { files: 8 }

type Loose = { [table: string]: Record<string, unknown> }

/** One snapshot for the whole copy, read in pages; on SQLite it holds up nothing but the emptying of the log. */
export async function copyOut(ground: Ground, file: string): Promise<number> {
  const { ctx, end } = openContext(ground, { kind: 'host' })
  const db = ctx.db as unknown as Kysely<Loose>
  try {
    const schema = (await appliedMigrations(ground.engine)).at(-1) ?? ''
    const header: Header = {
      roundelay: 'backup',
      format: 1,
      schema,
      madeAt: ctx.now(),
      given: await givenIds(ground.engine, db),
    }
    return await writeArchive(file, header, allRows(db))
  } finally {
    await end()
  }
}

async function* allRows(db: Kysely<Loose>): AsyncGenerator<Row> {
  for (const [table, key] of tableOrder) {
    let after: unknown
    const most = pages[table] ?? PAGE
    for (;;) {
      const page = db.selectFrom(table).selectAll().orderBy(key).limit(most)
      const rows = await (after === undefined ? page : page.where(key, '>', after)).execute()
      for (const row of rows) yield { table, row }
      if (rows.length < most) break
      after = rows.at(-1)?.[key]
    }
  }
}

async function givenIds(engine: Engine, db: Kysely<Loose>): Promise<Record<string, number>> {
  const given: Record<string, number> = {}
  for (const [table, key] of tableOrder) {
    if (key === 'name') continue
    const query =
      engine.kind === 'sqlite'
        ? sql<{ n: number }>`select seq as n from sqlite_sequence where name = ${table}`
        : sql<{ n: number }>`select last_value as n from ${sql.raw(sequenceOf(table, key))} where is_called`
    const { rows } = await query.execute(db)
    given[table] = rows[0]?.n ?? 0
  }
  return given
}

const sequenceOf = (table: string, key: string): string => `${table}_${key}_seq`

/** Refuses a file that is not whole, or that only a newer version could read, before anything is opened or made. */
export async function checkBackup(file: string): Promise<Header> {
  const header = await checkArchive(file)
  if (header.schema in migrations) return header
  throw new Unstartable(
    `${file} was written by a newer version of Roundelay (${header.schema}): restore it with that one. Nothing was changed.`,
  )
}

/** Refuses a database in which anything is kept already. */
export async function copyIn(engine: Engine, file: string, header: Header): Promise<number> {
  if ((await appliedMigrations(engine)).length > 0 && !(await isEmpty(engine))) {
    throw new Unstartable(
      'There is an archive here already. Restore into an empty data folder (--data) or an empty database. Nothing was changed.',
    )
  }
  await migrate(engine, header.schema)
  const count = await fill(engine, file, header)
  await migrate(engine)
  return count
}

async function isEmpty(engine: Engine): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from accounts`.execute(engine.admin)
  return (rows[0]?.n ?? 0) === 0
}

/** All rows or none: a restore that breaks off leaves an empty database behind. */
async function fill(engine: Engine, file: string, header: Header): Promise<number> {
  let count = 0
  await engine.admin
    .withTables<Loose>()
    .transaction()
    .execute(async (db) => {
      // An empty house may have made itself a set-up link or a note already; what comes in takes their place.
      for (const [table] of tableOrder.toReversed()) await db.deleteFrom(table).execute()
      for await (const { table, row } of readRows(file)) {
        await db.insertInto(table).values(row).execute()
        count += 1
      }
      for (const [table, key] of tableOrder)
        if (key !== 'name') await setGiven(engine, db, table, key, header.given[table] ?? 0)
    })
  return count
}

async function setGiven(engine: Engine, db: Kysely<Loose>, table: string, key: string, given: number): Promise<void> {
  if (given === 0) return
  if (engine.kind === 'postgres') {
    await sql`select setval(${sequenceOf(table, key)}::regclass, ${given})`.execute(db)
    return
  }
  await sql`delete from sqlite_sequence where name = ${table}`.execute(db)
  await sql`insert into sqlite_sequence (name, seq) values (${table}, ${given})`.execute(db)
}
