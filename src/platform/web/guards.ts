// What stands before every page: who may send forms from where, and what browsers are told to forbid themselves.
import type { Context, Next } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { paths } from '#src/schema/paths.ts'
import { isSameSecret } from '../tokens.ts'
import { readEntries } from './forms.ts'
import type { Env } from './web.ts'

/** No inline script or style anywhere, nothing from elsewhere, no frames. */
const secure = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  // Told only over https, by whoever terminates it.
  strictTransportSecurity: false,
  crossOriginEmbedderPolicy: false,
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
})

/** On every answer, whoever made it; with the name under which the log knows it. */
export async function safeHeaders(c: Context<Env>, next: Next): Promise<void> {
  await secure(c, next)
  c.header('X-Request-Id', c.get('requestId'))
}

const foreign = (): Refusal =>
  new Refusal(
    'forbidden',
    'form/foreign',
    'This came from another page than ours, so nothing was changed. Please go back, load the page again and repeat it.',
  )

/** A form counts only when it comes from a page of ours, and for people who are signed in only with their session's own word. */
export function guardForms(publicUrl: URL | undefined) {
  return async (c: Context<Env>, next: Next): Promise<void> => {
    // No text that is kept holds NUL, and PostgreSQL will not even be asked about it.
    if (c.req.url.includes('%00')) throw isMissing('page')
    const unreadable = c.get('unreadable')
    if (unreadable) throw unreadable
    // Programs that read mail press this one by themselves, from nowhere; the key in its address says whose it is.
    if (c.req.path === paths.mailStop) return next()
    if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) {
      if (!isOurs(c, publicUrl)) throw foreign()
      const word = c.get('csrf')
      if (word !== '' && !isSameSecret(word, (await readEntries(c)).get('_csrf') ?? '')) throw foreign()
    }
    await next()
  }
}

function isOurs(c: Context<Env>, publicUrl: URL | undefined): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const from = c.req.header('origin') ?? c.req.header('referer')
  if (from === undefined || !URL.canParse(from)) return false
  const { host } = new URL(from)
  return host === c.req.header('host') || host === publicUrl?.host
}
