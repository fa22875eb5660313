// A whole round on a server that is killed again and again, while dates pass: nothing told is lost, and nothing is done twice.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engineKind } from '../support/database.ts'
import { killARound } from '../support/process-round-kills.ts'

const kills = engineKind === 'sqlite' ? 20 : 6
const people = 14

test(`a round outlives ${kills} kills: every day, piece and text is there, and the clock acts once, with its own date`, async (t) => {
  const { posted, entered, clock, caughtUpPartly } = await killARound({ kills, people, seed: 20_261_113 })
  t.diagnostic(
    `${posted} pieces, ${entered} entered by a mod, ${clock} turns of the clock; ${caughtUpPartly} starts killed once they had begun to catch up`,
  )
  assert.ok(posted > kills, `${posted} pieces are too few to have been in the middle of anything`)
  assert.ok(clock > people * 5, `${clock} turns of the clock are too few`)
})
