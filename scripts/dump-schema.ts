// Writes the schema that the migrations make, as each engine tells it, into src/schema/dumps: for reading, and for a test.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#src/platform/database/migrate.ts'
import { openEngine } from '#src/platform/database/open.ts'
import { dumpSchema } from '#src/platform/database/schema-dump.ts'
import { startOwnPostgres } from '../tests/support/postgres.ts'

const dumps = new URL('../src/schema/dumps/', import.meta.url)

async function dump(kind: 'sqlite' | 'postgres', databaseUrl: string | undefined, file: string): Promise<void> {
  const engine = await openEngine(databaseUrl, file)
  await migrate(engine)
  writeFileSync(new URL(`${kind}.sql`, dumps), await dumpSchema(engine))
  await engine.close()
  console.log(`src/schema/dumps/${kind}.sql is written.`)
}

mkdirSync(dumps, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'roundelay-dump-'))
const server = await startOwnPostgres()
try {
  await dump('sqlite', undefined, join(folder, 'dump.db'))
  await server.makeDatabase('dump')
  await dump('postgres', server.url('dump'), '')
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
