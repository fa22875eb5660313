// Letters between one person and the mods of a community: who writes, who reads, who hears of it, and that nobody learns an address.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimDay } from '#src/fests/claims/claims.ts'
import { addName } from '#src/people/accounts/names/names.ts'
import { leaveCommunity, removeMember } from '#src/people/communities/members/members.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { linkIn, openPost } from '#tests/support/mailed.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { choose } from '#tests/world/communities.ts'
import { dayOn, enter, makeMod, refused, take } from '#tests/world/deeds.ts'
import { answer, fromMod, lamp, read, toMods } from '#tests/world/letters.ts'
import { people, type PersonName } from '#tests/world/people.ts'
import { accountOf, where } from '#tests/world/tidewater.ts'
import { settleLetters } from './letters.ts'

const here = '/c/tidewater'
const remove = (house: TestHouse, who: PersonName, mayComeBack: boolean): Promise<unknown> =>
  house.act('mara', async (ctx) => {
    const { id } = await ctx.db
      .selectFrom('memberships')
      .select('id')
      .where('account_id', '=', accountOf(who))
      .executeTakeFirstOrThrow()
    return removeMember(ctx, 'tidewater', id, { mayComeBack, line: '' })
  })

test('a member writes to the mods, every mod hears of it and none of the letter stands in their mail, and one answers', async () => {
  await using house = await openHouse({ mail: 'sent' })
  await makeMod(house, 'tane')
  const oriel = await house.as('oriel')
  await oriel.visit(paths.newLetter('tidewater'))
  const sent = await oriel.submit(paths.newLetter('tidewater'), lamp)
  assert.match(sent.text, /Your letter is with the mods\..*The lamp.*It is out again\. Since Thursday\./)
  await house.runJobs()
  const post = openPost(house)
  for (const mod of ['mara', 'tane'] as const) {
    const mail = await post.find(people[mod].email, /^Oriel Finch writes to the mods of Tidewater$/)
    assert.doesNotMatch(mail.text, /out again|The lamp/)
    assert.equal(linkIn(mail), sent.path)
  }
  const mara = await house.as('mara')
  assert.match((await mara.visit(paths.desk('tidewater'))).text, /Letters, 1 waits/)
  assert.match(
    (await mara.visit(paths.letters('tidewater'))).text,
    /Waiting for an answer.*The lamp *, with Oriel Finch/,
  )
  await mara.visit(sent.path)
  await mara.submit(sent.path, { body: 'Somebody goes up tonight.' })
  await house.runJobs()
  const mail = await post.find(people.oriel.email, /^Tidewater: The lamp$/)
  assert.match(
    mail.text,
    /Mara Quill writes for the mods of Tidewater to you, Oriel Finch:\s+Somebody goes up tonight\./,
  )
  assert.equal(linkIn(mail), sent.path)
  assert.match((await oriel.visit(sent.path)).text, /Mara Quill, for the mods.*Somebody goes up tonight\./)
  assert.doesNotMatch((await mara.visit(paths.desk('tidewater'))).text, /Letters, /)
  assert.equal(post.all.filter(({ subject }) => subject === 'Tidewater: The lamp').length, 1, 'no other mod is told')
})

test('a mod writes to a member from their page; the letter goes by mail with who wrote it, and is answered on a page', async () => {
  await using house = await openHouse({ mail: 'sent' })
  const mara = await house.as('mara')
  const list = await mara.visit(paths.members('tidewater'))
  const page = /href="(\/c\/tidewater\/members\/\d+)">ismay_writes/.exec(list.html)?.[1] ?? assert.fail(list.html)
  assert.match((await mara.visit(page)).html, new RegExp(`href="${page}/letter"`))
  await mara.visit(`${page}/letter`)
  await mara.submit(`${page}/letter`, lamp)
  await house.runJobs()
  const mail = await openPost(house).find(people.ismay.email)
  assert.match(
    mail.text,
    /^Mara Quill writes for the mods of Tidewater to you, ismay_writes:\s+It is out again\.\s+Since Thursday\./,
  )
  assert.match(mail.text, /An answer\s+to this mail reaches nobody/)
  const guest = house.guest()
  assert.equal((await guest.visit(linkIn(mail))).path, asking('/sign-in', { back: linkIn(mail) }))
  const ismay = await house.as('ismay')
  await ismay.visit(linkIn(mail))
  await ismay.submit(linkIn(mail), { body: 'I have the key.' })
  assert.match((await mara.visit(linkIn(mail))).text, /ismay_writes.*I have the key\./)
})

