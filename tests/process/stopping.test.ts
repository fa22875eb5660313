// Stopping: what is in flight is answered, the database is closed, the folder is free, however the end comes.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { gathering, makeCrowd } from '../world/crowd.ts'
import { madeAt } from '../world/tidewater.ts'
import { engineKind } from '../support/database.ts'
import { openClient } from '../support/process-client.ts'
import { assertSound, fillGround, openGround, type ProcessGround } from '../support/process-ground.ts'
import { isAlive, startServer } from '../support/process.ts'
import { paths } from '#src/schema/paths.ts'

/** A closed SQLite database is one file: the log of writes has been taken in and removed. */
async function assertClosed(ground: ProcessGround): Promise<void> {
  for (const end of ['-wal', '-shm']) {
    assert.equal(existsSync(join(ground.folder, `roundelay.db${end}`)), false, `roundelay.db${end} is left behind`)
  }
  await assertSound(ground)
  // Whoever comes next finds the folder free.
  await using _ = await startServer(ground.folder, { env: ground.env })
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} lets every claim that is in flight be answered, and answered claims are kept`, async () => {
    const { ground, made } = await fillGround(madeAt, (engine) => makeCrowd(engine, { people: 40 }))
    await using _ = ground
    await using server = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
    await using client = openClient(server.address)
    const claims = made.members.map((member, at) =>
      client.post(
        paths.claims(gathering.community, gathering.round),
        { day: String(made.days[at % made.days.length]) },
        member.token,
      ),
    )
    await Promise.race(claims)
    const began = performance.now()
    const ended = server.stop(signal)
    const answers = await Promise.allSettled(claims)
    assert.deepEqual(await ended, { code: 0, signal: null })
    const took = performance.now() - began
    assert.ok(
      took < 5_000,
      `it took ${Math.round(took)} ms to stop: connections that wait for nothing must not hold it up`,
    )
    const answered = answers.filter(({ status }) => status === 'fulfilled')
    for (const answer of answered) assert.equal(answer.status === 'fulfilled' && answer.value.status, 303)
    // Connections that were accepted but not read yet may be lost; a claim that was taken in is answered.
    const kept = await ground.look((db) => db.selectFrom('claims').select('id').execute())
    assert.ok(kept.length <= answered.length, `${kept.length} claims are kept and ${answered.length} were answered`)
    assert.equal(kept.length, answered.length)
    await assertClosed(ground)
  })
}

for (const way of ['launcher', 'npm'] as const) {
  test(`SIGTERM to ${way} stops the server in order`, async () => {
    await using ground = await openGround()
    await using server = await startServer(ground.folder, { env: ground.env, way })
    const { code } = await server.stop()
    // What npm itself ends with is its own affair.
    if (way === 'launcher') assert.equal(code, 0)
    assert.match(server.out(), /Stopping \(SIG/)
    assert.equal(isAlive(server.pid), false)
    await assertClosed(ground)
  })
}

test('a killed launcher takes the server with it, in order', async () => {
  await using ground = await openGround()
  await using server = await startServer(ground.folder, { env: ground.env, way: 'launcher' })
  assert.notEqual(server.pid, server.child.pid)
  server.child.kill('SIGKILL')
  await server.ended
  for (let tries = 0; tries < 100 && isAlive(server.pid); tries += 1) await pause(50)
  assert.equal(isAlive(server.pid), false)
  assert.match(server.out(), /Stopping \(the launcher has gone\)/)
  assert.equal(server.err(), '')
  assert.equal(existsSync(join(ground.folder, 'serving.txt')), false)
  await assertClosed(ground)
})

test('signals that follow the first change nothing', async () => {
  await using ground = await openGround()
  await using server = await startServer(ground.folder, { env: ground.env, way: 'launcher' })
  // Ctrl-C in a terminal reaches the launcher and the server, and the launcher passes its own on.
  for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    server.child.kill(signal)
    process.kill(server.pid, signal)
  }
  assert.equal((await server.ended).code, 0)
  await assertClosed(ground)
})

test('a server whose output nobody reads any more stops in order too', async () => {
  await using ground = await openGround()
  await using server = await startServer(ground.folder, { env: ground.env })
  server.child.stdout?.destroy()
  server.child.stderr?.destroy()
  assert.deepEqual(await server.stop(), { code: 0, signal: null })
  await assertClosed(ground)
})

test('an open connection that asks nothing does not hold up the end', async () => {
  await using ground = await openGround()
  await using server = await startServer(ground.folder, { env: ground.env })
  await using client = openClient(server.address)
  await Promise.all(Array.from({ length: 10 }, () => client.ask('/')))
  const began = performance.now()
  assert.equal((await server.stop()).code, 0)
  assert.ok(performance.now() - began < 5_000)
})

test('a folder whose server was killed can be served again at once', async () => {
  await using ground = await openGround()
  await using server = await startServer(ground.folder, { env: ground.env })
  process.kill(server.pid, 'SIGKILL')
  await server.ended
  assert.equal(existsSync(join(ground.folder, 'serving.txt')), true, 'what it said of itself is still there')
  await using again = await startServer(ground.folder, { env: ground.env })
  assert.equal((await again.stop()).code, 0)
  if (engineKind === 'sqlite') await assertClosed(ground)
})
