// Coming in: joining, asking and taking that back; and for mods answering.
import { asFirst, pressed, readEntries, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom, wayBack } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { type Community, findCommunity } from '../communities.ts'
import { rulesOf } from '../settings/settings.ts'
import { answeringForm, askingForm } from './joining.form.ts'
import { Declined, Rules, WayInside } from './joining.parts.tsx'
import { answerRequest, askToJoin, joinCommunity, takeRequestBack } from './joining.ts'
import { type JoinStanding, standingIn } from './standing.ts'
import { cameFrom, joined, joiningPage } from './ways-in.ts'

export function joiningPages(web: Web): void {
  const slugOf = (c: WebContext): string => c.req.param('community') ?? ''

  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const ctx = c.get('ctx')
    const community = await findCommunity(ctx.db, slugOf(c))
    const standing = await standingIn(ctx, community)
    const props = {
      community,
      standing,
      rules: await rulesOf(ctx.db, community.id),
      zone: c.get('zone').name ?? community.timeZone,
      again,
      back: ownPath(again.entries.get('back') ?? c.req.query('back')) ?? cameFromBefore(standing),
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
    const entries = await readEntries(c)
    const back = ownPath(entries.get('back'))
    const isRead = entries.get('rules') === 'read'
    if (joining === 'open' && !isRead && (await rulesOf(db, id)) !== '') return c.redirect(joiningPage(slug, back), 303)
    return pressed(
      c,
      (ctx) => joinCommunity(ctx, slug),
      (community) => joined(community, back),
    )
  })

  web.post(paths.joinRequests(':community'), (c) =>
    submitted(c, askingForm, {
      async act(ctx, { says }, entries) {
        const back = ownPath(entries.get('back'))
        if (ctx.viewer.kind === 'person') c.get('rates').take(`asking as ${ctx.viewer.account}`, ASKING, ctx.now())
        return { community: await askToJoin(ctx, slugOf(c), { says, cameFrom: back }), back }
      },
      next: ({ community: { slug, name }, back }) => ({
        to: back ?? paths.community(slug),
        notice: `The mods of ${name} have been asked. Their answer stands on the page on which you asked${c.get('mailRoad') === 'sent' ? ', and comes by mail' : ''}.`,
      }),
      again: (again) => show(c, again),
    }),
  )

  web.post(paths.joinRequestBack(':community'), async (c) => {
    const back = ownPath((await readEntries(c)).get('back'))
    return pressed(
      c,
      (ctx) => takeRequestBack(ctx, slugOf(c)),
      ({ community: { slug, name }, wasWaiting }) => ({
        to: joiningPage(slug, back),
        notice: wasWaiting
          ? `Taken back. You no longer ask to join ${name}.`
          : 'There was nothing to take back: the mods have answered, or it was taken back already.',
      }),
    )
  })

  web.post(paths.joinRequest(':community', ':id'), (c) =>
    submitted(c, answeringForm, {
      act: (ctx, { line }, entries) =>
        answerRequest(ctx, slugOf(c), idFrom(c, 'id'), { isYes: entries.get('do') === 'yes', line }),
      next: (answered) => ({
        to: paths.members(slugOf(c)),
        notice: answered ? `${answered.name} has your answer.` : 'That was answered already, or has been taken back.',
      }),
      // The only thing that can be wrong is the length of the line, which the field holds back already.
      again: async (again) => {
        if (again.refusal) throw again.refusal
        return c.redirect(paths.members(slugOf(c)), 303)
      },
    }),
  )
}

/** Whoever waits for an answer still wants to be where they were. */
const cameFromBefore = (standing: JoinStanding): string | undefined =>
  standing.kind === 'waiting' ? ownPath(standing.cameFrom) : undefined

/** Asking again and again would be mail to every mod each time. */
const ASKING = { tries: 5, perSeconds: 3_600 }

/** Undefined for nothing, and for what is no page of ours. */
const ownPath = (path: string | undefined): string | undefined => wayBack(path, '') || undefined

type JoiningProps = {
  readonly community: Community
  readonly standing: JoinStanding
  readonly rules: string
  readonly zone: string
  readonly again: Again
  /** Where they came from, if that was a page of ours. */
  readonly back: string | undefined
  readonly csrf: string
}

function Joining(props: JoiningProps) {
  const { community, rules, again, back, csrf } = props
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
        {back === undefined ? null : (
          <>
            <a href={back}>Back to where you were</a> ·{' '}
          </>
        )}
        <a href={paths.community(community.slug)}>To the page of {community.name}</a>
      </p>
    </>
  )
}

function Way({ community, standing, zone, again, back, csrf }: JoiningProps) {
  const { slug, name, joining } = community
  if (standing.kind === 'member') return <p>You are a member.</p>
  if (standing.kind === 'declined') return <Declined standing={standing} zone={zone} />
  if (standing.kind === 'waiting') return <Waits {...{ community, standing, back, csrf }} />
  if (standing.kind === 'outside' && joining === 'approval') {
    return (
      <Form to={paths.joinRequests(slug)} csrf={csrf} keep={cameFrom(back)}>
        <FormFields form={askingForm} state={again} />
        <Buttons>
          <Button>Ask to join</Button>
        </Buttons>
      </Form>
    )
  }
  if (standing.kind === 'outside' && joining === 'open') {
    return (
      <Form to={paths.members(slug)} csrf={csrf} keep={{ rules: 'read', ...cameFrom(back) }}>
        <Buttons>
          <Button>Join {name}</Button>
        </Buttons>
      </Form>
    )
  }
  return <WayInside {...{ community, standing, csrf }} hasRules={false} back={joiningPage(slug, back)} />
}

type WaitsProps = Pick<JoiningProps, 'community' | 'back' | 'csrf'> & {
  readonly standing: JoinStanding & { readonly kind: 'waiting' }
}

function Waits({ community: { slug, name }, standing, back, csrf }: WaitsProps) {
  return (
    <div class="slip slip--waiting stack">
      <p>You have asked to join {name}; its mods have yet to answer. You find their answer here.</p>
      {standing.says === '' ? null : (
        <p>
          You wrote: <q>{standing.says}</q>
        </p>
      )}
      <ButtonForm
        to={paths.joinRequestBack(slug)}
        csrf={csrf}
        fields={cameFrom(back)}
        label="Take it back"
        look="plain"
        size="small"
      />
    </div>
  )
}
