// Cookies that belong to one site. Browsers keep cookies by host and forget the port, so two sites on one machine would sign each other out.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Env } from '../web.ts'

/**
 * What this site's names end with: the port, where the address has one, and whether it is a demo. A demo that stood on this
 * port yesterday is another site too.
 */
export const markOf = (url: string, isDemo: boolean): string => {
  const { port } = new URL(url)
  return `${port === '' ? '' : `-${port}`}${isDemo ? '-demo' : ''}`
}

/** Whoever brings one of these reads a page of their own; a neighbour's count as well, which costs only time. */
export const isPersonal = (cookies: string): boolean =>
  /(?:^|;\s*)(?:zone|(?:roundelay|notice|demo|adult|key|seen)(?:-\d+)?(?:-demo)?)=/.test(cookies)

/** Before there is a visit nothing is left or taken. */
const marked = (c: Context<Env>, name: string): string => `${name}${c.get('cookieMark') ?? ''}`

export const ownCookie = (c: Context<Env>, name: string): string | undefined => getCookie(c, marked(c, name))

/** Read by the server alone. Without `maxAge`, in seconds, it ends with the browser. */
export function putOwnCookie(c: Context<Env>, name: string, value: string, maxAge?: number): void {
  setCookie(c, marked(c, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.get('isSecure'),
    ...(maxAge === undefined ? {} : { maxAge }),
  })
}

export function takeOwnCookie(c: Context<Env>, name: string): void {
  deleteCookie(c, marked(c, name), { path: '/' })
}
