// The members of a community: who they are, who keeps it, and for mods who asks to join and what was done to whom.
import { sayDayLong, sayMoment } from '#src/kit/date-words.ts'
import { dayAt } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import { pressed } from '#src/platform/web/forms.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { Moment } from '#src/ui/dates.tsx'
import { ButtonForm } from '#src/ui/forms.tsx'
import { Ledger, TitleLeaf } from '#src/ui/leaves.tsx'
import { Chip, Head } from '#src/ui/prose.tsx'
import { type Community, findCommunity, mayMod } from '../communities.ts'
import type { Waiting } from '../joining/joining.ts'
import { listRequests } from '../joining/standing.ts'
import { joiningPage } from '../joining/ways-in.ts'
import { sayDeed } from './deed-words.ts'
import { FindMember, MemberNames, Request } from './members.parts.tsx'
import { type Ban, liftBan, type MemberList, type MemberTurn, seeDeeds, seeMembers } from './members.ts'

export function membersPages(web: Web): void {
  const slugOf = (c: WebContext): string => c.req.param('community') ?? ''

  web.get(paths.members(':community'), async (c) => {
    const ctx = c.get('ctx')
    const community = await findCommunity(ctx.db, slugOf(c))
    const name = c.req.query('name')?.slice(0, 60) ?? ''
    const from = /^\d{1,6}$/.test(c.req.query('from') ?? '') ? Number(c.req.query('from')) : 0
    const isMod = await mayMod(ctx.db, community.id, ctx.viewer)
    const props = {
      community,
      list: await seeMembers(ctx, community, { name, from }),
      requests: isMod ? await listRequests(ctx, community) : [],
      ...(isMod ? await seeDeeds(ctx, community) : { deeds: [], bans: [] }),
      name,
      zone: c.get('zone').name ?? community.timeZone,
      csrf: c.get('csrf'),
    }
    return c.get('show')({
      title: `Members of ${community.name}`,
      main: <Members {...props} />,
      here: paths.community(community.slug),
      zone: community.timeZone,
    })
  })

  web.post(paths.ban(':community', ':id'), (c) =>
    pressed(
      c,
      (ctx) => liftBan(ctx, slugOf(c), idFrom(c, 'id')),
      (ban) => ({
        to: paths.members(slugOf(c)),
        notice: ban ? `${ban.name} may join again, and is told.` : 'That was lifted already.',
      }),
    ),
  )
}

type MembersProps = {
  readonly community: Community
  readonly list: MemberList
  readonly requests: readonly Waiting[]
  readonly deeds: readonly MemberTurn[]
  readonly bans: readonly Ban[]
  readonly name: string
  readonly zone: string
  readonly csrf: string
}

function Members(props: MembersProps) {
  const { community, list, requests, csrf } = props
  const { slug, name } = community
  const invite = list.isMod ? (
    <ButtonForm to={paths.invitations(slug)} csrf={csrf} label="Invite somebody" look="plain" />
  ) : undefined
  return (
    <>
      <TitleLeaf kicker={<a href={paths.community(slug)}>{name}</a>} title="Members" actions={invite} />
      {requests.length === 0 ? null : (
        <section>
          <Head title="Asking to join" aside="one answer by one mod is enough" />
          {requests.map((request) => (
            <Request {...{ request, community, csrf }} since={sayMoment(request.askedAt, props.zone)} />
          ))}
        </section>
      )}
      <section>
        <Head title="Mods" />
        <MemberNames members={list.mods} community={slug} isMod={list.isMod} />
      </section>
      <Everybody {...props} />
      {list.isMod ? <Bans {...props} /> : null}
      {list.isMod ? (
        <p class="row">
          <a href={paths.reservedNames(slug)}>Names without an account</a>
          <a href={paths.letters(slug)}>Letters</a>
          <a href={paths.invitations(slug)}>Open invitations</a>
        </p>
      ) : null}
      {list.isMod ? <Deeds {...props} /> : null}
    </>
  )
}

function Everybody({ community, list, name }: MembersProps) {
  const { slug } = community
  const { members, next, isMod, myself } = list
  if (!members) {
    return (
      <section>
        <Head title="Everybody" />
        <p>
          The names of the members are for members. <a href={joiningPage(slug, paths.members(slug))}>How to join</a>
        </p>
      </section>
    )
  }
  const marks =
    community.posting === 'approved'
      ? (isApproved: boolean) => (isApproved ? <Chip word="may post" /> : null)
      : undefined
  return (
    <section class="stack">
      <Head title="Everybody" aside={isMod ? 'a name leads to what you can do' : undefined} />
      <FindMember community={slug} name={name} />
      {members.length === 0 ? <p>Nobody here has a name like that.</p> : null}
      <MemberNames members={members} community={slug} isMod={isMod} mark={marks} />
      {next === undefined ? null : (
        <p>
          <a href={asking(paths.members(slug), { ...(name === '' ? {} : { name }), from: String(next) })}>
            More members
          </a>
        </p>
      )}
      {myself === undefined ? null : (
        <p class="row small">
          {isMod ? null : <a href={paths.letters(slug)}>Letters to and from the mods</a>}
          <a href={paths.leaving(slug)}>Leave {community.name}</a>
        </p>
      )}
    </section>
  )
}

const day = (at: Instant, zone: string): string => sayDayLong(dayAt(at, zone))

function Bans({ community, bans, zone, csrf }: MembersProps) {
  if (bans.length === 0) return null
  return (
    <section>
      <Head title="May not join again" aside="seen by the mods alone" />
      {bans.map(({ id, name, at }) => (
        <div class="row row--ends member-row">
          <p>
            {name}{' '}
            <span class="soft small">
              since <Moment at={at} words={day(at, zone)} />
            </span>
          </p>
          <ButtonForm
            to={paths.ban(community.slug, id)}
            csrf={csrf}
            label="Let back in"
            about={name}
            look="plain"
            size="small"
          />
        </div>
      ))}
    </section>
  )
}

function Deeds({ deeds, zone }: MembersProps) {
  if (deeds.length === 0) return null
  return (
    <section>
      <Head title="What mods did lately" aside="seen by the mods alone" />
      <Ledger lines={deeds.map((deed) => ({ at: deed.at, words: day(deed.at, zone), says: sayDeed(deed) }))} />
    </section>
  )
}
