// The page of a community: what it is, its rounds, and what its mods can do.
import { type ListedRound, listRounds } from '#src/fests/rounds/rounds.ts'
import { sayCount, sayDayShort, sayList } from '#src/kit/date-words.ts'
import { dayAt } from '#src/kit/days.ts'
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
import { RoundRow, TitleLeaf } from '#src/ui/leaves.tsx'
import { whenWords } from './round-words.ts'
import { Empty, Head } from '#src/ui/prose.tsx'

export function communityFrontPages(web: Web): void {
  web.get(paths.community(':community'), async (c) => {
    const ctx = c.get('ctx')
    const community = await findCommunity(ctx.db, roundWhere(c).community)
    const today = dayAt(ctx.now(), c.get('zone').name ?? community.timeZone)
    const props = {
      community,
      face: await faceOf(ctx.db, community.id),
      rounds: await listRounds(ctx, community),
      role: (await membershipOf(ctx.db, community.id, ctx.viewer))?.role,
      isSignedIn: ctx.viewer.kind === 'person',
      csrf: c.get('csrf'),
      nextWords: (round: ListedRound) => whenWords(round, today),
    }
    return c.get('show')({
      title: community.name,
      main: <CommunityPage {...props} />,
      here: paths.community(community.slug),
    })
  })
}

type CommunityPageProps = {
  readonly community: Community
  readonly face: CommunityFace
  readonly rounds: readonly ListedRound[]
  readonly role: 'member' | 'mod' | undefined
  readonly isSignedIn: boolean
  readonly csrf: string
  readonly nextWords: (round: ListedRound) => string
}

function CommunityPage(props: CommunityPageProps) {
  const { community, face, rounds, role } = props
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
        {rounds.length === 0 ? (
          <Empty
            says={
              role === 'mod'
                ? 'No round yet. Plan the first one: its days, its places, its grace.'
                : 'No round yet. It will be announced here.'
            }
            action={
              role === 'mod' ? <ButtonLink to={paths.newRound(community.slug)}>Plan a round</ButtonLink> : undefined
            }
          />
        ) : (
          rounds.map((round) => (
            <RoundRow
              title={round.name}
              to={paths.round(community.slug, round.slug)}
              next={props.nextWords(round)}
              says={round.theme}
              until={
                round.first && round.last ? `${sayDayShort(round.first)} to ${sayDayShort(round.last)}` : undefined
              }
            />
          ))
        )}
      </section>
    </>
  )
}

function Actions({ community, role, isSignedIn, csrf, rounds }: CommunityPageProps) {
  if (role === 'mod') {
    return (
      <>
        {rounds.length === 0 ? null : <ButtonLink to={paths.newRound(community.slug)}>Plan a round</ButtonLink>}
        <ButtonForm to={paths.invitations(community.slug)} csrf={csrf} label="Invite somebody" look="plain" />
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
