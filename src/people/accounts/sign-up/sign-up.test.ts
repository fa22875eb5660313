// Strangers make accounts: what they may do before their address is confirmed, and what nobody learns by trying.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysLong, hours, minutes } from '#src/kit/instants.ts'
import { HOLD } from '#src/people/accounts/sign-up/standing.ts'
import { linkIn, openPost } from '#tests/support/mailed.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Seen, Visitor } from '#tests/support/visitor.ts'
import { post } from '#tests/world/pieces.ts'
import { logOf, rowsOf, seatsOn, dayOn } from '#tests/world/deeds.ts'

const linnet = { name: 'Linnet', email: 'linnet@example.org', password: 'four words in a row', zone: 'Asia/Tokyo' }
const round = '/c/tidewater/rounds/lantern-season'

async function signUp(visitor: Visitor, more: Partial<typeof linnet> = {}): Promise<Seen> {
  await visitor.visit('/sign-up?back=/c/tidewater')
  return visitor.submit('/sign-up', { ...linnet, ...more })
}

/** Signs up, joins the community and takes the day. */
async function takeAsStranger(house: TestHouse, visitor: Visitor, on: '11-02' | '11-03' = '11-02'): Promise<Seen> {
  await signUp(visitor)
  await visitor.submit('/c/tidewater/members')
  await visitor.visit(round)
  const word = /name="_csrf" value="([^"]+)"/.exec((await visitor.visit(round)).html)?.[1] ?? assert.fail()
  await visitor.post(`${round}/claims`, { _csrf: word, day: String((await dayOn(house, on)).id) })
  return visitor.visit(round)
}

const asReader = { mail: 'sent' } as const

test('whoever signs up is in at once, back where they came from, and is asked by mail whose the address is', async () => {
  await using house = await openHouse(asReader)
  const visitor = house.guest()
  const arrived = await signUp(visitor)
  assert.equal(arrived.path, '/c/tidewater')
  assert.match(arrived.text, /Welcome\. You have an account now\. We have mailed you a link/)
  assert.match(arrived.text, /Confirm your address/)
  const mail = await openPost(house).find(linnet.email)
  const page = await visitor.visit(linkIn(mail))
  assert.match(page.text, /One press, and the address that this link was mailed to/)
  assert.match((await visitor.visit('/account')).text, /Your address is not confirmed yet/)
  await visitor.visit(linkIn(mail))
  const done = await visitor.submit('/account/confirm')
  assert.match(done.text, /Your address is confirmed/)
  assert.doesNotMatch(done.text, /not confirmed yet|Confirm your address/)
  assert.equal((await visitor.visit(linkIn(mail))).status, 403)
})

test('the link confirms from any device, by a press and not by being opened, and for seven days', async () => {
  await using house = await openHouse(asReader)
  const visitor = house.guest()
  await signUp(visitor)
  const link = linkIn(await openPost(house).find(linnet.email))
  for (const scanner of [house.guest(), house.guest()]) assert.equal((await scanner.visit(link)).status, 200)
  house.pass(daysLong(7))
  const phone = house.guest()
  assert.equal((await phone.visit(link)).status, 403)
  house.pass(-1)
  await phone.visit(link)
  const done = await phone.submit('/account/confirm')
  assert.equal(done.path, '/sign-in')
  assert.match(done.text, /You can sign in with it/)
})

test('an address that has an account already gets the same page, the same session and the same rights; its mail says so', async () => {
  await using house = await openHouse(asReader)
  const [known, unknown] = [house.guest(), house.guest()]
  const first = await signUp(known, { name: 'One Name', email: 'ORIEL@example.org' })
  const second = await signUp(unknown, { name: 'Two Name' })
  const plain = (seen: Seen): string => seen.text.replaceAll(/(One|Two) Name/g, 'Name')
  assert.equal(plain(first), plain(second))
  assert.equal(first.status, second.status)
  assert.deepEqual([...known.cookies.keys()], [...unknown.cookies.keys()])
  for (const path of ['/account', '/account/sessions', round]) {
    const seen = [await known.visit(path), await unknown.visit(path)].map((page) =>
      plain(page).replaceAll(/(oriel|linnet)@example\.org/gi, 'address'),
    )
    assert.equal(seen[0], seen[1], path)
  }
  // They sign in alike, and neither name can be had again.
  for (const email of ['ORIEL@example.org', linnet.email]) {
    const visitor = house.guest()
    await visitor.visit('/sign-in')
    assert.equal((await visitor.submit('/sign-in', { email, password: linnet.password })).path, '/', email)
  }
  for (const name of ['One Name', 'Two Name'])
    assert.match((await signUp(house.guest(), { name, email: 'x@example.org' })).text, /somebody’s name here already/)
  const mailed = openPost(house)
  const mail = await mailed.find('oriel@example.org')
  assert.equal(mail.subject, 'You have an account here already')
  assert.equal(linkIn(mail), '/sign-in')
  assert.doesNotMatch(mail.text, /One Name/)
  assert.ok(!mailed.all.some((one) => one.to === 'ORIEL@example.org'))
})

