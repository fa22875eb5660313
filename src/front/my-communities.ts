// Which communities somebody belongs to, for pages that show those first.
import { listMembershipsOf } from '#src/people/communities/communities.ts'
import type { Ctx } from '#src/platform/context.ts'

export async function myCommunities({ db, viewer }: Pick<Ctx, 'db' | 'viewer'>): Promise<ReadonlySet<number>> {
  const memberships = viewer.kind === 'person' ? await listMembershipsOf(db, viewer.account) : []
  return new Set(memberships.map(({ community }) => community))
}
