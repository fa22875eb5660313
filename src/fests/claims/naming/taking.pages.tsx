// Taking a day on a page of its own: under which of several names; and for guests with a name and an address, or after signing in.
import { guestClaimForm } from '#src/fests/claims/keys/key.form.ts'
import { claimAsGuest, openDaysForGuest } from '#src/fests/claims/keys/guest-claims.ts'
import { findDay, findRound } from '#src/fests/rounds/rounds.ts'
import { sayDay } from '#src/kit/date-words.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { countTry } from '#src/people/accounts/tries.ts'
import { membershipOf } from '#src/people/communities/communities.ts'
import { namesToChoose } from '#src/people/communities/names/names-in.ts'
import { guestsMayClaim } from '#src/people/communities/posting-access.ts'
import type { MailRoad } from '#src/platform/mail/mail-config.ts'
import { asFirst, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom, roundWhere, zoneChoices } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { Taking, TakingAsGuest } from './taking.parts.tsx'

export function takingPages(web: Web): void {
  web.get(paths.dayTaking(':community', ':round', ':day'), async (c) => {
    const ctx = c.get('ctx')
    const where = roundWhere(c)
    const { round, community } = await findRound(ctx, where.community, where.round)
    const day = await findDay(ctx.db, round.id, idFrom(c, 'day'))
    if (ctx.viewer.kind !== 'person') {
      if (!guestsMayClaim(community) || c.get('mailRoad') === 'kept')
        return c.redirect(asking(paths.signIn, { back: c.req.path }), 303)
      return showForGuest(c, { ...asFirst, entries: new Map([['day', String(day.id)]]) })
    }
    const usual = (await membershipOf(ctx.db, community.id, ctx.viewer))?.penName
    const names = await namesToChoose(ctx.db, ctx.viewer, usual)
    const main = (
      <Taking
        title={`Take ${sayDay(day.on)}`}
        round={round.name}
        to={paths.claims(where.community, where.round)}
        back={paths.round(where.community, where.round)}
        day={day.id}
        names={names.map(({ id, name }) => ({ value: String(id), label: name }))}
        csrf={c.get('csrf')}
      />
    )
    return c.get('show')({
      title: `Take ${sayDay(day.on)}`,
      ink: round.ink,
      main,
      here: paths.community(where.community),
    })
  })

  web.post(paths.guestClaims(':community', ':round'), (c) =>
    submitted(c, guestClaimForm, {
      act(ctx, wanted) {
        mustHaveMail(c)
        countTry(c, 'guest-claim', wanted.email)
        return claimAsGuest(ctx, roundWhere(c), wanted)
      },
      next: ({ on, name }) => ({
        to: paths.round(roundWhere(c).community, roundWhere(c).round),
        notice: `${sayDay(on)} is held for ${name} for 48 hours. ${toKeepIt[c.get('mailRoad')]}`,
      }),
      again: (again) => showForGuest(c, again),
    }),
  )
}

/** Nobody is to wait for a mail that does not leave. */
const toKeepIt: Readonly<Record<MailRoad, string>> = {
  sent: 'Press the button behind the link that we mail you, and it stays yours.',
  shown:
    'No mail leaves this machine: the link waits in the outbox, for its admin. Tell the mods, who can confirm you.',
  kept: 'Tell the mods, who can confirm you.',
}

function mustHaveMail(c: WebContext): void {
  if (c.get('mailRoad') === 'kept')
    throw new Refusal('closed', 'mail/none', 'This site sends no mail yet, so days are taken with an account.')
}

async function showForGuest(c: WebContext, again: Again): Promise<Response> {
  const ctx = c.get('ctx')
  const where = roundWhere(c)
  const { round, days } = await openDaysForGuest(ctx, where, c.get('zone').name)
  const wanted = Number(again.entries.get('day'))
  const main = (
    <TakingAsGuest
      round={round}
      to={paths.guestClaims(where.community, where.round)}
      back={paths.round(where.community, where.round)}
      signIn={asking(paths.signIn, { back: paths.round(where.community, where.round) })}
      days={days.map(({ id, on }) => ({ value: String(id), label: sayDay(on) }))}
      isOpen={days.some(({ id }) => id === wanted)}
      zones={zoneChoices(ctx.now())}
      isMailed={c.get('mailRoad') === 'sent'}
      again={again}
      csrf={c.get('csrf')}
    />
  )
  const here = paths.community(where.community)
  return c.get('show')({ title: `Take a day, ${round.name}`, ink: round.ink, main, status: statusOf(again), here })
}
