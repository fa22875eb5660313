// The page on which mods change a round while it runs.
import { changeForm, changePlanForm } from '#src/fests/rounds/choices/choices.form.ts'
import { changeRound, inkChosen, outlineOfRound } from '#src/fests/rounds/choices/changing-round.ts'
import { findRound, type Round, type RoundAtHome } from '#src/fests/rounds/rounds.ts'
import type { Entries } from '#src/kit/form.ts'
import { hueIn, type Ink } from '#src/kit/colours/inks.ts'
import { inkForHue } from '#src/kit/colours/own-ink.ts'
import { mustMod } from '#src/people/communities/communities.ts'
import { asFirst, readEntries, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { roundWhere, zoneChoices, type ZoneGroup } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { InkField } from '#src/ui/ink-field.tsx'
import { Head, Kicker } from '#src/ui/prose.tsx'

export function choicePages(web: Web): void {
  const at = paths.roundChoices(':community', ':round')

  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const { community, round } = roundWhere(c)
    const home = await findRound(c.get('ctx'), community, round)
    await mustMod(c.get('ctx').db, home.community.id, c.get('ctx').viewer)
    const was = again.entries.get('was') ?? outlineOfRound(home.round)
    const state = again.entries.size > 0 ? again : { ...again, entries: entriesOf(home) }
    const zones = home.round.openedAt === undefined ? zoneChoices(c.get('ctx').now()) : []
    return c.get('show')({
      title: `Change ${home.round.name}`,
      main: <ChangeRound {...{ home, state, was, zones }} csrf={c.get('csrf')} />,
      status: statusOf(again),
      here: paths.community(home.community.slug),
      ink: home.round.ink,
    })
  }

  web.get(at, (c) => show(c, asFirst))

  web.post(at, async (c) => {
    const { community, round } = roundWhere(c)
    const steps = {
      next: ({ name }: Round) => ({ to: paths.round(community, round), notice: `The changes to ${name} are saved.` }),
      again: (again: Again) => show(c, again),
    }
    // What the page asked goes by what it was when it was shown; the operation says where that is over.
    if (!(await readEntries(c)).has('midnight'))
      return submitted(c, changeForm, {
        ...steps,
        act: (ctx, change, entries) =>
          changeRound(ctx, community, round, { ...change, ink: inkChosen(change), was: entries.get('was') }),
      })
    return submitted(c, changePlanForm, {
      ...steps,
      act(ctx, { midnight, zone, claimsOpen, ...change }, entries) {
        const start = { midnight, zone, claimsOpen }
        return changeRound(ctx, community, round, { ...change, ink: inkChosen(change), was: entries.get('was'), start })
      },
    })
  })
}

function entriesOf({ round }: RoundAtHome): Entries {
  return new Map([
    ['name', round.name],
    ['theme', round.theme],
    ['graceDays', String(round.graceDays)],
    ['midnight', round.midnight],
    ['zone', round.timeZone],
    ['claimsOpen', round.claimsOpen?.wall.slice(0, 16) ?? ''],
    ['daysPerPerson', String(round.daysPerPerson ?? '')],
    ['allowsEarly', round.allowsEarly ? 'may' : 'wait'],
    ['laterRule', round.laterRule],
    ['afterRound', round.afterRound],
    ...inkEntries(round.ink),
  ])
}

function inkEntries(ink: Ink | undefined): [string, string][] {
  const hue = hueIn(ink)
  if (hue === undefined) return [['ink', ink ?? 'house']]
  return [
    ['ink', 'own'],
    ['colour', inkForHue(hue).onLight],
  ]
}

type ChangeProps = {
  readonly home: RoundAtHome
  readonly state: Again
  readonly was: string
  /** Only where the zone can still be changed. */
  readonly zones: readonly ZoneGroup[]
  readonly csrf: string
}

function ChangeRound({ home, state, was, zones, csrf }: ChangeProps) {
  const { community, round } = home
  const parts = { form: changeForm, state }
  return (
    <>
      <Kicker>{community.name}</Kicker>
      <h1>Change the round</h1>
      <p class="lede">What has been promised to somebody stays: no end gets earlier, and nobody loses a day.</p>
      <ErrorSummary errors={state.errors} />
      <Form to={paths.roundChoices(community.slug, round.slug)} csrf={csrf} keep={{ was }} room="wide">
        <div class="pair">
          <FormFields {...parts} only={['name', 'theme']} />
        </div>
        <div class="sections">
          <div>
            <section>
              <Head title="Colour and banner" />
              <InkField
                name="ink"
                field={changeForm.fields.ink}
                value={state.entries.get('ink') ?? 'house'}
                error={state.errors.get('ink')}
                own={hueIn(round.ink) === undefined ? undefined : round.ink}
              />
              <FormFields {...parts} only={['colour']} />
              <p class="small">
                <a href={paths.roundBanner(community.slug, round.slug)}>Its banner</a> has a page of its own.
              </p>
            </section>
            <section>
              <Head title="Grace and claiming" />
              <FormFields {...parts} only={['graceDays', 'daysPerPerson']} />
              <p class="small soft">
                More grace is for everybody whose grace has not ended. Less of it, which is possible until the first day
                begins, is for days that are taken from now on. Fewer days for each person take none from those who have
                more.
              </p>
            </section>
          </div>
          <div>
            <section>
              <Head title="Early, later, afterwards" />
              <FormFields {...parts} only={['allowsEarly', 'laterRule', 'afterRound']} />
              <p class="small soft">
                What is up stays up, and what waits for its minute keeps it. These hold for what is handed in from now
                on.
              </p>
            </section>
            <section>
              <Head title="Midnight and opening" />
              {round.openedAt === undefined ? (
                <>
                  <FormFields
                    form={changePlanForm}
                    state={state}
                    only={['midnight', 'zone', 'claimsOpen']}
                    lists={{ zone: zones }}
                  />
                  <p class="small soft">Once the round is open, these three stay as they are then.</p>
                </>
              ) : (
                <p class="small soft">
                  The round is open, so three things stay: whose midnight counts, the round’s time zone, and when
                  claiming opens. Its <a href={paths.roundDays(community.slug, round.slug)}>days</a> can change.
                </p>
              )}
            </section>
          </div>
        </div>
        <Buttons>
          <Button>Change the round</Button>
          <ButtonLink to={paths.round(community.slug, round.slug)} look="plain">
            Leave it as it is
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}
