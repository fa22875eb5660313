// A link that lets one person in: made by a mod, opened by whoever was sent it, with an account or without one.
import { isLinkAlive } from '#src/people/accounts/links.ts'
import { pressed, readEntries } from '#src/platform/web/forms.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { Button, ButtonLink, Buttons, Form } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { type Community, findCommunity, membershipOf } from '../communities.ts'
import { rulesOf } from '../settings/settings.ts'
import { Rules } from './joining.parts.tsx'
import { checkInvitation, inviteTo, joinByInvitation } from './joining.ts'

export function invitationPages(web: Web): void {
  const slugOf = (c: WebContext): string => c.req.param('community') ?? ''

  web.post(paths.invitations(':community'), async (c) => {
    const { community, link } = await inviteTo(c.get('ctx'), slugOf(c))
    const address = new URL(asking(paths.invitation(community.slug), { link }), originOf(c))
    const main = <Made address={address.href} name={community.name} back={paths.community(community.slug)} />
    return c.get('show')({ title: 'An invitation', main })
  })

  web.get(paths.invitation(':community'), async (c) => {
    const ctx = c.get('ctx')
    const community = await findCommunity(ctx.db, slugOf(c))
    const link = c.req.query('link') ?? ''
    if (await membershipOf(ctx.db, community.id, ctx.viewer)) return c.redirect(paths.community(community.slug), 303)
    await checkInvitation(ctx, community, link)
    const props = {
      community,
      link,
      rules: await rulesOf(ctx.db, community.id),
      isSignedIn: ctx.viewer.kind === 'person',
      // Made an account with it already, and signed out again: then only signing in is left.
      mayMakeAccount: await isLinkAlive(ctx, link, 'join'),
      csrf: c.get('csrf'),
    }
    return c.get('show')({ title: `An invitation to ${community.name}`, main: <Invited {...props} /> })
  })

  web.post(paths.invitation(':community'), async (c) => {
    const link = (await readEntries(c)).get('link') ?? ''
    return pressed(
      c,
      (ctx) => joinByInvitation(ctx, slugOf(c), link),
      ({ slug, name }) => ({ to: paths.community(slug), notice: `You are a member of ${name} now.` }),
    )
  })
}

/** As the browser that asked knows us. */
function originOf(c: WebContext): string {
  return `${c.get('isSecure') ? 'https' : 'http'}://${c.req.header('host') ?? 'localhost'}`
}

function Made({ address, name, back }: { address: string; name: string; back: string }) {
  return (
    <>
      <h1>An invitation</h1>
      <p class="lede">
        Send this link to one person. It works once, within seven days: they come to {name} with it, and make an account
        if they have none.
      </p>
      <p class="slip">
        <code class="address">{address}</code>
      </p>
      <p class="soft small">It is shown only now: for another person, make another one.</p>
      <Buttons>
        <ButtonLink to={back} look="plain">
          Back to {name}
        </ButtonLink>
      </Buttons>
    </>
  )
}

type InvitedProps = {
  readonly community: Community
  readonly link: string
  readonly rules: string
  readonly isSignedIn: boolean
  readonly mayMakeAccount: boolean
  readonly csrf: string
}

function Invited({ community, link, rules, isSignedIn, mayMakeAccount, csrf }: InvitedProps) {
  const { slug, name, about } = community
  const back = asking(paths.invitation(slug), { link })
  return (
    <>
      <TitleLeaf kicker="You are invited" title={name} />
      {about === '' ? null : <p class="lede">{about}</p>}
      <Rules html={rules} />
      {isSignedIn ? (
        <Form to={paths.invitation(slug)} csrf={csrf} keep={{ link }}>
          <Buttons>
            <Button>Join {name}</Button>
          </Buttons>
        </Form>
      ) : (
        <div class="row">
          {mayMakeAccount ? <ButtonLink to={asking(paths.join, { link, back })}>Make an account</ButtonLink> : null}
          <ButtonLink to={asking(paths.signIn, { back })} look={mayMakeAccount ? 'plain' : 'filled'}>
            {mayMakeAccount ? 'I have one: sign in' : 'Sign in'}
          </ButtonLink>
        </div>
      )}
    </>
  )
}