test('a mod writes to the holder of a claim under the name that it has, and two names of one person are not tied', async () => {
  await using house = await openHouse({ mail: 'sent' })
  const { id: under } = await house.act('oriel', (ctx) => addName(ctx, 'Linnet'))
  const day = (await dayOn(house, '11-02')).id
  const claim = await house.act('oriel', (ctx) => claimDay(ctx, where, { day, zone: undefined, under }))
  const at = paths.claimLetter(where.community, where.round, claim.id)
  const mara = await house.as('mara')
  assert.match((await mara.visit(paths.desk('tidewater'))).html, new RegExp(`href="${at}"`))
  assert.match((await mara.visit(at)).html, /value="Monday 2 November, Lantern Season"/)
  const sent = await mara.submit(at, { body: 'Is it well?' })
  assert.match(sent.text, /With Linnet\./)
  assert.doesNotMatch(sent.text, /Oriel/)
  await house.runJobs()
  const mail = await openPost(house).find(people.oriel.email, /Lantern Season/)
  assert.match(mail.text, /to you, Linnet:/)
  await answer(house, 'oriel', 1, 'It is.')
  await house.runJobs()
  assert.match((await mara.visit(paths.letters('tidewater'))).text, /with Linnet/)
  for (const path of [sent.path, paths.letters('tidewater')])
    assert.doesNotMatch((await mara.visit(path)).text, /Oriel/)
  assert.ok(
    (await house.mailbox()).every(({ subject, account }) => account === accountOf('oriel') || !/Oriel/.test(subject)),
  )
})

test('what mods have written stands on the page of one’s own days, until it is answered or two weeks old', async () => {
  await using house = await openHouse()
  const mine = async (who: PersonName): Promise<string> => (await (await house.as(who)).visit(paths.mine)).text
  const first = await fromMod(house, 'oriel')
  await fromMod(house, 'oriel', { ...lamp, subject: 'The key' })
  assert.match(await mine('oriel'), /The mods of Tidewater have written to you: The key.*written to you: The lamp/)
  for (const who of ['ismay', 'mara'] as const) assert.doesNotMatch(await mine(who), /have written to you/)
  await answer(house, 'oriel', first, 'Thank you.')
  assert.doesNotMatch(await mine('oriel'), /The lamp/)
  assert.match(await mine('oriel'), /The key/)
  house.pass(14 * 86_400_000)
  assert.doesNotMatch(await mine('oriel'), /have written to you/)
})

test('nobody is written to through a claim without an account, one’s own, or as somebody who is no mod', async () => {
  await using house = await openHouse()
  const entered = await enter(house, 'mara', 'Ann Teak', '11-04')
  const own = await take(house, 'mara', '11-05')
  const held = await take(house, 'oriel', '11-06')
  const at = (id: number) => paths.claimLetter(where.community, where.round, id)
  const mara = await house.as('mara')
  for (const { id } of [entered, own]) assert.equal((await mara.visit(at(id))).status, 404)
  assert.doesNotMatch((await mara.visit(paths.desk('tidewater'))).html, new RegExp(`${at(own.id)}"|${at(entered.id)}"`))
  for (const who of ['oriel', 'ismay', 'stranger'] as const) {
    const visitor = await house.as(who)
    assert.equal((await visitor.visit(at(held.id))).status, 404)
    assert.equal((await visitor.visit(`${here}/members/2/letter`)).status, 403)
  }
  assert.equal((await refused(fromMod(house, 'mara'))).code, 'letter/oneself')
})

test('only the person and the mods read a letter; for all others it does not exist', async () => {
  await using house = await openHouse()
  const thread = await toMods(house, 'oriel')
  for (const who of ['ismay', 'stranger'] as const) {
    const visitor = await house.as(who)
    assert.equal((await visitor.visit(paths.letter('tidewater', thread))).status, 404)
    assert.doesNotMatch((await visitor.visit(paths.letters('tidewater'))).text, /The lamp/)
    assert.equal((await refused(answer(house, who, thread, 'Me too.'))).code, 'letter/missing')
    assert.equal((await refused(house.act(who, (ctx) => settleLetters(ctx, 'tidewater', thread)))).kind, 'forbidden')
  }
  assert.equal((await house.guest().visit(paths.letter('tidewater', thread))).path.startsWith('/sign-in'), true)
  await choose(house, {}, 'Harbour Lights')
  assert.equal((await (await house.as('mara')).visit(paths.letter('harbour-lights', thread))).status, 404)
})

test('a form that is sent twice is one letter, and what is said stays in a form that is refused', async () => {
  await using house = await openHouse()
  const [one, other] = [await toMods(house, 'oriel', lamp, 'same'), await toMods(house, 'oriel', lamp, 'same')]
  assert.equal(one, other)
  await answer(house, 'mara', one, 'Yes.', 'same')
  await answer(house, 'mara', one, 'Yes.', 'same')
  assert.deepEqual(await read(house, 'oriel', one), [
    'person Oriel Finch: It is out again.\n\nSince Thursday.',
    'mods Mara Quill: Yes.',
  ])
  const oriel = await house.as('oriel')
  await oriel.visit(paths.newLetter('tidewater'))
  const spoilt = await oriel.submit(paths.newLetter('tidewater'), { subject: '', body: 'Half a letter' })
  assert.equal(spoilt.status, 422)
  assert.match(spoilt.text, /Half a letter/)
})

