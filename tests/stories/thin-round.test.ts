// The thin round from one end to the other, as people without scripts see it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '#tests/support/open-house.ts'

test('a member takes a day, moves it, gives it back and takes it back', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  const round = await oriel.visit('/c/tidewater/rounds/lantern-season')
  assert.equal(round.status, 200)
  assert.match(round.text, /14 places are open to claim/)
  const taken = await oriel.submit('/c/tidewater/rounds/lantern-season/claims')
  assert.match(taken.text, /Monday 2 November is yours, by the midnight of London/)
  assert.match(taken.text, /You have 1 day/)
})
