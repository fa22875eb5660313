// Open invitations: every mod sees them and withdraws what went to the wrong person; nobody else learns of them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysLong } from '#src/kit/instants.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { makeMod } from '#tests/world/deeds.ts'
import { inviteTo } from './joining.ts'
import { withdrawInvitation } from './open-invitations.ts'

const at = paths.invitations('tidewater')

const kept = (house: TestHouse) =>
  house.act({ kind: 'host' }, ({ db }) => db.selectFrom('community_invitations').selectAll().execute())

async function invited(house: TestHouse): Promise<string> {
  const mara = await house.as('mara')
  await mara.visit(paths.members('tidewater'))
  const made = await mara.submit(at)
  assert.match(made.html, /<copy-out[\s\S]*<button[^>]*hidden/)
  return /(\/c\/tidewater\/invitation\?link=[\w-]+)/.exec(made.html)?.[1] ?? assert.fail('no link')
}

test('another mod sees who made it and until when it works, and withdraws it: nobody comes in with it, nor makes an account', async () => {
  await using house = await openHouse()
  const link = await invited(house)
  await makeMod(house, 'tane')
  const tane = await house.as('tane')
  assert.match(
    (await tane.visit(at)).text,
    /Made on Tuesday 20 October, 01:00 \(Auckland\) · by Mara Quill It works until Tuesday 27 October, 01:00/,
  )
  const [row] = await kept(house)
  const done = await tane.submit(paths.invitationWithdrawal('tidewater', row?.id ?? 0))
  assert.match(done.text, /Withdrawn.*No invitation is open\./)
  assert.equal((await house.guest().visit(link)).status, 403)
  const token = link.replace(/.*link=/, '')
  assert.equal((await house.guest().visit(`${paths.join}?link=${token}`)).status, 403)
})

test('what is used or too old is no more among them, and what was used is not withdrawn', async () => {
  await using house = await openHouse()
  const link = await invited(house)
  const [row] = await kept(house)
  const mara = await house.as('mara')
  await mara.visit(at)
  const stranger = await house.as('stranger')
  await stranger.visit(link)
  await stranger.submit(paths.invitation('tidewater'))
  await house.act('mara', (ctx) => withdrawInvitation(ctx, 'tidewater', row?.id ?? 0))
  assert.equal((await kept(house)).length, 1)
  await house.act('mara', (ctx) => inviteTo(ctx, 'tidewater'))
  assert.match((await mara.visit(at)).text, /Withdraw it/)
  house.pass(daysLong(7))
  assert.match((await mara.visit(at)).text, /No invitation is open/)
})

test('nobody but mods sees or withdraws them', async () => {
  await using house = await openHouse()
  await invited(house)
  const [row] = await kept(house)
  for (const visitor of [house.guest(), await house.as('oriel')]) {
    assert.equal((await visitor.visit(at)).status, 403)
    await visitor.visit('/')
    assert.equal((await visitor.post(paths.invitationWithdrawal('tidewater', row?.id ?? 0))).status, 403)
  }
  assert.equal((await kept(house)).length, 1)
})

test('whoever is invited reads which round is under way, and of none that is not open', async () => {
  await using house = await openHouse()
  const link = await invited(house)
  const page = await house.guest().visit(link)
  assert.match(page.text, /Its round under way: Lantern Season/)
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', async ({ db }) => {
      await db.updateTable('rounds').set({ opened_at: null }).execute()
    }),
  )
  assert.doesNotMatch((await house.guest().visit(link)).text, /Lantern Season/)
})
