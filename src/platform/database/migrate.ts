// Brings a database to the version of the code: forward only, all or nothing, one process at a time.
import { Migrator } from 'kysely/migration'
import { migrations } from '#src/schema/migrations/list.ts'
import { makeSchema } from '#src/schema/migrations/make-schema.ts'
import { Unstartable } from '../unstartable.ts'
import type { Engine } from './engine.ts'

type Migrations = typeof migrations

const migratorOf = (engine: Engine, known: Migrations): Migrator =>
  new Migrator({
    db: engine.admin,
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
    provider: {
      async getMigrations() {
        return Object.fromEntries(
          Object.entries(known).map(([name, up]) => [name, { up: (db) => up(makeSchema(engine.kind, db)) }]),
        )
      },
    },
  })

export const newestMigration = (known: Migrations = migrations): string => Object.keys(known).toSorted().at(-1) ?? ''

/** The names of what has been applied, oldest first; none for an empty database. */
export async function appliedMigrations(engine: Engine): Promise<string[]> {
  const tables = await engine.admin.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'migrations')) return []
  const rows = await engine.admin
    .withTables<{ migrations: { name: string } }>()
    .selectFrom('migrations')
    .select('name')
    .orderBy('name')
    .execute()
  return rows.map((row) => row.name)
}

/** Refuses to touch a database that a newer version of Roundelay has written. `known` is another list in tests. */
export async function migrate(engine: Engine, to?: string, known: Migrations = migrations): Promise<void> {
  const unknown = (await appliedMigrations(engine)).filter((name) => !(name in known))
  if (unknown.length > 0) {
    throw new Unstartable(
      `The database was written by a newer version of Roundelay (it has ${unknown.join(', ')}): start that version, or restore an older backup. Nothing was changed.`,
    )
  }
  const { error } = await migratorOf(engine, known).migrateTo(to ?? newestMigration(known))
  if (error !== undefined) throw error
}
