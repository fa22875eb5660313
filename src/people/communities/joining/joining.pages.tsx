// Coming in and going: joining, asking, using an invitation, leaving; and for mods inviting and answering.
import { asFirst, pressed, readEntries, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { type Community, findCommunity } from '../communities.ts'
import { leaveCommunity } from '../members/members.ts'
import { rulesOf } from '../settings/settings.ts'
import { answeringForm, askingForm } from './joining.form.ts'
import { Declined, Rules, WayInside } from './joining.parts.tsx'
import { answerRequest, askToJoin, joinCommunity } from './joining.ts'
import { type JoinStanding, standingIn } from './standing.ts'

export function joiningPages(web: Web): void {
  const slugOf = (c: WebContext): string => c.req.param('community') ?? ''

  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const ctx = c.get('ctx')
    const community = await findCommunity(ctx.db, slugOf(c))
    const props = {
      community,
      standing: await standingIn(ctx, community),
      rules: await rulesOf(ctx.db, community.id),
      zone: c.get('zone').name ?? community.timeZone,
      again,
      csrf: c.get('csrf'),
    }
    return c.get('show')({
      title: `Join ${community.name}`,
      main: <Joining {...props} />,
      status: statusOf(again),
      here: paths.community(community.slug),
      zone: community.timeZone,
    })
  }

  web.get(paths.joining(':community'), (c) => show(c, asFirst))

  web.post(paths.members(':community'), async (c) => {
    const { db } = c.get('ctx')
    const { id, slug, joining } = await findCommunity(db, slugOf(c))
    // A button on another page does not know whether there are rules to be read first.
    const isRead = (await readEntries(c)).get('rules') === 'read'
    if (joining === 'open' && !isRead && (await rulesOf(db, id)) !== '') return c.redirect(paths.joining(slug), 303)
    return pressed(c, (ctx) => joinCommunity(ctx, slug), joined)
  })

  web.post(paths.joinRequests(':community'), (c) =>
    submitted(c, askingForm, {
      act: (ctx, { says }) => askToJoin(ctx, slugOf(c), says),
      next: ({ slug, name }) => ({
        to: paths.community(slug),
        notice: `The mods of ${name} have been asked. You hear from them by mail, and here.`,
      }),
      again: (again) => show(c, again),
    }),
  )

  web.post(paths.joinRequest(':community', ':id'), (c) =>
    submitted(c, answeringForm, {
      act: (ctx, { line }, entries) =>
        answerRequest(ctx, slugOf(c), idFrom(c, 'id'), { isYes: entries.get('do') === 'yes', line }),
      next: (answered) => ({
        to: paths.members(slugOf(c)),
        notice: answered ? `${answered.name} has your answer.` : 'That was answered already.',
      }),
      // The only thing that can be wrong is the length of the line, which the field holds back already.
      again: async (again) => {
        if (again.refusal) throw again.refusal
        return c.redirect(paths.members(slugOf(c)), 303)
      },
    }),
  )

  web.get(paths.leaving(':community'), async (c) => {
    const { db } = c.get('ctx')
    const community = await findCommunity(db, slugOf(c))
    const main = <Leaving community={community} csrf={c.get('csrf')} />
    return c.get('show')({ title: `Leave ${community.name}`, main, here: paths.community(community.slug) })
  })

  web.post(paths.leaving(':community'), (c) =>
    pressed(
      c,
      (ctx) => leaveCommunity(ctx, slugOf(c)),
      ({ slug, name }) => ({
        to: paths.community(slug),
        notice: `You have left ${name}. Your pieces stay, and are yours. Thank you for having been in.`,
      }),
    ),
  )
}

export const joined = ({ slug, name }: Community) => ({
  to: paths.community(slug),
  notice: `You are a member of ${name} now.`,
})

type JoiningProps = {
  readonly community: Community
  readonly standing: JoinStanding
  readonly rules: string
  readonly zone: string
  readonly again: Again
  readonly csrf: string
}

function Joining(props: JoiningProps) {
  const { community, rules, again, csrf } = props
  return (
    <>
      <TitleLeaf title={`Join ${community.name}`} />
      {again.refusal && again.errors.size === 0 ? (
        <RefusalSlip sentence={again.refusal.sentence} offers={again.refusal.offers} csrf={csrf} />
      ) : (
        <ErrorSummary errors={again.errors} />
      )}
      {community.about === '' ? null : <p class="lede">{community.about}</p>}
      <Rules html={rules} />
      <Way {...props} />
      <p class="small">
        <a href={paths.community(community.slug)}>To the page of {community.name}</a>
      </p>
    </>
  )
}

function Way({ community, standing, zone, again, csrf }: JoiningProps) {
  const { slug, name, joining } = community
  if (standing.kind === 'member') return <p>You are a member.</p>
  if (standing.kind === 'declined') return <Declined standing={standing} zone={zone} />
  if (standing.kind === 'outside' && joining === 'approval') {
    return (
      <Form to={paths.joinRequests(slug)} csrf={csrf}>
        <FormFields form={askingForm} state={again} />
        <Buttons>
          <Button>Ask to join</Button>
        </Buttons>
      </Form>
    )
  }
  if (standing.kind === 'outside' && joining === 'open') {
    return (
      <Form to={paths.members(slug)} csrf={csrf} keep={{ rules: 'read' }}>
        <Buttons>
          <Button>Join {name}</Button>
        </Buttons>
      </Form>
    )
  }
  return <WayInside {...{ community, standing, csrf }} hasRules={false} back={paths.joining(slug)} />
}

function Leaving({ community: { slug, name }, csrf }: { community: Community; csrf: string }) {
  return (
    <>
      <h1>Leave {name}</h1>
      <p class="lede">
        Days that you hold in its rounds and whose pieces are not in yet are given back. Your pieces stay, and are
        yours. You can join again as everybody can.
      </p>
      <Form to={paths.leaving(slug)} csrf={csrf}>
        <Buttons>
          <Button tone="alarm">Leave {name}</Button>
          <ButtonLink to={paths.community(slug)} look="plain">
            Stay
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}
