// The page of a round: what it is, its calendar as a table or as sentences, taking a day, and what its mods can do.
import { bannerOf } from '#src/fests/rounds/banner/banner.ts'
import { BannerBand } from '#src/fests/rounds/banner/banner.parts.tsx'
import { whereLinkIs } from '#src/fests/claims/keys/key-mail-words.ts'
import { claimForAnother, claimDay } from '#src/fests/claims/claims.ts'
import { claimByKey } from '#src/fests/claims/keys/claiming-by-key.ts'
import { EnterSomebody } from '#src/fests/claims/mods/entering.parts.tsx'
import { claimForAnotherForm, claimForm } from '#src/fests/claims/claims.form.ts'
import { type RoundShown, showRound } from '#src/fests/claims/round-shown.ts'
import { CalendarKey, CalendarList, CalendarMonth } from '#src/fests/rounds/calendar.parts.tsx'
import { sayCount, sayDay } from '#src/kit/date-words.ts'
import { dayAt } from '#src/kit/days.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { countTry } from '#src/people/accounts/tries.ts'
import { asFirst, statusOf, submitted } from '#src/platform/web/forms.ts'
import { type JoinStanding, standingIn } from '#src/people/communities/joining/standing.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { roundWhere, zoneChoices, type ZoneGroup } from '#src/platform/web/where.ts'
import { placeOf } from '#src/kit/zones.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { RefusalSlip } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { PhaseStrip } from '#src/ui/phases.tsx'
import { Icon } from '#src/ui/marks.tsx'
import { Empty, Head } from '#src/ui/prose.tsx'
import { type Listable, seeListable } from './masterlist/listable.ts'
import { beyondFor } from './seen/how-far.ts'
import { Masterlist } from './pieces.parts.tsx'
import { PostLink } from './post-link.parts.tsx'
import { ForMods, RoundActions } from './round-actions.parts.tsx'
import { type Calendar, drawCalendar } from './round-calendar.ts'
import { phasesOf } from './round-phases.ts'
import { ruleSentences } from './round-rules.ts'
import { openWords } from './round-words.ts'

/** Which form a refusal came from: the calendar's buttons and the mods' line ask for some of the same fields. */
type From = 'calendar' | 'mods'

export function roundFrontPages(web: Web): void {
  const show = async (c: WebContext, again: Again, from: From = 'calendar'): Promise<Response> => {
    const ctx = c.get('ctx')
    const shown = await showRound(ctx, roundWhere(c), c.get('zone').name)
    const zone = c.get('zone').name ?? shown.round.timeZone
    const pieces = await seeListable(ctx, await beholderOf(ctx.db, ctx.viewer), shown.round.id)
    const banner = await bannerOf(ctx.db, shown.round.id)
    const looking = { now: ctx.now(), zone, csrf: c.get('csrf') }
    const props = {
      shown,
      standing: await standingIn(ctx, shown.community),
      calendar: drawCalendar(shown, looking, pieces),
      pieces,
      beyond: await beyondFor(
        c,
        pieces.listed.map(({ work }) => work),
      ),
      looking,
      again,
      from,
      artist: banner?.state === 'shown' ? banner.artist : undefined,
      // Some four hundred offsets are reckoned for it, and only the mods' line has the list.
      zones: shown.isMod ? zoneChoices(ctx.now()) : [],
      sendsMail: c.get('mailRoad') !== 'kept',
    }
    const main = <RoundPage {...props} asList={c.req.query('as') === 'list'} wanted={c.req.query('day')} />
    return c.get('show')({
      title: shown.round.name,
      ink: shown.round.ink,
      banner: banner && <BannerBand banner={banner} community={shown.community.slug} round={shown.round.slug} />,
      main,
      status: statusOf(again),
      here: paths.community(shown.community.slug),
      feed: paths.roundFeed(shown.community.slug, shown.round.slug),
      zone,
    })
  }

  web.get(paths.round(':community', ':round'), (c) => show(c, asFirst))

  const roundPath = (c: WebContext): string => paths.round(roundWhere(c).community, roundWhere(c).round)

  web.post(paths.claims(':community', ':round'), (c) =>
    submitted(c, claimForm, {
      act: (ctx, wanted) =>
        ctx.viewer.kind === 'key'
          ? claimByKey(ctx, roundWhere(c), wanted.day)
          : claimDay(ctx, roundWhere(c), { ...wanted, zone: c.get('zone').name }),
      next: (claim) => ({
        to: roundPath(c),
        notice: `${sayDay(claim.on)} is yours, by the midnight of ${placeOf(claim.zone)}.${c.get('ctx').viewer.kind === 'key' ? ' A link to it comes by mail.' : ''}`,
      }),
      again: (again) => show(c, again),
    }),
  )

  web.post(paths.claimForAnother(':community', ':round'), (c) =>
    submitted(c, claimForAnotherForm, {
      async act(ctx, wanted) {
        if (wanted.email !== undefined) countTry(c, 'mail-link', wanted.email)
        const claim = await claimForAnother(ctx, roundWhere(c), wanted)
        const what = `${sayDay(claim.on)} is entered for ${claim.name}.`
        return wanted.email === undefined ? what : `${what} ${whereLinkIs[c.get('mailRoad')]}`
      },
      next: (notice) => ({ to: roundPath(c), notice }),
      again: (again) => show(c, again, 'mods'),
    }),
  )
}

