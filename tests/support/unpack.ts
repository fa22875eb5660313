// Unpacks what the registry ships packed (server binaries, a browser) once per version, so that later runs find it ready.
import { existsSync } from 'node:fs'
import { lstat, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const house = fileURLToPath(new URL('../..', import.meta.url))

/** In the house where it can be written to; the folder goes when the packages are installed anew. */
export const cacheInHouse = join(house, 'node_modules', '.cache', 'roundelay-tests')

/** Temporary folders are open to all: what lies there is only trusted when it is ours alone to write. */
export const cacheInTemp = (root = tmpdir()): string => join(root, `roundelay-tests-${process.getuid?.() ?? 'me'}`)

/** The folder `parent/name`, filled by `fill` unless an earlier run did so; it appears whole or not at all. */
export async function unpackOnce(
  parent: string,
  name: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(parent, name)
  await mkdir(parent, { recursive: true, mode: 0o755 })
  await mustBeOurs(parent)
  if (existsSync(folder)) return folder
  const draft = await mkdtemp(join(parent, '.making-'))
  try {
    await fill(draft)
    await rename(draft, folder)
  } catch (error) {
    // Another run may have been quicker; then its folder is as good as this one.
    if (!existsSync(folder)) throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return folder
}

async function mustBeOurs(folder: string): Promise<void> {
  const found = await lstat(folder)
  const stranger = process.getuid !== undefined && (found.uid !== process.getuid() || (found.mode & 0o022) !== 0)
  if (!found.isDirectory() || stranger) {
    throw new Error(`${folder} can be written to by others: remove it, and the tests will make it again.`)
  }
}

type TarEntry = {
  readonly path: string
  readonly mode: number
  readonly kind: string
  readonly target: string
  readonly bytes: Buffer
}

const block = 512

/** The entries of a plain tar archive (ustar names, no extensions: enough for the archives of our packages). */
export function* readTar(archive: Buffer): Generator<TarEntry> {
  for (let at = 0; at + block <= archive.length;) {
    const text = (from: number, length: number): string =>
      archive.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '')
    const name = text(0, 100)
    if (name === '') return
    const prefix = text(257, 5) === 'ustar' ? text(345, 155) : ''
    const size = Number.parseInt(text(124, 12), 8)
    yield {
      path: prefix === '' ? name : `${prefix}/${name}`,
      mode: Number.parseInt(text(100, 8), 8) & 0o777,
      kind: text(156, 1),
      target: text(157, 100),
      bytes: archive.subarray(at + block, at + block + size),
    }
    at += block + Math.ceil(size / block) * block
  }
}

/** Writes the plain files of a tar archive below `folder`; anything cleverer in it is refused. */
export async function untar(archive: Buffer, folder: string): Promise<void> {
  for (const entry of readTar(archive)) {
    const path = resolve(folder, entry.path)
    if (!path.startsWith(resolve(folder) + sep)) throw new Error(`${entry.path} points out of the archive.`)
    if (entry.kind === '5') continue
    if (entry.kind !== '0' && entry.kind !== '') throw new Error(`${entry.path} is neither a file nor a folder.`)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, entry.bytes, { mode: entry.mode })
  }
}
