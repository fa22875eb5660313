// A key link: somebody without an account looks after the day that a mod entered for them, and makes the name their own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysLong } from '#src/kit/instants.ts'
import { linkIn, openPost } from '#tests/support/mailed.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { dayOn, enter, giveBack, logOf, move, refused, rowsOf, seatsOn, take } from '#tests/world/deeds.ts'
import { address, asMailing, comeIn, enterByMail, holderOf, keyLink, pageOf } from '#tests/world/keys.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'
import { giveAddress, sendKeyAgain } from './mod-keys.ts'

test('an address that a mod gives gets a mail: what was entered, until when, and the key to it', async () => {
  await using house = await openHouse(asMailing)
  const mara = await house.as('mara')
  await mara.visit('/c/tidewater/rounds/lantern-season')
  const day = String((await dayOn(house, '11-04')).id)
  const entered = await mara.submit('/c/tidewater/rounds/lantern-season/claims/for-another', {
    name: 'Ann Teak',
    day,
    zone: 'Asia/Tokyo',
    email: address,
  })
  assert.match(entered.text, /Wednesday 4 November is entered for Ann Teak/)
  const mail = await openPost(house).find(address)
  assert.equal(mail.subject, 'Your day: Wednesday 4 November')
  for (const said of [
    /A mod has entered this for you: Wednesday 4 November in Lantern Season,\s+under the name Ann Teak/,
    /yours until Wednesday 4 November,\s+24:00 \(Tokyo\)/,
    /You need no account/,
    /this address was given here for a day in a round;/,
  ])
    assert.match(mail.text, said)
  assert.match(mail.html, /href="http:\/\/fest\.example\/key\?link=[\w-]+"/)
  await house.runJobs()
  assert.deepEqual(await house.sendMails(), [], 'and no second one about the same')
})

test('merely opening the link changes nothing; its button leads to the day, as its holder has it', async () => {
  await using house = await openHouse(asMailing)
  const claim = await enterByMail(house, '11-04', { zone: 'Asia/Tokyo' })
  const link = await keyLink(house)
  for (const scanner of [house.guest(), house.guest()]) {
    const opened = await scanner.visit(link)
    assert.match(opened.text, /Ann Teak’s day.*Wednesday 4 November.*To my day/)
    assert.match(opened.text, /On time until Thursday 5 November, 24:00 \(Tokyo\)/)
    assert.equal((await scanner.visit(pageOf(claim))).status, 404)
  }
  const [key] = await rowsOf(house, 'claim_keys')
  assert.equal(key?.confirmed_at, null)
  const holder = house.guest()
  const day = await comeIn(holder, link)
  assert.equal(day.path, pageOf(claim))
  assert.match(day.text, /Your day.*Post your piece.*Without an account/)
  assert.match((await holder.visit('/')).text, /Your day/)
  assert.equal((await holder.visit('/key')).path, pageOf(claim))
})

test('by the key the day is moved, given back, taken back, and said to come later, as by its holder', async () => {
  await using house = await openHouse(asMailing)
  const claim = await enterByMail(house, '11-04', { zone: 'Europe/Lisbon' })
  const holder = await holderOf(house)
  await holder.visit(pageOf(claim))
  await holder.submit(`${pageOf(claim)}/day`, { day: String((await dayOn(house, '11-06')).id) })
  assert.deepEqual(await seatsOn(house, '11-06'), ['1 Ann Teak'])
  await holder.visit(`${pageOf(claim)}/giving-back`)
  assert.match((await holder.submit(`${pageOf(claim)}/giving-back`)).text, /is given back/)
  await holder.submit(`${pageOf(claim)}/taking-back`)
  house.at('2026-11-05T12:00:00.000Z')
  await holder.visit(`${pageOf(claim)}/later`)
  assert.match((await holder.submit(`${pageOf(claim)}/later`)).text, /Noted for Friday 6 November/)
  assert.deepEqual(await logOf(house, claim), [
    '1 claim mod none>held',
    '6 move holder held>held',
    '7 give-back holder held>given-back',
    '7 restore holder given-back>held',
    '14 say-later holder held>later',
  ])
})