type RoundPageProps = {
  readonly shown: RoundShown
  readonly standing: JoinStanding
  readonly calendar: Calendar
  readonly pieces: Listable
  /** How far those go that go further than this reader has seen. */
  readonly beyond: ReadonlyMap<number, string>
  readonly looking: { readonly now: Parameters<typeof phasesOf>[1]; readonly zone: string; readonly csrf: string }
  readonly again: Again
  readonly from: From
  readonly asList: boolean
  /** The day for which a mod wants to enter somebody. */
  readonly wanted: string | undefined
  readonly zones: readonly ZoneGroup[]
  /** Where none is sent, nobody is asked for an address. */
  readonly sendsMail: boolean
  /** Who made the banner, if one is there. */
  readonly artist: string | undefined
}

function RoundPage(props: RoundPageProps) {
  const { shown, standing, calendar, looking, again, from, asList, artist } = props
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
            {artist === undefined ? '' : ` · banner by ${artist}`}
          </>
        }
        actions={<RoundActions shown={shown} standing={standing} csrf={looking.csrf} sendsMail={props.sendsMail} />}
      />
      {again.refusal && from === 'calendar' ? (
        <RefusalSlip sentence={again.refusal.sentence} offers={again.refusal.offers} csrf={looking.csrf} />
      ) : null}
      {shown.isMod ? <ForMods shown={shown} /> : null}
      <PhaseStrip phases={phasesOf(shown, looking.now, looking.zone)} label="Phases of the round" />
      <section class="stack">
        <div class="row row--ends">
          <p>
            {openWords(shown, looking)}
            {shown.notLet === undefined ? '' : ` ${shown.notLet}`}
            <Mine shown={shown} />
            <PostLink shown={shown} now={looking.now} zone={looking.zone} />
          </p>
          <p class="small no-print">
            {asList ? <a href={here}>Show as a calendar</a> : <a href={asking(here, { as: 'list' })}>Show as a list</a>}
          </p>
        </div>
        {asList ? (
          <>
            <Head title="Day by day" />
            <CalendarList days={calendar.days} />
          </>
        ) : (
          calendar.sheets.map((sheet) => <CalendarMonth month={sheet} />)
        )}
        <CalendarKey today={calendar.days.find((day) => day.isToday)?.number} />
      </section>
      {round.openedAt === undefined ? null : <Pieces {...props} />}
      {shown.isMod && round.openedAt !== undefined ? (
        <EnterSomebody {...props} isAgain={from === 'mods'} csrf={looking.csrf} />
      ) : null}
      <Rules shown={shown} />
    </>
  )
}

/** The viewer’s own days, each with the way to its page; why no more can be taken; and what could be taken back. */
function Mine({ shown }: { shown: RoundShown }) {
  const kept = shown.mine.filter((claim) => ['held', 'later', 'kept', 'closed'].includes(claim.state))
  const given = shown.mine.filter((claim) => claim.state === 'given-back')
  return (
    <>
      {kept.length === 0 ? null : (
        <>
          {' '}
          {kept.length === 1 ? 'Your day:' : 'Your days:'} <ClaimLinks shown={shown} claims={kept} />
          {limitWords(kept.length, shown)}
        </>
      )}
      {given.length === 0 ? null : (
        <>
          {' '}
          Given back: <ClaimLinks shown={shown} claims={given} />.
        </>
      )}
    </>
  )
}

/** A mod may enter somebody for more days than they could take. */
function limitWords(days: number, { isAtLimit, round: { daysPerPerson = days } }: RoundShown): string {
  if (days > daysPerPerson)
    return `. That is more than the ${sayCount(daysPerPerson, 'day', 'days')} each person may take: the mods have given you more.`
  return isAtLimit ? '; that is as many as one person may take.' : '.'
}

function ClaimLinks({ shown, claims }: { shown: RoundShown; claims: RoundShown['mine'] }) {
  const { community, round } = shown
  return (
    <>
      {claims.map((claim, at) => (
        <>
          {at === 0 ? '' : ', '}
          <a href={paths.claim(community.slug, round.slug, claim.id)}>{sayDay(claim.on)}</a>
        </>
      ))}
    </>
  )
}

function Pieces({ shown, pieces, beyond, looking }: RoundPageProps) {
  const { community, round, days } = shown
  const first = days.find(({ day }) => day.kind !== 'closed')?.day
  const isAhead = first !== undefined && first.on > dayAt(looking.now, looking.zone)
  const feed = (
    <a href={paths.roundFeed(community.slug, round.slug)}>
      <Icon name="rss" /> Feed
    </a>
  )
  return (
    <section>
      <Head title="The masterlist so far" aside={feed} />
      {pieces.listed.length > 0 ? (
        <>
          <Masterlist seen={pieces} beyond={beyond} />
          <p class="no-print">
            <a href={paths.masterlist(community.slug, round.slug)}>The whole masterlist, in any order</a>
          </p>
        </>
      ) : (
        <Empty says="No pieces yet." {...(isAhead ? { note: `The first day is ${sayDay(first.on)}.` } : {})} />
      )}
    </section>
  )
}

function Rules({ shown }: { shown: RoundShown }) {
  return (
    <section>
      <Head title="The rules, shortly" />
      <div class="rules">
        {ruleSentences(
          shown.round,
          shown.days.map(({ day }) => day),
        ).map((sentence) => (
          <p>{sentence}</p>
        ))}
      </div>
    </section>
  )
}
