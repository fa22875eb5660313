// Imported before the tests: what a test says to console.error without having replaced it fails that test.
import { afterEach } from 'node:test'
import { format } from 'node:util'

const said: string[] = []

// oxlint-disable-next-line no-console -- this is the one place that listens.
console.error = (...words: readonly unknown[]) => {
  said.push(format(...words))
}

const complaint = (): string => `unexpected console.error: ${said.splice(0).join('\n')}`

afterEach(() => {
  if (said.length > 0) throw new Error(complaint())
})

process.once('exit', () => {
  if (said.length === 0) return
  process.stderr.write(`${complaint()}\n`)
  process.exitCode = 1
})
