// The page of a round: what it is, its calendar as a table or as sentences, taking a day, and what its mods can do.
import { claimForAnother, claimDay } from '#src/fests/claims/claims.ts'
import { claimForAnotherForm, claimForm } from '#src/fests/claims/claims.form.ts'
import { type RoundShown, showRound } from '#src/fests/claims/round-shown.ts'
import { CalendarKey, CalendarList, CalendarMonth } from '#src/fests/rounds/calendar.parts.tsx'
import { sayCount, sayDay } from '#src/kit/date-words.ts'
import { asFirst, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { roundWhere, zoneChoices, type ZoneGroup } from '#src/platform/web/where.ts'
import { placeOf } from '#src/kit/zones.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, ButtonLink, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { PhaseStrip } from '#src/ui/phases.tsx'
import { Head } from '#src/ui/prose.tsx'
import { type Calendar, drawCalendar } from './round-calendar.ts'
import { phasesOf } from './round-phases.ts'
import { ruleSentences } from './round-rules.ts'

/** Which form a refusal came from: the calendar's buttons and the mods' line ask for some of the same fields. */
type From = 'calendar' | 'mods'

export function roundFrontPages(web: Web): void {
  const show = async (c: WebContext, again: Again, from: From = 'calendar'): Promise<Response> => {
    const ctx = c.get('ctx')
    const shown = await showRound(ctx, roundWhere(c), c.get('zone').name)
    const zone = c.get('zone').name ?? shown.round.timeZone
    const looking = { now: ctx.now(), zone, csrf: c.get('csrf') }
    const props = { shown, calendar: drawCalendar(shown, looking), looking, again, from, zones: zoneChoices(ctx.now()) }
    const main = <RoundPage {...props} asList={c.req.query('as') === 'list'} />
    return c.get('show')({
      title: shown.round.name,
      main,
      status: statusOf(again),
      here: paths.community(shown.community.slug),
    })
  }

  web.get(paths.round(':community', ':round'), (c) => show(c, asFirst))

  const roundPath = (c: WebContext): string => paths.round(roundWhere(c).community, roundWhere(c).round)

  web.post(paths.claims(':community', ':round'), (c) =>
    submitted(c, claimForm, {
      act: (ctx, { day }) => claimDay(ctx, roundWhere(c), { day, zone: c.get('zone').name }),
      next: (claim) => ({
        to: roundPath(c),
        notice: `${sayDay(claim.on)} is yours, by the midnight of ${placeOf(claim.zone)}.`,
      }),
      again: (again) => show(c, again),
    }),
  )

  web.post(paths.claimForAnother(':community', ':round'), (c) =>
    submitted(c, claimForAnotherForm, {
      act: (ctx, wanted) => claimForAnother(ctx, roundWhere(c), wanted),
      next: (claim) => ({ to: roundPath(c), notice: `${sayDay(claim.on)} is entered for ${claim.name}.` }),
      again: (again) => show(c, again, 'mods'),
    }),
  )
}

type RoundPageProps = {
  readonly shown: RoundShown
  readonly calendar: Calendar
  readonly looking: { readonly now: Parameters<typeof phasesOf>[1]; readonly zone: string; readonly csrf: string }
  readonly again: Again
  readonly from: From
  readonly asList: boolean
  readonly zones: readonly ZoneGroup[]
}

function RoundPage(props: RoundPageProps) {
  const { shown, calendar, looking, again, from, asList } = props
  const { community, round } = shown
  const here = paths.round(community.slug, round.slug)
  return (
    <>
      <TitleLeaf
        kicker={round.theme || undefined}
        title={round.name}
        says={
          <>
            A round of <a href={paths.community(community.slug)}>{community.name}</a>
          </>
        }
        actions={<Actions shown={shown} csrf={looking.csrf} />}
      />
      {again.refusal && from === 'calendar' ? (
        <RefusalSlip sentence={again.refusal.sentence} offers={again.refusal.offers} csrf={looking.csrf} />
      ) : null}
      {round.openedAt === undefined ? (
        <p class="slip">Only the mods see this round. Open it when its days are right.</p>
      ) : null}
      <PhaseStrip phases={phasesOf(shown, looking.now, looking.zone)} label="The round’s stretches" />
      <section class="stack">
        <p class="row small">
          <span>{openWords(shown)}</span>
          {asList ? (
            <a href={here}>As a calendar</a>
          ) : (
            <a href={asking(here, { as: 'list' })}>As a list of sentences</a>
          )}
          <span class="soft">Days as they are in {placeOf(looking.zone)}</span>
        </p>
        {asList ? (
          <>
            <Head title="Day by day" />
            <CalendarList days={calendar.days} />
          </>
        ) : (
          calendar.sheets.map((sheet) => <CalendarMonth month={sheet} />)
        )}
        <CalendarKey />
      </section>
      <div class="two">
        {shown.isMod && round.openedAt !== undefined ? <ForAnother {...props} /> : <Rules shown={shown} />}
        {shown.isMod && round.openedAt !== undefined ? <Rules shown={shown} /> : null}
      </div>
    </>
  )
}

function openWords({ days, mine }: RoundShown): string {
  const open = days.filter((day) => day.claiming === 'open').reduce((sum, day) => sum + day.left, 0)
  const yours = mine.filter((claim) => ['held', 'later'].includes(claim.state))
  const have = yours.length === 0 ? '' : ` You have ${sayCount(yours.length, 'day', 'days')}.`
  return `${open === 0 ? 'No place is open to claim right now.' : `${sayCount(open, 'place is', 'places are')} open to claim.`}${have}`
}

/** One filled button at most: what this viewer would most likely do next. */
function Actions({ shown, csrf }: { shown: RoundShown; csrf: string }) {
  const { community, round, isMod, isSignedIn, isMember } = shown
  const days = paths.roundDays(community.slug, round.slug)
  if (isMod) {
    return (
      <>
        {round.openedAt === undefined ? (
          <ButtonForm to={paths.roundOpening(community.slug, round.slug)} csrf={csrf} label="Open the round" />
        ) : null}
        <ButtonLink to={days} look="plain">
          Change the days
        </ButtonLink>
        <ButtonLink to={paths.roundDeletion(community.slug, round.slug)} look="quiet">
          Delete the round
        </ButtonLink>
      </>
    )
  }
  if (!isSignedIn) {
    return (
      <ButtonLink to={asking(paths.signIn, { back: paths.round(community.slug, round.slug) })}>
        Sign in to take a day
      </ButtonLink>
    )
  }
  return isMember ? null : (
    <ButtonForm to={paths.members(community.slug)} csrf={csrf} label={`Join ${community.name}`} />
  )
}

function Rules({ shown }: { shown: RoundShown }) {
  return (
    <section>
      <Head title="The rules, shortly" />
      <div class="stack">
        {ruleSentences(shown.round).map((sentence) => (
          <p>{sentence}</p>
        ))}
      </div>
    </section>
  )
}

/** For somebody who answered by mail or elsewhere and has no account: a name, a day, done. */
function ForAnother({ shown, again, from, looking, zones }: RoundPageProps) {
  const { community, round, days } = shown
  const state = from === 'mods' ? again : asFirst
  const choices = days
    .filter(({ day, left }) => day.kind !== 'closed' && left > 0)
    .map(({ day }) => ({ value: String(day.id), label: sayDay(day.on) }))
  return (
    <section id="for-another">
      <Head title="Enter somebody" aside="for people without an account" />
      {state.refusal && state.errors.size === 0 ? (
        <RefusalSlip sentence={state.refusal.sentence} />
      ) : (
        <ErrorSummary errors={state.errors} within="another" />
      )}
      <Form to={paths.claimForAnother(community.slug, round.slug)} csrf={looking.csrf} label="Enter somebody">
        <div class="row row--fields">
          <FormFields form={claimForAnotherForm} state={state} lists={{ day: choices, zone: zones }} within="another" />
        </div>
        <Buttons>
          <Button look="plain">Enter the claim</Button>
        </Buttons>
      </Form>
    </section>
  )
}
