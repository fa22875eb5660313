// Another process that writes and writes: who reads does not notice, who writes waits, and is told when it takes too long.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { paths } from '#src/schema/paths.ts'
import { type Crowd, gathering, makeCrowd } from '../world/crowd.ts'
import { madeAt } from '../world/tidewater.ts'
import { load } from '../support/html.ts'
import { type Client, openClient } from '../support/process-client.ts'
import { fillGround, type ProcessGround } from '../support/process-ground.ts'
import { loader, runAny, type Started, startServer } from '../support/process.ts'
import { house } from '../support/unpack.ts'

const claims = paths.claims(gathering.community, gathering.round)
const round = paths.round(gathering.community, gathering.round)

type Scene = { readonly ground: ProcessGround; readonly crowd: Crowd; readonly client: Client }

async function served(work: (scene: Scene) => Promise<void>): Promise<void> {
  const { ground, made } = await fillGround(madeAt, (engine) => makeCrowd(engine, { people: 60 }))
  await using _ = ground
  await using server = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
  await using client = openClient(server.address)
  await work({ ground, crowd: made, client })
}

async function startWriter(ground: ProcessGround, mode: 'often' | 'once', millis: number): Promise<Started> {
  const script = join(house, 'tests', 'support', 'process-writer.ts')
  const writer = runAny(process.execPath, [...loader, script, ground.folder, mode, String(millis)], ground.env)
  await once(writer.child.stdout ?? assert.fail(), 'data')
  return writer
}

/** Reads one after the other for so long, by turns a page of nothing and a page of much; milliseconds, sorted. */
async function readFor(client: Client, millis: number): Promise<{ light: number[]; heavy: number[] }> {
  const times = { light: [] as number[], heavy: [] as number[] }
  const until = performance.now() + millis
  while (performance.now() < until) {
    for (const [path, list] of [
      ['/healthz', times.light],
      [round, times.heavy],
    ] as const) {
      const { status, took } = await client.ask(path)
      assert.equal(status, 200)
      list.push(took)
    }
  }
  for (const list of Object.values(times)) list.sort((one, other) => one - other)
  return times
}

/** Two in a thousand may be the machine's own hiccups; a freeze by waiting claims would show in many more. */
const longest = (sorted: readonly number[]): number => sorted.at(-3) ?? 0

/** Claims that go on meanwhile: each has to wait for the other process, and none may make anybody else wait. */
async function claimAlong({ client, crowd }: Scene, isOver: () => boolean): Promise<number> {
  let done = 0
  for (const { token } of crowd.members) {
    if (isOver()) break
    const { status } = await client.post(claims, { day: String(crowd.days[done % 10]) }, token)
    assert.equal(status, 303, 'a claim waits, and is made')
    done += 1
  }
  return done
}

test('no reader waits 50 ms longer because another process writes, and every claim is made in the end', async (t) => {
  await served(async (scene) => {
    await readFor(scene.client, 1_000)
    // A machine that does much else may hold up anything for a moment: it has three tries, a real freeze fails them all.
    for (let tries = 1; ; tries += 1) {
      const quiet = await readFor(scene.client, 1_500)
      const writer = await startWriter(scene.ground, 'often', 300)
      let isOver = false
      const along = claimAlong(scene, () => isOver)
      const busy = await readFor(scene.client, 4_000)
      isOver = true
      writer.child.kill('SIGTERM')
      const made = await along
      assert.equal((await writer.ended).code, 0, writer.err())
      const added = (['light', 'heavy'] as const).map((kind) => longest(busy[kind]) - longest(quiet[kind]))
      t.diagnostic(
        `the longest of ${busy.light.length} reads took ${added.map((more) => `${more.toFixed(1)} ms`).join(' and ')} more than without; ${made} claims meanwhile`,
      )
      assert.ok(made > 0, 'claims were waiting meanwhile')
      if (Math.max(...added) < 50) return
      assert.ok(tries < 3, `reads waited ${added.join(' and ')} ms longer`)
    }
  })
})

test('a claim that would have to wait for more than five seconds is told so, and can be made after it', async (t) => {
  await served(async (scene) => {
    const { client, crowd, ground } = scene
    const writer = await startWriter(ground, 'once', 7_500)
    const [member] = crowd.members
    const claim = () => client.post(claims, { day: String(crowd.days[0]) }, member?.token)
    const asked = claim()
    const reads = await readFor(client, 3_000)
    t.diagnostic(`the longest read meanwhile took ${longest(reads.heavy).toFixed(1)} ms`)
    const refused = await asked
    assert.match(load(refused.body).text, /busy right now/)
    assert.ok(refused.status === 503 || refused.status === 429, `${refused.status}`)
    assert.ok(refused.took > 4_500 && refused.took < 7_500, `${refused.took} ms`)
    await writer.ended
    await pause(50)
    assert.equal((await claim()).status, 303)
  })
})