test('a piece is written, kept, posted and changed by the key, under the name that is kept for them', async () => {
  await using house = await openHouse(asMailing)
  const claim = await enterByMail(house, '11-04', { zone: 'Europe/Lisbon' })
  const holder = await holderOf(house)
  const at = `/c/tidewater/rounds/lantern-season/post?claim=${claim.id}`
  await holder.visit(at)
  await holder.submit(at, { do: 'fill' })
  const said = { title: 'Xylotitle', text: 'The lamp was lit.', form: 'ficlet' }
  const kept = await holder.submit(at, { ...said, do: 'draft' })
  assert.match(kept.text, /Kept as a draft/)
  for (const who of [house.guest(), await house.as('mara'), await house.as('oriel')])
    assert.doesNotMatch((await who.visit(pageOf(claim))).html, /Xylotitle/)
  assert.match((await holder.visit(pageOf(claim))).text, /Draft: Xylotitle/)
  house.at('2026-11-04T12:00:00.000Z')
  await holder.visit(kept.path)
  const up = await holder.submit(kept.path, { ...said, do: 'post' })
  assert.match(up.text, /Received at 12:00 \(Lisbon\), on time\..*Xylotitle/)
  assert.match((await house.guest().visit(up.path)).text, /Xylotitle.*Ann Teak/)
  assert.equal((await holder.visit(`${up.path}/edit`)).status, 200)
  const [row] = await rowsOf(house, 'claims')
  assert.equal(row?.state, 'kept')
})

test('the key opens one claim and what was written for it, and nothing else under the name', async () => {
  await using house = await openHouse(asMailing)
  const one = await enterByMail(house, '11-04')
  const two = await enter(house, 'mara', 'Ann Teak', '11-06')
  const others = await take(house, 'oriel', '11-05')
  const holder = await holderOf(house)
  house.at('2026-11-06T12:00:00.000Z')
  const { work } = await post(house, 'mara', { claim: two.id, said: saidOf({ title: 'For the sixth' }) })
  for (const path of [pageOf(two), pageOf(others), `/works/${work}/edit`, `/works/${work}/history`])
    assert.equal((await holder.visit(path)).status, 404, path)
  for (const path of [`post?claim=${two.id}`, 'post']) {
    const to = await holder.visit(`/c/tidewater/rounds/lantern-season/${path}`)
    assert.match(to.path, /^\/sign-in/, path)
  }
  const answer = await holder.post(`${pageOf(two)}/giving-back`, { _csrf: await wordOf(holder, pageOf(one)) })
  assert.equal(answer.status, 404)
  for (const path of ['/mine', '/account', '/outbox', '/c/tidewater/names'])
    assert.doesNotMatch((await holder.visit(path)).text, /For the sixth|Juniper/, path)
})

const wordOf = async (visitor: { visit: (path: string) => Promise<{ html: string }> }, path: string) =>
  /name="_csrf" value="([^"]+)"/.exec((await visitor.visit(path)).html)?.[1] ?? assert.fail('no word')

test('a form from elsewhere is refused to whoever holds a key', async () => {
  await using house = await openHouse(asMailing)
  const claim = await enterByMail(house, '11-04')
  const holder = await holderOf(house)
  assert.equal((await holder.post(`${pageOf(claim)}/giving-back`)).status, 403)
  const foreign = { 'sec-fetch-site': 'cross-site' }
  const word = await wordOf(holder, pageOf(claim))
  assert.equal((await holder.post(`${pageOf(claim)}/giving-back`, { _csrf: word }, foreign)).status, 403)
  assert.deepEqual(await seatsOn(house, '11-04'), ['1 Ann Teak'])
})

test('a mod has the link sent again, and the old one is dead; to another address, and the first hears nothing more', async () => {
  await using house = await openHouse(asMailing)
  const claim = await enterByMail(house, '11-04')
  const first = await keyLink(house)
  const holder = house.guest()
  await comeIn(holder, first)
  const mara = await house.as('mara')
  const page = await mara.visit(pageOf(claim))
  assert.match(page.text, /An address is known for this day/)
  assert.doesNotMatch(page.html, /ann\.teak/)
  await mara.submit(`${pageOf(claim)}/key/sending`)
  const second = await keyLink(house)
  assert.notEqual(first, second)
  assert.equal((await house.guest().visit(first)).status, 403)
  assert.equal((await holder.visit(pageOf(claim))).status, 404, 'and who came by it is out')
  await comeIn(holder, second)
  await house.act('mara', (ctx) => giveAddress(ctx, where, claim.id, 'other@mail.example'))
  const mails = openPost(house)
  const third = linkIn(await mails.find('other@mail.example'))
  assert.match(
    (await mails.find(address, /your link has ended/)).text,
    /A mod of Lantern Season has given another\s+address/,
  )
  assert.equal((await house.guest().visit(second)).status, 403)
  assert.equal((await house.guest().visit(third)).status, 200)
  await move(house, 'mara', claim, '11-06')
  await house.runJobs()
  assert.deepEqual(
    (await house.sendMails()).map(({ to, subject }) => [to, subject]),
    [['other@mail.example', 'Your day is now Friday 6 November']],
  )
})

