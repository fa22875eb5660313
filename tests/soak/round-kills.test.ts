// A whole round killed many times over, on both engines, with chances of their own each time.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killARound } from '../support/process-round-kills.ts'

const seed = Number(process.env.SOAK_SEED ?? 1)

for (const [kind, kills] of [
  ['sqlite', 80],
  ['postgres', 40],
] as const) {
  test(`a round outlives ${kills} kills on ${kind} (seed ${seed}): nothing is lost, and nothing done twice`, async (t) => {
    const { posted, entered, clock, caughtUpPartly } = await killARound({ kills, people: 20, seed, kind })
    t.diagnostic(
      `${posted} pieces, ${entered} entered, ${clock} turns of the clock, ${caughtUpPartly} caught up partly`,
    )
    assert.ok(posted > kills && clock > 0)
  })
}
