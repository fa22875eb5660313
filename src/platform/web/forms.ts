// One way for every form: read it, call one operation, go on; or show it again, filled, with what is in the way.
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Entries, FieldErrors, Fields, Form, ValuesOf } from '#src/kit/form.ts'
import { untouched } from '#src/kit/form.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { paths } from '#src/schema/paths.ts'
import type { Ctx } from '../context.ts'
import { readBody } from './body/read-body.ts'
import { leaveNotice } from './notices.ts'
import { readForm } from './read-form.ts'
import type { Again, Env } from './web.ts'

/** Forms without a text of any length. */
export const BODY_LIMIT = 256 * 1024

/** Two million characters of any script, with the header around them. */
export const TEXT_BODY_LIMIT = 16 * 1024 * 1024

/** A picture with its form around it; the picture itself may have ten. */
export const PICTURE_BODY_LIMIT = 11 * 1024 * 1024

const patternsOf = (...named: string[]): RegExp[] =>
  named.map((path) => new RegExp(`^${path.replaceAll(':', '[^/]+')}$`))

/** Where whole texts are posted, and where pictures are. */
const textPaths = patternsOf(
  paths.post(':', ':'),
  paths.workEdit(':'),
  paths.newChapter(':'),
  paths.chapterEdit(':', ':'),
  paths.typing,
  paths.asHtml,
)
const picturePaths = patternsOf(paths.roundBanner(':', ':'), paths.workPictures(':'))

const tooLarge = new Refusal(
  'limit',
  'body/too-large',
  'That was more than this form takes. Nothing was changed; please go back and send less.',
)

const pictureTooLarge = new Refusal(
  'limit',
  'body/too-large',
  'That was a file of more than 10 MB, and was not read. Nothing was changed; please go back and choose a smaller picture.',
)

const measureTo = (maxSize: number, refusal = tooLarge) =>
  bodyLimit({
    maxSize,
    onError() {
      throw refusal
    },
  })

const measure = measureTo(BODY_LIMIT)
const measureText = measureTo(TEXT_BODY_LIMIT)
const measurePicture = measureTo(PICTURE_BODY_LIMIT, pictureTooLarge)

/** Measures before anything is read; `guardForms` says no, further in, where there is a page to say it on. */
export const limitBody: MiddlewareHandler<Env> = async (c, next) => {
  try {
    await measureFor(c.req.path)(c, async () => {})
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    c.set('unreadable', error)
  }
  await next()
}

function measureFor(asked: string): MiddlewareHandler {
  const isOne = (patterns: readonly RegExp[]): boolean => patterns.some((path) => path.test(asked))
  if (isOne(textPaths)) return measureText
  return isOne(picturePaths) ? measurePicture : measure
}

/** The first value of each name; files have their own road. Throws the refusal form/unreadable. */
export const readEntries = async (c: Context<Env>): Promise<Entries> => (await readBody(c)).entries

type Next = { readonly to: string; readonly notice?: string }

type Steps<F extends Fields, T> = {
  readonly act: (ctx: Ctx, input: ValuesOf<F>, entries: Entries) => Promise<T>
  readonly next: (result: T) => Next | Promise<Next>
  /** Loads the page anew and shows it with what was typed. */
  readonly again: (again: Again) => Promise<Response>
}

export async function submitted<F extends Fields, T>(
  c: Context<Env>,
  form: Form<F>,
  steps: Steps<F, T>,
): Promise<Response> {
  const entries = await readEntries(c)
  const read = readForm(form.fields, entries)
  if ('errors' in read) return steps.again({ entries, errors: read.errors })
  try {
    const next = await steps.next(await steps.act(c.get('ctx'), read.value, entries))
    if (next.notice !== undefined) leaveNotice(c, next.notice)
    return c.redirect(next.to, 303)
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'missing') throw error
    const errors = new Map(error.about === undefined ? [] : [[error.about, error.sentence]])
    return steps.again({ entries, errors, refusal: error })
  }
}

/** A button on its own: an operation, and where to go then. A refusal gets a page of its own, unless `again` says otherwise. */
export async function pressed<T>(
  c: Context<Env>,
  act: (ctx: Ctx) => Promise<T>,
  then: (result: T) => Next,
): Promise<Response> {
  const next = then(await act(c.get('ctx')))
  if (next.notice !== undefined) leaveNotice(c, next.notice)
  return c.redirect(next.to, 303)
}

export const asFirst: Again = untouched

/** What stands at the head of the form: a refusal that is about no field is about all of it. */
export const errorsOf = (again: Again): FieldErrors =>
  again.refusal && again.errors.size === 0 ? new Map([['', again.refusal.sentence]]) : again.errors

/** 422 where a field is wrong, and what the kind of refusal asks for where a rule said no. */
export function statusOf(again: Again): 200 | 403 | 409 | 422 | 429 | 503 {
  if (again.refusal) return refusalStatus(again.refusal)
  return again.errors.size > 0 ? 422 : 200
}

function refusalStatus(refusal: Refusal): 403 | 409 | 422 | 429 | 503 {
  if (refusal.code === 'busy') return 503
  if (refusal.about !== undefined) return 422
  const statuses = { missing: 409, forbidden: 403, taken: 409, closed: 409, limit: 429 } as const
  return statuses[refusal.kind]
}
