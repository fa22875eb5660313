// A server that was told of a mail server sends what people's deeds have left in the outbox, and one that was not says so.
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'node:test'
import { load } from '../support/html.ts'
import { openMailServer } from '../support/mail-server.ts'
import { openClient } from '../support/process-client.ts'
import { fillGround, openGround } from '../support/process-ground.ts'
import { assertOneSentence, runToEnd, startServer } from '../support/process.ts'
import { madeAt, makeTidewater } from '../world/tidewater.ts'

const linnet = { name: 'Linnet', email: 'linnet@example.org', password: 'four words in a row', zone: 'Asia/Tokyo' }

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 150 && !holds(); tries += 1) await pause(100)
  assert.ok(holds(), 'it did not come in fifteen seconds')
}

test('somebody signs up, the mail arrives, and its link confirms the address; nothing of it is in the log', async () => {
  await using mail = await openMailServer()
  const { ground } = await fillGround(madeAt, makeTidewater)
  await using _ = ground
  const env = { ...ground.env, SMTP_URL: mail.url, MAIL_FROM: 'Tidewater <fest@example.net>' }
  await using server = await startServer(ground.folder, { env, words: ['--test'] })
  assert.match(server.out(), /Links in mails begin with http:\/\/localhost:\d+: set ROUNDELAY_URL/)
  await using client = openClient(server.address)
  assert.equal((await client.post('/sign-up', linnet)).status, 303)
  await until(() => mail.arrived.length === 1)
  const link = /^http:\/\/localhost:\d+(\/account\/confirm\?link=\S+)$/m.exec(mail.arrived[0]?.text ?? '')?.[1]
  assert.ok(link)
  const page = await client.ask(link)
  assert.match(load(page.body).text, /Confirm the address/)
  assert.equal((await client.post(link, {})).status, 303)
  assert.deepEqual(await server.stop(), { code: 0, signal: null })
  assert.doesNotMatch(server.err() + server.out(), /linnet|@example|link=/i)
})

test('a mail server that is away at first gets every mail once it is there', async () => {
  await using mail = await openMailServer()
  const { ground } = await fillGround(madeAt, makeTidewater)
  await using _ = ground
  await mail.close()
  const env = { ...ground.env, SMTP_URL: mail.url, MAIL_FROM: 'fest@example.net' }
  {
    await using server = await startServer(ground.folder, { env, words: ['--test'] })
    await using client = openClient(server.address)
    for (const name of ['Linnet', 'Siskin'])
      assert.equal((await client.post('/sign-up', { ...linnet, name, email: `${name}@example.org` })).status, 303)
    await pause(3_000)
    assert.deepEqual(await server.stop(), { code: 0, signal: null })
  }
  await mail.reopen()
  ground.setClock('2026-10-19T12:05:00.000Z')
  await using _server = await startServer(ground.folder, { env, words: ['--test'] })
  await until(() => mail.arrived.length === 2)
  await pause(2_500)
  assert.deepEqual(mail.arrived.map(({ envelope }) => envelope).toSorted(), [
    'Linnet@example.org',
    'Siskin@example.org',
  ])
})

test('without a mail server a start says so, and what that means', async () => {
  await using ground = await openGround()
  await using server = await startServer(ground.folder, { env: ground.env })
  assert.match(
    server.out(),
    /No mail is sent \(SMTP_URL is not set\): as admin you can open every mail in the outbox\./,
  )
  assert.doesNotMatch(server.out(), /ROUNDELAY_URL/)
  await server.stop()
  await using open = await startServer(ground.folder, {
    env: { ...ground.env, ROUNDELAY_URL: 'http://fest.example:4711' },
  })
  await open.stop()
  assert.match(open.out(), /No mail is sent: set SMTP_URL and MAIL_FROM/)
})

test('a mail server that cannot be meant, or no sender, is one sentence without the password', async () => {
  await using ground = await openGround()
  const start = (env: Record<string, string>) =>
    runToEnd(['start', '--data', ground.folder, '--port', '0'], { ...ground.env, ...env })
  const wrong = await start({ SMTP_URL: 'mail.example.org:secret' })
  assertOneSentence(wrong, /^SMTP_URL is not an address of a mail server/)
  assert.doesNotMatch(wrong.err, /secret/)
  assertOneSentence(await start({ SMTP_URL: 'smtp://x:secret@mail.example.org' }), /^MAIL_FROM should say/)
})

test('the host can make a link that signs somebody in, where there is no mail', async () => {
  const { ground } = await fillGround(madeAt, makeTidewater)
  await using _ = ground
  const link = (address: string) => runToEnd(['sign-in-link', address, '--data', ground.folder], ground.env)
  const { code, out } = await link('ORIEL@example.org')
  assert.equal(code, 0)
  assert.match(out, /http:\/\/localhost:4026\/sign-in\/link\?link=[\w-]{40,}/)
  assert.match(out, /No server runs on .* now, so the address is a guess\. .*ROUNDELAY_URL/)
  assertOneSentence(await link('nobody@example.org'), /No account has this address/)
})

test('a link that a command prints leads to the server that runs, or to the address that people type', async () => {
  const { ground } = await fillGround(madeAt, makeTidewater)
  await using _ = ground
  const link = (env: Record<string, string> = {}) =>
    runToEnd(['sign-in-link', 'oriel@example.org', '--data', ground.folder], { ...ground.env, ...env })
  await using server = await startServer(ground.folder, { env: ground.env })
  const beside = await link()
  assert.ok(beside.out.includes(`:${new URL(server.address).port}/sign-in/link?link=`), beside.out)
  assert.match(beside.out, /The address is that of the server that runs now\./)
  const said = await link({ ROUNDELAY_URL: 'https://fest.example' })
  assert.match(said.out, /https:\/\/fest\.example\/sign-in\/link\?link=[\w-]{40,}\s*$/)
  await server.stop('SIGKILL')
  assert.match((await link()).out, /No server runs on/, 'one that was killed has left its word, and is not there')
})
