// A link that lets one person in: made by a mod, opened by whoever was sent it, with an account or without one.
import { isLinkAlive } from '#src/people/accounts/links.ts'
import { pressed, readEntries } from '#src/platform/web/forms.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { wayBack } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { CopyAddress } from '#src/ui/copy-out.tsx'
import { Button, ButtonLink, Buttons, Form } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { type Community, findCommunity, membershipOf } from '../communities.ts'
import { rulesOf } from '../settings/settings.ts'
import { Rules } from './joining.parts.tsx'
import { checkInvitation, inviteTo, joinByInvitation } from './joining.ts'
import { roundsUnderWay } from './open-invitations.ts'
import { cameFrom, joined } from './ways-in.ts'

export function invitationPages(web: Web): void {
  const slugOf = (c: WebContext): string => c.req.param('community') ?? ''

  web.post(paths.invitations(':community'), async (c) => {
    // Made on the page of a round, it leads to that round.
    const back = wayBack((await readEntries(c)).get('back'), '') || undefined
    const { community, link } = await inviteTo(c.get('ctx'), slugOf(c))
    const address = new URL(asking(paths.invitation(community.slug), { link, ...cameFrom(back) }), originOf(c))
    const ways = { back: back ?? paths.community(community.slug), open: paths.invitations(community.slug) }
    const main = <Made address={address.href} name={community.name} {...ways} />
    return c.get('show')({ title: 'An invitation', main })
  })

  web.get(paths.invitation(':community'), async (c) => {
    const ctx = c.get('ctx')
    const community = await findCommunity(ctx.db, slugOf(c))
    const link = c.req.query('link') ?? ''
    const back = wayBack(c.req.query('back'), '') || undefined
    if (await membershipOf(ctx.db, community.id, ctx.viewer))
      return c.redirect(back ?? paths.community(community.slug), 303)
    await checkInvitation(ctx, community, link)
    const props = {
      community,
      link,
      back,
      rules: await rulesOf(ctx.db, community.id),
      rounds: await roundsUnderWay(ctx, community),
      isSignedIn: ctx.viewer.kind === 'person',
      // Made an account with it already, and signed out again: then only signing in is left.
      mayMakeAccount: await isLinkAlive(ctx, link, 'join'),
      csrf: c.get('csrf'),
    }
    return c.get('show')({ title: `An invitation to ${community.name}`, main: <Invited {...props} /> })
  })

  web.post(paths.invitation(':community'), async (c) => {
    const entries = await readEntries(c)
    return pressed(
      c,
      (ctx) => joinByInvitation(ctx, slugOf(c), entries.get('link') ?? ''),
      (community) => joined(community, wayBack(entries.get('back'), '') || undefined),
    )
  })
}

/** As the browser that asked knows us. */
function originOf(c: WebContext): string {
  return `${c.get('isSecure') ? 'https' : 'http'}://${c.req.header('host') ?? 'localhost'}`
}

type MadeProps = { readonly address: string; readonly name: string; readonly back: string; readonly open: string }

function Made({ address, name, back, open }: MadeProps) {
  return (
    <>
      <h1>An invitation</h1>
      <p class="lede">
        Send this link to one person. It works once, within seven days: they come to {name} with it, and make an account
        if they have none.
      </p>
      <CopyAddress label="The invitation" text={address} />
      <p class="soft small">
        It is shown only now: for another person, make another one. Until it is used it can be withdrawn, among the{' '}
        <a href={open}>open invitations</a>.
      </p>
      <Buttons>
        <ButtonLink to={back} look="plain">
          Back
        </ButtonLink>
      </Buttons>
    </>
  )
}

type InvitedProps = {
  readonly community: Community
  readonly link: string
  /** Where whoever invited them was. */
  readonly back: string | undefined
  readonly rules: string
  readonly rounds: readonly { readonly slug: string; readonly name: string }[]
  readonly isSignedIn: boolean
  readonly mayMakeAccount: boolean
  readonly csrf: string
}

function Invited({ community, link, back, rules, rounds, isSignedIn, mayMakeAccount, csrf }: InvitedProps) {
  const { slug, name, about } = community
  const here = asking(paths.invitation(slug), { link, ...cameFrom(back) })
  return (
    <>
      <TitleLeaf kicker="You are invited" title={name} />
      {about === '' ? null : <p class="lede">{about}</p>}
      {rounds.length === 0 ? null : (
        <p>
          {rounds.length === 1 ? 'Its round under way: ' : 'Its rounds under way: '}
          {rounds.map((round, at) => (
            <>
              {at === 0 ? '' : ', '}
              <a href={paths.round(slug, round.slug)}>{round.name}</a>
            </>
          ))}
          . Once you are in, you can take a day.
        </p>
      )}
      <Rules html={rules} />
      {isSignedIn ? (
        <Form to={paths.invitation(slug)} csrf={csrf} keep={{ link, ...cameFrom(back) }}>
          <Buttons>
            <Button>Join {name}</Button>
          </Buttons>
        </Form>
      ) : (
        <div class="row">
          {mayMakeAccount ? (
            <ButtonLink to={asking(paths.join, { link, back: here })}>Make an account</ButtonLink>
          ) : null}
          <ButtonLink to={asking(paths.signIn, { back: here })} look={mayMakeAccount ? 'plain' : 'filled'}>
            {mayMakeAccount ? 'I have one: sign in' : 'Sign in'}
          </ButtonLink>
        </div>
      )}
    </>
  )
}
