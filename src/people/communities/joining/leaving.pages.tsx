// Leaving a community: a page that says what it means, with one button.
import { pressed } from '#src/platform/web/forms.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { Button, ButtonLink, Buttons, Form } from '#src/ui/forms.tsx'
import { type Community, findCommunity } from '../communities.ts'
import { leaveCommunity } from '../members/members.ts'

export function leavingCommunityPages(web: Web): void {
  const slugOf = (c: WebContext): string => c.req.param('community') ?? ''

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
