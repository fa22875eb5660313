// The rules of a community, and the ways into it, as every page shows them.
import { raw } from 'hono/html'
import { sayMoment } from '#src/kit/date-words.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { ButtonForm, ButtonLink } from '#src/ui/forms.tsx'
import { Head } from '#src/ui/prose.tsx'
import type { Community } from '../communities.ts'
import type { JoinStanding } from './standing.ts'
import { cameFrom, joiningPage } from './ways-in.ts'

/** The HTML comes from our own sanitiser, by the one door that cleans again what an older one cleaned. */
export function Rules({ html }: { html: string }) {
  if (html === '') return null
  return (
    <section>
      <Head title="The rules here" />
      <div class="prose">{raw(html)}</div>
    </section>
  )
}

type WayProps = {
  readonly community: Community
  readonly standing: JoinStanding
  /** Rules are read before the button, so where there are some it stands beneath them on a page of its own. */
  readonly hasRules: boolean
  readonly csrf: string
  /** Where they are, and want to be in the end. */
  readonly back: string
}

/** One button, or the sentence that stands where there is none; nothing for members. */
export function WayInside({ community, standing, hasRules, csrf, back }: WayProps) {
  const { slug, name, joining } = community
  if (standing.kind === 'member') return null
  if (standing.kind === 'guest') {
    return (
      <ButtonLink to={asking(paths.signIn, { back })}>Sign in to {joining === 'approval' ? 'ask' : 'join'}</ButtonLink>
    )
  }
  if (standing.kind === 'banned')
    return (
      <p class="soft">
        The mods have closed it to you. They can lift that: <a href={paths.newLetter(slug)}>write to them</a>.
      </p>
    )
  if (standing.kind === 'waiting')
    return (
      <p class="soft">
        You have <a href={joiningPage(slug, back)}>asked to join</a>; the mods have yet to answer.
      </p>
    )
  if (standing.kind === 'declined') return <a href={joiningPage(slug, back)}>The mods have answered</a>
  if (joining === 'invitation') return <p class="soft">One joins by invitation.</p>
  if (joining === 'approval') return <ButtonLink to={joiningPage(slug, back)}>Ask to join {name}</ButtonLink>
  if (hasRules) return <ButtonLink to={joiningPage(slug, back)}>Join {name}</ButtonLink>
  return <ButtonForm to={paths.members(slug)} csrf={csrf} fields={cameFrom(back)} label={`Join ${name}`} />
}

/** What somebody who was told no reads. */
export function Declined({ standing, zone }: { standing: JoinStanding & { kind: 'declined' }; zone: string }) {
  return (
    <div class="slip slip--waiting stack">
      <p>The mods have said no for now.</p>
      {standing.answer === '' ? null : (
        <p>
          They write: <q>{standing.answer}</q>
        </p>
      )}
      <p class="small">You can ask again from {sayMoment(standing.again, zone)} on. Nothing needs to be explained.</p>
    </div>
  )
}
