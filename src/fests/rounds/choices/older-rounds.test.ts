// Rounds that were planned before there were choices keep to what counted then.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { findRound, usualChoices } from '#src/fests/rounds/rounds.ts'
import { choicesOfRounds } from '#src/schema/migrations/0005-choices-of-rounds.ts'
import { makeSchema } from '#src/schema/migrations/make-schema.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { where } from '#tests/world/tidewater.ts'

test('a round from before the choices has the usual ones, and no other can be written', async () => {
  await using house = await openHouse()
  const { engine } = house.ground
  for (const column of ['allows_early', 'later_rule', 'after_round'])
    await sql.raw(`alter table rounds drop column ${column}`).execute(engine.admin)
  await choicesOfRounds(makeSchema(engine.kind, engine.admin))
  const { round } = await house.act('mara', (ctx) => findRound(ctx, where.community, where.round))
  const { allowsEarly, laterRule, afterRound } = round
  assert.deepEqual({ allowsEarly, laterRule, afterRound }, usualChoices)
  for (const wrong of ["later_rule = 'never'", "after_round = 'maybe'", 'allows_early = 2'])
    await assert.rejects(sql.raw(`update rounds set ${wrong}`).execute(engine.admin))
})
