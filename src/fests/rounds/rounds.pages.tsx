// Planning a round, and opening it.
import { findCommunity, mustMod } from '#src/people/communities/communities.ts'
import { asFirst, pressed, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { roundWhere, zoneChoices } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { Head, Kicker } from '#src/ui/prose.tsx'
import { roundForm } from './rounds.form.ts'
import { listRounds, openRound, planRound } from './rounds.ts'

export function roundPages(web: Web): void {
  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const ctx = c.get('ctx')
    const community = await findCommunity(ctx.db, roundWhere(c).community)
    await mustMod(ctx.db, community.id, ctx.viewer)
    const zoned = again.entries.size > 0 ? again : { ...again, entries: new Map([['zone', community.timeZone]]) }
    const isFirst = (await listRounds(ctx, community)).length === 0
    const props = {
      again: zoned,
      to: paths.newRound(community.slug),
      kicker: isFirst ? `${community.name}, step 3 of 3` : community.name,
      csrf: c.get('csrf'),
      zones: zoneChoices(ctx.now()),
    }
    const main = <NewRound {...props} />
    return c.get('show')({
      title: 'Plan a round',
      main,
      status: statusOf(again),
      here: paths.community(community.slug),
    })
  }

  web.get(paths.newRound(':community'), (c) => show(c, asFirst))

  web.post(paths.newRound(':community'), (c) =>
    submitted(c, roundForm, {
      act: (ctx, plan) => planRound(ctx, roundWhere(c).community, plan),
      next: (round) => ({
        to: paths.roundDays(roundWhere(c).community, round.slug),
        notice: `${round.name} is planned. Look at its days; nobody but the mods sees it until you open it.`,
      }),
      again: (again) => show(c, again),
    }),
  )

  web.post(paths.roundOpening(':community', ':round'), (c) => {
    const where = roundWhere(c)
    return pressed(
      c,
      (ctx) => openRound(ctx, where.community, where.round),
      (round) => ({
        to: paths.round(where.community, where.round),
        notice: `${round.name} is open: everybody sees it now. Next, invite the people who should know.`,
      }),
    )
  })
}

type NewRoundProps = {
  readonly again: Again
  readonly to: string
  readonly kicker: string
  readonly csrf: string
  readonly zones: ReturnType<typeof zoneChoices>
}

function NewRound({ again, to, kicker, csrf, zones }: NewRoundProps) {
  const parts = { form: roundForm, state: again, lists: { zone: zones } }
  return (
    <>
      <Kicker>{kicker}</Kicker>
      <h1>Plan a round</h1>
      <p class="lede">
        The days come from these dates. You can change single days afterwards, before and after the round is open.
      </p>
      <ErrorSummary errors={again.errors} />
      <Form to={to} csrf={csrf} room="wide">
        <div class="pair">
          <FormFields {...parts} only={['name', 'theme']} />
        </div>
        <div class="sections">
          <div>
            <section>
              <Head title="Days" />
              <FormFields {...parts} only={['first', 'last', 'places', 'freeDays']} />
            </section>
            <section>
              <Head title="Midnight and grace" />
              <FormFields {...parts} only={['midnight', 'zone', 'graceDays']} />
            </section>
          </div>
          <div>
            <section>
              <Head title="Claiming" />
              <FormFields {...parts} only={['claimsOpen', 'daysPerPerson']} />
            </section>
            <section>
              <Head title="Early, later, afterwards" />
              <FormFields {...parts} only={['allowsEarly', 'laterRule', 'afterRound']} />
            </section>
          </div>
        </div>
        <Buttons>
          <Button>Plan the round</Button>
        </Buttons>
        <p class="soft small">Nobody sees it yet: it is opened on its own page, when you are ready.</p>
      </Form>
    </>
  )
}
