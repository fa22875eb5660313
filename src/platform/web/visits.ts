// Makes a request into a visit: who comes, from where, in which zone, with a ctx of their own that ends with the answer.
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, Next } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Reading, readingOf, readingText } from '#src/kit/reading.ts'
import { isZone } from '#src/kit/zones.ts'
import { type Ctx, type Ground, openContext, type Viewer } from '../context.ts'
import type { TextReaders } from '../text/texts.ts'
import { formWord } from '../tokens.ts'
import { markOf, putOwnCookie, ownCookie, takeOwnCookie } from './cookies/own-cookies.ts'
import { networkOf } from './rates.ts'
import type { Env, ShownZone } from './web.ts'

export type Proxy = { readonly publicUrl: URL | undefined; readonly isBehindProxy: boolean }

/** What accounts tell us of the holder of a session's secret. */
export type FoundVisitor = {
  readonly viewer: Viewer & { kind: 'person' }
  readonly zone: string | null
  /** How they read, empty while they have chosen nothing. */
  readonly reading: string
  /** Days, when the session has just been prolonged: then the browser has to keep its cookie longer too. */
  readonly prolongedBy: number | undefined
}

export type FindVisitor = (ctx: Ctx, token: string) => Promise<FoundVisitor | undefined>

export type KeyHolder = Viewer & { kind: 'key' }

/** What claims tell us of the holder of a key link's secret. */
export type FindKeyHolder = (ctx: Ctx, token: string) => Promise<KeyHolder | undefined>

export type WhoComes = { readonly visitor: FindVisitor; readonly keyHolder: FindKeyHolder }

export type VisitParts = {
  readonly ground: Ground
  readonly texts: TextReaders
  readonly proxy: Proxy
  readonly isDemo?: boolean
}

const SESSION = 'roundelay'
/** Of a key link: it ends with the browser, and the mail opens it again. */
const KEY = 'key'
/** Of the device, whatever site it looks at. */
const ZONE = 'zone'
const READING = 'reading'
/** Said for one visit: it ends with the browser, and makes a guest's pages their own. */
const ADULT = 'adult'
const DEMO = 'demo'
/** How far a guest has seen each canon, by its slug: what goes further is folded away for them. */
const SEEN = 'seen'
const MOST_SEEN = 20
const YEAR = 31_536_000

export function openVisits({ ground, texts, proxy, isDemo = false }: VisitParts, who: WhoComes) {
  return async (c: Context<Env>, next: Next): Promise<void> => {
    c.set('cookieMark', markOf(c.req.url, isDemo))
    c.set('isSecure', isSecure(c, proxy))
    c.set('address', addressOf(c, proxy))
    c.set('origin', originOf(c, proxy))
    const found = await visitorOf(c, ground, who.visitor)
    const key = found ? undefined : await keyHolderOf(c, ground, who.keyHolder)
    const log = ground.log.child({ request: c.get('requestId') })
    const { ctx, rest, end } = openContext(ground, found?.viewer ?? key ?? { kind: 'guest' }, log)
    c.set('ctx', ctx)
    c.set('rest', rest)
    c.set('texts', texts.of(found ? `account ${found.viewer.account}` : c.get('address'), rest))
    c.set('zone', zoneOf(c, found?.zone ?? null))
    c.set('reading', readingOf(found?.reading || getCookie(c, READING)))
    try {
      await next()
    } finally {
      await end()
    }
  }
}

async function visitorOf(c: Context<Env>, ground: Ground, find: FindVisitor): Promise<FoundVisitor | undefined> {
  const token = ownCookie(c, SESSION)
  c.set('csrf', '')
  if (token === undefined) return undefined
  const { ctx, end } = openContext(ground, { kind: 'guest' })
  try {
    const found = await find(ctx, token)
    if (found) c.set('csrf', formWord(token))
    if (found?.prolongedBy !== undefined) letIn(c, token, found.prolongedBy)
    return found
  } finally {
    await end()
  }
}

