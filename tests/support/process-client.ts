// Somebody at a real server, over real connections: asks, posts forms with a session, follows nothing.
import { Agent, type IncomingMessage, request } from 'node:http'
import { formWord } from '#src/platform/tokens.ts'
import { markOf } from '#src/platform/web/cookies/own-cookies.ts'

export type Answer = {
  readonly status: number
  readonly location: string | undefined
  readonly body: string
  /** Milliseconds to the last byte. */
  readonly took: number
}

export type Client = AsyncDisposable & {
  readonly ask: (path: string, token?: string) => Promise<Answer>
  readonly post: (path: string, fields: Readonly<Record<string, string>>, token?: string) => Promise<Answer>
}

export function openClient(address: string, connections = 256): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const name = `roundelay${markOf(address, false)}`
  const cookie = (token: string | undefined): Record<string, string> =>
    token === undefined ? {} : { cookie: `${name}=${token}` }

  const send = (method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const began = performance.now()
      const asked = request(address + path, { agent, method, headers }, (response) => {
        read(response).then((text) => {
          const { statusCode: status = 0, headers: given } = response
          resolve({ status, location: given.location, body: text, took: performance.now() - began })
        }, reject)
      })
      asked.on('error', reject)
      asked.end(body)
    })

  return {
    ask: (path, token) => send('GET', path, cookie(token)),
    post(path, fields, token) {
      const word: Record<string, string> = token === undefined ? {} : { _csrf: formWord(token) }
      const headers = {
        ...cookie(token),
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      }
      return send('POST', path, headers, new URLSearchParams({ ...word, ...fields }).toString())
    },
    async [Symbol.asyncDispose]() {
      agent.destroy()
    },
  }
}

async function read(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
