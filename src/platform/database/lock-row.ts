// What a transaction decides about is locked first on PostgreSQL; SQLite has one writer and is serial anyway.
import { type Kysely, sql } from 'kysely'
import type { Tables } from '#src/schema/tables.ts'
import type { Hold, Writer } from '../context.ts'
import type { Engine } from './engine.ts'

export async function lockRow(engine: Engine, db: Writer, hold: Hold): Promise<void> {
  if (engine.kind === 'sqlite' || hold === 'nothing') return
  for (const [table, id] of Object.entries(hold)) {
    await sql`select id from ${sql.table(table)} where id = ${id} for update`.execute(db as Kysely<Tables>)
  }
}
