// The folder that holds all that is kept: made when missing, and served by one process at a time.
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Unstartable } from './unstartable.ts'

export type DataFolder = {
  readonly path: string
  readonly databaseFile: string
  readonly cacheFolder: string
  /** Written for whoever tries to start a second time. */
  readonly sayWhere: (address: string) => void
  readonly release: () => void
}

/** Makes the folder and checks that it can be written to; commands use it beside a running server. */
export function prepareFolder(path: string): Pick<DataFolder, 'path' | 'databaseFile' | 'cacheFolder'> {
  try {
    makeFolder(path)
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    const probe = join(path, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new Unstartable(
      `The data folder ${path} cannot be written to (${why}): choose another with --data, or make it yours.`,
    )
  }
  return { path, databaseFile: join(path, 'roundelay.db'), cacheFolder: join(path, 'cache') }
}

/** Node's own way of making the folders above as well never comes back from places such as /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

/**
 * Takes the folder for this process. The lock is SQLite's own lock on a file, so it is the operating system that lets go
 * of it when the process ends, however it ends; a file with a number in it would outlive a kill.
 */
export function takeFolder(path: string): DataFolder {
  const folder = prepareFolder(path)
  const whereFile = join(path, 'serving.txt')
  const lock = openLock(join(path, 'serving.lock'), () => {
    throw new Unstartable(
      `The data folder ${path} is already served by ${whoServes(whereFile)}: stop that one first, or choose another folder with --data.`,
    )
  })
  const say = (text: string): void => writeFileSync(whereFile, text, { mode: 0o600 })
  say(`process ${process.pid}`)
  return {
    ...folder,
    sayWhere: (address) => say(`process ${process.pid} at ${address}`),
    release() {
      rmSync(whereFile, { force: true })
      lock.close()
    },
  }
}

/** Where the server of this folder says that it is; undefined while none runs, whatever one that was killed has left. */
export function servedAt(path: string): string | undefined {
  const said = isServed(join(path, 'serving.lock')) ? whoServes(join(path, 'serving.txt')) : ''
  return / at (https?:\/\/\S+)$/.exec(said)?.[1]
}

/** Only looks: a reader is turned away by the lock, and takes none that a start could stumble over for long. */
function isServed(file: string): boolean {
  if (!existsSync(file)) return false
  const lock = new DatabaseSync(file, { readOnly: true, timeout: 0 })
  try {
    lock.prepare('select count(*) from sqlite_schema').get()
    return false
  } catch (error) {
    return isBusy(error)
  } finally {
    lock.close()
  }
}

const BUSY = 5

const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === BUSY

function openLock(file: string, refuse: () => never): DatabaseSync {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(file, { timeout: 0 })
    lock.exec('pragma locking_mode = exclusive; pragma journal_mode = delete; begin exclusive')
    return lock
  } catch (error) {
    lock?.close()
    if (isBusy(error)) return refuse()
    const why = error instanceof Error ? error.message : 'unknown'
    throw new Unstartable(`The file ${file} cannot be used as a lock (${why}): remove it, and start again.`)
  }
}

function whoServes(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim() || 'another process'
  } catch {
    return 'another process'
  }
}
