// Everybody else at a server, asking from a thread of their own so that nothing but the server makes them wait.
// It asks for each page in its list again and again until it is told to stop, and then says how long that took.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { openClient } from './process-client.ts'

type Asked = { readonly path: string; readonly token?: string | undefined }

type Others = { readonly address: string; readonly pages: readonly Asked[] }

/** In milliseconds: of all who asked the one who waited longest, and for how long they asked. */
export type Waits = { readonly longest: number; readonly asked: number; readonly millis: number }

/** How long the others wait while `work` goes on. */
export async function waitDuring(others: Others, work: () => Promise<unknown>): Promise<Waits> {
  const thread = new Worker(new URL(import.meta.url), { workerData: others })
  try {
    // Each page has been asked for once: what a site does the first time only is not what anybody waits for here.
    await once(thread, 'message')
    tell(thread, 'begin')
    const began = performance.now()
    await work()
    const millis = performance.now() - began
    const told = once(thread, 'message')
    tell(thread, 'end')
    const [waits] = (await told) as [number[]]
    return { longest: Math.round(Math.max(...waits)), asked: waits.length, millis }
  } finally {
    await thread.terminate()
  }
}

const tell = (whom: Pick<Worker, 'postMessage'> | null, what: unknown): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  whom?.postMessage(what)
}

async function askOn({ address, pages }: Others): Promise<void> {
  await using client = openClient(address)
  const ask = async ({ path, token }: Asked): Promise<number> => {
    const { status, took } = await client.ask(path, token)
    assert.equal(status, 200, path)
    return took
  }
  for (const page of pages) await ask(page)
  const begin = parentPort && once(parentPort, 'message')
  tell(parentPort, 'ready')
  await begin
  let isOver = false
  parentPort?.once('message', () => (isOver = true))
  const waits: number[] = []
  // One request of each page is nearly always on its way: whatever stops the server, somebody waits for it.
  const askAgain = async (page: Asked): Promise<void> => {
    while (!isOver) {
      waits.push(await ask(page))
      await pause(10)
    }
  }
  await Promise.all(pages.map(askAgain))
  tell(parentPort, waits)
}

if (!isMainThread && parentPort) await askOn(workerData as Others)
