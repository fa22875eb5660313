// What an idle site costs its machine.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { idleMemory } from '../support/process-memory.ts'

const LIMIT = 120_000
/** A text is read beside the site, and what that took goes with whoever read it. */
const LIMIT_AFTER_TEXTS = 150_000

const skip = existsSync('/proc/self/status') ? false : 'only Linux tells how much memory a process has'

test('an idle site has at most 120 MB, and 150 MB once ten long texts were read', { skip }, async (t) => {
  const { idle, afterTexts } = await idleMemory()
  for (const { whole, own, files } of [idle, afterTexts])
    t.diagnostic(`${whole} kB, of which ${own} kB are its own and ${files} kB are files it shares`)
  assert.ok(idle.whole <= LIMIT, `${idle.whole} kB`)
  assert.ok(afterTexts.whole <= LIMIT_AFTER_TEXTS, `${afterTexts.whole} kB after ten texts`)
})
