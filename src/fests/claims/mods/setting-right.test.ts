// Row 26: a mod sets a claim right, with a reason for the person alone; places and pieces stay true to every state.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clockOf, momentsOf } from '#src/fests/claims/table/claim-clock.ts'
import { asTable } from '#src/fests/claims/claim-record.ts'
import { findClaim } from '#src/fests/claims/claim-access.ts'
import { standingAt } from '#src/fests/claims/table/claim-states.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { type Claimed, giveBack, logOf, refused, rowsOf, seatsOn, take, takeBack } from '#tests/world/deeds.ts'
import { post } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'
import { type Settable, setClaim } from './setting-right.ts'

const reason = 'We agreed on it by letter.'

const set = (house: TestHouse, claim: Claimed, to: Settable, who: 'mara' | 'oriel' | 'ismay' = 'mara') =>
  house.act(who, (ctx) => setClaim(ctx, where, { claim: claim.id, to, reason }))

const stateOf = async (house: TestHouse, claim: Claimed): Promise<string> => {
  const row = (await rowsOf(house, 'claims')).find(({ id }) => id === claim.id)
  return `${row?.state} ${row?.place} ${row?.main_life}`
}

test('it is done on the page of the claim; the person is told why, and reads it there', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-09T12:00:00.000Z')
  await house.runJobs()
  const mara = await house.as('mara')
  const at = paths.claim(where.community, where.round, claim.id)
  await mara.visit(at)
  const done = await mara.submit(paths.claimState(where.community, where.round, claim.id), { state: 'kept', reason })
  assert.match(done.text, /Set right: kept, the piece is in\. They are told why\./)
  assert.equal(await stateOf(house, claim), 'kept 1 none')
  assert.equal((await logOf(house, claim)).at(-1), '26 set mod later>kept')
  await house.runJobs()
  const mail = (await house.mailbox()).at(-1)
  assert.equal(mail?.subject, 'Your claim on Wednesday 4 November was set right')
  assert.match(mail?.body ?? '', /It is now: kept, the piece is in\. They say: “We agreed on it by letter\.”/)
  const page = await (await house.as('oriel')).visit(at)
  assert.match(page.text, /Set right by a mod: kept, the piece is in *\. They say: “We agreed on it by letter\.”/)
  assert.doesNotMatch(page.html, /\/state"/)
  const round = await house.guest().visit(paths.round(where.community, where.round))
  assert.doesNotMatch(round.text, /by letter/)
})

test('a reason is needed, and the form comes back filled', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  const mara = await house.as('mara')
  await mara.visit(paths.claim(where.community, where.round, claim.id))
  const again = await mara.submit(paths.claimState(where.community, where.round, claim.id), { state: 'given-back' })
  assert.equal(again.status, 422)
  assert.match(again.html, /<option value="given-back" selected/)
  const blank = house.act('mara', (ctx) => setClaim(ctx, where, { claim: claim.id, to: 'kept', reason: ' ' }))
  assert.equal((await refused(blank)).code, 'claim/reason-missing')
})

test('given back by a mod the place is free for others, and only a mod can set it right again', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  await set(house, claim, 'given-back')
  assert.deepEqual(await seatsOn(house, '11-04'), [])
  assert.equal((await refused(takeBack(house, 'oriel', claim))).code, 'claim/set-aside')
  const page = await (await house.as('oriel')).visit(paths.claim(where.community, where.round, claim.id))
  assert.match(page.text, /A mod has set this claim right: given back\. They say: “We agreed/)
  assert.doesNotMatch(page.html, /taking-back/)
  await take(house, 'ismay', '11-04')
  const taken = await refused(set(house, claim, 'held'))
  assert.match(taken.sentence, /ismay_writes has taken Wednesday 4 November/)
  assert.equal(taken.about, 'state')
})

test('held again takes a place where there is one', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  await giveBack(house, 'oriel', claim)
  await set(house, claim, 'held')
  assert.deepEqual(await seatsOn(house, '11-04'), ['1 Oriel Finch'])
})

