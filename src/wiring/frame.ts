// What stands around every page: the site's name, the words of the masthead, who is signed in, and whose time it is.
import type { Instant } from '#src/kit/instants.ts'
import { offsetWords, placeOf } from '#src/kit/zones.ts'
import { siteName } from '#src/moderation/instance/settings.ts'
import { listMyPenNames } from '#src/people/accounts/accounts.ts'
import { type Community, communityOf, listCommunities, listMembershipsOf } from '#src/people/communities/communities.ts'
import type { WebContext } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import type { Frame, NavWord } from '#src/ui/layout.tsx'

/** A site with many communities names them on its first page; the masthead has room for a few. */
const FEW = 4

const chosenBy = { account: 'account', cookie: 'page', nobody: 'none' } as const

/** `pageZone` is what a page goes by while nobody has said where they are: then its offset is written out. */
export async function loadFrame(c: WebContext, pageZone?: string): Promise<Frame> {
  const { db, viewer } = c.get('ctx')
  const communities = await listCommunities(db)
  const csrf = c.get('csrf')
  const zone = c.get('zone')
  const nav = communities.slice(0, FEW).map(({ name, slug }) => ({ label: name, to: paths.community(slug) }))
  const desk = await deskFor(c)
  const [penName] = viewer.kind === 'person' ? await listMyPenNames(db, viewer.account) : []
  return {
    siteName: await siteName(db),
    nav: [{ label: 'Today', to: paths.home }, ...nav, ...desk],
    end: [viewer.kind === 'person' ? { label: 'Your days', to: paths.mine } : { label: 'Sign in', to: paths.signIn }],
    signedIn: viewer.kind === 'person' ? { name: penName?.name ?? '', signOut: paths.signOut, csrf } : undefined,
    zone: { ...zoneWords(zone.name, pageZone, c.get('ctx').now()), chosen: chosenBy[zone.by] },
    csrf,
    path: c.req.path,
  }
}

/** For mods: the desk of the community whose page this is, else of the first that is theirs. */
async function deskFor(c: WebContext): Promise<NavWord[]> {
  const { db, viewer } = c.get('ctx')
  if (viewer.kind !== 'person') return []
  const homes: Community[] = []
  for (const { role, community } of await listMembershipsOf(db, viewer.account))
    if (role === 'mod') homes.push(await communityOf(db, community))
  const here = homes.find(({ slug }) => `${c.req.path}/`.startsWith(`${paths.community(slug)}/`)) ?? homes[0]
  return here ? [{ label: 'Desk', to: paths.desk(here.slug) }] : []
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
