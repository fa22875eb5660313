// What a mail about a membership needs to know when it is written: what happened, to whom, where, and who the mods are.
import type { Ctx } from '#src/platform/context.ts'
import { type Community, communityOf, modsOf } from '../communities.ts'
import { findRequestOf } from '../joining/joining.store.ts'
import { findMemberTurn, type MemberTurn } from './member-turns.store.ts'

export type MemberNews = {
  readonly turn: MemberTurn
  readonly community: Community
  /** The accounts of its mods as they are now. */
  readonly mods: readonly number[]
  /** Whether they ask to join, as it is now, and where they were when they asked. */
  readonly request: { readonly isWaiting: boolean; readonly cameFrom: string }
}

export async function memberNews(ctx: Ctx, id: number): Promise<MemberNews | undefined> {
  const turn = await findMemberTurn(ctx.db, id)
  if (!turn) return undefined
  const mods = await modsOf(ctx.db, turn.community)
  const request = await findRequestOf(ctx.db, turn.community, turn.account)
  return {
    turn,
    community: await communityOf(ctx.db, turn.community),
    mods: mods.map(({ account }) => account),
    request: { isWaiting: request?.state === 'waiting', cameFrom: request?.cameFrom ?? '' },
  }
}
