// What a page handler is given: Hono's request with our visit on it, and what the application shows pages with.
import type { Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { FormState } from '#src/kit/form.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Reading } from '#src/kit/reading.ts'
import type { Refusal } from '#src/kit/refusal.ts'
import type { Ctx } from '../context.ts'
import type { MailRoad } from '../mail/mail-config.ts'
import type { Body } from './body/read-body.ts'
import type { Texts } from '../text/texts.ts'
import type { Rates } from './rates.ts'

/** The zone in which times are shown, and how we know: the account says, the device says, or nobody did. */
export type ShownZone = { readonly name: string | undefined; readonly by: 'account' | 'cookie' | 'nobody' }

export type Page = {
  readonly title: string
  readonly main: Child
  readonly status?: 200 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503
  /** A round's own colour. */
  readonly ink?: string | undefined
  /** Stands between the masthead and the page, as wide as the window. */
  readonly banner?: Child
  /** Those of the rounds that it lists. */
  readonly inks?: readonly (string | undefined)[]
  /** Something to read at length: its face is fetched at once. */
  readonly isStory?: boolean
  /** The zone this page shows its times in, where that is not the visitor’s own. */
  readonly zone?: string
  /** The address in the masthead under which this page is filed. */
  readonly here?: string
  /** A feed of what this page lists. */
  readonly feed?: string
}

export type Env = {
  Variables: {
    ctx: Ctx
    requestId: string
    /** Secret of this session's forms; empty for guests, whose forms are guarded by their origin alone. */
    csrf: string
    zone: ShownZone
    /** How whoever asks wants to read. */
    reading: Reading
    /** Shows a page in the house's frame. */
    show: (page: Page) => Promise<Response>
    rates: Rates
    /** What becomes of a mail here: pages promise none where none is sent. */
    mailRoad: MailRoad
    /** Before anything of it was read: nobody is late by the length of a text. */
    arrivedAt: Instant
    /** Gives back what this visit's reads hold, before it does something that takes its time. */
    rest: () => Promise<void>
    /** Reads what people paste; before a transaction, never in one. */
    texts: Texts
    isSecure: boolean
    /** What the names of this site's own cookies end with. */
    cookieMark?: string
    /** What addresses of ours begin with where they are read elsewhere, as in https://fest.example. */
    origin: string
    /** What its form sent, once it was read. */
    body?: Body
    /** Why the body of this request will not be read. */
    unreadable?: Refusal
    /** What a page has read, as in `work:12`; said by pages that may be kept for guests. */
    reads?: readonly string[]
    /** Whom a request counts against: the address it came from. */
    address: string
  }
}

export type Web = Hono<Env>
export type WebContext<Path extends string = string> = Context<Env, Path>

/** Why a form is shown again. */
export type Again = FormState & { readonly refusal?: Refusal }
