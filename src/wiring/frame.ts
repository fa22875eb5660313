// What stands around every page: the site's name, the words of the masthead, who is signed in, and whose time it is.
import type { Instant } from '#src/kit/instants.ts'
import { offsetWords, placeOf } from '#src/kit/zones.ts'
import { siteName } from '#src/moderation/instance/settings.ts'
import { listMyPenNames } from '#src/people/accounts/accounts.ts'
import { type Community, listCommunities, listMembershipsOf } from '#src/people/communities/communities.ts'
import type { WebContext } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import type { Frame, NavWord } from '#src/ui/layout.tsx'

const chosenBy = { account: 'account', cookie: 'page', nobody: 'none' } as const

/** `pageZone` is what a page goes by while nobody has said where they are: then its offset is written out. */
export async function loadFrame(c: WebContext, pageZone?: string): Promise<Frame> {
  const { db, viewer } = c.get('ctx')
  const communities = await listCommunities(db)
  const csrf = c.get('csrf')
  const zone = c.get('zone')
  const mine = viewer.kind === 'person' ? await listMembershipsOf(db, viewer.account) : []
  const nav = wordsFor(
    communities,
    mine.map(({ community }) => community),
  )
  const [penName] = viewer.kind === 'person' ? await listMyPenNames(db, viewer.account) : []
  return {
    siteName: await siteName(db),
    nav: [{ label: 'Today', to: paths.home }, ...nav],
    end: [viewer.kind === 'person' ? { label: 'Your days', to: paths.mine } : { label: 'Sign in', to: paths.signIn }],
    signedIn: viewer.kind === 'person' ? { name: penName?.name ?? '', signOut: paths.signOut, csrf } : undefined,
    zone: { ...zoneWords(zone.name, pageZone, c.get('ctx').now()), chosen: chosenBy[zone.by] },
    csrf,
    path: c.req.path,
  }
}

/** The masthead has room for a few: where there are more, one's own come first, and a word leads to the others. */
const FEW = 3

function wordsFor(communities: readonly Community[], mine: readonly number[]): NavWord[] {
  const word = ({ name, slug }: Community): NavWord => ({ label: name, to: paths.community(slug) })
  if (communities.length <= FEW) return communities.map(word)
  const own = communities.filter(({ id }) => mine.includes(id)).slice(0, FEW)
  return [...own.map(word), { label: own.length === 0 ? 'Communities' : 'All communities', to: paths.communities }]
}

function zoneWords(
  own: string | undefined,
  pageZone: string | undefined,
  now: Instant,
): { name: string; place: string } {
  if (own !== undefined) return { name: own, place: placeOf(own) }
  const name = pageZone ?? 'UTC'
  const offset = offsetWords(name, now)
  return { name, place: offset === placeOf(name) ? offset : `${placeOf(name)} (${offset})` }
}
