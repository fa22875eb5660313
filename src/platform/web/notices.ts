// The one sentence that a page says about what was done before it: left in a cookie by the redirect, read once.
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Context } from 'hono'
import type { Env } from './web.ts'

const NAME = 'notice'

export function leaveNotice(c: Context<Env>, sentence: string): void {
  setCookie(c, NAME, sentence, { path: '/', httpOnly: true, sameSite: 'Lax', secure: c.get('isSecure'), maxAge: 120 })
}

export function takeNotice(c: Context<Env>): string | undefined {
  const sentence = getCookie(c, NAME)
  if (sentence !== undefined) deleteCookie(c, NAME, { path: '/' })
  return sentence?.slice(0, 500)
}
