// Who may see a claim: everybody what is held, its holder and the mods what was given back, and nobody else its own page.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seeClaim } from '#src/fests/claims/claim-seen.ts'
import { CLAIM_STATES } from '#src/fests/claims/table/claim-states.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { enter, giveBack, take } from '#tests/world/deeds.ts'
import { accountOf } from '#tests/world/tidewater.ts'

const round = '/c/tidewater/rounds/lantern-season'

const others = [
  { account: undefined, isMod: false },
  { account: accountOf('ismay'), isMod: false },
]
const concerned = [
  { account: accountOf('oriel'), isMod: false },
  { account: accountOf('mara'), isMod: true },
]

test('what was given back, waits or is offered is seen by its holder and the mods alone', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  for (const state of CLAIM_STATES) {
    const isPublic = ['held', 'later', 'kept', 'closed'].includes(state)
    for (const looker of others)
      assert.equal(seeClaim({ ...claim, state }, looker, house.now()) !== undefined, isPublic, state)
    for (const looker of concerned) assert.ok(seeClaim({ ...claim, state }, looker, house.now()), state)
  }
})

test('a claim is opened by its holder and the mods', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  for (const looker of others) assert.equal(seeClaim(claim, looker, house.now())?.mayOpen, false)
  for (const looker of concerned) assert.equal(seeClaim(claim, looker, house.now())?.mayOpen, true)
})

test('a reserved name is nobody’s own, least of all a guest’s', async () => {
  await using house = await openHouse()
  const claim = await enter(house, 'mara', 'Ann Teak', '11-02')
  for (const looker of [...others, ...concerned]) assert.equal(seeClaim(claim, looker, house.now())?.isMine, false)
})

test('a claim is seen as its clock has made it, whether a sweep has been by or not', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  const states = []
  for (const at of ['2026-11-03T12:00:00.000Z', '2026-11-04T00:00:00.000Z', '2026-11-19T00:00:00.000Z']) {
    house.at(at)
    states.push(seeClaim(claim, { account: undefined, isMod: false }, house.now())?.state)
  }
  assert.deepEqual(states, ['held', 'later', 'closed'])
})

test('the page of a claim is not there for others, held or given back', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  const page = `${round}/claims/${claim.id}`
  const check = async (): Promise<void> => {
    for (const who of [house.guest(), await house.as('ismay'), await house.as('stranger')]) {
      assert.equal((await who.visit(page)).status, 404)
      assert.equal((await who.visit(`${page}/giving-back`)).status, 404)
    }
    for (const who of [await house.as('oriel'), await house.as('mara')])
      assert.equal((await who.visit(page)).status, 200)
  }
  await check()
  await giveBack(house, 'oriel', claim)
  await check()
})

test('a day given back shows no name to anybody, not even that it had one', async () => {
  await using house = await openHouse()
  const untouched = await house.guest().visit(`${round}?as=list`)
  await giveBack(house, 'oriel', await take(house, 'oriel', '11-02'))
  assert.equal((await house.guest().visit(`${round}?as=list`)).text, untouched.text)
  assert.doesNotMatch((await (await house.as('ismay')).visit(round)).text, /Oriel/)
})

test('a claim of one round is not there under the address of another', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  const mara = await house.as('mara')
  await mara.visit('/c/tidewater/rounds/new')
  await mara.submit('/c/tidewater/rounds/new', { name: 'Tides', first: '2027-01-01', last: '2027-01-02' })
  assert.equal((await mara.visit(`/c/tidewater/rounds/tides/claims/${claim.id}`)).status, 404)
  assert.equal((await mara.visit(`${round}/claims/none`)).status, 404)
})
