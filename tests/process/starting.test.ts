// The first minutes of a site: an empty folder, an address, a link that works once, and a quick second start.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { load } from '../support/html.ts'
import { openClient } from '../support/process-client.ts'
import { openGround } from '../support/process-ground.ts'
import { runToEnd, startServer } from '../support/process.ts'

const firstPerson = {
  siteName: 'Gull Rock Fests',
  name: 'Mara Quill',
  email: 'mara@example.org',
  password: 'a lantern in the window',
  zone: 'Europe/Lisbon',
}

const linkIn = (out: string): string => /https?:\/\/\S+?(\/set-up\?link=\S+)/.exec(out)?.[1] ?? assert.fail(out)

test('whoever opens the printed link first becomes the admin, and the link works only once', async () => {
  await using ground = await openGround()
  const folder = join(ground.folder, 'made', 'by itself')
  await using server = await startServer(folder, { env: ground.env })
  await using client = openClient(server.address)
  const link = linkIn(server.out())
  const page = await client.ask(link)
  assert.equal(page.status, 200)
  const form = load(page.body).forms.find(({ action }) => action.startsWith('/set-up')) ?? assert.fail('no form')
  const done = await client.post(form.action, { ...form.fields, ...firstPerson })
  assert.equal(done.status, 303, load(done.body).text)
  assert.match((await client.ask('/')).body, /Gull Rock Fests/)
  const other = { ...firstPerson, email: 'other@example.org', name: 'Somebody else' }
  for (const again of [await client.ask(link), await client.post(form.action, { ...form.fields, ...other })]) {
    assert.ok(again.status === 403 || again.status === 409, `refused, not ${again.status}`)
    assert.match(load(again.body).text, /has been set up already/)
  }
  assert.deepEqual(await server.stop(), { code: 0, signal: null })
  assert.equal(existsSync(join(folder, 'serving.txt')), false)
})

test('what is kept can be read by nobody else on the machine, also in a folder that somebody else made', async () => {
  await using ground = await openGround()
  const folder = join(ground.folder, 'made before')
  mkdirSync(folder, { mode: 0o755 })
  const server = await startServer(folder, { env: ground.env })
  await server.stop()
  const others = readdirSync(folder).filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0)
  assert.deepEqual(others, [])
})

test('a link of an earlier start is dead, and once the site is set up no other is printed', async () => {
  await using ground = await openGround()
  const first = await startServer(ground.folder, { env: ground.env })
  const old = linkIn(first.out())
  await first.stop()
  await using second = await startServer(ground.folder, { env: ground.env })
  await using client = openClient(second.address)
  assert.equal((await client.ask(old)).status, 403)
  assert.equal((await client.post(linkIn(second.out()), firstPerson)).status, 303)
  await second.stop()
  await using third = await startServer(ground.folder, { env: ground.env })
  assert.doesNotMatch(third.out(), /set-up/)
})

test('a page that comes from elsewhere cannot set the site up', async () => {
  await using ground = await openGround()
  await using server = await startServer(ground.folder, { env: ground.env })
  const answer = await fetch(server.address + linkIn(server.out()), {
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams(firstPerson),
  })
  assert.equal(answer.status, 403)
})

test('a second start, by the launcher, answers soon', async (t) => {
  await using ground = await openGround()
  await (await startServer(ground.folder, { env: ground.env, way: 'launcher' })).stop()
  const began = performance.now()
  await using server = await startServer(ground.folder, { env: ground.env, way: 'launcher' })
  await using client = openClient(server.address)
  assert.equal((await client.ask('/healthz')).status, 200)
  const took = Math.round(performance.now() - began)
  t.diagnostic(`a second start took ${took} ms to its first answer`)
  assert.ok(took < 5_000, `${took} ms`)
})

test('help and the version of a command line that asks for nothing are told on stdout', async () => {
  for (const words of [[], ['help'], ['--help']]) {
    const { code, out, err } = await runToEnd(words)
    assert.equal(code, 0)
    assert.equal(err, '')
    assert.match(out, /start .*serves the site/)
  }
})
