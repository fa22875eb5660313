// The web application from its parts: what stands before every page, every page, and what is said when there is none.
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { requestId } from 'hono/request-id'
import type { DemoParts } from '#src/demo/demo.pages.tsx'
import { Refusal } from '#src/kit/refusal.ts'
import { findKeyHolder } from '#src/fests/claims/keys/keys.ts'
import { findVisitor, keepSessionAlive, SESSION_DAYS } from '#src/people/accounts/sign-in.ts'
import type { Ground } from '#src/platform/context.ts'
import type { MailRoad } from '#src/platform/mail/mail-config.ts'
import type { TextReaders } from '#src/platform/text/texts.ts'
import { limitBody } from '#src/platform/web/forms.ts'
import { guardForms, safeHeaders } from '#src/platform/web/guards.ts'
import { keepGuestPages } from '#src/platform/web/guest-pages.ts'
import { inkSheet } from '#src/kit/colours/ink-sheet.ts'
import { takeNotice } from '#src/platform/web/notices.ts'
import type { PageCache } from '#src/platform/web/page-cache.ts'
import { makeRates } from '#src/platform/web/rates.ts'
import type { Static } from '#src/platform/web/static.ts'
import { type FindVisitor, openVisits, type Proxy } from '#src/platform/web/visits.ts'
import type { Env, Page, Web } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { inkOf } from '#src/kit/colours/inks.ts'
import { type Assets, Layout } from '#src/ui/layout.tsx'
import { FaultPage, LastResort, MissingPage, RefusedPage } from '#src/ui/refused.tsx'
import { loadFrame } from '#src/wiring/frame.ts'
import { pages } from '#src/wiring/pages.ts'

export type AppParts = {
  readonly ground: Ground
  readonly texts: TextReaders
  readonly files: Static
  readonly proxy: Proxy
  /** Pages that only a demo has, and what stands above all pages of one. */
  readonly demo?: DemoParts | undefined
  /** Where pages of guests are kept; without it each is made anew. */
  readonly cache?: PageCache | undefined
  /** Without a word mails are kept, and what stands in them is shown to nobody. */
  readonly mailRoad?: MailRoad | undefined
}

export function makeApp({ ground, texts, files, proxy, cache, demo, mailRoad }: AppParts): Web {
  const web: Web = new Hono<Env>()
  const rates = makeRates()
  web.use(async (c, next) => {
    c.set('arrivedAt', ground.clock())
    await next()
  })
  web.use(requestId({ limitLength: 64 }))
  web.use(keepGuestPages(cache))
  web.use(safeHeaders)
  web.get(`${paths.static}/*`, (c) => answerStatic(c, files))
  web.get(`${paths.inks}/*`, answerInk)
  web.use(limitBody)
  web.use(async (c, next) => {
    c.set('show', (page) => {
      const isStory = page.isStory === true && c.get('reading').face === undefined
      return show(c, page, assetsOf(files, isStory), demo?.strip(c))
    })
    c.set('rates', rates)
    c.set('mailRoad', mailRoad ?? 'kept')
    await next()
  })
  const who = { visitor: findTheVisitor, keyHolder: findKeyHolder }
  web.use(openVisits({ ground, texts, proxy, isDemo: demo !== undefined }, who))
  web.use(guardForms(proxy.publicUrl))
  for (const page of pages) page(web)
  demo?.pages(web)
  web.notFound((c) => c.get('show')({ title: 'Nothing here', status: 404, main: <MissingPage /> }))
  web.onError((error, c) => answerError(c, error, ground))
  return web
}

const findTheVisitor: FindVisitor = async (ctx, token) => {
  const visitor = await findVisitor(ctx, token)
  if (!visitor) return undefined
  const isProlonged = await keepSessionAlive(ctx, visitor)
  const { account, session, isAdmin, reading } = visitor
  const viewer = { kind: 'person', account, session, isAdmin } as const
  return { viewer, zone: visitor.timeZone, reading, prolongedBy: isProlonged ? SESSION_DAYS : undefined }
}

const assetsOf = (files: Static, isStory: boolean): Assets => ({
  css: files.address('site.css'),
  js: files.address('site.js'),
  favicon: files.address('favicon.svg'),
  preloads: isStory ? files.preloads.story : files.preloads.page,
})

async function show(c: Context<Env>, page: Page, assets: Assets, above: Child): Promise<Response> {
  const frame = await loadFrame(c, page.zone)
  c.header('Cache-Control', 'private, no-cache')
  return c.html(
    <Layout
      title={page.title}
      frame={frame}
      assets={assets}
      ink={inkOf(page.ink)}
      inks={page.inks}
      banner={page.banner}
      reading={c.get('reading')}
      notice={takeNotice(c)}
      here={page.here}
      feed={page.feed}
      above={above}
      isStory={page.isStory}
    >
      {page.main}
    </Layout>,
    page.status ?? 200,
  )
}

function answerStatic(c: Context<Env>, files: Static): Response {
  const asked = { ifNoneMatch: c.req.header('if-none-match'), acceptEncoding: c.req.header('accept-encoding') }
  const answer = files.answer(c.req.path, asked)
  return answer === undefined
    ? c.text('There is no such file.', 404)
    : new Response(answer.body, { status: answer.status, headers: answer.headers })
}

function answerInk(c: Context<Env>): Response {
  const sheet = inkSheet(c.req.path.slice(paths.inks.length + 1))
  if (sheet === undefined) return c.text('There is no such file.', 404)
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
  return c.body(sheet, 200, { 'content-type': 'text/css; charset=utf-8' })
}

const statuses = { missing: 404, forbidden: 403, taken: 409, closed: 409, limit: 429 } as const

async function answerError(c: Context<Env>, error: Error, ground: Ground): Promise<Response> {
  const isRefusal = error instanceof Refusal
  if (!isRefusal) ground.log.error({ request: c.get('requestId'), path: c.req.path, err: error }, 'a request failed')
  try {
    if (!isRefusal)
      return await c.get('show')({
        title: 'Something broke here',
        status: 500,
        main: <FaultPage reference={c.get('requestId')} />,
      })
    const status = error.code === 'busy' ? 503 : error.code === 'body/too-large' ? 413 : statuses[error.kind]
    return await c.get('show')({
      title: 'Not possible',
      status,
      main: <RefusedPage refusal={error} csrf={c.get('csrf')} />,
    })
  } catch (another) {
    // Not even the frame could be loaded, so the database is out of reach: a page made of nothing.
    ground.log.error({ request: c.get('requestId'), err: another }, 'the error page failed too')
    return c.html(<LastResort reference={c.get('requestId')} />, 500)
  }
}
