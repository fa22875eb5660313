// Opens the database that the configuration names, or says in one sentence why it cannot be opened.
import { Unstartable } from '../unstartable.ts'
import type { Engine } from './engine.ts'
import type { Keeping } from './sqlite.ts'

/** PostgreSQL's driver is loaded only where it is wanted: it costs memory that a small site does not have to spend. */
export async function openEngine(
  databaseUrl: string | undefined,
  databaseFile: string,
  keeping?: Keeping,
): Promise<Engine> {
  if (databaseUrl === undefined) {
    const { openSqlite } = await import('./sqlite.ts')
    return saying(
      openSqlite(databaseFile, keeping),
      (why) => `The database file ${databaseFile} cannot be opened (${why}).`,
    )
  }
  const { openPostgres } = await import('./postgres.ts')
  const { hostname, pathname } = new URL(databaseUrl)
  const named = `${pathname.slice(1)} on ${hostname || 'this machine'}`
  return saying(
    openPostgres(databaseUrl),
    (why) => `The PostgreSQL database ${named} (DATABASE_URL) cannot be reached: ${why}.`,
  )
}

async function saying(opening: Promise<Engine>, sentence: (why: string) => string): Promise<Engine> {
  try {
    return await opening
  } catch (error) {
    throw new Unstartable(sentence(wordsFor(error)))
  }
}

/** A refused connection comes as several errors in one, with no message of its own. */
function wordsFor(error: unknown): string {
  if (error instanceof AggregateError) return wordsFor(error.errors[0])
  const words = error instanceof Error ? error.message : String(error)
  return words.replace(/[.\s]+$/, '')
}
