// A piece that was finished for a later round: its old claim is kept after all, and both rounds lead to each other.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeRound } from '#src/fests/rounds/choices/changing-round.ts'
import { openRound, planRound, usualChoices } from '#src/fests/rounds/rounds.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { logOf, rowsOf, take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { day, lanterns, where } from '#tests/world/tidewater.ts'

const tides = { ...where, round: 'spring-tides' }

/** Oriel had a stand-in up in November and nothing more; in March a piece of theirs is up in the next round. */
async function untilSpring(house: TestHouse) {
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T20:00:00.000Z')
  const small = await post(house, 'oriel', { claim: claim.id, role: 'stand-in', said: saidOf({ title: 'Small' }) })
  await house.act('mara', async (ctx) => {
    const plan = { ...lanterns, name: 'Spring Tides', first: day('2027-03-01'), last: day('2027-03-03'), freeDays: 1 }
    await planRound(ctx, where.community, plan)
    await openRound(ctx, where.community, tides.round)
  })
  house.at('2027-03-04T12:00:00.000Z')
  await house.runJobs()
  const { postPiece } = await import('#src/fests/posting/posting.ts')
  const main = await house.act('oriel', (ctx) =>
    postPiece(ctx, tides, {
      said: saidOf({ title: 'Main' }),
      work: undefined,
      claim: undefined,
      role: 'main',
      when: 'on-the-day',
      reservedName: undefined,
      onceKey: 'spring',
      pressedAt: house.now(),
      zone: undefined,
    }),
  )
  return { claim, small: small.work, main: main.work }
}

const answer = async (house: TestHouse, work: number, claim: string) => {
  const oriel = await house.as('oriel')
  await oriel.visit(`/works/${work}`)
  return oriel.submit(`/works/${work}/answer`, { claim })
}

test('its writer is asked whether it is what the earlier day was waiting for, and nobody else is', async () => {
  await using house = await openHouse()
  const { main } = await untilSpring(house)
  const asked = /It is my piece for Wednesday 4 November, Lantern Season/
  assert.match((await (await house.as('oriel')).visit(`/works/${main}`)).text, asked)
  for (const other of [house.guest(), await house.as('ismay'), await house.as('mara')])
    assert.doesNotMatch((await other.visit(`/works/${main}`)).text, asked)
})

test('then the old claim is kept, the old stand-in leads to the piece, and the piece to the old day', async () => {
  await using house = await openHouse()
  const { claim, small, main } = await untilSpring(house)
  await answer(house, main, String(claim.id))
  assert.equal((await rowsOf(house, 'claims'))[0]?.state, 'kept')
  assert.equal((await logOf(house, claim)).at(-1), '23 hand-in holder closed>kept')
  const guest = house.guest()
  assert.match((await guest.visit(`/works/${small}`)).text, /The main piece came in Spring Tides: Main/)
  const page = await guest.visit(`/works/${main}`)
  assert.match(page.text, /It is also the piece for Wednesday 4 November in Lantern Season/)
  assert.match(page.html, /rounds\/lantern-season#day-2026-11-04/)
  const calendar = await guest.visit('/c/tidewater/rounds/lantern-season?as=list')
  assert.match(calendar.text, /Wednesday 4 November: [^.]*Main/)
})

test('it can be taken back, and once more be said', async () => {
  await using house = await openHouse()
  const { claim, small, main } = await untilSpring(house)
  await answer(house, main, String(claim.id))
  await answer(house, main, '')
  assert.equal((await rowsOf(house, 'claims'))[0]?.state, 'closed')
  assert.doesNotMatch((await house.guest().visit(`/works/${small}`)).text, /Main/)
  await answer(house, main, String(claim.id))
  assert.equal((await rowsOf(house, 'claims'))[0]?.state, 'kept')
})

test('taken down it answers nothing, and put up again it does', async () => {
  await using house = await openHouse()
  const { claim, main } = await untilSpring(house)
  await answer(house, main, String(claim.id))
  const { withdrawPiece, restorePiece } = await import('#src/fests/posting/taking-down.ts')
  await house.act('oriel', (ctx) => withdrawPiece(ctx, main))
  assert.equal((await rowsOf(house, 'claims'))[0]?.state, 'closed')
  await house.act('oriel', (ctx) => restorePiece(ctx, main))
  assert.equal((await rowsOf(house, 'claims'))[0]?.state, 'kept')
})

test('a piece under another name, of somebody else, or for a round that is not over answers nothing', async () => {
  await using house = await openHouse()
  const { claim, main } = await untilSpring(house)
  const ismay = await house.as('ismay')
  await ismay.visit(`/works/${main}`)
  assert.equal((await ismay.post(`/works/${main}/answer`, { claim: String(claim.id) })).status, 403)
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('work_creators').set({ pen_name_id: 4 }).where('work_id', '=', main).execute(),
    ),
  )
  const { answerClaim } = await import('#src/fests/posting/answers/answering.ts')
  await assert.rejects(
    house.act('ismay', (ctx) => answerClaim(ctx, main, claim.id)),
    { code: 'claim/missing' },
  )
  assert.equal((await rowsOf(house, 'claims'))[0]?.state, 'closed')
})

test('where the piece hides its name, the old round does not say that it came', async () => {
  await using house = await openHouse()
  const { claim, small, main } = await untilSpring(house)
  await answer(house, main, String(claim.id))
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('works').set({ is_anonymous: 1 }).where('id', '=', main).execute(),
    ),
  )
  const guest = house.guest()
  assert.doesNotMatch((await guest.visit(`/works/${small}`)).text, /Main/)
  assert.doesNotMatch((await guest.visit(`/works/${main}`)).text, /Lantern Season/)
})

test('a round that takes no more pieces once the next one is open is answered all the same: the piece is not posted there', async () => {
  await using house = await openHouse()
  await house.act('mara', (ctx) => {
    const { name, theme, graceDays, daysPerPerson } = lanterns
    const change = { name, theme, graceDays, daysPerPerson, ...usualChoices, afterRound: 'until-next' as const }
    return changeRound(ctx, where.community, where.round, change)
  })
  const { claim, main } = await untilSpring(house)
  await answer(house, main, String(claim.id))
  assert.equal((await rowsOf(house, 'claims'))[0]?.state, 'kept')
})
