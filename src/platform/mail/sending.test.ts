// Mails are sent: what arrives at a real mail server, and what becomes of a mail while that is not there, or says no.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dressFor } from '#src/moderation/instance/mail-dress.ts'
import { addMillis, daysLong, minutes } from '#src/kit/instants.ts'
import type { Log } from '#src/platform/log.ts'
import { deliverDue } from '#src/platform/mail/delivery.ts'
import { type MailServer, openMailServer } from '#tests/support/mail-server.ts'
import { deliver, fates, post } from '#tests/support/mailed.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { rowsOf, take } from '#tests/world/deeds.ts'

const dress = dressFor('https://fest.example')

test('a mail about a claim arrives as text and as a page, with the round, one button and its address', async () => {
  await using server = await openMailServer()
  await using house = await openHouse()
  await take(house, 'ismay', '11-02')
  await house.runJobs()
  assert.equal(await deliver(house, server), true)
  const [mail, ...more] = server.arrived
  assert.deepEqual(more, [])
  assert.equal(mail?.subject, 'Your day: Monday 2 November')
  assert.equal(mail?.envelope, 'ismay@example.org')
  assert.equal(mail?.from?.address, 'fest@example.net')
  const address = 'https://fest.example/c/tidewater/rounds/lantern-season/claims/1'
  assert.match(mail?.text ?? '', /^Monday 2 November in Lantern Season is yours\./)
  assert.match(mail?.text ?? '', new RegExp(`To the page of your claim:\\n${address}\\n`))
  assert.match(mail?.text ?? '', /You get this because you take part/)
  assert.ok(mail?.html?.includes(`href="${address}"`) && mail.html.includes(`>${address}</p>`))
  assert.match(mail?.html ?? '', /<p style="[^"]*italic[^"]*">Lantern Season<\/p>/)
  assert.doesNotMatch(mail?.html ?? '', /<img|<link|url\(/)
  assert.deepEqual(await fates(house), ['sent'])
})

test('what somebody called their round or wrote cannot be markup in a mail, nor one of its headers', async () => {
  await using server = await openMailServer()
  await using house = await openHouse()
  await post(house, {
    subject: 'A day\r\nBcc: all@example.org',
    heading: '<b>Round</b> & "more"',
    body: '<script>1</script>',
  })
  await deliver(house, server)
  const [mail] = server.arrived
  assert.match(mail?.html ?? '', /&lt;b&gt;Round&lt;\/b&gt; &amp; &quot;more&quot;/)
  assert.match(mail?.html ?? '', /&lt;script&gt;1&lt;\/script&gt;/)
  assert.equal(
    mail?.headers.find(({ key }) => key === 'bcc'),
    undefined,
  )
  assert.match(mail?.text ?? '', /<script>1<\/script>/)
})

test('what comes of itself can be stopped by one press of a mail program, and by nobody who has not got the mail', async () => {
  await using server = await openMailServer()
  await using house = await openHouse()
  await post(house)
  await deliver(house, server)
  const header = (name: string): string | undefined => server.arrived[0]?.headers.find(({ key }) => key === name)?.value
  assert.equal(header('list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
  const stop = /^<https:\/\/fest\.example(\/mail\/stop\?key=[^>]+)>$/.exec(header('list-unsubscribe') ?? '')?.[1] ?? ''
  const program = { 'sec-fetch-site': '', 'content-type': 'application/x-www-form-urlencoded' }
  const guess = stop.replace(/\d+/, (id) => String(Number(id) + 1))
  assert.equal((await house.guest().post(guess, { 'List-Unsubscribe': 'One-Click' }, program)).status, 404)
  assert.match((await house.guest().visit(stop)).text, /Stop these mails\?/)
  await post(house)
  await deliver(house, server)
  assert.equal((await house.guest().post(stop, { 'List-Unsubscribe': 'One-Click' }, program)).status, 200)
  await post(house)
  await post(house, { kind: 'account/reset' })
  await deliver(house, server)
  assert.deepEqual(await fates(house), ['sent', 'sent', 'unwanted', 'sent'])
  assert.equal(
    server.arrived[2]?.headers.find(({ key }) => key === 'list-unsubscribe'),
    undefined,
  )
})

test('while the server is gone every mail waits, and once it is back each arrives once', async () => {
  await using server = await openMailServer()
  await using house = await openHouse()
  for (let number = 0; number < 5; number += 1) await post(house)
  await server.close()
  assert.equal(await deliver(house, server), false)
  for (let tries = 0; tries < 30; tries += 1) {
    house.pass(minutes(2))
    assert.equal(await deliver(house, server), false)
  }
  assert.deepEqual(await fates(house), ['waits', 'waits', 'waits', 'waits', 'waits'])
  await server.reopen()
  house.pass(minutes(2))
  assert.equal(await deliver(house, server), true)
  assert.equal(new Set(server.arrived.map((mail) => mail.subject)).size, 5)
  assert.equal(server.arrived.length, 5)
})

test('a server that does not like whom we say we are loses no mail either', async () => {
  await using server = await openMailServer()
  await using house = await openHouse()
  await post(house)
  server.feels('bad-sender')
  assert.equal(await deliver(house, server), false)
  server.feels('takes')
  house.pass(minutes(1))
  assert.equal(await deliver(house, server), true)
  assert.equal(server.arrived.length, 1)
})

test('a mail that is not taken now is tried again after longer and longer, and not for ever', async () => {
  await using server = await openMailServer()
  await using house = await openHouse()
  await post(house, { kind: 'account/reset' })
  server.feels('busy')
  const begun = house.now()
  const tries: string[] = []
  while (tries.length < 20 && (await fates(house))[0] === 'waits') {
    await deliver(house, server)
    tries.push(house.now())
    house.at((await rowsOf(house, 'mails'))[0]?.next_at ?? '')
  }
  const pauses = tries.slice(1).map((at, index) => Date.parse(at) - Date.parse(tries[index] ?? ''))
  assert.deepEqual(
    pauses,
    pauses.toSorted((a, b) => a - b),
  )
  assert.equal(server.asked(), 11)
  const [day, fourDays] = [tries.at(-1) ?? '', addMillis(begun, daysLong(4))].map((at) => at.slice(0, 10))
  assert.equal(day, fourDays)
  assert.deepEqual(await fates(house), ['tried'])
  server.feels('takes')
  house.pass(daysLong(1))
  await deliver(house, server)
  assert.deepEqual(server.arrived, [])
})

test('an address that its server does not know is noted; only what is asked for is sent there, until one arrives', async () => {
  await using server = await openMailServer()
  await using house = await openHouse()
  await post(house)
  server.feels('unknown-address')
  assert.equal(await deliver(house, server), true)
  await post(house)
  await deliver(house, server)
  assert.equal(server.asked(), 1)
  assert.deepEqual(await fates(house), ['refused', 'refused'])
  assert.match((await (await house.as('ismay')).visit('/account')).text, /The last mail came back/)
  server.feels('takes')
  await post(house, { kind: 'account/sign-in' })
  await post(house)
  await deliver(house, server)
  assert.deepEqual(await fates(house), ['refused', 'refused', 'sent', 'sent'])
})

test('a refused address is tried again after two weeks', async () => {
  await using server = await openMailServer()
  await using house = await openHouse()
  await post(house)
  server.feels('unknown-address')
  await deliver(house, server)
  server.feels('takes')
  house.pass(daysLong(14))
  await post(house)
  await deliver(house, server)
  assert.deepEqual(await fates(house), ['refused', 'sent'])
})

test('a server that will not pass mail on, or dislikes one mail, says nothing about the address', async () => {
  for (const mood of ['no-relay', 'rejects'] as const) {
    await using server = await openMailServer()
    await using house = await openHouse()
    await post(house)
    server.feels(mood)
    await deliver(house, server)
    server.feels('takes')
    await post(house)
    await deliver(house, server)
    assert.deepEqual(await fates(house), ['rejected', 'sent'], mood)
  }
})

test('a server that hangs or breaks off with the mail in its hands gets it again under the same name', async () => {
  for (const mood of ['hangs', 'breaks'] as const) {
    await using server = await openMailServer()
    await using house = await openHouse()
    await post(house)
    const ids: (string | undefined)[] = []
    const noting = {
      async send(parcel: Parameters<MailServer['mailer']['send']>[0]) {
        ids.push(parcel.messageId)
        return server.mailer.send(parcel)
      },
    }
    server.feels(mood)
    assert.equal(await deliverDue(house.ground, { dress, mailer: noting }), false, mood)
    await server.close()
    await server.reopen()
    server.feels('takes')
    house.pass(minutes(1))
    assert.equal(await deliverDue(house.ground, { dress, mailer: noting }), true, mood)
    assert.equal(server.arrived.length, 1)
    assert.equal(server.arrived[0]?.messageId, ids[0])
    assert.equal(new Set(ids).size, 1)
  }
})

test('two who go round at once send every mail once', async () => {
  await using server = await openMailServer()
  await using house = await openHouse()
  for (let number = 0; number < 12; number += 1) await post(house)
  await Promise.all([deliver(house, server), deliver(house, server), deliver(house, server)])
  assert.equal(server.arrived.length, 12)
  assert.equal(new Set(server.arrived.map((mail) => mail.subject)).size, 12)
})

test('what has waited for five days is no news any more', async () => {
  await using server = await openMailServer()
  await using house = await openHouse()
  await post(house)
  house.pass(daysLong(5))
  await post(house)
  await deliver(house, server)
  assert.deepEqual(await fates(house), ['stale', 'sent'])
})

test('no address, secret or word of a mail is in the log or in the outbox, whatever a server answers', async () => {
  await using server = await openMailServer()
  await using house = await openHouse()
  const lines: string[] = []
  const write = (...said: unknown[]): void => void lines.push(said.map((one) => JSON.stringify(one)).join(' '))
  const log: Log = { debug: write, info: write, warn: write, error: write, child: () => log }
  const ground = { ...house.ground, log }
  for (const mood of ['unknown-address', 'no-relay', 'rejects', 'busy', 'bad-sender', 'hangs', 'takes'] as const) {
    await post(house, {
      kind: 'account/reset',
      body: 'Xylobody',
      to: 'xylo@example.org',
      link: { label: 'Choose', purpose: 'new-address' },
    })
    server.feels(mood)
    await deliverDue(ground, { dress, mailer: server.mailer })
    house.pass(minutes(2))
  }
  assert.ok(lines.length >= 6)
  assert.doesNotMatch(lines.join('\n'), /@|Xylobody|link=|ismay_writes/)
  const token = /link=([\w-]+)/.exec(server.arrived[0]?.text ?? '')?.[1] ?? assert.fail()
  const rows = JSON.stringify(await rowsOf(house, 'mails'))
  assert.ok(!rows.includes(token))
  // Where a mail went is forgotten once it is there.
  assert.deepEqual(
    (await rowsOf(house, 'mails')).filter((mail) => mail.sent_at !== null && mail.to_address !== null),
    [],
  )
})
