// The resulting schema as text, per engine, for reading and comparing: a checked-in dump is compared in a test.
import { sql } from 'kysely'
import type { Engine } from './engine.ts'

type Line = { line: string }

const sqliteDump = sql<Line>`
  select sql || ';' as line from sqlite_schema
  where sql is not null and name not like 'sqlite_%' and tbl_name not like 'migrations%'
  order by tbl_name, type desc, name`

const postgresColumns = sql<Line>`
  select c.table_name || '.' || c.column_name || ' ' || c.data_type
    || coalesce(' collate "' || c.collation_name || '"', '')
    || case when c.is_nullable = 'NO' then ' not null' else '' end
    || case when c.is_identity = 'YES' then ' identity ' || lower(c.identity_generation) else '' end as line
  from information_schema.columns c
  where c.table_schema = current_schema() and c.table_name not like 'migrations%'
  order by c.table_name, c.ordinal_position`

const postgresConstraints = sql<Line>`
  select t.relname || ' ' || pg_get_constraintdef(k.oid) as line
  from pg_constraint k join pg_class t on t.oid = k.conrelid
  where k.connamespace = current_schema()::regnamespace and t.relname not like 'migrations%' and k.contype <> 'n'
  order by t.relname, pg_get_constraintdef(k.oid) collate "C"`

const postgresIndexes = sql<Line>`
  select replace(indexdef, current_schema() || '.', '') as line from pg_indexes
  where schemaname = current_schema() and tablename not like 'migrations%' order by tablename, indexname`

export async function dumpSchema(engine: Engine): Promise<string> {
  const parts = engine.kind === 'sqlite' ? [sqliteDump] : [postgresColumns, postgresConstraints, postgresIndexes]
  const texts: string[] = []
  for (const part of parts) {
    const { rows } = await part.execute(engine.admin)
    texts.push(rows.map((row) => row.line).join('\n'))
  }
  return `${texts.join('\n\n')}\n`
}
