// A fresh database for a test in milliseconds, on the engine this run is for: a copy of a template that holds the named world.
import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '#src/platform/database/migrate.ts'
import type { Engine } from '#src/platform/database/engine.ts'
import { openEngine } from '#src/platform/database/open.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'
import { scratchFolder } from './scratch.ts'

export const engineKind = process.env.ROUNDELAY_TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite'

export type TestDatabase = {
  readonly engine: Engine
  /** As a process of its own would be told: undefined on SQLite. */
  readonly databaseUrl: string | undefined
  /** On SQLite the database is `roundelay.db` in it. */
  readonly folder: string
  readonly drop: () => Promise<void>
}

type Fill = (engine: Engine) => Promise<void>

const folder = mkdtempSync(join(scratchFolder(), 'roundelay-test-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

let server: Promise<PostgresServer> | undefined
const postgres = (): Promise<PostgresServer> => (server ??= startPostgres())
const templates = new Map<Fill, Promise<string>>()

/** The template is made once in each run, by `fill`; without one it is an empty, migrated database. */
export async function openTestDatabase(fill: Fill = async () => {}): Promise<TestDatabase> {
  const made = templates.get(fill) ?? makeTemplate(fill)
  templates.set(fill, made)
  return engineKind === 'sqlite' ? copyFile(await made) : copyDatabase(await made)
}

async function makeTemplate(fill: Fill): Promise<string> {
  const name = `template_${randomUUID().replaceAll('-', '')}`
  if (engineKind === 'postgres') await (await postgres()).makeDatabase(name)
  const file = join(folder, `${name}.db`)
  const engine = await openEngine(engineKind === 'postgres' ? (await postgres()).url(name) : undefined, file, 'draft')
  await migrate(engine)
  await fill(engine)
  await engine.close()
  return engineKind === 'postgres' ? name : file
}

async function copyFile(template: string): Promise<TestDatabase> {
  const own = mkdtempSync(join(folder, 'house-'))
  const file = join(own, 'roundelay.db')
  copyFileSync(template, file)
  const engine = await openEngine(undefined, file, 'draft')
  return {
    engine,
    databaseUrl: undefined,
    folder: own,
    async drop() {
      await engine.close()
      rmSync(own, { recursive: true, force: true })
    },
  }
}

async function copyDatabase(template: string): Promise<TestDatabase> {
  const name = `house_${randomUUID().replaceAll('-', '')}`
  await (await postgres()).makeDatabase(name, template)
  const own = mkdtempSync(join(folder, 'house-'))
  const databaseUrl = (await postgres()).url(name)
  const engine = await openEngine(databaseUrl, '')
  return {
    engine,
    databaseUrl,
    folder: own,
    async drop() {
      await engine.close()
      // Nobody waits for it: a database that is dropped waits a while for those who have just left it.
      void (await postgres()).dropDatabase(name).catch(() => {})
      rmSync(own, { recursive: true, force: true })
    },
  }
}
