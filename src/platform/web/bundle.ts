// Makes the files that browsers get: one stylesheet, one script, the faces and the favicon, each named by a hash of what is in it.
// They are kept in a cache folder under a hash of their sources, so that only the first start after a change pays for them.
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join, parse, relative } from 'node:path'
import type { Plugin } from 'esbuild'

const house = join(import.meta.dirname, '..', '..', '..')

/** What is bundled, and for each entry the name under which pages ask for it. */
export type Sources = {
  readonly entries: Readonly<Record<string, string>>
  /** Files and folders whose content decides whether the bundle must be made again. */
  readonly watched: readonly string[]
}

/** `files` are the names in `folder`; `addresses` says which of them an entry became. */
export type Bundle = {
  readonly folder: string
  readonly files: readonly string[]
  readonly addresses: Readonly<Record<string, string>>
}

const ui = join(house, 'src', 'ui')
const browser = join(house, 'src', 'browser')

/** The site's own sources; the package file stands for the versions of the faces and of the bundler. */
export const siteSources: Sources = {
  entries: {
    'site.css': join(ui, 'styles', 'site.css'),
    'site.js': join(browser, 'main.ts'),
    'favicon.svg': join(ui, 'favicon.svg'),
  },
  watched: [
    join(ui, 'styles'),
    join(ui, 'favicon.svg'),
    browser,
    join(house, 'src', 'kit'),
    join(house, 'src', 'text'),
    join(house, 'package.json'),
    join(import.meta.dirname, 'bundle.ts'),
  ],
}

/** Finds the bundle of these sources in the cache folder, or makes it. */
export async function bundleOf(sources: Sources, cacheFolder: string): Promise<Bundle> {
  const folder = join(cacheFolder, await hashOf(sources))
  return (await readBundle(folder)) ?? (await makeBundle(sources, cacheFolder, folder))
}

async function hashOf(sources: Sources): Promise<string> {
  const hash = createHash('sha256')
  for (const [name, path] of Object.entries(sources.entries)) hash.update(`${name} ${relative(house, path)}\n`)
  for (const path of sources.watched) {
    for (const file of await filesUnder(path)) hash.update(`${relative(house, file)}\n`).update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 24)
}

async function filesUnder(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const found = await readdir(path, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Whole or not at all: a cache that somebody has thinned out is made again. */
async function readBundle(folder: string): Promise<Bundle | undefined> {
  try {
    const kept: Omit<Bundle, 'folder'> = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
    const there = new Set(await readdir(folder))
    return kept.files.every((file) => there.has(file))
      ? { folder, files: kept.files, addresses: kept.addresses }
      : undefined
  } catch {
    return undefined
  }
}

/** Made beside its place and then renamed into it: a start that is broken off, or two starts at once, leave nothing half done. */
async function makeBundle(sources: Sources, cacheFolder: string, folder: string): Promise<Bundle> {
  await mkdir(cacheFolder, { recursive: true })
  const made = await mkdtemp(join(cacheFolder, 'making-'))
  try {
    const kept = await runBundler(sources, made)
    await writeFile(join(made, 'manifest.json'), JSON.stringify(kept))
    await putInPlace(made, folder)
    return { folder, ...kept }
  } finally {
    await rm(made, { recursive: true, force: true })
  }
}

async function putInPlace(made: string, folder: string): Promise<void> {
  try {
    await rename(made, folder)
  } catch {
    if ((await readBundle(folder)) !== undefined) return
    await rm(folder, { recursive: true, force: true })
    await rename(made, folder)
  }
}

/** Their packages name an older kind of file beside each face, for browsers that could not read these pages anyway. */
const newestFaces: Plugin = {
  name: 'newest faces',
  setup(build) {
    build.onLoad({ filter: /@fontsource.+\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(/,\s*url\([^)]*\.woff\)\s*format\([^)]*\)/g, ''),
      loader: 'css',
    }))
  },
}

async function runBundler(sources: Sources, outdir: string): Promise<Omit<Bundle, 'folder'>> {
  const { build } = await import('esbuild')
  const { metafile } = await build({
    absWorkingDir: house,
    entryPoints: Object.entries(sources.entries).map(([name, path]) => ({ in: path, out: parse(name).name })),
    outdir,
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    // What a script asks for later is a file of its own, named by what is in it like all others.
    splitting: true,
    chunkNames: '[name].[hash]',
    target: ['es2022'],
    legalComments: 'none',
    logLevel: 'silent',
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    loader: { '.woff2': 'copy', '.svg': 'copy' },
    plugins: [newestFaces],
  })
  const addresses: Record<string, string> = {}
  for (const [output, { entryPoint }] of Object.entries(metafile.outputs)) {
    const name = Object.keys(sources.entries).find(
      (entry) => entryPoint && sources.entries[entry] === join(house, entryPoint),
    )
    if (name) addresses[name] = basename(output)
  }
  return { files: Object.keys(metafile.outputs).map((output) => basename(output)), addresses }
}
