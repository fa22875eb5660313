// `--demo` as a process: an invented fest in a folder of its own, three links into it, and nothing of it anywhere else.
import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { dayAt } from '#src/kit/days.ts'
import { instantAt } from '#src/kit/instants.ts'
import { assertOtherRounds, assertRunningRound, everyPage, roundsOf } from '../support/demo-sights.ts'
import { engineKind } from '../support/database.ts'
import { load } from '../support/html.ts'
import { openGround } from '../support/process-ground.ts'
import { assertOneSentence, run, runToEnd, startServer } from '../support/process.ts'
import { visitorAt } from '../support/visitor.ts'

/** A demo is one file in a folder of its own; PostgreSQL is only asked whether it is refused. */
const onSqlite = (name: string, work: () => Promise<void>): void => {
  if (engineKind === 'sqlite') test(name, work)
}

const asDemo = ['--demo'] as const

const linksIn = (out: string): Record<string, string> =>
  Object.fromEntries(
    [...out.matchAll(/^ {2}\S.*?http:\/\/[^/]+(\/demo\/[\w-]{43}\/(\w+))$/gm)].map(([, to = '', part = '']) => [
      part,
      to,
    ]),
  )

const hasSession = (cookies: Map<string, string>): boolean =>
  [...cookies.keys()].some((name) => name.startsWith('roundelay'))

const mainOf = (html: string): string => /<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? ''

onSqlite('a demo on an empty folder prints three links, and each lets one in by one button', async () => {
  await using ground = await openGround()
  await using server = await startServer(ground.folder, { env: ground.env, words: asDemo })
  assert.match(server.out(), /Making the world of the demo in /)
  const links = linksIn(server.out())
  assert.deepEqual(Object.keys(links), ['mod', 'writer', 'reader'])
  const guest = visitorAt(server.address)
  await assertRunningRound(guest, dayAt(instantAt(Date.now()), 'Europe/Lisbon'))
  await assertOtherRounds(guest)
  assert.match((await guest.visit('/')).text, /^Skip to the page A demo of Roundelay\. Everything in it is invented\./)
  for (const [part, name] of [
    ['mod', 'Mara Quill'],
    ['writer', 'Oriel Finch'],
    ['reader', 'marginalia'],
  ] as const) {
    const visitor = visitorAt(server.address)
    const link = links[part] ?? ''
    const page = await visitor.visit(link)
    assert.deepEqual(
      load(mainOf(page.html)).forms.map(({ action }) => action),
      [link],
      'one button',
    )
    assert.equal(hasSession(visitor.cookies), false, 'a link that is merely opened changes nothing')
    const inside = await visitor.submit(link)
    assert.match(inside.text, new RegExp(`You are ${name}, ${part} \\.`))
    const round = await visitor.visit((await roundsOf(visitor)).running)
    assert.equal(round.text.includes('Change the days'), part === 'mod')
    assert.equal(round.text.includes('Your day:'), part === 'writer')
    assert.equal(round.html.includes('Tide Table for the Sleepless'), true, 'members read what is for members')
  }
})

onSqlite('whoever came in by a link can be somebody else, and a guest again', async () => {
  await using ground = await openGround()
  await using server = await startServer(ground.folder, { env: ground.env, words: asDemo })
  const links = linksIn(server.out())
  const visitor = visitorAt(server.address)
  await visitor.visit(links.writer ?? '')
  await visitor.submit(links.writer ?? '')
  const { running } = await roundsOf(visitor)
  await visitor.visit(running)
  const asMod = await visitor.submit(links.mod ?? '')
  assert.equal(asMod.path, running, 'on the page where one was')
  assert.match(asMod.text, /Change the days/)
  const asGuest = await visitor.submit((links.mod ?? '').replace(/mod$/, 'guest'))
  assert.match(asGuest.text, /You are a guest \..*Sign in/)
  const stranger = visitorAt(server.address)
  for (const time of ['made', 'kept']) {
    assert.doesNotMatch((await stranger.visit('/')).text, /Change to/, `${time} for guests who came by no link`)
    assert.match((await visitor.visit('/')).text, /Change to/)
  }
  assert.match((await visitor.submit(links.reader ?? '')).text, /You are marginalia, reader \./)
})

onSqlite('a wrong key leads nowhere, and tells nothing', async () => {
  await using ground = await openGround()
  await using server = await startServer(ground.folder, { env: ground.env, words: asDemo })
  const link = linksIn(server.out()).mod ?? ''
  const guest = visitorAt(server.address)
  const wrong = link.replace(/\/demo\/../, '/demo/__')
  const texts = new Set<string>()
  for (const to of [wrong, link.replace(/mod$/, 'admin'), '/demo/x/mod', `${wrong}x`]) {
    const { status, text } = await guest.visit(to)
    texts.add(`${status} ${text}`)
  }
  const [text = '', ...others] = texts
  assert.deepEqual(others, [], 'they are told apart by nothing')
  assert.match(text, /^404 /)
  assert.equal((await guest.post(wrong)).status, 404)
  assert.equal((await guest.post(link, {}, { 'sec-fetch-site': 'cross-site' })).status, 403)
  assert.equal(hasSession(guest.cookies), false)
})

