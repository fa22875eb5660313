// What a process has worked is told apart from how long it has been there.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { millisUsedBy } from './time-used.ts'

test('working is counted, waiting is not', { skip: process.platform !== 'linux' }, () => {
  const before = millisUsedBy(process.pid) ?? assert.fail('Linux says it')
  const began = process.cpuUsage()
  const used = (): number => {
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1_000
  }
  while (used() < 60);
  const worked = (millisUsedBy(process.pid) ?? 0) - before
  assert.ok(worked >= 30 && worked <= used() + 30, `${worked} of ${used()} ms`)
})

test('of a process that is not there nothing is said', () => {
  assert.equal(millisUsedBy(undefined), undefined)
  assert.equal(millisUsedBy(2 ** 30), undefined)
})
