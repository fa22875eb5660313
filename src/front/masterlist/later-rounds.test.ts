// What was finished for a later round is named in the list of the round it was for, and says where it came.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerClaim } from '#src/fests/posting/answers/answering.ts'
import { postPiece } from '#src/fests/posting/posting.ts'
import { openRound, planRound } from '#src/fests/rounds/rounds.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { take } from '#tests/world/deeds.ts'
import { saidOf } from '#tests/world/pieces.ts'
import { day, lanterns, where } from '#tests/world/tidewater.ts'

const list = '/c/tidewater/rounds/lantern-season/masterlist'

async function answeredInSpring(house: TestHouse): Promise<number> {
  const claim = await take(house, 'oriel', '11-04')
  house.at('2027-02-01T12:00:00.000Z')
  await house.runJobs()
  await house.act('mara', async (ctx) => {
    const plan = { ...lanterns, name: 'Spring Tides', first: day('2027-03-01'), last: day('2027-03-03'), freeDays: 1 }
    await planRound(ctx, where.community, plan)
    await openRound(ctx, where.community, 'spring-tides')
  })
  house.at('2027-03-04T12:00:00.000Z')
  const { work } = await house.act('oriel', (ctx) =>
    postPiece(
      ctx,
      { ...where, round: 'spring-tides' },
      {
        said: saidOf({ title: 'In the End' }),
        work: undefined,
        claim: undefined,
        role: 'main',
        when: 'now',
        reservedName: undefined,
        onceKey: 'spring',
        pressedAt: house.now(),
        zone: undefined,
      },
    ),
  )
  await house.act('oriel', (ctx) => answerClaim(ctx, work, claim.id))
  return work
}

const set = (house: TestHouse, work: number, columns: { is_anonymous: 1 }): Promise<unknown> =>
  house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) => db.updateTable('works').set(columns).where('id', '=', work).execute()),
  )

test('it stands at the end, its day points there, and both rounds list it', async () => {
  await using house = await openHouse()
  await answeredInSpring(house)
  const { text } = await house.guest().visit(list)
  assert.match(text, /Wednesday 4 November In the End by Oriel Finch came in Spring Tides/)
  assert.match(text, /Came afterwards 1 piece In the End by Oriel Finch Thu 4 Mar came in Spring Tides for Wed 4 Nov/)
  assert.match((await house.guest().visit(`${list}?by=kind`)).text, /Ficlet 1 piece In the End/)
  const spring = await house.guest().visit(list.replace('lantern-season', 'spring-tides'))
  assert.match(spring.text, /Thursday 4 March 1 piece In the End by Oriel Finch/)
  assert.doesNotMatch(spring.text, /4 Nov/)
})

test('a later round that is gone is not named', async () => {
  await using house = await openHouse()
  await answeredInSpring(house)
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('rounds').set({ deleted_at: ctx.now() }).where('slug', '=', 'spring-tides').execute(),
    ),
  )
  const { text } = await house.guest().visit(list)
  assert.doesNotMatch(text, /Spring Tides/)
  assert.match(text, /In the End by Oriel Finch came in a later round/)
})

test('where its name is hidden, the earlier round does not know it: whose day it was, people remember', async () => {
  await using house = await openHouse()
  const work = await answeredInSpring(house)
  await set(house, work, { is_anonymous: 1 })
  for (const by of ['day', 'creator', 'timing'])
    assert.doesNotMatch((await house.guest().visit(`${list}?by=${by}`)).text, /In the End/)
  assert.match((await (await house.as('mara')).visit(list)).text, /In the End by Oriel Finch/)
})
