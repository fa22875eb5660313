// Whoever looks at works, with what they belong to: read once for each request, asked by every road to a work.
import { listMembershipsOf } from '#src/people/communities/communities.ts'
import type { Reader, Viewer } from '#src/platform/context.ts'
import { listWorksForKey } from './keyed-works.store.ts'
import type { Beholder } from './visibility.ts'

const none: ReadonlySet<number> = new Set()

export const guestBeholder: Beholder = { account: undefined, memberOf: none, modOf: none }

export async function beholderOf(db: Reader, viewer: Viewer): Promise<Beholder> {
  if (viewer.kind === 'key') return { ...guestBeholder, keyTo: new Set(await listWorksForKey(db, viewer)) }
  if (viewer.kind !== 'person') return guestBeholder
  const memberships = await listMembershipsOf(db, viewer.account)
  const mods = memberships.filter(({ role }) => role === 'mod')
  const ids = (list: typeof memberships): Set<number> => new Set(list.map(({ community }) => community))
  return { account: viewer.account, memberOf: ids(memberships), modOf: ids(mods) }
}