test('whoever has the day under another claim is not set on it twice', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  await giveBack(house, 'oriel', claim)
  await take(house, 'oriel', '11-04')
  assert.match((await refused(set(house, claim, 'held'))).sentence, /Oriel Finch has Wednesday 4 November already/)
})

test('what the clock would turn back at once is refused, with what helps instead', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  assert.equal((await refused(set(house, claim, 'closed'))).code, 'claim/round-not-over')
  house.at('2026-11-09T12:00:00.000Z')
  assert.match((await refused(set(house, claim, 'held'))).sentence, /Move it to another day instead/)
  house.at('2026-12-09T12:00:00.000Z')
  assert.equal((await refused(set(house, claim, 'later'))).code, 'claim/clock-disagrees')
})

test('a claim whose main piece is up is kept, until the piece says something else', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  await post(house, 'oriel', { claim: claim.id })
  for (const to of ['held', 'later', 'closed'] as const)
    assert.equal((await refused(set(house, claim, to))).code, 'claim/main-is-up')
  await set(house, claim, 'taken-over')
  assert.equal(await stateOf(house, claim), 'taken-over null up')
})

test('a scheduled piece goes back to draft with a day that is set aside, and is never live by itself', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  await set(house, claim, 'given-back')
  assert.equal(await stateOf(house, claim), 'given-back null none')
  house.at('2026-11-05T12:00:00.000Z')
  await house.runJobs()
  assert.equal((await house.guest().visit(paths.work(work))).status, 404)
  assert.match((await (await house.as('oriel')).visit(paths.work(work))).text, /It is a draft/)
})

test('its holder cannot, and for everybody else there is no such claim', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  assert.equal((await refused(set(house, claim, 'kept', 'oriel'))).code, 'claim/mods-only')
  assert.equal((await refused(set(house, claim, 'kept', 'ismay'))).code, 'claim/missing')
})

const moments = ['2026-11-01', '2026-11-04', '2026-11-05', '2026-11-09', '2026-11-16', '2026-12-09'] as const
const states = ['held', 'later', 'kept', 'given-back', 'taken-over', 'closed'] as const

test('whatever mods set in whatever order, what stands is what the clock and the places allow', async () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(...states), fc.constantFrom(0, 0, 0, 1)), {
    minLength: 3,
    maxLength: 8,
  })
  const run = async (walk: readonly (readonly [number, (typeof states)[number], number])[]): Promise<void> => {
    await using house = await openHouse()
    const first = await take(house, 'oriel', '11-04')
    await set(house, first, 'given-back')
    const claims = [first, await take(house, 'ismay', '11-04')]
    let moment = 0
    for (const [which, to, passes] of walk) {
      moment = Math.min(moment + passes, moments.length - 1)
      house.at(`${moments[moment]}T12:00:00.000Z`)
      const claim = claims[which] ?? first
      const isSet = await set(house, claim, to).then(
        () => true,
        (error: unknown) => !(error instanceof Refusal) && assert.fail(String(error)),
      )
      await mustStand(house, claims, isSet ? { claim, to } : undefined)
    }
    await house.runJobs()
    await mustStand(house, claims)
  }
  await fc.assert(fc.asyncProperty(steps, run), { numRuns: 12 })
})

/** `done` is what was set just now, and has to hold against the clock. */
async function mustStand(
  house: TestHouse,
  claims: readonly Claimed[],
  done?: { readonly claim: Claimed; readonly to: Settable },
): Promise<void> {
  await house.act('mara', async ({ db }) => {
    const places: (number | null)[] = []
    for (const { id, round } of claims) {
      const claim = await findClaim(db, round, id)
      places.push(claim.place)
      const clock = clockOf(momentsOf(claim.deadlines), house.now())
      if (claim.state === 'held' && clock !== 'after-grace' && clock !== 'round-over')
        assert.notEqual(claim.place, null)
      if (claim.state === 'given-back' || claim.state === 'taken-over') assert.equal(claim.place, null)
      if (done?.claim.id === id) assert.equal(standingAt(asTable(claim), house.now()), done.to)
    }
    const taken = places.filter((place) => place !== null)
    assert.equal(new Set(taken).size, taken.length)
  })
}
