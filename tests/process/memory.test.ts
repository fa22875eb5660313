// What an idle site costs its machine.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { idleMemory } from '../support/process-memory.ts'

const LIMIT = 120_000

const skip = existsSync('/proc/self/status') ? false : 'only Linux tells how much memory a process has'

test('an idle site has at most 120 MB', { skip }, async (t) => {
  const { whole, own, files } = await idleMemory()
  t.diagnostic(`${whole} kB, of which ${own} kB are its own and ${files} kB are files it shares`)
  assert.ok(whole <= LIMIT, `${whole} kB`)
})