onSqlite('a second start opens the same world again, with the same links', async () => {
  await using ground = await openGround()
  const first = await startServer(ground.folder, { env: ground.env, words: asDemo })
  const [links, pages] = [linksIn(first.out()), (await everyPage(visitorAt(first.address))).length]
  await first.stop()
  await using second = await startServer(ground.folder, { env: ground.env, words: asDemo })
  assert.deepEqual(linksIn(second.out()), links)
  assert.doesNotMatch(second.out(), /Making|anew/)
  assert.equal((await everyPage(visitorAt(second.address))).length, pages)
})

onSqlite(
  'a demo whose round is over is made anew around the new today, and what was in it is kept for a while',
  async () => {
    await using ground = await openGround()
    const words = [...asDemo, '--test']
    ground.setClock('2026-11-25T10:00:00.000Z')
    const first = await startServer(ground.folder, { env: ground.env, words })
    const links = linksIn(first.out())
    await first.stop()
    ground.setClock('2026-12-05T23:00:00.000Z')
    const still = await startServer(ground.folder, { env: ground.env, words })
    assert.deepEqual(linksIn(still.out()), links, 'on the last day it still runs')
    await still.stop()
    ground.setClock('2026-12-06T08:00:00.000Z')
    await using anew = await startServer(ground.folder, { env: ground.env, words })
    assert.match(anew.out(), /The round of this demo is over, so its world is made anew/)
    assert.notDeepEqual(linksIn(anew.out()), links)
    assert.ok(existsSync(join(ground.folder, 'roundelay.db.before')))
    await assertRunningRound(
      visitorAt(anew.address),
      dayAt(instantAt(Date.parse('2026-12-06T08:00:00Z')), 'Europe/Lisbon'),
    )
  },
)

onSqlite('a folder that holds a real site is refused and left as it is, however young that site is', async () => {
  await using ground = await openGround()
  await (await startServer(ground.folder, { env: ground.env })).stop()
  const file = join(ground.folder, 'roundelay.db')
  const before = readFileSync(file)
  const demo = ['start', '--demo', '--data', ground.folder, '--port', '0']
  assertOneSentence(await runToEnd(demo, ground.env), /holds a site that is not a demo/)
  assert.deepEqual(readFileSync(file), before)
  const text = 'Dear diary, this is no database at all. '.repeat(50)
  writeFileSync(file, text)
  assertOneSentence(await runToEnd(demo, ground.env), /holds a site that is not a demo/)
  assert.equal(readFileSync(file, 'utf8'), text)
})

onSqlite('a start that is killed while the world is made leaves no half of one', async () => {
  await using ground = await openGround()
  const file = join(ground.folder, 'roundelay.db')
  const started = run(['start', '--demo', '--data', ground.folder, '--port', '0'], ground.env)
  while (!existsSync(`${file}.making`)) await pause(5)
  await pause(200)
  started.child.kill('SIGKILL')
  await started.ended
  assert.equal(existsSync(file), false)
  await using server = await startServer(ground.folder, { env: ground.env, words: asDemo })
  assert.equal((await visitorAt(server.address).visit('/')).status, 200)
  assert.equal(existsSync(`${file}.making`), false)
})

test('an ordinary start has no links of a demo and no strip, also in the folder of one', async () => {
  await using ground = await openGround()
  const links =
    engineKind === 'postgres'
      ? { mod: `/demo/${'x'.repeat(43)}/mod` }
      : await startServer(ground.folder, { env: ground.env, words: asDemo }).then(async (demo) => {
          await demo.stop()
          return linksIn(demo.out())
        })
  await using server = await startServer(ground.folder, { env: ground.env })
  const guest = visitorAt(server.address)
  assert.equal((await guest.visit(links.mod ?? '')).status, 404)
  assert.equal((await guest.post(links.mod ?? '')).status, 404)
  assert.doesNotMatch((await guest.visit('/')).html, /class="demo/)
})

test('where DATABASE_URL names a database, a demo is refused with the reason', async () => {
  await using ground = await openGround()
  const env = { ...ground.env, DATABASE_URL: ground.databaseUrl ?? 'postgres://keeper:sesame@127.0.0.1:1/fests' }
  const done = await runToEnd(['start', '--demo', '--data', ground.folder, '--port', '0'], env)
  assertOneSentence(done, /DATABASE_URL names a PostgreSQL database: take DATABASE_URL away/)
  assert.equal(existsSync(join(ground.folder, 'roundelay.db')), false)
})