test('mails that wait for an address that is no longer the one are not sent there', async () => {
  await using house = await openHouse(asMailing)
  const claim = await enterByMail(house, '11-04')
  await house.act('mara', (ctx) => giveAddress(ctx, where, claim.id, 'other@mail.example'))
  assert.deepEqual(
    (await house.sendMails()).map(({ to }) => to),
    ['other@mail.example'],
  )
  assert.deepEqual(
    (await rowsOf(house, 'mails')).map((mail) => [mail.given_up_why, mail.to_address]),
    [
      ['overtaken', null],
      [null, null],
    ],
  )
})

test('each mail about the day carries a link of its own, and all of them work', async () => {
  await using house = await openHouse(asMailing)
  const claim = await enterByMail(house, '11-04')
  const first = await keyLink(house)
  await giveBack(house, 'mara', claim)
  await house.runJobs()
  const second = await keyLink(house, address, /is given back/)
  for (const link of [first, second]) assert.equal((await house.guest().visit(link)).status, 200)
  assert.notEqual(first, second)
})

test('a key works until thirty days after the round; then the address is forgotten', async () => {
  await using house = await openHouse(asMailing)
  const claim = await enterByMail(house, '11-04', { zone: 'UTC' })
  const link = await keyLink(house)
  const [row] = await rowsOf(house, 'claims')
  house.at(row?.round_at ?? assert.fail())
  house.pass(daysLong(30) - 1)
  assert.equal((await house.guest().visit(link)).status, 200)
  house.pass(1)
  assert.equal((await house.guest().visit(link)).status, 403)
  await house.runJobs()
  assert.deepEqual(await rowsOf(house, 'claim_keys'), [])
  assert.deepEqual(await rowsOf(house, 'mails'), [], 'with what was mailed there')
  assert.equal((await refused(house.act('mara', (ctx) => sendKeyAgain(ctx, where, claim.id)))).code, 'key/no-address')
})

test('only mods give an address, and only for a name without an account', async () => {
  await using house = await openHouse(asMailing)
  const claim = await enterByMail(house, '11-04')
  const own = await take(house, 'oriel', '11-05')
  const give = (who: 'oriel' | 'mara', id: number) =>
    refused(house.act(who, (ctx) => giveAddress(ctx, where, id, 'a@mail.example')))
  assert.equal((await give('oriel', claim.id)).code, 'community/mods-only')
  assert.equal((await give('mara', own.id)).kind, 'missing')
  const forMember = enter(house, 'mara', 'ismay_writes', '11-08', undefined, 'a@mail.example')
  assert.equal((await refused(forMember)).about, 'email')
  assert.deepEqual(await seatsOn(house, '11-08'), [])
})

test('no secret and no address is written into what is kept of events, jobs and mails that were sent', async () => {
  await using house = await openHouse(asMailing)
  await enterByMail(house, '11-04')
  const link = await keyLink(house)
  await comeIn(house.guest(), link)
  await house.runJobs()
  const token = /link=(.*)$/.exec(link)?.[1] ?? assert.fail(link)
  const kept = await house.act({ kind: 'host' }, async ({ db }) =>
    JSON.stringify([
      await db.selectFrom('changes').selectAll().execute(),
      await db.selectFrom('jobs').selectAll().execute(),
      await db.selectFrom('mails').selectAll().execute(),
      await db.selectFrom('claim_key_links').selectAll().execute(),
    ]),
  )
  assert.ok(!kept.includes(address))
  assert.ok(!kept.includes(token))
})

test('the mod is told what became of the mail: on its way, or in the outbox where none leaves', async () => {
  for (const [mail, told] of [
    ['sent', /is entered for Ann Teak\. The link to it is on its way by mail\./],
    ['shown', /is entered for Ann Teak\. The link to it waits in the outbox: no mail leaves this machine\./],
  ] as const) {
    await using house = await openHouse({ mail })
    const mara = await house.as('mara')
    await mara.visit('/c/tidewater/rounds/lantern-season')
    const day = String((await dayOn(house, '11-04')).id)
    const typed = { name: 'Ann Teak', day, zone: 'Asia/Tokyo' }
    const to = '/c/tidewater/rounds/lantern-season/claims/for-another'
    assert.match((await mara.submit(to, { ...typed, email: address })).text, told)
    const again = await mara.submit(to, { ...typed, name: 'Bo Sun', day: String((await dayOn(house, '11-05')).id) })
    assert.match(again.text, /is entered for Bo Sun\./)
    assert.doesNotMatch(again.text, /The link to it/)
  }
})
