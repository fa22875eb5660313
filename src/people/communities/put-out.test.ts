// Whoever mods have removed keeps what they wrote, and may take it down; they put no new words before those who put them out.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeRole, saveWork } from '#src/fests/posting/editing.ts'
import { restorePiece, withdrawPiece } from '#src/fests/posting/taking-down.ts'
import { joinCommunity } from '#src/people/communities/joining/joining.ts'
import { leaveCommunity, liftBan, removeMember } from '#src/people/communities/members/members.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { choose } from '#tests/world/communities.ts'
import { offered, refused, take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { accountOf } from '#tests/world/tidewater.ts'

async function up(house: TestHouse): Promise<number> {
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  return (await post(house, 'oriel', { claim: claim.id })).work
}

async function remove(house: TestHouse, mayComeBack: boolean): Promise<void> {
  await house.act('mara', async (ctx) => {
    const { id } = await ctx.db
      .selectFrom('memberships')
      .select('id')
      .where('account_id', '=', accountOf('oriel'))
      .executeTakeFirstOrThrow()
    await removeMember(ctx, 'tidewater', id, { mayComeBack, line: '' })
  })
  await house.runJobs()
}

const save = (house: TestHouse, work: number) =>
  house.act('oriel', (ctx) => saveWork(ctx, work, saidOf({ title: 'Another Title' })))

test('who was shut out changes nothing that is up, and is offered to take it down and to write to the mods', async () => {
  await using house = await openHouse()
  const work = await up(house)
  await remove(house, false)
  const refusal = await refused(save(house, work))
  assert.deepEqual([refusal.code, offered(refusal)], ['piece/put-out', ['Take it down', 'Write to the mods']])
  assert.equal((await refused(house.act('oriel', (ctx) => changeRole(ctx, work, 'extra')))).code, 'piece/put-out')
  const oriel = await house.as('oriel')
  const page = await oriel.visit(paths.workEdit(work))
  assert.equal(page.status, 403)
  assert.match(
    page.text,
    /You are no longer a member of Tidewater, so what is up there cannot be changed by you\. It stays yours/,
  )
  assert.match(page.html, new RegExp(`href="${paths.workTakingDown(work)}"`))
  assert.match((await house.guest().visit(paths.work(work))).text, /Somebody Staying Up/)
  assert.equal((await oriel.visit(paths.workHistory(work))).status, 200, 'every save is still theirs to read')
})

test('who was shut out takes down what is theirs, and it does not come back up while they are out', async () => {
  await using house = await openHouse()
  const work = await up(house)
  await remove(house, false)
  const oriel = await house.as('oriel')
  await oriel.visit(paths.workTakingDown(work))
  assert.match((await oriel.submit(paths.workTakingDown(work))).text, /Taken down\. Only you see it now\./)
  assert.equal((await house.guest().visit(paths.work(work))).status, 404)
  const refusal = await refused(house.act('oriel', (ctx) => restorePiece(ctx, work)))
  assert.deepEqual([refusal.code, offered(refusal)], ['piece/put-out', ['Write to the mods']])
  await save(house, work)
  assert.equal((await house.guest().visit(paths.work(work))).status, 404, 'what nobody else sees is theirs to change')
})

test('who may join again is offered that, and once they have, all is as before', async () => {
  await using house = await openHouse()
  const work = await up(house)
  await remove(house, true)
  const refusal = await refused(save(house, work))
  assert.deepEqual(refusal.offers[1], {
    label: 'Join Tidewater',
    post: '/c/tidewater/members',
    fields: { back: paths.workEdit(work) },
  })
  await house.act('oriel', (ctx) => joinCommunity(ctx, 'tidewater'))
  await save(house, work)
  assert.match((await house.guest().visit(paths.work(work))).text, /Another Title/)
})

test('a ban that is lifted opens the door and not the piece: that takes being let in', async () => {
  await using house = await openHouse()
  const work = await up(house)
  await choose(house, { joining: 'approval' })
  await remove(house, false)
  await house.act('mara', (ctx) => liftBan(ctx, 'tidewater', 1))
  const [, asks] = (await refused(save(house, work))).offers
  assert.deepEqual(asks, {
    label: 'Ask to join Tidewater',
    to: asking('/c/tidewater/joining', { back: paths.workEdit(work) }),
  })
})

test('who left by themselves goes on mending what they left, and takes it down and puts it up again', async () => {
  await using house = await openHouse()
  const work = await up(house)
  await house.act('oriel', (ctx) => leaveCommunity(ctx, 'tidewater'))
  await house.runJobs()
  await save(house, work)
  await house.act('oriel', (ctx) => withdrawPiece(ctx, work))
  await house.act('oriel', (ctx) => restorePiece(ctx, work))
  assert.match((await house.guest().visit(paths.work(work))).text, /Another Title/)
})

test('a mod’s correction of their header is not put back by who was removed', async () => {
  await using house = await openHouse()
  const work = await up(house)
  const mara = await house.as('mara')
  await mara.visit(paths.workCorrection(work))
  await mara.submit(paths.workCorrection(work), { title: 'Somebody Awake', line: 'I have put the title right.' })
  await remove(house, true)
  const oriel = await house.as('oriel')
  await oriel.visit(paths.workHistory(work))
  const answer = await oriel.submit(paths.workPuttingBack(work))
  assert.equal(answer.status, 403)
})

test('the mail that tells of the removal says what becomes of the pieces, and leads to a letter to the mods', async () => {
  await using house = await openHouse({ mail: 'sent' })
  await up(house)
  await remove(house, false)
  const parcel = (await house.sendMails()).find(({ subject }) => subject === 'You are no longer a member of Tidewater')
  const text = parcel?.text.replaceAll(/\s+/g, ' ') ?? ''
  assert.match(
    text,
    /your pieces stay, and are yours\. You can take them down at any time; as long as you are no member, those that are up cannot be changed\./,
  )
  assert.match(text, /Write to the mods: http:\/\/fest\.example\/c\/tidewater\/letters\/new/)
})
