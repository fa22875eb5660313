// What it costs to serve a piece of 30 kB over 16 connections: to guests, to guests who have it already, and to people whose page is made anew.
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { markOf } from '../../src/platform/web/cookies/own-cookies.ts'
import { paths } from '../../src/schema/paths.ts'
import { openClient } from '../../tests/support/process-client.ts'
import { fillGround } from '../../tests/support/process-ground.ts'
import { makePosters, morningOf, postingPath, readIn, send, workIn } from '../../tests/support/process-posting.ts'
import { seeded } from '../../tests/support/process-kills.ts'
import { loader, runAny, startServer } from '../../tests/support/process.ts'
import { house } from '../../tests/support/unpack.ts'
import { rounded } from './figures.ts'
import type { Load, Loaded } from './load.ts'
import { hasNginx, startNginx } from './nginx.ts'

const CONNECTIONS = 16
const WARM_SECONDS = 1
const SECONDS = 3

/** What browsers send with every request, as far as it matters here. */
const browser = { 'accept-encoding': 'gzip, deflate, br, zstd', accept: 'text/html' }

async function load(url: string, headers: Load['headers'], seconds: number): Promise<Loaded> {
  const words = JSON.stringify({ url, headers, connections: CONNECTIONS, seconds } satisfies Load)
  const child = runAny(process.execPath, [...loader, join(house, 'scripts', 'bench', 'load.ts'), words])
  const { code } = await child.ended
  if (code !== 0) throw new Error(`The load could not be made: ${child.err()}`)
  return JSON.parse(child.out())
}

/** Microseconds of all its threads since it began; Linux counts in hundredths of a second. */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
  return (Number(user) + Number(system)) * 10_000
}

type Served = { readonly by: string; readonly pid: number; readonly url: string; readonly headers: Load['headers'] }

async function measure(what: string, { by, pid, url, headers }: Served): Promise<object> {
  await load(url, headers, WARM_SECONDS)
  const before = cpuOf(pid)
  const loaded = await load(url, headers, SECONDS)
  const spent = cpuOf(pid) - before
  return {
    what,
    by,
    connections: CONNECTIONS,
    perSecond: rounded(loaded.requests / loaded.seconds),
    cpuMicros: rounded(spent / loaded.requests),
    p50Ms: Number(loaded.p50.toFixed(2)),
    p99Ms: Number(loaded.p99.toFixed(2)),
    bytes: loaded.bytes,
    statuses: loaded.statuses,
  }
}

type Piece = { readonly bytes: Uint8Array; readonly etag: string; readonly isPacked: boolean }

/** The bytes exactly as they come: `fetch` would unpack them. */
function ask(url: string, encoding: string): Promise<Piece> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { 'accept-encoding': encoding } }, async (response) => {
      const parts: Buffer[] = []
      for await (const part of response) parts.push(part)
      const { etag = '', 'content-encoding': packed } = response.headers
      resolve({ bytes: Buffer.concat(parts), etag, isPacked: packed === 'br' })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** The log of changes is followed with a delay, and kept pages are packed after they were sent: so this waits for both. */
async function settled(url: string): Promise<Piece> {
  await pause(1_500)
  for (let tries = 0; tries < 10; tries += 1) {
    const piece = await ask(url, browser['accept-encoding'])
    if (piece.isPacked) return piece
    await pause(200)
  }
  return ask(url, browser['accept-encoding'])
}

const syllables = 'la ner o tam shi ve ru cal den fo mi gras pel wan e quo ter ish bo lun har si ket ma dru'.split(' ')

/** Words that are not the same ones again and again, so that it packs as prose does. */
function proseOf(characters: number): string {
  const random = seeded(30)
  const word = (): string =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * syllables.length)]).join(
      '',
    )
  const paragraphs: string[] = []
  for (let length = 0; length < characters; length += paragraphs.at(-1)?.length ?? 0)
    paragraphs.push(`${Array.from({ length: 60 }, word).join(' ')}.`)
  return paragraphs.join('\n\n')
}

export async function* benchReading(): AsyncGenerator<object> {
  const { ground, made } = await fillGround(morningOf(0), (engine) => makePosters(engine, 2))
  await using _ = ground
  await using server = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
  await using client = openClient(server.address)
  const [writer, reader] = made
  if (!writer || !reader) throw new Error('Nobody is there.')
  const at = postingPath({ claim: writer.claims[0] })
  const sheet = await readIn(client, at, writer.token, `Title: Thirty\n\n${proseOf(30_000)}`)
  const posted = await send(client, { at, fields: { ...sheet.fields, role: 'main' } }, 'post', writer.token)
  const url = server.address + paths.work(workIn(posted))

  const packed = await settled(url)
  const plain = await ask(url, 'identity')
  const ours = { by: 'roundelay', pid: server.pid, url }
  const known = { ...browser, 'if-none-match': plain.etag }
  yield await measure(packed.isPacked ? 'kept page, packed' : 'the page (none is kept packed)', {
    ...ours,
    headers: browser,
  })
  yield await measure('the page, as it is', { ...ours, headers: { accept: 'text/html' } })
  if (plain.etag !== '') yield await measure('304', { ...ours, headers: known })
  yield await measure('made anew for a guest', { ...ours, url: `${url}?again=1`, headers: browser })
  yield await measure('made anew for a member', {
    ...ours,
    headers: { ...browser, cookie: `roundelay${markOf(url, false)}=${reader.token}` },
  })
  if (hasNginx()) yield* benchNginx({ packed: packed.bytes, plain: plain.bytes })
  else yield { by: 'nginx', what: 'was not there' }
}

async function* benchNginx(files: Readonly<Record<'packed' | 'plain', Uint8Array>>): AsyncGenerator<object> {
  await using nginx = await startNginx(files)
  const { address, pid } = nginx
  const { headers } = await fetch(`${address}/plain`)
  const known = { ...browser, 'if-none-match': headers.get('etag') ?? '' }
  yield await measure('the same bytes, packed', { by: 'nginx', pid, url: `${address}/packed`, headers: browser })
  yield await measure('the same bytes, as they are', { by: 'nginx', pid, url: `${address}/plain`, headers: {} })
  yield await measure('304', { by: 'nginx', pid, url: `${address}/plain`, headers: known })
}
