// The process that reads texts beside a real server: it outlives Ctrl-C as long as somebody waits, and never its server.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type Client, openClient } from '../support/process-client.ts'
import { fillGround } from '../support/process-ground.ts'
import { makePosters, morningOf, postingPath, readIn } from '../support/process-posting.ts'
import { isAlive, type Server, startServer } from '../support/process.ts'

const skip = existsSync('/proc/self/task') ? false : 'only Linux tells in a file which processes a server has started'

/** What a server has started, and for the texts; what bundles its scripts is none of it. */
const readersOf = ({ pid }: Server): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter((child) => child !== '' && /text-worker/.test(readFileSync(`/proc/${child}/cmdline`, 'utf8')))
    .map(Number)

type Scene = { readonly server: Server; readonly read: (text: string) => Promise<unknown>; readonly client: Client }

async function inScene(work: (scene: Scene) => Promise<void>): Promise<void> {
  const { ground, made } = await fillGround(morningOf(0), (engine) => makePosters(engine, 1))
  await using _ = ground
  await using server = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
  await using client = openClient(server.address)
  const [poster] = made
  assert.ok(poster)
  const at = postingPath({ claim: poster.claims[0] })
  await work({ server, client, read: (text) => readIn(client, at, poster.token, `Title: Lamps\n\n${text}`) })
}

async function untilGone(pids: readonly number[]): Promise<void> {
  for (let tries = 0; pids.some(isAlive); tries += 1) {
    assert.ok(tries < 100, `${pids.filter(isAlive).join(', ')} is still there`)
    await pause(50)
  }
}

test('a server that has read nothing has no process beside it, and then one', { skip }, async () => {
  await inScene(async ({ server, read }) => {
    assert.deepEqual(readersOf(server), [])
    await read('A short one.')
    assert.equal(readersOf(server).length, 1)
  })
})

test('a server that is killed leaves no process behind, and neither does one that is stopped', { skip }, async () => {
  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    await inScene(async ({ server, read }) => {
      await read('A short one.')
      const readers = readersOf(server)
      assert.equal(readers.length, 1)
      await server.stop(signal)
      await untilGone(readers)
    })
  }
})

test(
  'Ctrl-C, which reaches every process of a terminal, takes no text from whoever waits for it',
  { skip },
  async () => {
    await inScene(async ({ server, read }) => {
      await read('A short one.')
      const [reader] = readersOf(server)
      assert.ok(reader)
      const asked = read('A long one. '.repeat(20_000))
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(reader, signal)
      await asked
      assert.deepEqual(readersOf(server), [reader])
    })
  },
)
