// What stands around every page: the site's name, the words of the masthead, who is signed in, and whose time it is.
import type { Instant } from '#src/kit/instants.ts'
import { offsetWords, placeOf } from '#src/kit/zones.ts'
import { siteName } from '#src/moderation/instance/settings.ts'
import { listMyPenNames } from '#src/people/accounts/accounts.ts'
import { isStranger } from '#src/people/accounts/sign-up/standing.ts'
import {
  type Community,
  listCommunities,
  listMembershipsOf,
  type Membership,
} from '#src/people/communities/communities.ts'
import type { Reader } from '#src/platform/context.ts'
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
  const nav = communityWords(communities, mine)
  const desk = deskFor(communities, mine, c.req.path)
  const [penName] = viewer.kind === 'person' ? await listMyPenNames(db, viewer.account) : []
  return {
    siteName: await siteName(db),
    nav: [{ label: 'Today', to: paths.home }, ...nav, ...desk],
    end: viewer.kind === 'person' ? await ownWords(db, viewer.account) : guestWords(viewer.kind === 'key'),
    signedIn:
      viewer.kind === 'person'
        ? { name: penName?.name ?? '', account: paths.account, signOut: paths.signOut, csrf }
        : undefined,
    zone: { ...zoneWords(zone.name, pageZone, c.get('ctx').now()), chosen: chosenBy[zone.by] },
    csrf,
    path: c.req.path,
  }
}

/** The masthead has room for a few: where there are more, two of one's own come first, and a word leads to the others. */
const FEW = 3
const OWN = 2

function communityWords(communities: readonly Community[], mine: readonly Membership[]): NavWord[] {
  const word = ({ name, slug }: Community): NavWord => ({ label: name, to: paths.community(slug) })
  if (communities.length <= FEW) return communities.map(word)
  const own = communities.filter(({ id }) => mine.some(({ community }) => community === id)).slice(0, OWN)
  return [...own.map(word), { label: own.length === 0 ? 'Communities' : 'All communities', to: paths.communities }]
}

/** Somebody unconfirmed reads it on every page: what they hold is not theirs for long. */
const ownWords = async (db: Reader, account: number): Promise<NavWord[]> => [
  ...((await isStranger(db, account)) ? [{ label: 'Confirm your address', to: paths.account }] : []),
  { label: 'Your days', to: paths.mine },
]

/** With the key to a day it is found again from every page. */
const guestWords = (hasKey: boolean): NavWord[] => [
  ...(hasKey ? [{ label: 'Your day', to: paths.key }] : []),
  { label: 'Sign in', to: paths.signIn },
]

/** For mods: the desk of the community whose page this is, else of the first that is theirs. */
function deskFor(communities: readonly Community[], mine: readonly Membership[], path: string): NavWord[] {
  const kept = mine.filter(({ role }) => role === 'mod').map(({ community }) => community)
  const homes = kept.flatMap((home) => communities.find(({ id }) => id === home) ?? [])
  const here = homes.find(({ slug }) => `${path}/`.startsWith(`${paths.community(slug)}/`)) ?? homes[0]
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
