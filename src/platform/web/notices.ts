// The one sentence that a page says about what was done before it: left in a cookie by the redirect, read once.
import type { Context } from 'hono'
import { ownCookie, putOwnCookie, takeOwnCookie } from './cookies/own-cookies.ts'
import type { Env } from './web.ts'

const NAME = 'notice'

export function leaveNotice(c: Context<Env>, sentence: string): void {
  putOwnCookie(c, NAME, sentence, 120)
}

export function takeNotice(c: Context<Env>): string | undefined {
  const sentence = ownCookie(c, NAME)
  if (sentence !== undefined) takeOwnCookie(c, NAME)
  return sentence?.slice(0, 500)
}