test('of several who name one address, whoever confirms it has it, and the others cannot', async () => {
  await using house = await openHouse(asReader)
  const [thief, owner] = [house.guest(), house.guest()]
  await signUp(thief, { name: 'Thief' })
  await signUp(owner)
  const sent = await house.sendMails()
  assert.deepEqual(
    sent.map((mail) => [mail.to, mail.subject]),
    [
      [linnet.email, 'Please confirm your address'],
      [linnet.email, 'Please confirm your address'],
    ],
  )
  const links = sent.map(linkIn)
  await owner.visit(links[1] ?? '')
  await owner.submit('/account/confirm')
  await owner.visit(links[0] ?? '')
  const second = await owner.submit('/account/confirm')
  assert.equal(second.status, 409)
  assert.match(second.text, /confirmed for another account here by now/)
})

test('a form that comes back says what is wrong beside its field, and has everything but the password', async () => {
  await using house = await openHouse()
  const visitor = house.guest()
  const again = await signUp(visitor, { name: 'ORIEL FINCH', email: 'linnet@example.org' })
  assert.equal(again.status, 422)
  assert.match(again.html, /id="f-name-why"/)
  assert.match(again.html, /value="linnet@example\.org"/)
  assert.match(again.html, /value="Asia\/Tokyo" selected/)
  assert.ok(!again.html.includes(linnet.password))
  assert.deepEqual(await rowsOf(house, 'mails'), [])
})

test('a day is held for somebody unconfirmed for 48 hours; then it is open again, with a kind mail and a turn of the clock', async () => {
  await using house = await openHouse(asReader)
  const visitor = house.guest()
  await takeAsStranger(house, visitor)
  assert.deepEqual(await seatsOn(house, '11-02'), ['1 Linnet'])
  house.pass(HOLD - 1)
  await house.runJobs()
  assert.deepEqual(await seatsOn(house, '11-02'), ['1 Linnet'])
  house.pass(minutes(90))
  await house.runJobs()
  assert.deepEqual(await seatsOn(house, '11-02'), [])
  const [claim] = await rowsOf(house, 'claims')
  assert.ok(claim)
  assert.equal((await logOf(house, claim as never)).at(-1), '7 give-back clock held>given-back')
  const turn = (await rowsOf(house, 'claim_turns')).at(-1)
  assert.equal(turn?.counts_at, '2026-10-21T12:00:00.000Z')
  const mail = await openPost(house).find(linnet.email, /open again/)
  assert.equal(mail.subject, 'Monday 2 November is open again')
  assert.match(mail.text, /what you have written\s+stays yours/)
  const seen = await visitor.visit(`${round}/claims/${claim.id}`)
  assert.match(seen.text, /Open again: the address was not confirmed/)
})

test('whoever is confirmed in time, by themselves or by an admin, keeps the day', async () => {
  for (const by of ['mail', 'admin'] as const) {
    await using house = await openHouse(asReader)
    const visitor = house.guest()
    await takeAsStranger(house, visitor)
    house.pass(hours(47))
    if (by === 'mail') {
      await visitor.visit(linkIn(await openPost(house).find(linnet.email)))
      await visitor.submit('/account/confirm')
    } else {
      const mara = await house.as('mara')
      assert.match((await mara.visit('/sign-ups')).text, /Linnet/)
      assert.match((await mara.submit('/sign-ups/8/confirmation')).text, /Nobody waits/)
    }
    house.pass(daysLong(5))
    await house.runJobs()
    assert.deepEqual(await seatsOn(house, '11-02'), ['1 Linnet'], by)
  }
})

test('whoever has put up something small for their day keeps it', async () => {
  await using house = await openHouse(asReader)
  const visitor = house.guest()
  house.at('2026-11-01T12:00:00.000Z')
  await takeAsStranger(house, visitor)
  house.at('2026-11-02T12:00:00.000Z')
  const [claim] = await rowsOf(house, 'claims')
  const account = (await rowsOf(house, 'pen_names')).find(({ name }) => name === 'Linnet')?.account_id ?? 0
  const viewer = { kind: 'person', account, session: 0, isAdmin: false } as const
  await post(house, viewer, { claim: claim?.id ?? 0, role: 'stand-in', when: 'now' })
  house.at('2026-11-03T12:30:00.000Z')
  await house.runJobs()
  assert.deepEqual(await seatsOn(house, '11-02'), ['1 Linnet'])
})

test('after 48 hours somebody unconfirmed takes no day and takes none back; confirmed, they can', async () => {
  await using house = await openHouse(asReader)
  const visitor = house.guest()
  await takeAsStranger(house, visitor)
  house.pass(HOLD + minutes(1))
  await house.runJobs()
  const [claim] = await rowsOf(house, 'claims')
  const at = `${round}/claims/${claim?.id}`
  await visitor.visit(at)
  const no = await visitor.submit(`${at}/taking-back`)
  assert.match(no.text, /Please confirm your address first/)
  const again = await visitor.submit('/account/confirmation')
  assert.match(again.text, /Another link is on its way/)
  await visitor.visit(linkIn(await openPost(house).find(linnet.email, /confirm/)))
  await visitor.submit('/account/confirm')
  await visitor.visit(at)
  await visitor.submit(`${at}/taking-back`)
  assert.deepEqual(await seatsOn(house, '11-02'), ['1 Linnet'])
  house.pass(HOLD)
  await house.runJobs()
  assert.deepEqual(await seatsOn(house, '11-02'), ['1 Linnet'])
})

