// A hundred kills in the middle of claims, on both engines, with chances of their own each time.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killAgainAndAgain } from '../support/process-kills.ts'

const seed = Number(process.env.SOAK_SEED ?? 1)

for (const [kind, kills] of [
  ['sqlite', 100],
  ['postgres', 50],
] as const) {
  test(`after ${kills} kills on ${kind} (seed ${seed}) every answered claim is there, and told of once`, async (t) => {
    const turns = await killAgainAndAgain({ kills, seed, kind })
    t.diagnostic(`${turns} turns outlived ${kills} kills`)
    assert.ok(turns > kills * 10)
  })
}
