// The address at which "it will come later" is said of a claim and taken back; a link to it changes nothing.
import { whereItLands } from '#src/fests/claims/later/ahead.ts'
import { isTakenBack, LaterPage } from '#src/fests/claims/later/saying-later.parts.tsx'
import { sayLater, unsayLater } from '#src/fests/claims/later/saying-later.ts'
import { showClaim } from '#src/fests/claims/round-shown.ts'
import { sayDay } from '#src/kit/date-words.ts'
import { pressed, readEntries } from '#src/platform/web/forms.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom, roundWhere } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'

export function sayingLaterPages(web: Web): void {
  const at = paths.claimLater(':community', ':round', ':claim')

  web.get(at, async (c) => {
    const shown = await showClaim(c.get('ctx'), roundWhere(c), idFrom(c, 'claim'))
    const zone = c.get('zone').name ?? shown.round.timeZone
    const main = <LaterPage shown={shown} now={c.get('ctx').now()} csrf={c.get('csrf')} zone={zone} />
    const title = `Later: ${sayDay(shown.claim.on)}, ${shown.round.name}`
    return c.get('show')({ title, main, here: paths.community(shown.community.slug), ink: shown.round.ink })
  })

  web.post(at, async (c) => {
    const isBack = isTakenBack((await readEntries(c)).get('do'))
    const { ahead } = await showClaim(c.get('ctx'), roundWhere(c), idFrom(c, 'claim'))
    return pressed(
      c,
      (ctx) => (isBack ? unsayLater : sayLater)(ctx, roundWhere(c), idFrom(c, 'claim')),
      ({ on }) => ({
        to: whereTo(c),
        notice: isBack ? `${sayDay(on)} it is, after all.` : `Noted for ${sayDay(on)}. ${whereItLands(ahead)}`,
      }),
    )
  })
}

const whereTo = (c: WebContext): string => paths.claim(roundWhere(c).community, roundWhere(c).round, idFrom(c, 'claim'))
