// Which requests are those of guests whom nothing tells apart, and how the pages kept for them are made and answered.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context, Next } from 'hono'
import { etagOf, isKnown } from './etag.ts'
import { isPersonal } from './cookies/own-cookies.ts'
import type { KeptPage, PageCache } from './page-cache.ts'
import { guestReading } from './visits.ts'
import type { Env } from './web.ts'

type Asked = {
  readonly host: string | undefined
  readonly proto: string | undefined
  readonly path: string
  readonly cookie: string | undefined
}

/** Feeds and books hold our address as it was asked for; and a page is kept once for each way in which it is read. */
function keyOf({ host, proto, path, cookie }: Asked): string {
  const key = `${host ?? ''} ${proto ?? ''} ${path}`
  const reading = cookie === undefined ? '' : guestReading(cookie)
  return reading === '' || reading === 'usual' ? key : `${key} ${reading}`
}

const isForGuest = (cookie: string | undefined): boolean => cookie === undefined || !isPersonal(cookie)

/** Named by its bytes, whoever packs them: so the name is a weak one. */
const weak = (etag: string): string => `W/${etag}`

/** Stands outside everything that writes headers, so that what is kept is what would have been sent. */
export function keepGuestPages(cache: PageCache | undefined) {
  return async (c: Context<Env>, next: Next): Promise<void> => {
    if (c.req.method !== 'GET' || !isForGuest(c.req.header('cookie'))) return next()
    const begun = cache?.begin() ?? 0
    await next()
    const reads = c.get('reads')
    if (reads === undefined || c.res.status !== 200 || c.res.headers.has('set-cookie')) return
    const body = new Uint8Array(await c.res.arrayBuffer())
    const headers = new Headers(c.res.headers)
    const etag = etagOf(body)
    headers.set('etag', weak(etag))
    headers.append('vary', 'Cookie')
    const { pathname, search, host } = new URL(c.req.url)
    // An address with questions has no end of spellings; and one that names another host than its header would be found under the wrong one.
    if (search === '' && host === c.req.header('host')) {
      const key = keyOf({
        host,
        proto: c.req.header('x-forwarded-proto'),
        path: pathname,
        cookie: c.req.header('cookie'),
      })
      cache?.keep(key, { headers: lasting(headers), etag, body, reads, begun })
    }
    const isOld = isKnown(etag, c.req.header('if-none-match'))
    c.res = undefined
    c.res = new Response(isOld ? null : body, { status: isOld ? 304 : 200, headers })
  }
}

/** All but those that every answer has of its own. */
const lasting = (headers: Headers): [string, string][] =>
  [...headers].filter(([name]) => !['x-request-id', 'etag', 'content-length', 'date'].includes(name))

/** Answers from what is kept, without waking anything else; false where the application has to be asked. */
export function answerGuest(cache: PageCache, request: IncomingMessage, response: ServerResponse): boolean {
  const { method, url = '', headers } = request
  if (method !== 'GET' || !isForGuest(headers.cookie)) return false
  const proto = headers['x-forwarded-proto']
  const page = cache.find(
    keyOf({
      host: headers.host,
      proto: typeof proto === 'string' ? proto : undefined,
      path: url,
      cookie: headers.cookie,
    }),
  )
  if (!page) return false
  for (const [name, value] of page.headers) response.setHeader(name, value)
  response.setHeader('etag', weak(page.etag))
  response.setHeader('x-request-id', requestIdOf(headers['x-request-id']))
  if (isKnown(page.etag, headers['if-none-match'])) response.writeHead(304).end()
  else send(page, headers['accept-encoding'], response)
  return true
}

function send(page: KeptPage, accepted: string | string[] | undefined, response: ServerResponse): void {
  const isPacked = page.brotli !== undefined && /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(accepted ?? ''))
  const body = isPacked ? page.brotli : page.body
  if (isPacked) response.setHeader('content-encoding', 'br')
  response.setHeader('vary', 'Cookie, Accept-Encoding')
  response.setHeader('content-length', body?.byteLength ?? 0)
  response.writeHead(200).end(body)
}

/** As for every page: a name that came with the request is kept, if it is one. */
const requestIdOf = (sent: string | string[] | undefined): string =>
  typeof sent === 'string' && /^[\w\-=]{1,64}$/.test(sent) ? sent : randomUUID()
