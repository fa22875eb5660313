// Puts the application on a port, and takes it off again in order: what is in flight is answered first.
import { createServer, type RequestListener, type Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { Unstartable } from '../unstartable.ts'
import { answerGuest } from './guest-pages.ts'
import type { PageCache } from './page-cache.ts'

export type Serving = { readonly port: number; readonly stop: () => Promise<void> }

type Fetch = (request: Request, env: unknown) => Response | Promise<Response>

/** How long a slow request may hold up a shutdown. */
const PATIENCE = 10_000

/** With a cache, what guests have asked for before is answered from it. */
export async function serve(fetch: Fetch, host: string, port: number, cache?: PageCache): Promise<Serving> {
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false, createServer: serverWith(cache) }) as Server
  server.keepAliveTimeout = 65_000
  server.requestTimeout = 60_000
  await listen(server, host, port)
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: () => stop(server),
  }
}

const serverWith =
  (cache: PageCache | undefined): typeof createServer =>
  (...given: unknown[]) => {
    const ask = given.find((one) => typeof one === 'function') as RequestListener
    return createServer((request, response) => {
      if (!cache || !answerGuest(cache, request, response)) ask(request, response)
    })
  }

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(sayable(error, host, port)))
    server.listen(port, host, () => resolve())
  })
}

function sayable(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return new Unstartable(`Port ${port} is in use by another program: choose another with --port, or stop that one.`)
  if (code === 'EACCES')
    return new Unstartable(`Port ${port} may only be used by an administrator: choose one above 1023 with --port.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Unstartable(`${host} is not an address of this machine: choose another with --host.`)
  return error
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const hurry = setTimeout(() => server.closeAllConnections(), PATIENCE)
    // A connection that is busy now stays open for its next question after the answer: there will be none.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(hurry)
      clearInterval(idle)
      resolve()
    })
    server.closeIdleConnections()
  })
}
