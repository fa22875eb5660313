// The schema is the same on both engines, is what the checked-in dumps say, and every table has its place in every list.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { dumpSchema } from '#src/platform/database/schema-dump.ts'
import { tableOrder } from '#src/schema/tables.ts'
import { engineKind, openTestDatabase } from '#tests/support/database.ts'

const house = new URL('../../', import.meta.url)

const dumpOf = (kind: string): string => {
  try {
    return readFileSync(new URL(`src/schema/dumps/${kind}.sql`, house), 'utf8')
  } catch {
    return ''
  }
}

test(`the dump of ${engineKind} is what its migrations make`, async () => {
  const database = await openTestDatabase()
  const made = await dumpSchema(database.engine)
  await database.drop()
  assert.equal(
    dumpOf(engineKind),
    made,
    `src/schema/dumps/${engineKind}.sql is not what the migrations make: run npm run dump-schema and read the difference.`,
  )
})

type Shape = {
  /** As in `days.note not null`. */
  readonly columns: string[]
  /** As in `days.round_id -> rounds (cascade)`. */
  readonly references: string[]
  /** As in `days (on_day, round_id)`. */
  readonly unique: string[]
}

const all = (db: DatabaseSync, query: string): Record<string, string | number>[] =>
  db.prepare(query).all() as Record<string, string | number>[]

function shapeOfSqlite(): Shape {
  const db = new DatabaseSync(':memory:')
  db.exec(dumpOf('sqlite'))
  const tables = all(db, "select name from sqlite_schema where type = 'table' and name not like 'sqlite%'").map(
    ({ name }) => String(name),
  )
  const columns = tables.flatMap((table) =>
    all(db, `pragma table_info(${table})`).map(
      ({ name, notnull, pk }) => `${table}.${name}${notnull === 1 || pk === 1 ? ' not null' : ''}`,
    ),
  )
  const references = tables.flatMap((table) =>
    all(db, `pragma foreign_key_list(${table})`).map(
      (key) => `${table}.${key.from} -> ${key.table}${key.on_delete === 'CASCADE' ? ' (cascade)' : ''}`,
    ),
  )
  const unique = tables.flatMap((table) =>
    all(db, `pragma index_list(${table})`)
      .filter((index) => index.unique === 1 && index.origin !== 'pk')
      .map((index) => `${table} (${namesOf(all(db, `pragma index_info(${index.name})`).map(({ name }) => name))})`),
  )
  db.close()
  return sorted({ columns, references, unique })
}

const namesOf = (names: readonly unknown[]): string => names.map(String).toSorted().join(', ')

function shapeOfPostgres(): Shape {
  const [columns = '', constraints = '', indexes = ''] = dumpOf('postgres').split('\n\n')
  const found = (text: string, pattern: RegExp): string[][] => [...text.matchAll(pattern)].map((match) => [...match])
  return sorted({
    columns: found(columns, /^(\w+\.\w+) .*?( not null)?(?: identity .*)?$/gm).map(
      ([, name, isNeeded]) => `${name}${isNeeded ?? ''}`,
    ),
    references: found(constraints, /^(\w+) FOREIGN KEY \((\w+)\) REFERENCES (\w+)\(id\)( ON DELETE CASCADE)?$/gm).map(
      ([, table, column, to, cascade]) => `${table}.${column} -> ${to}${cascade ? ' (cascade)' : ''}`,
    ),
    unique: found(indexes, /^CREATE UNIQUE INDEX (?!\w+_pkey)\w+ ON (\w+) USING btree \(([^)]*)\)/gm).map(
      ([, table, names]) => `${table} (${namesOf((names ?? '').split(', '))})`,
    ),
  })
}

const sorted = ({ columns, references, unique }: Shape): Shape => ({
  columns: columns.toSorted(),
  references: references.toSorted(),
  unique: unique.toSorted(),
})

test('both engines have the same tables, columns, references and things that may not be twice', () => {
  const [sqlite, postgres] = [shapeOfSqlite(), shapeOfPostgres()]
  assert.ok(sqlite.columns.length > 50 && sqlite.references.length > 10 && sqlite.unique.length > 10)
  assert.deepEqual(sqlite, postgres)
})

test('the order of a backup has every table, with what is referred to before what refers', () => {
  const order: readonly string[] = tableOrder.map(([table]) => table)
  const { columns, references } = shapeOfSqlite()
  const tables = new Set(columns.map((column) => column.split('.')[0]))
  assert.deepEqual(order.toSorted(), [...tables].map(String).toSorted())
  const backwards = references
    .map((line) => /^(\w+)\.\w+ -> (\w+)/.exec(line))
    .filter((found) => found && order.indexOf(found[2] ?? '') > order.indexOf(found[1] ?? ''))
  assert.deepEqual(backwards, [])
})

test('the key that a backup pages by is the table’s own', () => {
  const db = new DatabaseSync(':memory:')
  db.exec(dumpOf('sqlite'))
  for (const [table, key] of tableOrder) {
    const keys = all(db, `pragma table_info(${table})`).filter(({ pk }) => pk === 1)
    assert.deepEqual(
      keys.map(({ name }) => name),
      [key],
      table,
    )
  }
  db.close()
})

test('every table is kept by exactly one feature', async () => {
  const files = globSync('src/schema/**/*.ts', { cwd: house.pathname }).filter((file) => !file.includes('migrations'))
  const kept: string[] = []
  for (const file of files) {
    const found: { tables?: readonly string[] } = await import(new URL(file, house).href)
    kept.push(...(found.tables ?? []))
  }
  assert.deepEqual(kept.toSorted(), tableOrder.map(([table]) => table).toSorted())
})
