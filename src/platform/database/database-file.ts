// The file of an SQLite database as a whole: looked into without being changed, put in another's place, taken away.
// Only while nobody has it open.
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** What SQLite may have laid beside it. */
const parts = ['', '-wal', '-shm'] as const

export const isThere = (file: string): boolean => existsSync(file)

/** As JSON text; undefined also where the file is no database, or holds no site at all. */
export function peekSetting(file: string, name: string): string | undefined {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { readOnly: true })
    const row = database.prepare('select value from settings where name = ?').get(name)
    return typeof row?.value === 'string' ? row.value : undefined
  } catch {
    return undefined
  } finally {
    database?.close()
  }
}

/** Arrives whole: on the disk first, and its main part last. */
export function moveDatabase(from: string, to: string): void {
  removeDatabase(to)
  const whole = openSync(from, 'r+')
  fsyncSync(whole)
  closeSync(whole)
  for (const part of parts.toReversed()) if (existsSync(from + part)) renameSync(from + part, to + part)
}

export function removeDatabase(file: string): void {
  for (const part of parts) rmSync(file + part, { force: true })
}
