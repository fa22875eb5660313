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

/** Pages promise no mail where none is sent: then letters are found where the pages of the community lead to them. */
export function lettersWords(c: WebContext) {
  const isMailed = c.get('mailRoad') === 'sent'
  return {
    isMailed,
    toMods: isMailed ? 'You hear by mail when they answer, and read it here.' : 'Their answer will stand here.',
    toPerson: isMailed
      ? 'Your letter is on its way by mail, and stands here.'
      : 'Your letter stands here, and they find it among their letters. This site sends no mail yet.',
    goes: isMailed ? 'It goes to them by mail' : 'They find it among their letters',
  }
}

/** A mail leads to letters; whoever is signed out reads them after signing in. */
export const toSignIn = (c: WebContext): string => asking(paths.signIn, { back: asking(c.req.path, c.req.query()) })
