// What is kept of links that work once: a hash of the secret, and what became of it.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export type Purpose = 'set-up' | 'join'

export async function insertLink(
  tx: Tx,
  link: { purpose: Purpose; hash: string; madeBy: number | null; expiresAt: Instant },
): Promise<void> {
  const row = {
    purpose: link.purpose,
    token_hash: link.hash,
    made_by: link.madeBy,
    made_at: tx.now(),
    expires_at: link.expiresAt,
    used_at: null,
    used_by: null,
  }
  await tx.db.insertInto('one_time_links').values(row).execute()
}

export async function deleteUnused(tx: Tx, purpose: Purpose): Promise<void> {
  await tx.db.deleteFrom('one_time_links').where('purpose', '=', purpose).where('used_at', 'is', null).execute()
}

export async function deleteUnusedByHash(tx: Tx, hash: string): Promise<void> {
  await tx.db.deleteFrom('one_time_links').where('token_hash', '=', hash).where('used_at', 'is', null).execute()
}

export function findLink(db: Reader, hash: string, purpose: Purpose) {
  return db
    .selectFrom('one_time_links')
    .select(['id', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('token_hash', '=', hash)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
}

/** False when somebody used it between our looking and now. */
export async function markUsed(tx: Tx, id: number, account: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('one_time_links')
    .set({ used_at: tx.now(), used_by: account })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
