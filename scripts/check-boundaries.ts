// Checks the house's rules of structure: who may import what, who writes which table, and what every file looks like.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL, fileURLToPath } from 'node:url'
import { fileBreaches, folderBreaches, longFiles, medianBreaches } from './boundaries/files.ts'
import { circles, importBreaches } from './boundaries/imports.ts'
import { isTest } from './boundaries/places.ts'
import { read } from './boundaries/reading.ts'
import type { SourceFile } from './boundaries/reading.ts'
import { visibility, visibilityBreaches, writingBreaches } from './boundaries/writing.ts'

/** One sentence for each breach, with the file and line and what to do. */
export function findBreaches(files: readonly SourceFile[], visible = visibility): string[] {
  const readings = files.map(read)
  const src = readings.filter(({ path }) => path.startsWith('src/'))
  return [
    ...importBreaches(src),
    ...circles(src.filter(({ path }) => !isTest(path))),
    ...writingBreaches(src),
    ...visibilityBreaches(src, visible),
    ...fileBreaches(readings),
    ...medianBreaches(readings),
    ...folderBreaches(src),
  ]
}

/** What is looked at: the sources, the scripts and the tests, styles among them. */
export function readTree(house: string): SourceFile[] {
  const found = globSync('{src,scripts,tests}/**/*.{ts,tsx,css}', { cwd: house })
  return found
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(house, path), 'utf8') }))
}

function main(): void {
  const files = readTree(dirname(dirname(fileURLToPath(import.meta.url))))
  for (const warning of longFiles(files.map(read))) console.log(`(soon) ${warning}`)
  const breaches = findBreaches(files)
  for (const breach of breaches) console.log(breach)
  console.log(`${files.length} files, ${breaches.length} breaches`)
  process.exitCode = breaches.length > 0 ? 1 : 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