test('those who were here before, and those who are invited, hold what they take', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit('/c/tidewater')
  const { text } = await mara.submit('/c/tidewater/invitations')
  const link = /\/c\/tidewater\/invitation\?link=[\w-]+/.exec(text)?.[0] ?? assert.fail(text)
  const visitor = house.guest()
  const { html } = await visitor.visit(link)
  await visitor.visit(/href="(\/join\?[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? assert.fail(html))
  await visitor.submit('/join', linnet)
  const seen = await visitor.visit('/account')
  assert.doesNotMatch(seen.text, /not confirmed/)
  const rows = await house.act({ kind: 'host' }, ({ db }) =>
    db.selectFrom('accounts').select(['confirmed_at', 'vouched_at']).orderBy('id').execute(),
  )
  assert.ok(rows.slice(0, -1).every((row) => row.confirmed_at !== null))
  assert.deepEqual([rows.at(-1)?.confirmed_at, rows.at(-1)?.vouched_at !== null], [null, true])
})

test('an admin decides whether everybody may sign up, and nobody else does', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit('/sign-ups')
  assert.match((await mara.submit('/sign-ups', { rule: 'invited' })).text, /by invitation from now on/)
  const visitor = house.guest()
  const closed = await visitor.visit('/sign-up')
  assert.equal(closed.status, 409)
  assert.match(closed.text, /Accounts here are by invitation/)
  assert.equal((await visitor.post('/sign-up', linnet)).status, 409)
  assert.doesNotMatch((await visitor.visit('/sign-in')).html, /href="\/sign-up/)
  for (const who of [await house.as('oriel'), house.guest()]) {
    assert.equal((await who.visit('/sign-ups')).status, 403)
    const { html } = await who.visit('/')
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
    assert.ok([403, 422].includes((await who.post('/sign-ups', { _csrf, rule: 'open' })).status))
    assert.equal((await who.post('/sign-ups/8/confirmation', { _csrf })).status, 403)
  }
  await mara.submit('/sign-ups', { rule: 'open' })
  assert.equal((await visitor.visit('/sign-up')).status, 200)
})

test('nobody signs up on a site that has no admin yet', async () => {
  await using house = await openHouse({ empty: true })
  assert.match((await house.guest().visit('/sign-up')).text, /has not been set up yet/)
})

test('whoever tries often has to wait, and is told how long', async () => {
  await using house = await openHouse()
  for (const name of ['One', 'Two', 'Three', 'Four']) await signUp(house.guest(), { name })
  const told = await signUp(house.guest(), { name: 'Five' })
  assert.equal(told.status, 429)
  assert.match(told.text, /Please wait 15 minutes and try again/)
  assert.match(told.html, /value="Five"/)
})

test('without mail nobody is promised one, and the admin of their own machine opens it instead', async () => {
  await using kept = await openHouse({ mail: 'kept' })
  assert.match((await signUp(kept.guest())).text, /an admin confirms you/)
  const admin = await kept.as('mara')
  assert.match((await admin.visit('/outbox')).text, /no mail server yet/)
  await assert.rejects(admin.submit('/outbox/1'), /has no form/)

  await using shown = await openHouse({ mail: 'shown' })
  const visitor = shown.guest()
  await signUp(visitor)
  const mara = await shown.as('mara')
  await mara.visit('/outbox')
  const opened = await mara.submit('/outbox/1')
  const link = /href="http:\/\/fest\.example(\/account\/confirm\?link=[\w-]+)"/.exec(opened.html)?.[1] ?? assert.fail()
  await visitor.visit(link)
  assert.match((await visitor.submit('/account/confirm')).text, /Your address is confirmed/)
})

test('a mail is opened by nobody but an admin, and not through a proxy', async () => {
  await using house = await openHouse({ mail: 'shown' })
  await signUp(house.guest())
  const word = async (who: Visitor): Promise<string> =>
    /name="_csrf" value="([^"]+)"/.exec((await who.visit('/')).html)?.[1] ?? ''
  const [oriel, mara] = [await house.as('oriel'), await house.as('mara')]
  assert.equal((await oriel.post('/outbox/1', { _csrf: await word(oriel) })).status, 403)
  assert.equal((await house.guest().post('/outbox/1')).status, 403)
  const _csrf = await word(mara)
  for (const header of ['x-forwarded-for', 'x-real-ip', 'via'])
    assert.equal((await mara.post('/outbox/1', { _csrf }, { [header]: '203.0.113.7' })).status, 404)
  assert.equal((await mara.post('/outbox/1', { _csrf })).status, 200)
})
