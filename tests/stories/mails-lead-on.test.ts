// Every mail that tells somebody of a decision has a button, and its page opens for whoever got the mail.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setClaim } from '#src/fests/claims/mods/setting-right.ts'
import { discountPiece, hidePiece, unhidePiece } from '#src/fests/posting/mods/rulings.ts'
import { answerRequest, askToJoin } from '#src/people/communities/joining/joining.ts'
import { approveMember, liftBan, makeMod, removeMember, unmakeMod } from '#src/people/communities/members/members.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { choose } from '#tests/world/communities.ts'
import { rowsOf, take } from '#tests/world/deeds.ts'
import { people, type PersonName } from '#tests/world/people.ts'
import { post } from '#tests/world/pieces.ts'
import { accountOf, where } from '#tests/world/tidewater.ts'

const known = Object.keys(people) as PersonName[]

/** As the reader of the last mail finds the page behind its button. */
async function leadsOn(house: TestHouse, kind: string): Promise<string> {
  await house.runJobs()
  const mail = (await rowsOf(house, 'mails')).findLast((each) => each.kind === kind) ?? assert.fail(`no mail ${kind}`)
  assert.ok(mail.link_path !== null && mail.link_label !== null, `${kind} has no button`)
  const reader = known.find((name) => accountOf(name) === mail.account_id) ?? assert.fail(`${kind} is nobody's`)
  const page = await (await house.as(reader)).visit(mail.link_path)
  assert.equal(page.status, 200, `${kind} leads to ${mail.link_path}`)
  return mail.link_path
}

const member = (house: TestHouse, who: PersonName): Promise<number> =>
  house.act('mara', async ({ db }) => {
    const row = await db
      .selectFrom('memberships')
      .select('id')
      .where('account_id', '=', accountOf(who))
      .executeTakeFirstOrThrow()
    return row.id
  })

test('what mods decide about a piece or a day leads to the piece, its history, or the claim', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  await house.act('mara', (ctx) => hidePiece(ctx, work, 'We are asking whose picture this is.'))
  assert.equal(await leadsOn(house, 'ruling.made'), paths.work(work))
  const hidden = await (await house.as('oriel')).visit(paths.work(work))
  assert.match(
    hidden.html,
    /href="\/c\/tidewater\/letters\/new\?about=About/,
    'where the mail says one can write to them',
  )
  await house.act('mara', (ctx) => unhidePiece(ctx, work))
  assert.equal(await leadsOn(house, 'ruling.lifted'), paths.work(work))
  const mara = await house.as('mara')
  await mara.visit(paths.workCorrection(work))
  await mara.submit(paths.workCorrection(work), { title: 'Somebody Awake', line: 'I have put the title right.' })
  assert.equal(await leadsOn(house, 'work.corrected'), paths.workHistory(work))
  const at = paths.claim(where.community, where.round, claim.id)
  await house.act('mara', (ctx) => discountPiece(ctx, work, 'It is for another round.'))
  assert.equal(await leadsOn(house, 'claim.not-counted'), at)
  await house.act('mara', (ctx) => setClaim(ctx, where, { claim: claim.id, to: 'given-back', reason: 'Agreed.' }))
  assert.equal(await leadsOn(house, 'claim.set'), at)
  assert.match((await (await house.as('oriel')).visit(at)).text, /Write to the mods about this day/)
})

test('what mods decide about a member leads to what can be done next', async () => {
  await using house = await openHouse()
  await choose(house, { joining: 'approval', posting: 'approved' })
  const as = <T>(deed: (id: number) => Promise<T>, who: PersonName = 'oriel') => member(house, who).then(deed)
  const mod = (deed: typeof makeMod) => as((id) => house.act('mara', (ctx) => deed(ctx, 'tidewater', id)))
  await mod(makeMod)
  assert.equal(await leadsOn(house, 'member.made-mod'), paths.desk('tidewater'))
  await mod(unmakeMod)
  await leadsOn(house, 'member.unmade-mod')
  for (const [isApproved, kind] of [
    [true, 'member.approved'],
    [false, 'member.unapproved'],
  ] as const) {
    await as((id) => house.act('mara', (ctx) => approveMember(ctx, 'tidewater', id, isApproved)))
    await leadsOn(house, kind)
  }
  await as((id) => house.act('mara', (ctx) => removeMember(ctx, 'tidewater', id, { mayComeBack: false, line: '' })))
  assert.equal(await leadsOn(house, 'member.banned'), paths.newLetter('tidewater'))
  await house.act('mara', (ctx) => liftBan(ctx, 'tidewater', 1))
  assert.equal(await leadsOn(house, 'member.ban-lifted'), paths.joining('tidewater'))
  await as(
    (id) => house.act('mara', (ctx) => removeMember(ctx, 'tidewater', id, { mayComeBack: true, line: '' })),
    'nour',
  )
  await leadsOn(house, 'member.removed')
  for (const [who, request, isYes, kind] of [
    ['stranger', 1, false, 'member.declined'],
    ['oriel', 2, true, 'member.accepted'],
  ] as const) {
    await house.act(who, (ctx) => askToJoin(ctx, 'tidewater', { says: '' }))
    assert.equal(await leadsOn(house, 'member.asked'), paths.members('tidewater'))
    await house.act('mara', (ctx) => answerRequest(ctx, 'tidewater', request, { isYes, line: '' }))
    await leadsOn(house, kind)
  }
})
