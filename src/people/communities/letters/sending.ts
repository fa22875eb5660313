// What every form that sends a letter shares: how many may be sent, and the key that makes a second press nothing.
import type { Entries } from '#src/kit/form.ts'
import type { Rate } from '#src/platform/web/rates.ts'
import type { WebContext } from '#src/platform/web/web.ts'
import { asking, paths } from '#src/schema/paths.ts'
import type { Letter } from './letters.ts'

/** Each is a mail to somebody, and one of a person to every mod. A mod may have a round to write to. */
const limits: Readonly<Record<Letter['side'], Rate>> = {
  person: { tries: 6, perSeconds: 3_600 },
  mods: { tries: 40, perSeconds: 3_600 },
}

export function countLetter(c: WebContext, side: Letter['side']): void {
  const { rates, ctx } = c.var
  if (ctx.viewer.kind === 'person') rates.take(`letter by ${side} as ${ctx.viewer.account}`, limits[side], ctx.now())
}

export const onceOf = (c: WebContext, entries: Entries): string =>
  (entries.get('once') ?? c.get('ctx').uid()).slice(0, 64)

/** A mail leads to letters; whoever is signed out reads them after signing in. */
export const toSignIn = (c: WebContext): string => asking(paths.signIn, { back: asking(c.req.path, c.req.query()) })
