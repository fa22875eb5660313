// What is kept of a session: whose it is, a hash of its secret, and until when it lasts.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export async function insertSession(
  tx: Tx,
  session: { account: number; hash: string; device: string; expiresAt: Instant },
): Promise<void> {
  const row = {
    account_id: session.account,
    token_hash: session.hash,
    device: session.device,
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

export async function deleteExpired(tx: Tx): Promise<void> {
  await tx.db.deleteFrom('sessions').where('expires_at', '<=', tx.now()).execute()
}
