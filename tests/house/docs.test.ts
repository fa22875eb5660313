// What the Markdown pages say is true: links lead somewhere, commands, variables and paths exist, packages are accounted for.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { house } from '#tests/support/unpack.ts'

const read = (path: string): string => readFileSync(join(house, path), 'utf8')

const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: house })
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted()

type Names = Readonly<Record<string, string>>

type Package = {
  readonly license: string
  readonly scripts: Names
  readonly dependencies: Names
  readonly devDependencies: Names
  readonly optionalDependencies: Names
}

const manifest: Package = JSON.parse(read('package.json'))

/** What `find` finds on every page and `isTrue` denies, each with its page. */
function untrue(find: RegExp, isTrue: (found: string, page: string) => boolean, among: readonly string[] = pages) {
  return among.flatMap((page) =>
    [...read(page).matchAll(find)]
      .flatMap((match) => match.slice(1).find((part) => part !== undefined) ?? [])
      .filter((found) => !isTrue(found, page))
      .map((found) => `${page}: ${found}`),
  )
}

test('the pages that a newcomer looks for are there', () => {
  const wanted = ['README', 'ARCHITECTURE', 'CONTRIBUTING', 'SECURITY', 'CHANGES'].map((name) => `${name}.md`)
  assert.deepEqual(
    [...wanted, 'docs/dependencies.md', 'docs/house-style.md'].filter((page) => !pages.includes(page)),
    [],
  )
})

test('every link within the house leads to something', () => {
  const leads = (target: string, page: string): boolean => {
    if (/^(?:https?:|mailto:)/.test(target)) return true
    const [path = '', anchor] = target.split('#')
    const file = path === '' ? page : join(dirname(page), path)
    return existsSync(join(house, file)) && (anchor === undefined || anchorsOf(file).includes(anchor))
  }
  assert.deepEqual(untrue(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g, leads), [])
})

/** As hosts of repositories make them from headings. */
const anchorsOf = (file: string): string[] =>
  [...read(file).matchAll(/^#+\s+(.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

test('every npm command that is named exists, and so does the script behind it', () => {
  const runs = (name: string): boolean => {
    const script = /\bscripts\/\S+\.ts/.exec(manifest.scripts[name] ?? '')?.[0]
    return name in manifest.scripts && (script === undefined || existsSync(join(house, script)))
  }
  assert.deepEqual(untrue(/\bnpm run ([\w:-]+)|\bnpm (start|test)\b/g, runs), [])
})

test('every command of the launcher that is named exists', () => {
  const commands = read('src/cli/commands.ts')
  const known = (name: string): boolean => ['start', 'help'].includes(name) || commands.includes(`usage: '${name}`)
  assert.deepEqual(untrue(/\bbin\/roundelay\.mjs ([a-z]+)/g, known), [])
})

test('the words of the first steps are those on the pages', () => {
  const steps =
    read('README.md')
      .split(/^## /m)
      .find((part) => part.startsWith('From nothing')) ?? ''
  const words = [...steps.matchAll(/\*\*([^*]+)\*\*|\b_([^_]+)_\b/g)].map(([, bold, slanted]) => bold ?? slanted ?? '')
  const sources = globSync('src/**/*.{pages,parts,form}.{ts,tsx}', { cwd: house }).map(read)
  assert.ok(words.length > 20)
  assert.deepEqual(
    words.map((word) => word.replaceAll(/\s+/g, ' ')).filter((word) => !sources.some((text) => text.includes(word))),
    [],
  )
})

/** In backticks, or set in front of a command. */
const variables = /`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)(?:=[^`]*)?`|\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)=/g

const readBy = (files: readonly string[]): Set<string> =>
  new Set(files.flatMap((file) => [...read(file).matchAll(/\benv\.([A-Z][A-Z0-9_]*)/g)].map(([, name = '']) => name)))

test('what the README says of the environment is what the house reads, no more and no less', () => {
  const configured = readBy(['src/platform/config.ts'])
  const launcher = readBy(globSync('bin/*.mjs', { cwd: house }))
  assert.deepEqual(
    untrue(variables, (name) => configured.has(name) || launcher.has(name), ['README.md']),
    [],
  )
  const said = new Set([...read('README.md').matchAll(variables)].map(([, quoted, set]) => quoted ?? set))
  assert.deepEqual(
    [...configured].filter((name) => !said.has(name)),
    [],
  )
})

test('variables on the other pages are read somewhere', () => {
  const known = readBy(globSync('{src,bin,scripts,tests}/**/*.{ts,tsx,mjs}', { cwd: house }))
  const others = pages.filter((page) => page !== 'README.md')
  assert.deepEqual(
    untrue(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:=[^`]*)?`/g, (name) => known.has(name), others),
    [],
  )
})

test('every path of the house in backticks exists', () => {
  const exists = (path: string): boolean => {
    // A migration or record that is only an example has a name that says what it is for.
    if (/0002-what-it-does/.test(path)) return true
    return /[*{]/.test(path) ? globSync(path, { cwd: house }).length > 0 : existsSync(join(house, path))
  }
  assert.deepEqual(untrue(/`((?:src|docs|scripts|tests|bin)\/[^`\s]*)`/g, exists), [])
})

test('every package has its line, and no line is about a package that is gone', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest
  const named = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).toSorted()
  const lines = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` /gm)].map(([, name = '']) => name).toSorted()
  assert.deepEqual(lines, named)
})

test('the licence is the one that package.json names, word for word', () => {
  assert.equal(manifest.license, 'AGPL-3.0-or-later')
  const text = read('LICENSE').replaceAll('\r\n', '\n')
  const published = '8486a10c4393cee1c25392769ddd3b2d6c242d6ec7928e1414efff7dfb2f07ef'
  assert.equal(createHash('sha256').update(text).digest('hex'), published)
})

test('decisions are numbered one after the other, each under its own title', () => {
  const records = pages.filter((page) => page.startsWith('docs/decisions/'))
  const titled = records.map(
    (page, at) => read(page).startsWith(`# ${at + 1}. `) && page.includes(`/${String(at + 1).padStart(4, '0')}-`),
  )
  assert.deepEqual(
    titled,
    records.map(() => true),
  )
})
