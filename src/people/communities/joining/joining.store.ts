// What is kept of those who ask to join, and of links that let one person in.
import type { CalendarDay } from '#src/kit/days.ts'
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

export type OpenInvitation = {
  readonly id: number
  readonly madeAt: Instant
  readonly expiresAt: Instant
  /** As the mod who made it is called here; undefined once they are gone. */
  readonly by: string | undefined
}

/** The newest first. */
export async function listUnused(db: Reader, community: number, now: Instant): Promise<OpenInvitation[]> {
  const rows = await db
    .selectFrom('community_invitations')
    .leftJoin('memberships', (join) =>
      join
        .onRef('memberships.account_id', '=', 'community_invitations.made_by')
        .onRef('memberships.community_id', '=', 'community_invitations.community_id'),
    )
    .leftJoin('pen_names', 'pen_names.id', 'memberships.pen_name_id')
    .select([
      'community_invitations.id',
      'community_invitations.made_at as madeAt',
      'community_invitations.expires_at as expiresAt',
      'pen_names.name as by',
    ])
    .where('community_invitations.community_id', '=', community)
    .where('community_invitations.used_at', 'is', null)
    .where('community_invitations.expires_at', '>', now)
    .orderBy('community_invitations.id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, by: row.by ?? undefined }))
}

/** The hash of its secret, while nobody has used it. */
export async function findOpenInvitation(db: Reader, community: number, id: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('community_invitations')
    .select('token_hash as hash')
    .where('id', '=', id)
    .where('community_id', '=', community)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return row?.hash
}

export async function deleteInvitation(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('community_invitations').where('id', '=', id).execute()
}

/** Opened, and with a day still to come or today; what begins first comes first. */
export function listRoundsAhead(db: Reader, community: number, today: CalendarDay) {
  return db
    .selectFrom('rounds')
    .innerJoin('days', 'days.round_id', 'rounds.id')
    .select(['rounds.slug', 'rounds.name'])
    .where('rounds.community_id', '=', community)
    .where('rounds.opened_at', 'is not', null)
    .where('rounds.deleted_at', 'is', null)
    .where('days.on_day', '>=', today)
    .groupBy(['rounds.id', 'rounds.slug', 'rounds.name'])
    .orderBy((eb) => eb.fn.min('days.on_day'))
    .limit(3)
    .execute()
}
