// Brings a database to the version of the code: forward only, all or nothing, one process at a time.
import { Migrator } from 'kysely/migration'
import { migrations } from '#src/schema/migrations/list.ts'
import { makeSchema } from '#src/schema/migrations/make-schema.ts'
import { Unstartable } from '../unstartable.ts'
import type { Engine } from './engine.ts'

const migratorOf = (engine: Engine): Migrator =>
  new Migrator({
    db: engine.admin,
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
    provider: {
      async getMigrations() {
        return Object.fromEntries(
          Object.entries(migrations).map(([name, up]) => [name, { up: (db) => up(makeSchema(engine.kind, db)) }]),
        )
      },
    },
  })

export const newestMigration = (): string => Object.keys(migrations).toSorted().at(-1) ?? ''

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

/** Refuses to touch a database that a newer version of Roundelay has written. */
export async function migrate(engine: Engine, to: string = newestMigration()): Promise<void> {
  const unknown = (await appliedMigrations(engine)).filter((name) => !(name in migrations))
  if (unknown.length > 0) {
    throw new Unstartable(
      `The database was written by a newer version of Roundelay (it has ${unknown.join(', ')}): start that version, or restore an older backup. Nothing was changed.`,
    )
  }
  const { error } = await migratorOf(engine).migrateTo(to)
  if (error !== undefined) throw error
}