/** Whoever is signed in acts as themselves, whatever keys they have. */
async function keyHolderOf(c: Context<Env>, ground: Ground, find: FindKeyHolder): Promise<KeyHolder | undefined> {
  const token = keyCookieOf(c)
  if (token === undefined) return undefined
  const { ctx, end } = openContext(ground, { kind: 'guest' })
  try {
    const found = await find(ctx, token)
    if (found) c.set('csrf', formWord(token))
    return found
  } finally {
    await end()
  }
}

function zoneOf(c: Context<Env>, own: string | null): ShownZone {
  if (own !== null) return { name: own, by: 'account' }
  const kept = getCookie(c, ZONE)
  return kept !== undefined && isZone(kept) ? { name: kept, by: 'cookie' } : { name: undefined, by: 'nobody' }
}

function isSecure(c: Context<Env>, { publicUrl, isBehindProxy }: Proxy): boolean {
  return publicUrl?.protocol === 'https:' || (isBehindProxy && c.req.header('x-forwarded-proto') === 'https')
}

const originOf = (c: Context<Env>, { publicUrl }: Proxy): string =>
  publicUrl?.origin ?? `${c.get('isSecure') ? 'https' : 'http'}://${new URL(c.req.url).host}`

/** Of several proxies only the last one is ours: its word is the last in the list. */
function addressOf(c: Context<Env>, { isBehindProxy }: Proxy): string {
  const forwarded = isBehindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return networkOf(forwarded)
  try {
    return networkOf(getConnInfo(c).remote.address ?? 'unknown')
  } catch {
    return 'unknown'
  }
}

export function letIn(c: Context<Env>, token: string, days: number): void {
  putOwnCookie(c, SESSION, token, days * 86_400)
}

export const keyCookieOf = (c: Context<Env>): string | undefined => ownCookie(c, KEY)

export function takeKeyIn(c: Context<Env>, token: string): void {
  putOwnCookie(c, KEY, token)
}

export function putKeyAway(c: Context<Env>): void {
  takeOwnCookie(c, KEY)
  forgetAdultWord(c)
}

/** Whoever sits down after them has said nothing yet. */
export function letOut(c: Context<Env>): void {
  takeOwnCookie(c, SESSION)
  forgetAdultWord(c)
}

export function keepZone(c: Context<Env>, zone: string): void {
  setCookie(c, ZONE, zone, { path: '/', sameSite: 'Lax', secure: c.get('isSecure'), maxAge: YEAR })
}

/** On the device too, for the pages before somebody signs in. No script needs to read it. */
export function keepReading(c: Context<Env>, reading: Reading): void {
  setCookie(c, READING, readingText(reading), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.get('isSecure'),
    maxAge: YEAR,
  })
}

/** For what answers before there is a visit: how a guest who sends these cookies reads. */
export function guestReading(cookies: string): string {
  const said = /(?:^|;\s*)reading=([\w.-]*)/.exec(cookies)?.[1]
  return said === undefined ? '' : readingText(readingOf(said))
}

export const keptSeen = (c: Context<Env>): ReadonlyMap<string, string> =>
  new Map([...new URLSearchParams(ownCookie(c, SEEN) ?? '')].slice(0, MOST_SEEN))

/** The one said last comes first, and only so many are kept. */
export function keepSeen(c: Context<Env>, fandom: string, code: string | undefined): void {
  const others = [...keptSeen(c)].filter(([slug]) => slug !== fandom)
  const all = [...(code === undefined ? [] : [[fandom, code]]), ...others].slice(0, MOST_SEEN)
  if (all.length === 0) takeOwnCookie(c, SEEN)
  else putOwnCookie(c, SEEN, new URLSearchParams(all).toString(), YEAR)
}

/** Whoever came in by a link of a demo may go on changing who they are, also as a guest. */
export function keepDemoKey(c: Context<Env>, key: string): void {
  putOwnCookie(c, DEMO, key, YEAR)
}

export const demoKeyOf = (c: Context<Env>): string | undefined => ownCookie(c, DEMO)

export const hasSaidAdult = (c: Context<Env>): boolean => ownCookie(c, ADULT) === 'yes'

export function keepAdultWord(c: Context<Env>): void {
  putOwnCookie(c, ADULT, 'yes')
}

export function forgetAdultWord(c: Context<Env>): void {
  takeOwnCookie(c, ADULT)
}
