// How often something may be tried around accounts: from one address, and for one account or address of mail.
import { placeOf } from '#src/kit/zones.ts'
import { emailKey } from '#src/kit/fold.ts'
import type { Rate } from '#src/platform/web/rates.ts'
import type { WebContext } from '#src/platform/web/web.ts'

/** From one address more, because a household, a school or a library may share it. */
const limits = {
  'sign-in': { from: { tries: 50, perSeconds: 1_200 }, about: { tries: 10, perSeconds: 1_200 } },
  'sign-up': { from: { tries: 20, perSeconds: 3_600 }, about: { tries: 4, perSeconds: 3_600 } },
  // Mails to somebody who did not ask for them.
  'mail-link': { from: { tries: 30, perSeconds: 3_600 }, about: { tries: 5, perSeconds: 3_600 } },
  'guest-claim': { from: { tries: 10, perSeconds: 3_600 }, about: { tries: 4, perSeconds: 3_600 } },
  'use-link': { from: { tries: 50, perSeconds: 1_200 }, about: { tries: 50, perSeconds: 1_200 } },
  'confirm-again': { from: { tries: 30, perSeconds: 3_600 }, about: { tries: 5, perSeconds: 3_600 } },
  'know-password': { from: { tries: 50, perSeconds: 1_200 }, about: { tries: 10, perSeconds: 1_200 } },
} as const satisfies Readonly<Record<string, { from: Rate; about: Rate }>>

/** `about` is whom it concerns: an account, or an address of mail as it was typed. Refuses with how long to wait. */
export function countTry(c: WebContext, what: keyof typeof limits, about?: string | number): void {
  const { rates, ctx, address } = c.var
  rates.take(`${what} from ${address}`, limits[what].from, ctx.now())
  if (about !== undefined) rates.take(`${what} as ${emailKey(String(about))}`, limits[what].about, ctx.now())
}

export const deviceOf = (c: WebContext): string => c.req.header('user-agent') ?? ''

/** As in "Lisbon, 203.0.113.7": what a list of sessions says, to their owner alone. */
export function placeFrom(c: WebContext): string {
  const zone = c.get('zone').name
  const address = c.get('address')
  return [zone === undefined ? '' : placeOf(zone), address === 'unknown' ? '' : address].filter(Boolean).join(', ')
}
