// What is kept of a session: whose it is, a hash of its secret, and until when it lasts.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export async function insertSession(
  tx: Tx,
  session: { account: number; hash: string; device: string; from: string; expiresAt: Instant },
): Promise<void> {
  const row = {
    account_id: session.account,
    token_hash: session.hash,
    device: session.device,
    signed_in_from: session.from,
    created_at: tx.now(),
    seen_at: tx.now(),
    expires_at: session.expiresAt,
  }
  await tx.db.insertInto('sessions').values(row).execute()
}

export function findSession(db: Reader, hash: string, now: Instant) {
  return db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .select([
      'sessions.id as session',
      'sessions.seen_at as seenAt',
      'accounts.id as account',
      'accounts.admin_since as adminSince',
      'accounts.time_zone as timeZone',
      'accounts.reading as reading',
    ])
    .where('sessions.token_hash', '=', hash)
    .where('sessions.expires_at', '>', now)
    .where('accounts.closed_at', 'is', null)
    .executeTakeFirst()
}

export async function prolongSession(tx: Tx, session: number, expiresAt: Instant): Promise<void> {
  await tx.db
    .updateTable('sessions')
    .set({ seen_at: tx.now(), expires_at: expiresAt })
    .where('id', '=', session)
    .execute()
}

export async function deleteSession(tx: Tx, session: number): Promise<void> {
  await tx.db.deleteFrom('sessions').where('id', '=', session).execute()
}

/** Newest first; those that are over are nobody's business any more. */
export function listSessionsOf(db: Reader, account: number, now: Instant) {
  return db
    .selectFrom('sessions')
    .select(['id', 'device', 'signed_in_from as from', 'created_at as createdAt', 'seen_at as seenAt'])
    .where('account_id', '=', account)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** False where it is nobody's, or somebody else's. */
export async function deleteSessionOf(tx: Tx, account: number, session: number): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('sessions')
    .where('id', '=', session)
    .where('account_id', '=', account)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** All of them but the one that is kept, if one is. */
export async function deleteSessionsOf(tx: Tx, account: number, kept?: number): Promise<void> {
  await tx.db
    .deleteFrom('sessions')
    .where('account_id', '=', account)
    .where('id', '!=', kept ?? 0)
    .execute()
}

export async function deleteExpired(tx: Tx): Promise<void> {
  await tx.db.deleteFrom('sessions').where('expires_at', '<=', tx.now()).execute()
}
