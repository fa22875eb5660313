// The announcements of a community: all of them, one of them, and for mods writing, changing, pinning and taking down.
import { pressed, readEntries } from '#src/platform/web/forms.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonForm, ButtonLink, Buttons, Button, Form } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Empty, Head } from '#src/ui/prose.tsx'
import { type Community, findCommunity, mayMod } from '../communities.ts'
import { AnnouncementLine, AnnouncementText, WhenAndWho } from './announcements.parts.tsx'
import {
  type AnnouncementSeen,
  listAnnouncements,
  listDrafts,
  openAnnouncement,
  pinAnnouncement,
  seeAnnouncement,
  takeAnnouncementDown,
} from './announcements.ts'

const MOST = 200

export function announcementPages(web: Web): void {
  const slugOf = (c: WebContext): string => c.req.param('community') ?? ''

  web.get(paths.announcements(':community'), async (c) => {
    const ctx = c.get('ctx')
    const community = await findCommunity(ctx.db, slugOf(c))
    const props = {
      community,
      posted: await listAnnouncements(ctx.db, community.id, MOST),
      drafts: await listDrafts(ctx, community.id),
      isMod: await mayMod(ctx.db, community.id, ctx.viewer),
      zone: c.get('zone').name ?? community.timeZone,
    }
    c.set('reads', ['frame', `community:${community.id}`])
    return c.get('show')({
      title: `Announcements, ${community.name}`,
      main: <Announcements {...props} />,
      here: paths.community(community.slug),
      feed: paths.communityFeed(community.slug),
      zone: community.timeZone,
    })
  })

  web.get(paths.announcement(':community', ':id'), async (c) => {
    const ctx = c.get('ctx')
    const community = await findCommunity(ctx.db, slugOf(c))
    const announcement = await seeAnnouncement(ctx, community, idFrom(c, 'id'))
    const isMod = await mayMod(ctx.db, community.id, ctx.viewer)
    const zone = c.get('zone').name ?? community.timeZone
    c.set('reads', ['frame', `community:${community.id}`, `announcement:${announcement.id}`])
    return c.get('show')({
      title: announcement.title,
      main: <OneAnnouncement {...{ community, announcement, isMod, zone }} csrf={c.get('csrf')} />,
      here: paths.community(community.slug),
      feed: paths.communityFeed(community.slug),
      zone: community.timeZone,
    })
  })

  web.post(paths.announcementPlace(':community', ':id'), async (c) => {
    const isPinned = (await readEntries(c)).get('do') === 'pin'
    return pressed(
      c,
      (ctx) => pinAnnouncement(ctx, slugOf(c), idFrom(c, 'id'), isPinned),
      ({ id, title }) => ({
        to: paths.announcement(slugOf(c), id),
        notice: isPinned ? `“${title}” stands at the top now.` : `“${title}” no longer stands at the top.`,
      }),
    )
  })

  web.get(paths.announcementTakingDown(':community', ':id'), async (c) => {
    const { community, announcement } = await openAnnouncement(c.get('ctx'), slugOf(c), idFrom(c, 'id'))
    const here = paths.announcement(community.slug, announcement.id)
    const main = (
      <>
        <h1>Take it down</h1>
        <p class="lede">
          Nobody but the mods sees “{announcement.title}” then. Its text is kept, and it can be put up again with the
          date it had.
        </p>
        <Form to={paths.announcementTakingDown(community.slug, announcement.id)} csrf={c.get('csrf')}>
          <Buttons>
            <Button tone="alarm">Take it down</Button>
            <ButtonLink to={here} look="plain">
              Keep it up
            </ButtonLink>
          </Buttons>
        </Form>
      </>
    )
    return c.get('show')({ title: `Take down, ${announcement.title}`, main, here: paths.community(community.slug) })
  })

  web.post(paths.announcementTakingDown(':community', ':id'), (c) =>
    pressed(
      c,
      (ctx) => takeAnnouncementDown(ctx, slugOf(c), idFrom(c, 'id')),
      ({ title }) => ({ to: paths.announcements(slugOf(c)), notice: `“${title}” is down; its text is kept here.` }),
    ),
  )
}

type ListProps = {
  readonly community: Community
  readonly posted: readonly AnnouncementSeen[]
  readonly drafts: readonly AnnouncementSeen[]
  readonly isMod: boolean
  readonly zone: string
}

function Announcements({ community, posted, drafts, isMod, zone }: ListProps) {
  const { slug, name } = community
  const write = isMod ? <ButtonLink to={paths.newAnnouncement(slug)}>Write one</ButtonLink> : undefined
  return (
    <>
      <TitleLeaf kicker={<a href={paths.community(slug)}>{name}</a>} title="Announcements" actions={write} />
      <section>
        <Head title="Newest first" aside={<a href={paths.communityFeed(slug)}>Feed</a>} />
        {posted.length === 0 ? <Empty says="Nothing has been announced yet." /> : null}
        {posted.map((announcement) => (
          <AnnouncementLine announcement={announcement} community={slug} zone={zone} />
        ))}
      </section>
      {drafts.length === 0 ? null : (
        <section>
          <Head title="Not up" aside="seen by the mods alone" />
          {drafts.map((announcement) => (
            <AnnouncementLine announcement={announcement} community={slug} zone={zone} />
          ))}
        </section>
      )}
    </>
  )
}

type OneProps = Pick<ListProps, 'community' | 'isMod' | 'zone'> & {
  readonly announcement: AnnouncementSeen
  readonly csrf: string
}

function OneAnnouncement({ community, announcement, isMod, zone, csrf }: OneProps) {
  const { state, isPinned } = announcement
  return (
    <>
      <TitleLeaf
        kicker={
          <>
            An announcement of <a href={paths.community(community.slug)}>{community.name}</a>
          </>
        }
        title={announcement.title}
        says={
          <>
            <WhenAndWho announcement={announcement} zone={zone} />
            {isPinned ? ' · at the top of the page' : ''}
          </>
        }
        actions={isMod ? <ForMods {...{ community, announcement, csrf }} /> : undefined}
      />
      {state === 'posted' ? null : (
        <div class="slip slip--waiting">
          <p>{state === 'draft' ? 'A draft: only the mods see it.' : 'It was taken down: only the mods see it.'}</p>
        </div>
      )}
      <AnnouncementText html={announcement.html} />
    </>
  )
}

function ForMods({ community, announcement, csrf }: Pick<OneProps, 'community' | 'announcement' | 'csrf'>) {
  const { id, state, isPinned } = announcement
  return (
    <>
      <ButtonLink to={paths.announcementEdit(community.slug, id)} look="plain">
        {state === 'posted' ? 'Change it' : 'Go on with it'}
      </ButtonLink>
      {state === 'posted' ? (
        <>
          <ButtonForm
            to={paths.announcementPlace(community.slug, id)}
            csrf={csrf}
            fields={{ do: isPinned ? 'unpin' : 'pin' }}
            label={isPinned ? 'Take it from the top' : 'Put it at the top'}
            look="quiet"
          />
          <ButtonLink to={paths.announcementTakingDown(community.slug, id)} look="quiet">
            Take it down
          </ButtonLink>
        </>
      ) : null}
    </>
  )
}
