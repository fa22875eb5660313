// The press with which a mod confirms whoever has taken a day without an account.
import { roundWhere, idFrom } from '#src/platform/web/where.ts'
import { sayDay } from '#src/kit/date-words.ts'
import { pressed } from '#src/platform/web/forms.ts'
import type { Web } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { confirmHold } from './holds.ts'

export function confirmingHoldPages(web: Web): void {
  web.post(paths.claimConfirming(':community', ':round', ':claim'), (c) =>
    pressed(
      c,
      (ctx) => confirmHold(ctx, roundWhere(c), idFrom(c, 'claim')),
      ({ id, on, name }) => ({
        to: paths.claim(roundWhere(c).community, roundWhere(c).round, id),
        notice: `Confirmed: ${sayDay(on)} stays with ${name}.`,
      }),
    ),
  )
}
