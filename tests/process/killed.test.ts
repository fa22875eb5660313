// A server that is killed in the middle of claims: what was answered is kept, what was not is whole or not there at all.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engineKind } from '../support/database.ts'
import { killAgainAndAgain } from '../support/process-kills.ts'

/** Always the same choices; how far the server gets with them differs each time. The soak has seeds of its own. */
const seed = 20_261_102
const kills = engineKind === 'sqlite' ? 20 : 5

test(`after ${kills} kills every answered claim is there, in its log, and told of once`, async (t) => {
  const turns = await killAgainAndAgain({ kills, seed })
  t.diagnostic(`${turns} turns outlived ${kills} kills`)
  assert.ok(turns > kills * 10, `${turns} turns are too few to have been in the middle of anything`)
})
