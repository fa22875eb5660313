// Starting a community, joining one, and inviting people into it.
import { makeInvitation } from '#src/people/accounts/links.ts'
import { asFirst, pressed, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { zoneChoices } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { Kicker } from '#src/ui/prose.tsx'
import { communityForm } from './communities.form.ts'
import { findCommunity, foundCommunity, joinCommunity, listCommunities, mustFound, mustMod } from './communities.ts'

export function communityPages(web: Web): void {
  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const ctx = c.get('ctx')
    mustFound(ctx.viewer)
    const isFirst = (await listCommunities(ctx.db)).length === 0
    const props = { again, isFirst, csrf: c.get('csrf'), zones: zoneChoices(ctx.now()) }
    const main = <NewCommunity {...props} />
    return c.get('show')({ title: 'Start a community', main, status: statusOf(again) })
  }

  web.get(paths.newCommunity, (c) => show(c, asFirst))

  web.post(paths.newCommunity, (c) =>
    submitted(c, communityForm, {
      act: foundCommunity,
      next: ({ slug, name }) => ({
        to: paths.community(slug),
        notice: `${name} stands, and you are its mod. Next comes a round.`,
      }),
      again: (again) => show(c, again),
    }),
  )

  web.post(paths.members(':community'), (c) =>
    pressed(
      c,
      (ctx) => joinCommunity(ctx, c.req.param('community') ?? ''),
      ({ slug, name }) => ({ to: paths.community(slug), notice: `You are a member of ${name} now.` }),
    ),
  )

  web.post(paths.invitations(':community'), async (c) => {
    const ctx = c.get('ctx')
    const community = await findCommunity(ctx.db, c.req.param('community') ?? '')
    await mustMod(ctx.db, community.id, ctx.viewer)
    const link = await makeInvitation(ctx, ctx.viewer.kind === 'person' ? ctx.viewer.account : null)
    const address = new URL(asking(paths.join, { link, back: paths.community(community.slug) }), originOf(c))
    const main = <Invitation address={address.href} name={community.name} back={paths.community(community.slug)} />
    return c.get('show')({ title: 'An invitation', main })
  })
}

/** As the browser that asked knows us. */
function originOf(c: WebContext): string {
  return `${c.get('isSecure') ? 'https' : 'http'}://${c.req.header('host') ?? 'localhost'}`
}

type NewCommunityProps = {
  readonly again: Again
  readonly isFirst: boolean
  readonly csrf: string
  readonly zones: ReturnType<typeof zoneChoices>
}

function NewCommunity({ again, isFirst, csrf, zones }: NewCommunityProps) {
  return (
    <>
      {isFirst ? <Kicker>Step 2 of 3</Kicker> : null}
      <h1>Start a community</h1>
      <p class="lede">A community has members, mods and rounds. You will be its first mod.</p>
      <ErrorSummary errors={again.errors} />
      <Form to={paths.newCommunity} csrf={csrf}>
        <FormFields form={communityForm} state={again} lists={{ zone: zones }} />
        <Buttons>
          <Button>Start the community</Button>
        </Buttons>
      </Form>
    </>
  )
}

function Invitation({ address, name, back }: { address: string; name: string; back: string }) {
  return (
    <>
      <h1>An invitation</h1>
      <p class="lede">
        Send this link to one person. It works once, within seven days: they make an account and come to {name}.
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
