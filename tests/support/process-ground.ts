// What a server process stands on: a data folder of its own with a filled database, on the engine this run is for.
import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Engine } from '#src/platform/database/engine.ts'
import { migrate } from '#src/platform/database/migrate.ts'
import { openEngine } from '#src/platform/database/open.ts'
import { type Tables, tableOrder } from '#src/schema/tables.ts'
import { engineKind } from './database.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'
import type { Environment } from './process.ts'

export type ProcessGround = AsyncDisposable & {
  readonly folder: string
  readonly databaseUrl: string | undefined
  /** For a server with `--test`: the time is what `setClock` said last, and runs on from there. */
  readonly env: Environment
  readonly setClock: (text: string) => void
  /** Opens the database beside whoever has it open, and closes it again. */
  readonly look: <T>(work: (db: Kysely<Tables>, engine: Engine) => Promise<T>) => Promise<T>
}

let server: Promise<PostgresServer> | undefined
const postgres = (): Promise<PostgresServer> => (server ??= startPostgres())

/** A folder that nobody has started in. On PostgreSQL there is an empty database beside it. */
export async function openGround(kind: 'sqlite' | 'postgres' = engineKind): Promise<ProcessGround> {
  const folder = mkdtempSync(join(tmpdir(), 'roundelay-process-'))
  const name = `process_${randomUUID().replaceAll('-', '')}`
  if (kind === 'postgres') await (await postgres()).makeDatabase(name)
  return groundAt(folder, kind === 'postgres' ? name : undefined)
}

/** The same as another, copied while no server runs on that. */
export async function copyOf(ground: ProcessGround): Promise<ProcessGround> {
  const folder = mkdtempSync(join(tmpdir(), 'roundelay-process-'))
  if (ground.databaseUrl === undefined) {
    copyFileSync(join(ground.folder, 'roundelay.db'), join(folder, 'roundelay.db'))
    return groundAt(folder, undefined)
  }
  const name = `process_${randomUUID().replaceAll('-', '')}`
  await (await postgres()).makeDatabase(name, new URL(ground.databaseUrl).pathname.slice(1))
  return groundAt(folder, name)
}

async function groundAt(folder: string, name: string | undefined): Promise<ProcessGround> {
  const databaseUrl = name === undefined ? undefined : (await postgres()).url(name)
  const clockFile = join(folder, 'test-clock')
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.on('exit', remove)
  return {
    folder,
    databaseUrl,
    env: { DATABASE_URL: databaseUrl, ROUNDELAY_TEST_CLOCK: clockFile },
    setClock(text) {
      // Renamed into place: the server must never find half a moment.
      writeFileSync(`${clockFile}.next`, text)
      renameSync(`${clockFile}.next`, clockFile)
    },
    async look(work) {
      const engine = await openEngine(databaseUrl, join(folder, 'roundelay.db'))
      try {
        return await work(engine.admin.withTables<Tables>(), engine)
      } finally {
        await engine.close()
      }
    },
    async [Symbol.asyncDispose]() {
      if (name !== undefined) await (await postgres()).dropDatabase(name)
      process.removeListener('exit', remove)
      remove()
    },
  }
}

/** The clock stands at `at` until a test moves it. */
export async function fillGround<T>(
  at: string,
  fill: (engine: Engine) => Promise<T>,
  kind: 'sqlite' | 'postgres' = engineKind,
): Promise<{ ground: ProcessGround; made: T }> {
  const ground = await openGround(kind)
  ground.setClock(at)
  const made = await ground.look(async (_, engine) => {
    await migrate(engine)
    return fill(engine)
  })
  return { ground, made }
}

/** What SQLite itself says of its file; PostgreSQL checks its references as it goes. */
export async function assertSound(ground: ProcessGround): Promise<void> {
  if (ground.databaseUrl !== undefined) return
  await ground.look(async (db) => {
    const whole = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
    const references = await sql`pragma foreign_key_check`.execute(db)
    const found = JSON.stringify([whole.rows, references.rows])
    if (found !== '[[{"integrity_check":"ok"}],[]]') throw new Error(`The database is not sound: ${found}`)
  })
}

/** Every row of every table, in the order of its key. */
export async function allRows(ground: ProcessGround): Promise<Record<string, unknown[]>> {
  return ground.look(async (db) => {
    const found: Record<string, unknown[]> = {}
    for (const [table, key] of tableOrder) {
      found[table] = (await sql`select * from ${sql.table(table)} order by ${sql.ref(key)}`.execute(db)).rows
    }
    return found
  })
}
