// The first page: the day, the rounds under way and to come, and for a new site what to do next.
import { type ListedRound, listRounds } from '#src/fests/rounds/rounds.ts'
import { type CalendarDay, dayAt } from '#src/kit/days.ts'
import { sayDayLong } from '#src/kit/date-words.ts'
import { siteName } from '#src/moderation/instance/settings.ts'
import { isAnybodyHere } from '#src/people/accounts/accounts.ts'
import { type Community, listCommunities } from '#src/people/communities/communities.ts'
import type { Web } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonLink } from '#src/ui/forms.tsx'
import { DayLeaf } from '#src/ui/leaves.tsx'
import { Empty, Head, Slip } from '#src/ui/prose.tsx'
import { type OwnDay, loadMine } from './mine/mine.ts'
import { type Looking, OwnDayEntry } from './mine/own-day.parts.tsx'
import { myCommunities } from './my-communities.ts'
import { NewestPieces } from './pieces.parts.tsx'
import { NothingUnderWay, RoundList } from './rounds.parts.tsx'
import { ShelfSection } from './shelf/shelf.parts.tsx'
import { fillShelf, isFinished, type Shelf } from './shelf/shelf.ts'
import { Fortnights } from './today/fortnight.parts.tsx'
import { type NextDate, nextDates } from './today/next-dates.ts'
import { TodayInTheRounds, WhatComesNext } from './today/today.parts.tsx'
import { type Coming, listComing } from './today/what-comes.ts'
import { type Today, upToday } from './up-today.ts'

type Listed = { readonly community: Community; readonly rounds: readonly ListedRound[] }

/** Who reads it, as far as the first steps of a site are concerned. */
type Reader = 'nobody-yet' | 'admin' | 'anybody'

export function homePages(web: Web): void {
  web.get(paths.home, async (c) => {
    const ctx = c.get('ctx')
    const communities = await listCommunities(ctx.db)
    const zone = c.get('zone').name ?? communities[0]?.timeZone ?? 'UTC'
    const today = dayAt(ctx.now(), zone)
    const listed: Listed[] = []
    for (const community of communities) listed.push({ community, rounds: await listRounds(ctx, community) })
    const mine = await myCommunities(ctx)
    const isAdmin = ctx.viewer.kind === 'person' && ctx.viewer.isAdmin
    const reader: Reader = isAdmin ? 'admin' : (await isAnybodyHere(ctx.db)) ? 'anybody' : 'nobody-yet'
    const up = await upToday(ctx, listed, today, zone)
    const coming = up.rounds.length === 0 ? await listComing(ctx, today, c.get('zone').name) : []
    const all = listed.flatMap(({ rounds }) => rounds)
    const props = {
      ...chosenFrom(listed, mine, today),
      today,
      reader,
      up,
      coming,
      dates: nextDates(all, today),
      shelf: await fillShelf(ctx, listed, today, VOLUMES),
      own: ctx.viewer.kind === 'person' ? (await loadMine(ctx)).coming[0] : undefined,
      looking: { now: ctx.now(), zone: c.get('zone').name, csrf: c.get('csrf') },
    }
    return c.get('show')({
      title: await siteName(ctx.db),
      main: <Home {...props} />,
      here: paths.home,
      inks: all.map(({ ink }) => ink),
      zone,
    })
  })
}

/** As many as stand side by side on a wide page. */
const VOLUMES = 20

/** So many stand on the first page with all their rounds; of more, those where something happens. */
const FEW = 3
const MOST = 8
const NAMES = 12

type Chosen = { readonly listed: readonly Listed[]; readonly others: readonly Community[] }

/** One's own first, then those with a round under way or to come; the rest by name. */
function chosenFrom(all: readonly Listed[], mine: ReadonlySet<number>, today: CalendarDay): Chosen {
  const own = all.filter(({ community }) => mine.has(community.id))
  const ordered = [...own, ...all.filter(({ community }) => !mine.has(community.id))]
  if (all.length <= FEW) return { listed: ordered, others: [] }
  const isAlive = ({ rounds }: Listed): boolean => rounds.some(({ last }) => last !== undefined && last >= today)
  const listed = ordered.filter(isAlive).slice(0, MOST)
  return { listed, others: ordered.filter((each) => !listed.includes(each)).map(({ community }) => community) }
}

type HomeProps = Chosen & {
  readonly today: CalendarDay
  readonly reader: Reader
  readonly up: Today
  /** Only off-season, when no round is under way. */
  readonly coming: readonly Coming[]
  readonly dates: readonly NextDate[]
  readonly shelf: Shelf
  /** The reader’s next day, if they have one. */
  readonly own: OwnDay | undefined
  readonly looking: Looking
}

