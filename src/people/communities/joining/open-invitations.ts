// Invitations that nobody has used yet: mods see that there are some, and withdraw what went to the wrong person.
import { dayAt } from '#src/kit/days.ts'
import { dropLink } from '#src/people/accounts/links.ts'
import type { Ctx } from '#src/platform/context.ts'
import { type Community, findCommunity, mustMod } from '../communities.ts'
import {
  deleteInvitation,
  findOpenInvitation,
  listRoundsAhead,
  listUnused,
  type OpenInvitation,
} from './joining.store.ts'

export type { OpenInvitation } from './joining.store.ts'

/** Refuses everybody but mods. */
export async function listOpenInvitations(
  ctx: Ctx,
  slug: string,
): Promise<{ readonly community: Community; readonly open: readonly OpenInvitation[] }> {
  const community = await findCommunity(ctx.db, slug)
  await mustMod(ctx.db, community.id, ctx.viewer)
  return { community, open: await listUnused(ctx.db, community.id, ctx.now()) }
}

/** For whoever is invited: what there is to come to. Rounds that are open are nobody's secret. */
export const roundsUnderWay = (
  { db, now }: Ctx,
  { id, timeZone }: Community,
): Promise<{ slug: string; name: string }[]> => listRoundsAhead(db, id, dayAt(now(), timeZone))

/** By any mod, also where another one made it. One that is used by now, or gone, stays as it is. No account can be made with it either. */
export async function withdrawInvitation(ctx: Ctx, slug: string, id: number): Promise<void> {
  const community = await findCommunity(ctx.db, slug)
  await ctx.atomically({ communities: community.id }, async (tx) => {
    await mustMod(tx.db, community.id, tx.viewer)
    const hash = await findOpenInvitation(tx.db, community.id, id)
    if (hash === undefined) return
    await deleteInvitation(tx, id)
    await dropLink(tx, hash)
  })
}
