// A whole house for one test: fresh database, settable clock, mailbox, jobs on demand, and people who come to visit.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { makeApp } from '#src/app.tsx'
import type { DemoParts } from '#src/demo/demo.pages.tsx'
import { addMillis, type Instant, toInstant } from '#src/kit/instants.ts'
import { dressFor } from '#src/moderation/instance/mail-dress.ts'
import { openSession } from '#src/people/accounts/sign-in.ts'
import { realRandom } from '#src/platform/clock.ts'
import { type Ctx, type Ground, openContext, type Viewer } from '#src/platform/context.ts'
import { type Reaction, reactionsTo, type Works } from '#src/platform/jobs/job.ts'
import { sweepOnce, workOnce } from '#src/platform/jobs/worker.ts'
import { deliverDue } from '#src/platform/mail/delivery.ts'
import type { MailRoad } from '#src/platform/mail/mail-config.ts'
import type { Mailer, Parcel } from '#src/platform/mail/smtp.ts'
import { makeLog } from '#src/platform/log.ts'
import { openTexts, type Texts } from '#src/platform/text/texts.ts'
import type { PageCache } from '#src/platform/web/page-cache.ts'
import { openStatic, type Static } from '#src/platform/web/static.ts'
import type { Proxy } from '#src/platform/web/visits.ts'
import type { Web } from '#src/platform/web/web.ts'
import { works as allWorks } from '#src/wiring/jobs.ts'
import type { PersonName } from '#tests/world/people.ts'
import { accountOf, inContext, madeAt, makeTidewater, personViewer } from '#tests/world/tidewater.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { makeVisitor, type Visitor } from './visitor.ts'

export type Options = {
  /** When it is; by default the moment the world was made. */
  readonly at?: string
  /** An empty house has been migrated and nothing else: nobody has set it up. */
  readonly empty?: boolean
  readonly proxy?: Partial<Proxy>
  /** Keeps the pages of guests, as a served house does. */
  readonly cache?: PageCache
  /** What becomes of mails; without a word they are kept. */
  readonly mail?: MailRoad
  /** Makes the world of a demo in an empty house, and gives it what a demo has of its own. */
  readonly demo?: (ground: Ground, texts: Texts) => Promise<DemoParts>
  /** Reactions besides those of the house, for tests of the house itself. */
  readonly reactions?: readonly Reaction[]
}

export type TestHouse = AsyncDisposable & {
  readonly ground: Ground
  readonly database: TestDatabase
  readonly app: Web
  readonly now: () => Instant
  /** Sets the clock. */
  readonly at: (text: string) => void
  readonly pass: (milliseconds: number) => void
  /** A visitor with a session. */
  readonly as: (name: PersonName) => Promise<Visitor>
  readonly guest: () => Visitor
  /** Runs an operation as somebody. */
  readonly act: <T>(who: PersonName | Viewer, work: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** Does every job that is due, then every sweep, until nothing is left. */
  readonly runJobs: () => Promise<void>
  /** Sends what is due by this mailer, as the postman does; by default one that takes everything. Returns what it took. */
  readonly sendMails: (mailer?: Mailer) => Promise<Parcel[]>
  readonly mailbox: () => Promise<{ subject: string; body: string; account: number | null }[]>
}

/** One for all houses of a test run: they share nothing but who reads. It goes with this process. */
const texts = openTexts()

const bare = async (): Promise<void> => {}
let files: Promise<Static> | undefined

function openFiles(): Promise<Static> {
  const cacheFolder = join(tmpdir(), 'roundelay-test-cache')
  mkdirSync(cacheFolder, { recursive: true })
  return openStatic({ cacheFolder })
}

export async function openHouse(options: Options = {}): Promise<TestHouse> {
  const database = await openTestDatabase(options.empty === true ? bare : makeTidewater)
  files ??= openFiles()
  let now = toInstant(options.at ?? madeAt)
  const works: Works = { ...allWorks, reactions: [...allWorks.reactions, ...(options.reactions ?? [])] }
  const ground: Ground = {
    engine: database.engine,
    clock: () => now,
    random: realRandom,
    log: makeLog({ level: process.env.TEST_LOG ?? 'silent' }),
    reactionsTo: reactionsTo(works),
    texts,
    wake: () => {},
    told: options.cache?.drop,
  }
  const app = makeApp({
    ground,
    texts,
    files: await files,
    proxy: { publicUrl: undefined, isBehindProxy: false, ...options.proxy },
    cache: options.cache,
    mailRoad: options.mail,
    demo: await options.demo?.(ground, texts),
  })
  const act: TestHouse['act'] = (who, work) =>
    inContext(ground, typeof who === 'string' ? personViewer(who) : who, work)
  return {
    ground,
    database,
    app,
    now: () => now,
    at: (text) => void (now = toInstant(text)),
    pass: (milliseconds) => void (now = addMillis(now, milliseconds)),
    act,
    async as(name) {
      const token = await act({ kind: 'host' }, (ctx) => openSession(ctx, accountOf(name), 'a test'))
      return makeVisitor(app, new Map([['roundelay', token]]))
    },
    guest: () => makeVisitor(app),
    async runJobs() {
      for (const sweep of works.sweeps) await sweepOnce(ground, sweep)
      while (await workOnce(ground, works, 'test')) {}
    },
    async sendMails(mailer) {
      const taken: Parcel[] = []
      const taking: Mailer = {
        async send(parcel) {
          const outcome = (await mailer?.send(parcel)) ?? { kind: 'sent' }
          if (outcome.kind === 'sent') taken.push(parcel)
          return outcome
        },
      }
      await deliverDue(ground, { dress: dressFor('http://fest.example'), mailer: taking })
      return taken
    },
    async mailbox() {
      const { ctx, end } = openContext(ground, { kind: 'host' })
      const mails = await ctx.db
        .selectFrom('mails')
        .select(['subject', 'body', 'account_id as account'])
        .orderBy('id')
        .execute()
      await end()
      return mails
    },
    async [Symbol.asyncDispose]() {
      await database.drop()
    },
  }
}
