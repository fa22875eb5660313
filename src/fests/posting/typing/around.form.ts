// What stands around the form of a piece, loaded for either page that has one: what was typed before, and what was saved meanwhile.
import { meanwhileIn } from '#src/fests/posting/history/meanwhile.form.ts'
import type { Compared } from '#src/fests/posting/history/compared.form.ts'
import type { Viewer } from '#src/platform/context.ts'
import type { Again, WebContext } from '#src/platform/web/web.ts'
import { type Typing, unsavedIn } from './typings.ts'

export type Around = {
  /** As it is to be shown. */
  readonly again: Again
  /** Against what was saved meanwhile. */
  readonly changed: Compared | undefined
  readonly typings: readonly Typing[]
  readonly viewer: Viewer
  readonly zone: string
  readonly csrf: string
  readonly isUnsaved: boolean
}

type Asked = {
  readonly work: number | undefined
  /** Where something may have been typed before: one form, or all that begin so. */
  readonly places: string
  readonly again: Again
}

export async function aroundForm(c: WebContext, { work, places, again }: Asked): Promise<Around> {
  const ctx = c.get('ctx')
  const told = work === undefined ? { again, changed: undefined } : await meanwhileIn(c.get('texts'), ctx, work, again)
  // Once something was sent, or brought back, the form holds what its writer wants in it.
  const isFirst = c.req.method === 'GET' && c.req.query('typed') === undefined
  return {
    ...told,
    typings: isFirst ? await unsavedIn(ctx, places, again.entries) : [],
    viewer: ctx.viewer,
    zone: c.get('zone').name ?? 'UTC',
    csrf: c.get('csrf'),
    isUnsaved: c.req.method === 'POST',
  }
}
