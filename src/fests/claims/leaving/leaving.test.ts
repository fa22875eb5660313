// Whoever leaves a community, or is removed from it, gives back the days they hold; what is in stays in.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bringRoundBack, deleteRound } from '#src/fests/rounds/deletion.ts'
import { joinCommunity } from '#src/people/communities/joining/joining.ts'
import { leaveCommunity, removeMember } from '#src/people/communities/members/members.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { enter, logOf, makeMod, refused, rowsOf, seatsOn, take, takeBack } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'
import { post } from '#tests/world/pieces.ts'
import { accountOf, where } from '#tests/world/tidewater.ts'

async function leave(house: TestHouse, who: PersonName): Promise<void> {
  await house.act(who, (ctx) => leaveCommunity(ctx, 'tidewater'))
  await house.runJobs()
}

const stateOf = async (house: TestHouse, id: number) =>
  (await rowsOf(house, 'claims')).find((claim) => claim.id === id)?.state

test('a day that has not begun becomes open for others, and the mods hear of the place and not of why', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  await house.runJobs()
  const before = (await house.mailbox()).length
  await leave(house, 'oriel')
  assert.deepEqual(await seatsOn(house, '11-02'), [])
  assert.deepEqual(await logOf(house, claim), ['1 claim holder none>held', '24 leave holder held>given-back'])
  const mails = (await house.mailbox()).slice(before)
  assert.deepEqual(
    mails.map(({ account, subject }) => [account, subject]),
    [[accountOf('mara'), 'A place is open: Monday 2 November']],
  )
  assert.doesNotMatch(mails[0]?.body ?? '', /Oriel|left|removed/)
  await take(house, 'ismay', '11-02')
})

test('also what is held today, in grace, or expected later is given back; only an open place is news', async () => {
  await using house = await openHouse()
  const later = await take(house, 'oriel', '11-02')
  const today = await take(house, 'oriel', '11-05')
  await makeMod(house, 'tane')
  house.at('2026-11-05T12:00:00.000Z')
  await house.runJobs()
  assert.equal(await stateOf(house, later.id), 'later')
  const before = (await house.mailbox()).length
  await leave(house, 'oriel')
  assert.deepEqual([await stateOf(house, later.id), await stateOf(house, today.id)], ['given-back', 'given-back'])
  assert.deepEqual(
    (await house.mailbox()).slice(before).map(({ account, subject }) => [account, subject]),
    [accountOf('mara'), accountOf('tane')].map((mod) => [mod, 'A place is open: Thursday 5 November']),
  )
})

test('a piece that is up stays up and its day kept; one that waits is its writer’s draft again', async () => {
  await using house = await openHouse()
  const kept = await take(house, 'oriel', '11-02')
  const ahead = await take(house, 'oriel', '11-06')
  house.at('2026-11-02T12:00:00.000Z')
  const up = await post(house, 'oriel', { claim: kept.id, onceKey: 'up' })
  const waits = await post(house, 'oriel', { claim: ahead.id, onceKey: 'waits' })
  assert.equal(waits.state, 'scheduled')
  await leave(house, 'oriel')
  assert.deepEqual([await stateOf(house, kept.id), await stateOf(house, ahead.id)], ['kept', 'given-back'])
  assert.equal((await house.guest().visit(`/works/${up.work}`)).status, 200)
  house.at('2026-11-07T12:00:00.000Z')
  await house.runJobs()
  assert.equal((await house.guest().visit(`/works/${waits.work}`)).status, 404)
  assert.match((await (await house.as('oriel')).visit(`/works/${waits.work}`)).text, /It is a draft/)
})

test('whoever is out takes nothing back and posts nothing until they are in again', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  await leave(house, 'oriel')
  assert.equal((await refused(takeBack(house, 'oriel', claim))).code, 'claim/not-a-member')
  assert.equal((await refused(post(house, 'oriel', { claim: claim.id, role: 'extra' }))).code, 'post/not-a-member')
  assert.equal((await refused(take(house, 'oriel', '11-03'))).code, 'claim/not-a-member')
  await house.act('oriel', (ctx) => joinCommunity(ctx, 'tidewater'))
  await takeBack(house, 'oriel', claim)
  assert.deepEqual(await seatsOn(house, '11-02'), ['1 Oriel Finch'])
})

test('who is back before anything happened keeps their day, and a reaction that runs twice does no harm', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  await house.act('oriel', (ctx) => leaveCommunity(ctx, 'tidewater'))
  await house.act('oriel', (ctx) => joinCommunity(ctx, 'tidewater'))
  await house.runJobs()
  assert.equal(await stateOf(house, claim.id), 'held')
})

test('others keep what they have, reserved names too', async () => {
  await using house = await openHouse()
  const others = [await take(house, 'ismay', '11-03'), await enter(house, 'mara', 'Ann Teak', '11-04')]
  await take(house, 'oriel', '11-02')
  await leave(house, 'oriel')
  for (const { id } of others) assert.equal(await stateOf(house, id), 'held')
})

test('in a round that is deleted the days are given back too, for when it is brought back', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-02')
  const { id } = await house.act('mara', (ctx) => deleteRound(ctx, where.community, where.round))
  await leave(house, 'oriel')
  await house.act('mara', (ctx) => bringRoundBack(ctx, where.community, id))
  assert.deepEqual(await seatsOn(house, '11-02'), [])
})

test('whoever is removed hears of that alone, and the log of the day says nothing of why', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-02')
  await house.runJobs()
  const before = (await house.mailbox()).length
  await house.act('mara', (ctx) => removeMember(ctx, 'tidewater', accountOf('oriel'), { mayComeBack: false, line: '' }))
  await house.runJobs()
  const toOriel = (await house.mailbox()).slice(before).filter(({ account }) => account === accountOf('oriel'))
  assert.deepEqual(
    toOriel.map(({ subject }) => subject),
    ['You are no longer a member of Tidewater'],
  )
  const page = await (await house.as('mara')).visit(`/c/tidewater/rounds/lantern-season/claims/${claim.id}`)
  assert.match(page.text, /Given back/)
  assert.doesNotMatch(page.text, /removed|banned|left the/)
})
