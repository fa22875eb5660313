// What is kept of those who ask to join, and of links that let one person in.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export type JoinRequest = {
  readonly id: number
  readonly account: number
  readonly state: 'waiting' | 'accepted' | 'declined'
  readonly says: string
  readonly askedAt: Instant
  readonly answeredAt: Instant | null
  readonly answer: string
  /** A path of ours, or empty. */
  readonly cameFrom: string
}

const columns = [
  'join_requests.id',
  'join_requests.account_id as account',
  'join_requests.state',
  'join_requests.says',
  'join_requests.asked_at as askedAt',
  'join_requests.answered_at as answeredAt',
  'join_requests.answer',
  'join_requests.came_from as cameFrom',
] as const

export function findRequestOf(db: Reader, community: number, account: number): Promise<JoinRequest | undefined> {
  return db
    .selectFrom('join_requests')
    .select(columns)
    .where('community_id', '=', community)
    .where('account_id', '=', account)
    .executeTakeFirst()
}

export function findRequestById(db: Reader, community: number, id: number): Promise<JoinRequest | undefined> {
  return db
    .selectFrom('join_requests')
    .select(columns)
    .where('community_id', '=', community)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Asked again, it waits again, with the new line. */
export async function keepRequest(
  tx: Tx,
  community: number,
  account: number,
  { says, cameFrom }: Pick<JoinRequest, 'says' | 'cameFrom'>,
): Promise<void> {
  const asked = { says, came_from: cameFrom, asked_at: tx.now() }
  const row = { ...asked, state: 'waiting', answered_at: null, answer: '' } as const
  await tx.db
    .insertInto('join_requests')
    .values({ community_id: community, account_id: account, ...row })
    .onConflict((conflict) => conflict.columns(['community_id', 'account_id']).doUpdateSet(row))
    .execute()
}

export async function deleteRequest(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('join_requests').where('id', '=', id).execute()
}

export async function answerRequestRow(
  tx: Tx,
  id: number,
  said: { readonly state: 'accepted' | 'declined'; readonly answer: string },
): Promise<void> {
  await tx.db
    .updateTable('join_requests')
    .set({ ...said, answered_at: tx.now() })
    .where('id', '=', id)
    .execute()
}

export type Waiting = JoinRequest & { readonly name: string }

/** Whoever has waited longest first, under the first of their names. */
export function listWaiting(db: Reader, community: number): Promise<Waiting[]> {
  return db
    .selectFrom('join_requests')
    .innerJoin('pen_names', (join) =>
      join.onRef('pen_names.account_id', '=', 'join_requests.account_id').on('pen_names.is_first', '=', 1),
    )
    .select(columns)
    .select('pen_names.name')
    .where('join_requests.community_id', '=', community)
    .where('join_requests.state', '=', 'waiting')
    .orderBy('join_requests.asked_at')
    .orderBy('join_requests.id')
    .execute()
}

export async function insertInvitation(
  tx: Tx,
  invitation: {
    readonly community: number
    readonly hash: string
    readonly by: number | null
    readonly expiresAt: Instant
  },
): Promise<void> {
  const row = {
    community_id: invitation.community,
    token_hash: invitation.hash,
    made_by: invitation.by,
    made_at: tx.now(),
    expires_at: invitation.expiresAt,
    used_at: null,
    used_by: null,
  }
  await tx.db.insertInto('community_invitations').values(row).execute()
}

export function findInvitation(db: Reader, community: number, hash: string) {
  return db
    .selectFrom('community_invitations')
    .select(['id', 'expires_at as expiresAt', 'used_at as usedAt', 'used_by as usedBy'])
    .where('community_id', '=', community)
    .where('token_hash', '=', hash)
    .executeTakeFirst()
}

/** False when somebody used it between our looking and now. */
export async function markInvitationUsed(tx: Tx, id: number, account: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('community_invitations')
    .set({ used_at: tx.now(), used_by: account })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
