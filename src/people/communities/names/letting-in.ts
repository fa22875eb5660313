// Somebody whose name a mod has given to them is let into that community by it, under that name.
import type { Tx } from '#src/platform/context.ts'
import { isMember } from '../communities.ts'
import { answerRequestRow, findRequestOf } from '../joining/joining.store.ts'
import { insertMemberTurn, isBannedFrom } from '../members/member-turns.store.ts'
import { insertMembership } from '../members/memberships.store.ts'

export type ComingUnder = { readonly community: number; readonly account: number; readonly penName: number }

/** Members stay as they are; whoever may not come back stays out, and has what is theirs all the same. */
export async function letInUnder(tx: Tx, who: ComingUnder): Promise<void> {
  const { community, account } = who
  if (await isMember(tx.db, community, account)) return
  if (await isBannedFrom(tx.db, community, account)) return
  const request = await findRequestOf(tx.db, community, account)
  if (request?.state === 'waiting') await answerRequestRow(tx, request.id, { state: 'accepted', answer: '' })
  await insertMembership(tx, { ...who, role: 'member' })
  await insertMemberTurn(tx, { ...who, what: 'joined', says: '' })
  tx.announce({ name: 'member.joined', community, account })
}
