// The page of a community: what it is, what its mods announce, its rounds, its rules, and the way in.
import { type ListedRound, listRounds } from '#src/fests/rounds/rounds.ts'
import { sayCount, sayList } from '#src/kit/date-words.ts'
import { type CalendarDay, dayAt } from '#src/kit/days.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { seeNewest, type WorkCard } from '#src/library/works/works-seen.ts'
import { AnnouncementLine, PinnedAnnouncement } from '#src/people/communities/announcements/announcements.parts.tsx'
import { type AnnouncementSeen, listAnnouncements } from '#src/people/communities/announcements/announcements.ts'
import { type Community, type CommunityFace, faceOf, findCommunity } from '#src/people/communities/communities.ts'
import { Rules, WayInside } from '#src/people/communities/joining/joining.parts.tsx'
import { countRequests, type JoinStanding, standingIn } from '#src/people/communities/joining/standing.ts'
import { rulesOf } from '#src/people/communities/settings/settings.ts'
import type { Web } from '#src/platform/web/web.ts'
import { roundWhere } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonForm, ButtonLink } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Empty, Head } from '#src/ui/prose.tsx'
import { NewestPieces } from './pieces.parts.tsx'
import { NothingUnderWay, RoundList } from './rounds.parts.tsx'
import { ShelfSection } from './shelf/shelf.parts.tsx'
import { fillShelf, type Shelf } from './shelf/shelf.ts'

/** The newest that fit on a page beside everything else. */
const FEW = 6
const ANNOUNCEMENTS = 3

export function communityFrontPages(web: Web): void {
  web.get(paths.community(':community'), async (c) => {
    const ctx = c.get('ctx')
    const community = await findCommunity(ctx.db, roundWhere(c).community)
    const zone = c.get('zone').name ?? community.timeZone
    const today = dayAt(ctx.now(), zone)
    const rounds = await listRounds(ctx, community)
    const props = {
      community,
      face: await faceOf(ctx.db, community.id),
      rounds,
      shelf: await fillShelf(ctx, [{ community, rounds }], today),
      newest: await seeNewest(ctx.db, await beholderOf(ctx.db, ctx.viewer), FEW, community.id),
      standing: await standingIn(ctx, community),
      rules: await rulesOf(ctx.db, community.id),
      announced: await listAnnouncements(ctx.db, community.id, ANNOUNCEMENTS + 1),
      requests: await countRequests(ctx.db, ctx.viewer, community),
      csrf: c.get('csrf'),
      zone,
      today,
    }
    return c.get('show')({
      title: community.name,
      main: <CommunityPage {...props} />,
      here: paths.community(community.slug),
      feed: paths.communityFeed(community.slug),
      zone: community.timeZone,
      inks: props.rounds.map(({ ink }) => ink),
    })
  })
}

type CommunityPageProps = {
  readonly community: Community
  readonly face: CommunityFace
  readonly rounds: readonly ListedRound[]
  readonly shelf: Shelf
  readonly newest: readonly WorkCard[]
  readonly standing: JoinStanding
  /** Clean HTML. */
  readonly rules: string
  readonly announced: readonly AnnouncementSeen[]
  readonly requests: number
  readonly csrf: string
  readonly zone: string
  readonly today: CalendarDay
}

const isMod = ({ standing }: Pick<CommunityPageProps, 'standing'>): boolean =>
  standing.kind === 'member' && standing.role === 'mod'

function CommunityPage(props: CommunityPageProps) {
  const { community, face, rounds, today, announced, zone } = props
  const pinned = announced.find((announcement) => announcement.isPinned)
  return (
    <>
      <TitleLeaf
        title={community.name}
        says={
          <>
            <a href={paths.members(community.slug)}>{sayCount(face.members, 'member', 'members')}</a> · kept by{' '}
            {sayList([...face.mods])}
          </>
        }
        actions={<Actions {...props} />}
      />
      {community.about === '' ? null : <p class="lede">{community.about}</p>}
      <Requests {...props} />
      {pinned ? <PinnedAnnouncement announcement={pinned} community={community.slug} zone={zone} /> : null}
      <section>
        <Head title="Rounds" />
        {rounds.length === 0 ? <NoRound {...props} /> : null}
        {rounds.length > 0 && rounds.length === props.shelf.count ? <NothingUnderWay /> : null}
        <RoundList community={community.slug} rounds={rounds} today={today} />
      </section>
      <ShelfSection shelf={props.shelf} />
      <Announced {...props} />
      {props.newest.length === 0 ? null : (
        <section>
          <Head title="Newest pieces" />
          <NewestPieces works={props.newest} />
        </section>
      )}
      <Rules html={props.rules} />
    </>
  )
}

/** For mods alone; nobody else hears that somebody asks. */
function Requests({ community, requests }: CommunityPageProps) {
  if (requests === 0) return null
  return (
    <div class="slip slip--waiting">
      <p>
        <a href={paths.members(community.slug)}>
          {requests === 1 ? 'Somebody asks to join' : `${requests} people ask to join`}
        </a>
        .
      </p>
    </div>
  )
}

/** The pinned one stands at the top of the page already. */
function Announced(props: CommunityPageProps) {
  const { community, announced, zone } = props
  const listed = announced.filter((announcement) => !announcement.isPinned).slice(0, ANNOUNCEMENTS)
  const to = paths.announcements(community.slug)
  if (announced.length === 0) {
    return isMod(props) ? (
      <section>
        <Head title="Announcements" />
        <p>
          Nothing has been announced yet. <a href={paths.newAnnouncement(community.slug)}>Write an announcement</a>
        </p>
      </section>
    ) : null
  }
  return (
    <section>
      <Head title="Announcements" aside={<a href={to}>All of them</a>} />
      {listed.map((announcement) => (
        <AnnouncementLine announcement={announcement} community={community.slug} zone={zone} />
      ))}
    </section>
  )
}

function NoRound(props: CommunityPageProps) {
  if (!isMod(props)) return <Empty says="No round yet." note="The first one will be announced here." />
  return (
    <Empty
      says="No round yet. Plan the first one."
      note="You say its days, its places and its grace; nobody but the mods sees it until you open it."
      action={<ButtonLink to={paths.newRound(props.community.slug)}>Plan a round</ButtonLink>}
    />
  )
}

function Actions(props: CommunityPageProps) {
  const { community, standing, rules, csrf, rounds } = props
  const { slug } = community
  if (!isMod(props) && standing.kind === 'member') {
    return (
      <ButtonLink to={paths.letters(slug)} look="quiet">
        Letters with the mods
      </ButtonLink>
    )
  }
  if (!isMod(props))
    return <WayInside {...{ community, standing, csrf }} hasRules={rules !== ''} back={paths.community(slug)} />
  return (
    <>
      {rounds.length === 0 ? null : <ButtonLink to={paths.newRound(slug)}>Plan a round</ButtonLink>}
      <ButtonLink to={paths.desk(slug)} look="plain">
        The desk
      </ButtonLink>
      <ButtonForm to={paths.invitations(slug)} csrf={csrf} label="Invite somebody" look="plain" />
      <ButtonLink to={paths.communitySettings(slug)} look="quiet">
        Settings
      </ButtonLink>
    </>
  )
}
