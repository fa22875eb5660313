// The page of a community: what it is, its rounds, and what its mods can do.
import { type ListedRound, listRounds } from '#src/fests/rounds/rounds.ts'
import { sayCount, sayList } from '#src/kit/date-words.ts'
import { type CalendarDay, dayAt } from '#src/kit/days.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { seeNewest, type WorkCard } from '#src/library/works/works-seen.ts'
import {
  type Community,
  type CommunityFace,
  faceOf,
  findCommunity,
  membershipOf,
} from '#src/people/communities/communities.ts'
import type { Web } from '#src/platform/web/web.ts'
import { roundWhere } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { ButtonForm, ButtonLink } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Empty, Head } from '#src/ui/prose.tsx'
import { NewestPieces } from './pieces.parts.tsx'
import { NothingUnderWay, RoundList } from './rounds.parts.tsx'
import { ShelfSection } from './shelf/shelf.parts.tsx'
import { fillShelf, type Shelf } from './shelf/shelf.ts'

/** The newest that fit on a page beside everything else. */
const FEW = 6

export function communityFrontPages(web: Web): void {
  web.get(paths.community(':community'), async (c) => {
    const ctx = c.get('ctx')
    const community = await findCommunity(ctx.db, roundWhere(c).community)
    const today = dayAt(ctx.now(), c.get('zone').name ?? community.timeZone)
    const rounds = await listRounds(ctx, community)
    const props = {
      community,
      face: await faceOf(ctx.db, community.id),
      rounds,
      shelf: await fillShelf(ctx, [{ community, rounds }], today),
      newest: await seeNewest(ctx.db, await beholderOf(ctx.db, ctx.viewer), FEW, community.id),
      role: (await membershipOf(ctx.db, community.id, ctx.viewer))?.role,
      isSignedIn: ctx.viewer.kind === 'person',
      csrf: c.get('csrf'),
      today,
    }
    return c.get('show')({
      title: community.name,
      main: <CommunityPage {...props} />,
      here: paths.community(community.slug),
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
  readonly role: 'member' | 'mod' | undefined
  readonly isSignedIn: boolean
  readonly csrf: string
  readonly today: CalendarDay
}

function CommunityPage(props: CommunityPageProps) {
  const { community, face, rounds, today } = props
  return (
    <>
      <TitleLeaf
        title={community.name}
        says={
          <>
            {sayCount(face.members, 'member', 'members')} · kept by {sayList([...face.mods])}
          </>
        }
        actions={<Actions {...props} />}
      />
      {community.about === '' ? null : <p class="lede">{community.about}</p>}
      <section>
        <Head title="Rounds" />
        {rounds.length === 0 ? <NoRound {...props} /> : null}
        {rounds.length > 0 && rounds.length === props.shelf.count ? <NothingUnderWay /> : null}
        <RoundList community={community.slug} rounds={rounds} today={today} />
      </section>
      <ShelfSection shelf={props.shelf} />
      {props.newest.length === 0 ? null : (
        <section>
          <Head title="Newest pieces" />
          <NewestPieces works={props.newest} />
        </section>
      )}
    </>
  )
}

function NoRound({ community, role }: CommunityPageProps) {
  if (role !== 'mod') return <Empty says="No round yet." note="The first one will be announced here." />
  return (
    <Empty
      says="No round yet. Plan the first one."
      note="You say its days, its places and its grace; nobody but the mods sees it until you open it."
      action={<ButtonLink to={paths.newRound(community.slug)}>Plan a round</ButtonLink>}
    />
  )
}

function Actions({ community, role, isSignedIn, csrf, rounds }: CommunityPageProps) {
  if (role === 'mod') {
    return (
      <>
        {rounds.length === 0 ? null : <ButtonLink to={paths.newRound(community.slug)}>Plan a round</ButtonLink>}
        <ButtonLink to={paths.desk(community.slug)} look="plain">
          The desk
        </ButtonLink>
        <ButtonForm to={paths.invitations(community.slug)} csrf={csrf} label="Invite somebody" look="plain" />
        <ButtonLink to={paths.headerTemplate(community.slug)} look="quiet">
          Header template
        </ButtonLink>
        <ButtonLink to={paths.deletedRounds(community.slug)} look="quiet">
          Deleted rounds
        </ButtonLink>
      </>
    )
  }
  if (role === 'member') return null
  if (isSignedIn) return <ButtonForm to={paths.members(community.slug)} csrf={csrf} label={`Join ${community.name}`} />
  return <ButtonLink to={asking(paths.signIn, { back: paths.community(community.slug) })}>Sign in to join</ButtonLink>
}
