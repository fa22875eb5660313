// The first page: the day, the rounds under way and to come, and for a new site what to do next.
import { type ListedRound, listRounds } from '#src/fests/rounds/rounds.ts'
import { type CalendarDay, dayAt } from '#src/kit/days.ts'
import { sayDayLong, sayDayShort } from '#src/kit/date-words.ts'
import { siteName } from '#src/moderation/instance/settings.ts'
import { type Community, listCommunities } from '#src/people/communities/communities.ts'
import type { Web } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonLink } from '#src/ui/forms.tsx'
import { DayLeaf, RoundRow } from '#src/ui/leaves.tsx'
import { Empty, Head } from '#src/ui/prose.tsx'
import { whenWords } from './round-words.ts'

type Listed = { readonly community: Community; readonly rounds: readonly ListedRound[] }

export function homePages(web: Web): void {
  web.get(paths.home, async (c) => {
    const ctx = c.get('ctx')
    const communities = await listCommunities(ctx.db)
    const today = dayAt(ctx.now(), c.get('zone').name ?? communities[0]?.timeZone ?? 'UTC')
    const listed: Listed[] = []
    for (const community of communities) listed.push({ community, rounds: await listRounds(ctx, community) })
    const isAdmin = ctx.viewer.kind === 'person' && ctx.viewer.isAdmin
    return c.get('show')({
      title: await siteName(ctx.db),
      main: <Home listed={listed} today={today} isAdmin={isAdmin} />,
      here: paths.home,
    })
  })
}

function Home({ listed, today, isAdmin }: { listed: readonly Listed[]; today: CalendarDay; isAdmin: boolean }) {
  const [weekday = ''] = sayDayLong(today).split(' ')
  const month = sayDayLong(today).split(' ').slice(2).join(' ')
  return (
    <div class="leaf leaf--two">
      <DayLeaf day={today} weekday={weekday} number={Number(today.slice(8))} month={month} />
      <div>
        {listed.length === 0 ? (
          <Empty
            says={
              isAdmin
                ? 'The site stands. Start the first community; its rounds come after that.'
                : 'No community yet. The admin of this site is about to start one.'
            }
            action={isAdmin ? <ButtonLink to={paths.newCommunity}>Start a community</ButtonLink> : undefined}
          />
        ) : (
          listed.map((one) => <CommunityRounds {...one} today={today} />)
        )}
        {isAdmin ? <AdminRow hasCommunity={listed.length > 0} /> : null}
      </div>
    </div>
  )
}

function CommunityRounds({ community, rounds, today }: Listed & { today: CalendarDay }) {
  return (
    <section>
      <Head title={community.name} aside={<a href={paths.community(community.slug)}>The community</a>} />
      {rounds.length === 0 ? <p class="soft">No round yet.</p> : null}
      {rounds.map((round) => (
        <RoundRow
          title={round.name}
          to={paths.round(community.slug, round.slug)}
          next={whenWords(round, today)}
          says={round.theme}
          until={round.first && round.last ? `${sayDayShort(round.first)} to ${sayDayShort(round.last)}` : undefined}
        />
      ))}
    </section>
  )
}

function AdminRow({ hasCommunity }: { hasCommunity: boolean }) {
  return (
    <p class="row admin-row">
      {hasCommunity ? (
        <ButtonLink to={paths.newCommunity} look="quiet" size="small">
          Start another community
        </ButtonLink>
      ) : null}
      <ButtonLink to={paths.outbox} look="quiet" size="small">
        Outbox
      </ButtonLink>
    </p>
  )
}