test('what a letter says is text and nothing more', async () => {
  await using house = await openHouse()
  const thread = await toMods(house, 'oriel', { subject: '<b>lamp</b>', body: '<script>alert(1)</script>' })
  for (const path of [paths.letter('tidewater', thread), paths.letters('tidewater')]) {
    const { html } = await (await house.as('mara')).visit(path)
    assert.doesNotMatch(html, /<script>alert|<b>lamp/)
    assert.match(html, /&lt;b&gt;lamp/)
  }
})

test('a mod can say that there is nothing to answer, and nobody is told', async () => {
  await using house = await openHouse()
  const thread = await toMods(house, 'oriel')
  await house.runJobs()
  const before = (await house.mailbox()).length
  const mara = await house.as('mara')
  await mara.visit(paths.letter('tidewater', thread))
  await mara.submit(paths.letterSettling('tidewater', thread))
  assert.match((await mara.visit(paths.letters('tidewater'))).text, /Answered or put aside.*The lamp/)
  await house.runJobs()
  assert.equal((await house.mailbox()).length, before)
})

test('whoever was never in the community is told the way in; whoever left it still writes and reads', async () => {
  await using house = await openHouse()
  const refusal = await refused(toMods(house, 'stranger'))
  assert.deepEqual([refusal.code, refusal.offers[0]?.label], ['letter/outsider', 'Join Tidewater'])
  assert.equal((await (await house.as('stranger')).visit(paths.newLetter('tidewater'))).status, 403)
  const thread = await toMods(house, 'oriel')
  await house.act('oriel', (ctx) => leaveCommunity(ctx, 'tidewater'))
  await answer(house, 'oriel', thread, 'One thing more.')
  await toMods(house, 'oriel', { ...lamp, subject: 'Another thing' })
  assert.match((await (await house.as('oriel')).visit(paths.letters('tidewater'))).text, /Another thing.*The lamp/)
})

test('whoever is shut out writes once, and again when the mods have answered', async () => {
  await using house = await openHouse()
  await remove(house, 'ismay', false)
  const thread = await toMods(house, 'ismay')
  assert.equal((await refused(answer(house, 'ismay', thread, 'And another thing.'))).code, 'letter/waits')
  assert.equal((await refused(toMods(house, 'ismay'))).code, 'letter/waits')
  await answer(house, 'mara', thread, 'We have read it.')
  await answer(house, 'ismay', thread, 'Thank you.')
})

test('too many letters are asked to wait, and nothing is lost of the one that was too many', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  for (let time = 0; time < 6; time += 1) {
    await oriel.visit(paths.newLetter('tidewater'))
    await oriel.submit(paths.newLetter('tidewater'), lamp)
  }
  await oriel.visit(paths.newLetter('tidewater'))
  const refusal = await oriel.submit(paths.newLetter('tidewater'), { ...lamp, subject: 'The seventh' })
  assert.equal(refusal.status, 429)
  assert.match(refusal.text, /Please wait 10 minutes/)
  assert.match(refusal.html, /The seventh/)
})

test('no page and no mail of letters shows an address', async () => {
  await using house = await openHouse({ mail: 'sent' })
  const thread = await fromMod(house, 'oriel')
  await answer(house, 'oriel', thread, 'Here.')
  await house.runJobs()
  const parcels = await house.sendMails()
  assert.equal(parcels.length, 2)
  for (const { to, text, html } of parcels)
    for (const { email } of Object.values(people))
      assert.ok(!`${text}${html}`.includes(email), `${email} in a mail to ${to}`)
  for (const who of ['mara', 'oriel'] as const)
    for (const path of [paths.letters('tidewater'), paths.letter('tidewater', thread), paths.members('tidewater')])
      assert.doesNotMatch((await (await house.as(who)).visit(path)).html, /@example\.org/)
})

test('in their list somebody sees where the mods have written last, until they answer', async () => {
  await using house = await openHouse()
  const thread = await fromMod(house, 'oriel')
  const oriel = await house.as('oriel')
  const list = async () => (await oriel.visit(paths.letters('tidewater'))).text
  assert.match(await list(), /The lamp.*from the mods, not answered yet/)
  assert.doesNotMatch((await (await house.as('mara')).visit(paths.letters('tidewater'))).text, /not answered yet/)
  await answer(house, 'oriel', thread, 'I go up.')
  assert.doesNotMatch(await list(), /not answered yet/)
})
