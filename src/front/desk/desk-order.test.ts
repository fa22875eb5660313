// Which round stands first on the desk.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openRound, planRound } from '#src/fests/rounds/rounds.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { day, lanterns, where } from '#tests/world/tidewater.ts'

test('what is under way stands before what comes, and a round that has not begun says when it does', async () => {
  await using house = await openHouse()
  await house.act('mara', async (ctx) => {
    const dates = { first: day('2027-03-01'), last: day('2027-03-03') }
    await planRound(ctx, where.community, { ...lanterns, name: 'Spring Tides', ...dates })
    await openRound(ctx, where.community, 'spring-tides')
  })
  house.at('2026-11-03T12:00:00.000Z')
  const { text } = await (await house.as('mara')).visit(paths.desk(where.community))
  assert.match(
    text,
    /Lantern Season.*Today.*Spring Tides.*It begins on Monday 1 March\. No day is taken yet, 3 days can be had/,
  )
  assert.equal(text.match(/It is nobody’s day today/g)?.length, 1)
})
