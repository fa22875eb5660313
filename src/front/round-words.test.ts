// What the head of a round says can be done, before, within and after it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from '#src/schema/paths.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { where } from '#tests/world/tidewater.ts'

const round = paths.round(where.community, where.round)

test('a guest is asked in to take a day as long as there is one to take, and is told when the round is over', async () => {
  await using house = await openHouse()
  const read = async (): Promise<string> => (await house.guest().visit(round)).text
  assert.match(await read(), /Sign in to take a day .+ 14 places are open to claim/)
  assert.match(await read(), /No pieces yet\. The first day is Monday 2 November\./)
  house.at('2026-11-16T12:00:00.000Z')
  assert.doesNotMatch(await read(), /Sign in to take a day|The first day is/)
  assert.match(await read(), /No place is open to claim right now\./)
  house.at('2026-11-18T12:00:00.000Z')
  assert.match(await read(), /No place is open to claim right now\./)
  house.at('2026-11-20T12:00:00.000Z')
  assert.match(await read(), /The round is over\./)
})
