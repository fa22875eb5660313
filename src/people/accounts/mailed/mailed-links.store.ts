// What is kept of links that were mailed: a hash of the secret, whose it is, the address that it went to, and until when it works.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import type { MailedPurpose } from '#src/schema/people/accounts.ts'

export type NewMailedLink = {
  readonly purpose: MailedPurpose
  readonly hash: string
  readonly account: number
  readonly email: string
  readonly expiresAt: Instant
}

export async function insertMailedLink(tx: Tx, link: NewMailedLink): Promise<void> {
  const row = {
    purpose: link.purpose,
    token_hash: link.hash,
    account_id: link.account,
    email: link.email,
    made_at: tx.now(),
    expires_at: link.expiresAt,
    used_at: null,
  }
  await tx.db.insertInto('mailed_links').values(row).execute()
}

export function findMailedLink(db: Reader, hash: string, purpose: MailedPurpose) {
  return db
    .selectFrom('mailed_links')
    .innerJoin('accounts', 'accounts.id', 'mailed_links.account_id')
    .select([
      'mailed_links.id',
      'mailed_links.account_id as account',
      'mailed_links.email',
      'mailed_links.expires_at as expiresAt',
      'mailed_links.used_at as usedAt',
      'accounts.email as accountEmail',
      'accounts.confirmed_at as confirmedAt',
    ])
    .where('mailed_links.token_hash', '=', hash)
    .where('mailed_links.purpose', '=', purpose)
    .where('accounts.closed_at', 'is', null)
    .executeTakeFirst()
}

/** False when somebody used it between our looking and now. */
export async function markMailedUsed(tx: Tx, id: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('mailed_links')
    .set({ used_at: tx.now() })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Of one purpose, or of all. */
export async function deleteUnusedOf(tx: Tx, account: number, purpose?: MailedPurpose): Promise<void> {
  const all = tx.db.deleteFrom('mailed_links').where('account_id', '=', account).where('used_at', 'is', null)
  await (purpose === undefined ? all : all.where('purpose', '=', purpose)).execute()
}

export async function deleteOldMailed(tx: Tx): Promise<void> {
  await tx.db.deleteFrom('mailed_links').where('expires_at', '<=', tx.now()).execute()
}
