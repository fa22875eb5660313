// What is kept of one account as its owner sees and changes it: address, password, and whether either is known to be theirs.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export type OwnAccount = {
  readonly id: number
  readonly uid: string
  readonly email: string
  readonly passwordHash: string | null
  readonly createdAt: Instant
  readonly confirmedAt: Instant | null
  readonly vouchedAt: Instant | null
}

export function findOwnAccount(db: Reader, account: number): Promise<OwnAccount | undefined> {
  return db
    .selectFrom('accounts')
    .select([
      'id',
      'uid',
      'email',
      'password_hash as passwordHash',
      'created_at as createdAt',
      'confirmed_at as confirmedAt',
      'vouched_at as vouchedAt',
    ])
    .where('id', '=', account)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
}

export async function setPassword(tx: Tx, account: number, hash: string | null): Promise<void> {
  await tx.db.updateTable('accounts').set({ password_hash: hash }).where('id', '=', account).execute()
}

/** The address is theirs from now on; nobody else can have it. */
export async function setConfirmedAddress(
  tx: Tx,
  account: number,
  { email, key }: { readonly email: string; readonly key: string },
): Promise<void> {
  await tx.db
    .updateTable('accounts')
    .set({ email, email_key: key, unconfirmed_key: null, confirmed_at: tx.now() })
    .where('id', '=', account)
    .execute()
}

/** Somebody stands for the person; whose the address is remains open. */
export async function setVouched(tx: Tx, account: number, by: number | null): Promise<void> {
  await tx.db.updateTable('accounts').set({ vouched_at: tx.now(), vouched_by: by }).where('id', '=', account).execute()
}

/** Nobody has shown that the address is theirs, and nobody stands for them. Newest first. */
export function listStrangers(db: Reader, limit: number) {
  return db
    .selectFrom('accounts')
    .innerJoin('pen_names', 'pen_names.account_id', 'accounts.id')
    .select(['accounts.id', 'accounts.created_at as createdAt', 'pen_names.name'])
    .where('accounts.confirmed_at', 'is', null)
    .where('accounts.vouched_at', 'is', null)
    .where('accounts.closed_at', 'is', null)
    .orderBy('accounts.id', 'desc')
    .limit(limit)
    .execute()
}