function Home(props: HomeProps) {
  const { listed, others, today, reader, up, coming, dates, shelf, own, looking } = props
  const isEmpty = listed.length + others.length === 0
  const [weekday = ''] = sayDayLong(today).split(' ')
  const month = sayDayLong(today).split(' ').slice(2).join(' ')
  return (
    <>
      <div class={own || up.fortnights.length > 0 ? 'leaf' : 'leaf leaf--two'}>
        <DayLeaf day={today} weekday={weekday} number={Number(today.slice(8))} month={month} coming={dates} />
        <div>
          {isEmpty ? <FirstStep reader={reader} /> : null}
          <TodayInTheRounds rounds={up.rounds} />
          {!isEmpty && up.rounds.length === 0 ? <WhatComesNext coming={coming} /> : null}
          <UpToday up={up} />
        </div>
        <Margin own={own} looking={looking} up={up} />
      </div>
      {listed.length === 0 ? null : (
        <div class={listed.length === 1 ? 'communities' : 'communities communities--many'}>
          {listed.map((one) => (
            <CommunityRounds {...one} today={today} />
          ))}
        </div>
      )}
      <OtherCommunities communities={others} />
      <ShelfSection shelf={shelf} />
      <UpLately up={up} />
      {reader === 'admin' && !isEmpty ? <ForAdmins /> : null}
    </>
  )
}

/** One’s own next day, and the days around today. */
function Margin({ own, looking, up }: Pick<HomeProps, 'own' | 'looking' | 'up'>) {
  if (own === undefined && up.fortnights.length === 0) return null
  return (
    <div class="leaf__margin">
      {own ? (
        <aside class="leaf__own" aria-label="Your next day">
          <Slip tone="mine">
            <p class="it">Your day comes round</p>
            <OwnDayEntry own={own} looking={looking} isFirst />
            <p class="small">
              <a href={paths.mine}>All your days</a>
            </p>
          </Slip>
        </aside>
      ) : null}
      <Fortnights rounds={up.fortnights} />
    </div>
  )
}

function UpLately({ up }: { up: Today }) {
  if (up.lately.length === 0) return null
  return (
    <section>
      <Head title="Up lately" aside="before today, the newest first" />
      <div class="entries-two">
        <NewestPieces works={up.lately} standIns={up.standIns} />
      </div>
    </section>
  )
}

function UpToday({ up }: { up: Today }) {
  if (up.works.length === 0) return null
  return (
    <section>
      <Head title="Up today" />
      <NewestPieces works={up.works} standIns={up.standIns} />
    </section>
  )
}

function FirstStep({ reader }: { reader: Reader }) {
  if (reader === 'admin') {
    return (
      <Empty
        says="The site stands. Next comes its first community."
        note="It is the second step of three; the third is its first round."
        action={<ButtonLink to={paths.newCommunity}>Start a community</ButtonLink>}
      />
    )
  }
  if (reader === 'nobody-yet') {
    return (
      <Empty
        says="This site has not been set up yet."
        note="If you have started it: the link to set it up stands in the terminal where it runs."
      />
    )
  }
  return <Empty says="No community yet." note="The admin of this site is about to start the first one." />
}

function CommunityRounds({ community, rounds, today }: Listed & { today: CalendarDay }) {
  const aside = (
    <a href={paths.community(community.slug)}>
      The community<span class="hush"> {community.name}</span>
    </a>
  )
  return (
    <section>
      <Head title={community.name} aside={aside} />
      {rounds.length === 0 ? <p class="soft">No round yet.</p> : null}
      {rounds.length > 0 && rounds.every((round) => isFinished(round, today)) ? <NothingUnderWay /> : null}
      <RoundList community={community.slug} rounds={rounds} today={today} />
    </section>
  )
}

function OtherCommunities({ communities }: { communities: readonly Community[] }) {
  if (communities.length === 0) return null
  return (
    <section>
      <Head title="More communities" aside={<a href={paths.communities}>All of them</a>} />
      <ul class="names">
        {communities.slice(0, NAMES).map(({ slug, name }) => (
          <li>
            <a href={paths.community(slug)}>{name}</a>
          </li>
        ))}
      </ul>
      {communities.length > NAMES ? (
        <p class="small">
          <a href={paths.communities}>And {communities.length - NAMES} more</a>
        </p>
      ) : null}
    </section>
  )
}

function ForAdmins() {
  return (
    <section>
      <Head title="For you as admin" />
      <p class="row">
        <a href={paths.newCommunity}>Start another community</a>
        <a href={paths.outbox}>See the outbox</a>
        <a href={paths.signUps}>Who may make an account</a>
        <a href={paths.siteSettings}>Settings of the site</a>
      </p>
    </section>
  )
}
