// Asks one address again and again over so many connections, in a process of its own: `load.ts JSON`, answered with one line of JSON.
// Plain sockets, one question at a time on each: whoever measures should cost less than what is measured.
import { connect, type Socket } from 'node:net'
import { pathToFileURL } from 'node:url'

export type Load = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly connections: number
  readonly seconds: number
}

export type Loaded = {
  readonly requests: number
  readonly seconds: number
  /** By status. */
  readonly statuses: Readonly<Record<number, number>>
  /** Of one answer, without its head. */
  readonly bytes: number
  /** Milliseconds, sorted. */
  readonly p50: number
  readonly p99: number
}

type Answer = { readonly status: number; readonly bytes: number; readonly end: number }

const gap = Buffer.from('\r\n\r\n')

/** The answer at the beginning of what has come, once all of it is there. */
function answerIn(come: Buffer): Answer | undefined {
  const headEnd = come.indexOf(gap)
  if (headEnd < 0) return undefined
  const head = come.toString('latin1', 0, headEnd)
  const status = Number(head.slice(9, 12))
  const start = headEnd + gap.length
  if (status === 304 || status === 204) return { status, bytes: 0, end: start }
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) {
    const last = come.indexOf('\r\n0\r\n\r\n', start)
    return last < 0 ? undefined : { status, bytes: last - start, end: last + 7 }
  }
  const bytes = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
  return come.length < start + bytes ? undefined : { status, bytes, end: start + bytes }
}

const questionFor = ({ url, headers }: Load): Buffer => {
  const { host, pathname, search } = new URL(url)
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`)
}

type Tally = { took: number[]; statuses: Record<number, number>; bytes: number }

/** One connection until the time is over: the next question follows the last byte of the answer. */
function keepAsking(load: Load, until: number, tally: Tally): Promise<void> {
  const { hostname, port } = new URL(load.url)
  const question = questionFor(load)
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true })
    let come: Buffer = Buffer.alloc(0)
    let began = 0
    const ask = (): void => {
      began = performance.now()
      socket.write(question)
    }
    socket.on('connect', ask)
    socket.on('error', reject)
    socket.on('close', () => resolve())
    socket.on('data', (part: Buffer) => {
      come = come.length === 0 ? part : Buffer.concat([come, part])
      const answer = answerIn(come)
      if (!answer) return
      const now = performance.now()
      come = come.subarray(answer.end)
      tally.took.push(now - began)
      tally.statuses[answer.status] = (tally.statuses[answer.status] ?? 0) + 1
      tally.bytes = answer.bytes
      if (now < until) ask()
      else socket.end()
    })
  })
}

async function run(load: Load): Promise<Loaded> {
  const tally: Tally = { took: [], statuses: {}, bytes: 0 }
  const began = performance.now()
  const until = began + load.seconds * 1_000
  await Promise.all(Array.from({ length: load.connections }, () => keepAsking(load, until, tally)))
  const seconds = (performance.now() - began) / 1_000
  const sorted = tally.took.toSorted((one, other) => one - other)
  const share = (part: number): number => sorted[Math.ceil(sorted.length * part) - 1] ?? 0
  return {
    requests: sorted.length,
    seconds,
    statuses: tally.statuses,
    bytes: tally.bytes,
    p50: share(0.5),
    p99: share(0.99),
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(JSON.stringify(await run(JSON.parse(process.argv[2] ?? '{}'))))
}
