// What the mods of a community choose for it, and its rules as everybody reads them.
import type { Ctx, Reader } from '#src/platform/context.ts'
import { freshHtml } from '#src/text/fresh-html.ts'
import type { Joining, PostingAccess } from '#src/schema/people/communities.ts'
import { type Community, findCommunity, mustMod } from '../communities.ts'
import { findRules, type KeptRules, updateCommunity } from '../communities.store.ts'

export type { KeptRules } from '../communities.store.ts'

export type CommunitySaid = {
  readonly name: string
  readonly about: string
  readonly zone: string
  readonly joining: Joining
  readonly posting: PostingAccess
  /** Cleaned before, never in a transaction. */
  readonly rules: KeptRules
}

/** Refuses everybody but mods. Members stay what they are, and its address stays. */
export async function changeCommunity(ctx: Ctx, slug: string, said: CommunitySaid): Promise<Community> {
  const community = await findCommunity(ctx.db, slug)
  return ctx.atomically({ communities: community.id }, async (tx) => {
    await mustMod(tx.db, community.id, tx.viewer)
    const { zone: timeZone, ...rest } = said
    await updateCommunity(tx, community.id, { ...rest, timeZone })
    tx.announce({ name: 'community.changed', community: community.id })
    return findCommunity(tx.db, slug)
  })
}

/** Cleaned by the sanitiser as it is now; empty where there are none. */
export async function rulesOf(db: Reader, community: number): Promise<string> {
  const rules = await findRules(db, community)
  return rules.html === '' ? '' : freshHtml(rules)
}

/** For mods, as it was written. */
export async function rulesToEdit(ctx: Pick<Ctx, 'db' | 'viewer'>, community: number): Promise<string> {
  await mustMod(ctx.db, community, ctx.viewer)
  return (await findRules(ctx.db, community)).source
}
