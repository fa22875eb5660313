// The invitations of a community that nobody has used yet, for its mods: who made them, how long they work, and withdrawing one.
import { sayMoment } from '#src/kit/date-words.ts'
import { pressed } from '#src/platform/web/forms.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonForm } from '#src/ui/forms.tsx'
import { Entry, TitleLeaf } from '#src/ui/leaves.tsx'
import { Empty, Head } from '#src/ui/prose.tsx'
import type { Community } from '../communities.ts'
import { listOpenInvitations, type OpenInvitation, withdrawInvitation } from './open-invitations.ts'

export function openInvitationPages(web: Web): void {
  const slugOf = (c: WebContext): string => c.req.param('community') ?? ''

  web.get(paths.invitations(':community'), async (c) => {
    const { community, open } = await listOpenInvitations(c.get('ctx'), slugOf(c))
    const zone = c.get('zone').name ?? community.timeZone
    return c.get('show')({
      title: `Open invitations, ${community.name}`,
      main: <OpenInvitations {...{ community, open, zone }} csrf={c.get('csrf')} />,
      here: paths.community(community.slug),
      zone,
    })
  })

  web.post(paths.invitationWithdrawal(':community', ':id'), (c) =>
    pressed(
      c,
      (ctx) => withdrawInvitation(ctx, slugOf(c), idFrom(c, 'id')),
      () => ({ to: paths.invitations(slugOf(c)), notice: 'Withdrawn: the link works no more.' }),
    ),
  )
}

type OpenProps = {
  readonly community: Community
  readonly open: readonly OpenInvitation[]
  readonly zone: string
  readonly csrf: string
}

function OpenInvitations({ community: { slug, name }, open, zone, csrf }: OpenProps) {
  return (
    <>
      <TitleLeaf
        kicker={<a href={paths.members(slug)}>Members of {name}</a>}
        title="Open invitations"
        says="Each lets one person in. The link itself was shown once, to whoever made it."
        actions={<ButtonForm to={paths.invitations(slug)} csrf={csrf} label="Invite somebody" />}
      />
      {open.length === 0 ? (
        <Empty says="No invitation is open." />
      ) : (
        <section>
          <Head title="Not used yet" aside="the newest first" />
          {open.map(({ id, by, madeAt, expiresAt }) => (
            <Entry title={`Made on ${sayMoment(madeAt, zone)}`} by={by === undefined ? undefined : `· by ${by}`}>
              <p>It works until {sayMoment(expiresAt, zone)}.</p>
              <div class="row">
                <ButtonForm
                  to={paths.invitationWithdrawal(slug, id)}
                  csrf={csrf}
                  label="Withdraw it"
                  about={`made on ${sayMoment(madeAt, zone)}`}
                  look="plain"
                  size="small"
                />
              </div>
            </Entry>
          ))}
        </section>
      )}
    </>
  )
}
