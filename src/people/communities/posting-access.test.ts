// Who takes days and posts on free-for-all days: every member, those approved, or the mods; and that a held day carries its piece.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepDraft } from '#src/fests/posting/posting.ts'
import { approveMember } from '#src/people/communities/members/members.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { choose } from '#tests/world/communities.ts'
import { enter, giveBack, offered, refused, take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { accountOf, where } from '#tests/world/tidewater.ts'

const freeDay = '2026-11-16T12:00:00.000Z'

const draft = (house: TestHouse) =>
  house.act('oriel', (ctx) =>
    keepDraft(ctx, where, {
      said: saidOf(),
      work: undefined,
      claim: undefined,
      role: 'main',
      when: 'on-the-day',
      reservedName: undefined,
      onceKey: 'draft',
      pressedAt: house.now(),
      zone: undefined,
    }),
  )

test('where the mods alone take days, a member is told so, and can be entered by them', async () => {
  await using house = await openHouse()
  await choose(house, { posting: 'mods' })
  const refusal = await refused(take(house, 'oriel', '11-02'))
  assert.equal(refusal.code, 'claim/mods-post')
  assert.match(refusal.sentence, /days are given out by its mods/)
  await take(house, 'mara', '11-03')
  const claim = await enter(house, 'mara', 'Oriel Finch', '11-02')
  house.at('2026-11-02T12:00:00.000Z')
  assert.equal((await post(house, 'oriel', { claim: claim.id })).state, 'posted')
})

test('where members are approved one by one, approval opens days and free-for-all days, and is told', async () => {
  await using house = await openHouse()
  await choose(house, { posting: 'approved' })
  assert.equal((await refused(take(house, 'oriel', '11-02'))).code, 'claim/not-approved')
  await house.act('mara', (ctx) => approveMember(ctx, 'tidewater', accountOf('oriel'), true))
  await take(house, 'oriel', '11-02')
  await house.runJobs()
  assert.ok((await house.mailbox()).some(({ subject }) => subject === 'You may post in Tidewater'))
  house.at(freeDay)
  await post(house, 'oriel')
  assert.equal((await refused(post(house, 'ismay'))).code, 'post/not-approved')
})

test('what may not go up can be kept as a draft, and goes up once it may', async () => {
  await using house = await openHouse({ at: freeDay })
  await choose(house, { posting: 'approved' })
  const kept = await draft(house)
  assert.equal(kept.state, 'draft')
  const goUp = () => post(house, 'oriel', { work: kept.work })
  assert.match((await refused(goUp())).sentence, /It can be kept as a draft until then/)
  await house.act('mara', (ctx) => approveMember(ctx, 'tidewater', accountOf('oriel'), true))
  assert.equal((await goUp()).state, 'posted')
})

test('a day that was taken before carries its piece, whatever is chosen since; one given back carries none', async () => {
  await using house = await openHouse()
  const held = await take(house, 'oriel', '11-02')
  const given = await take(house, 'ismay', '11-03')
  await giveBack(house, 'ismay', given)
  await choose(house, { posting: 'mods' })
  house.at('2026-11-02T12:00:00.000Z')
  assert.equal((await post(house, 'oriel', { claim: held.id })).state, 'posted')
  assert.equal((await refused(post(house, 'ismay', { claim: given.id, role: 'extra' }))).code, 'post/mods-post')
})

test('the page of a round says why there is no button, and how one joins', async () => {
  await using house = await openHouse()
  const round = '/c/tidewater/rounds/lantern-season'
  await choose(house, { posting: 'mods', joining: 'approval' })
  const member = await (await house.as('oriel')).visit(round)
  assert.match(member.text, /days are given out by its mods/)
  assert.doesNotMatch(member.text, /Take this day/)
  assert.match((await (await house.as('mara')).visit(round)).text, /Take this day/)
  assert.match((await (await house.as('stranger')).visit(round)).html, /href="\/c\/tidewater\/joining[?"]/)
})

test('strangers are told the way in, which is as the community has chosen', async () => {
  await using house = await openHouse()
  assert.deepEqual(offered(await refused(take(house, 'stranger', '11-02'))), ['Join Tidewater'])
  await choose(house, { joining: 'approval' })
  assert.deepEqual(offered(await refused(take(house, 'stranger', '11-02'))), ['Ask to join Tidewater'])
  await choose(house, { joining: 'invitation' })
  const refusal = await refused(post(house, 'stranger'))
  assert.deepEqual([offered(refusal), /by invitation/.test(refusal.sentence)], [[], true])
})

test('whoever has not confirmed their address posts for a day that they hold, and without one only once they have', async () => {
  await using house = await openHouse()
  const guest = house.guest()
  await guest.visit('/sign-up?back=/c/tidewater')
  const linnet = { name: 'Linnet', email: 'linnet@example.org', password: 'four words in a row', zone: 'UTC' }
  await guest.submit('/sign-up', linnet)
  await guest.submit('/c/tidewater/members')
  house.at(freeDay)
  const composer = '/c/tidewater/rounds/lantern-season/post'
  const page = await guest.visit(composer)
  assert.match(page.text, /Without a day of your own, a piece goes up once your address is confirmed/)
  await guest.submit(composer, { do: 'fill' })
  const piece = { title: 'Nine Sparks', text: 'There were nine of them.', kind: 'ficlet' }
  const refusal = await guest.submit(composer, { ...piece, do: 'post' })
  assert.equal(refusal.status, 403)
  assert.match(refusal.text, /Until then it can be kept as a draft\. Send the link again/)
  assert.match(refusal.html, /Nine Sparks/)
  assert.match((await guest.submit(composer, { ...piece, do: 'draft' })).text, /Kept as a draft/)
  assert.doesNotMatch((await house.guest().visit('/')).text, /Nine Sparks/)
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('accounts').set({ vouched_at: house.now() }).where('email', '=', 'linnet@example.org').execute(),
    ),
  )
  assert.match((await guest.submit(composer, { do: 'post' })).text, /Received/)
})

test('a stranger who holds the day posts for it', async () => {
  await using house = await openHouse({ at: '2026-11-01T12:00:00.000Z' })
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db
        .updateTable('accounts')
        .set({ confirmed_at: null, vouched_at: null, created_at: house.now() })
        .where('id', '=', accountOf('oriel'))
        .execute(),
    ),
  )
  const claim = await take(house, 'oriel', '11-02')
  house.at('2026-11-02T12:00:00.000Z')
  assert.equal((await post(house, 'oriel', { claim: claim.id })).state, 'posted')
})
