// How somebody stands to a community that they look at: in it, asking, told no, shut out, or free to come in.
import type { Instant } from '#src/kit/instants.ts'
import type { Ctx, Reader } from '#src/platform/context.ts'
import { type Community, mayMod, membershipOf, mustMod } from '../communities.ts'
import { isBannedFrom } from '../members/member-turns.store.ts'
import { mayAskAgainAt } from './joining.ts'
import { findRequestOf, listWaiting, type Waiting } from './joining.store.ts'

export type JoinStanding =
  | { readonly kind: 'guest' | 'outside' | 'banned' }
  | { readonly kind: 'waiting'; readonly says: string; readonly cameFrom: string }
  | { readonly kind: 'member'; readonly role: 'member' | 'mod' }
  | { readonly kind: 'declined'; readonly answer: string; readonly again: Instant }

export async function standingIn(ctx: Pick<Ctx, 'db' | 'viewer' | 'now'>, community: Community): Promise<JoinStanding> {
  const { db, viewer } = ctx
  if (viewer.kind !== 'person') return { kind: 'guest' }
  const membership = await membershipOf(db, community.id, viewer)
  if (membership) return { kind: 'member', role: membership.role }
  if (await isBannedFrom(db, community.id, viewer.account)) return { kind: 'banned' }
  const request = await findRequestOf(db, community.id, viewer.account)
  if (!request || community.joining !== 'approval') return { kind: 'outside' }
  if (request.state === 'waiting') return { kind: 'waiting', says: request.says, cameFrom: request.cameFrom }
  const again = mayAskAgainAt(request)
  if (again === undefined || again <= ctx.now()) return { kind: 'outside' }
  return { kind: 'declined', answer: request.answer, again }
}

/** For mods: who asks to join. */
export async function listRequests(ctx: Pick<Ctx, 'db' | 'viewer'>, community: Community): Promise<Waiting[]> {
  await mustMod(ctx.db, community.id, ctx.viewer)
  return listWaiting(ctx.db, community.id)
}

/** For the pages that point mods to them; nobody else hears of a number. */
export const countRequests = async (db: Reader, viewer: Ctx['viewer'], community: Community): Promise<number> =>
  (await mayMod(db, community.id, viewer)) ? (await listWaiting(db, community.id)).length : 0
