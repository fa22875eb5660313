// What is installed is exactly what was tried: every package has its version and its hash, and no address of its own.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

type Locked = { readonly version?: string; readonly integrity?: string; readonly resolved?: string }

const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
const locked = Object.entries(lock.packages).filter(([path]) => path !== '')
const wanted = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string>
>
const direct = Object.entries({ ...wanted.dependencies, ...wanted.devDependencies, ...wanted.optionalDependencies })

test('every package in the lock, optional ones of other machines too, has a version and a hash', () => {
  assert.ok(locked.length > 100)
  for (const [path, { version, integrity }] of locked) {
    assert.match(version ?? '', /^\d+\.\d+\.\d+/, path)
    assert.match(integrity ?? '', /^sha512-[A-Za-z0-9+/]{86}==$/, path)
  }
})

test('no package in the lock names the registry it came from', () => {
  assert.deepEqual(
    locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path),
    [],
  )
  assert.doesNotMatch(read('package-lock.json'), /registry|\.tgz/)
})

test('what the house asks for itself has one exact version, and that one is locked', () => {
  assert.ok(direct.length > 10)
  for (const [name, version] of direct) {
    assert.match(version, /^\d+\.\d+\.\d+[\w.-]*$/, name)
    assert.equal(lock.packages[`node_modules/${name}`]?.version, version, name)
  }
})

test('every package that the house asks for itself has its reason in docs/dependencies.md', () => {
  const reasons = read('docs/dependencies.md')
  const without = direct.map(([name]) => name).filter((name) => !reasons.includes(name))
  assert.deepEqual(without, [])
})
