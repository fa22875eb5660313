// What the operating system says of a server's memory after some visits and a rest, and after some texts. Only Linux says it in a file.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { paths } from '#src/schema/paths.ts'
import { gathering } from '../world/crowd.ts'
import { type Client, openClient } from './process-client.ts'
import { fillGround } from './process-ground.ts'
import { makePosters, morningOf, postingPath, readIn, storyOf } from './process-posting.ts'
import { startServer } from './process.ts'

/** In kB; `files` are those mapped into memory, the program itself above all, which processes share. */
export type Memory = { readonly whole: number; readonly own: number; readonly files: number }

export function memoryOf(pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const read = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1])
  return { whole: read('VmRSS'), own: read('RssAnon'), files: read('RssFile') }
}

export type Rested = { readonly idle: Memory; readonly afterTexts: Memory }

/** Of the server alone, not of the launcher: after 30 pages, seen by guests and members, and five seconds of quiet; and after ten texts. */
export async function idleMemory(): Promise<Rested> {
  const { ground, made: posters } = await fillGround(morningOf(0), (engine) => makePosters(engine, 20))
  await using _ = ground
  const options = { env: ground.env, way: 'launcher', words: ['--test'] } as const
  // A first start makes the caches that every other start finds.
  await (await startServer(ground.folder, options)).stop()
  await using server = await startServer(ground.folder, options)
  await using client = openClient(server.address)
  for (const { token } of posters.slice(0, 10)) await lookAround(client, token)
  await pause(5_000)
  const idle = memoryOf(server.pid)
  for (const { claims, name, token } of posters.slice(10)) {
    await readIn(client, postingPath({ claim: claims[0] }), token, `Title: Lamps\n\n${storyOf(name, 100_000)}`)
  }
  await pause(2_000)
  return { idle, afterTexts: memoryOf(server.pid) }
}

async function lookAround(client: Client, token: string): Promise<void> {
  const round = paths.round(gathering.community, gathering.round)
  for (const answer of [
    await client.ask('/'),
    await client.ask(round, token),
    await client.ask(`${round}?as=list`, token),
  ]) {
    assert.equal(answer.status, 200)
  }
}
