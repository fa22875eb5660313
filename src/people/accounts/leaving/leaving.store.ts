// What is kept of somebody who leaves: that the account is closed, what they chose for their works, and at last nothing that is theirs.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import type { WorksLeft } from '#src/schema/people/accounts.ts'

export type Leaver = {
  readonly account: number
  readonly email: string
  readonly passwordHash: string | null
  readonly isAdmin: boolean
}

/** Undefined where nobody has shown that it is theirs. */
export async function findProvenAddress(db: Reader, account: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('accounts')
    .select('email')
    .where('id', '=', account)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return row?.email
}

export async function findLeaver(db: Reader, account: number): Promise<Leaver | undefined> {
  const row = await db
    .selectFrom('accounts')
    .select(['id as account', 'email', 'password_hash as passwordHash', 'admin_since as adminSince'])
    .where('id', '=', account)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return (
    row && { account: row.account, email: row.email, passwordHash: row.passwordHash, isAdmin: row.adminSince !== null }
  )
}

export async function findSessionStart(db: Reader, session: number): Promise<Instant | undefined> {
  const row = await db.selectFrom('sessions').select('created_at').where('id', '=', session).executeTakeFirst()
  return row?.created_at
}

/** By their ids. */
export async function listAdmins(db: Reader): Promise<number[]> {
  const rows = await db
    .selectFrom('accounts')
    .select('id')
    .where('admin_since', 'is not', null)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export type Leaving = { readonly account: number; readonly works: WorksLeft; readonly leftAt: Instant }

const leavings = (db: Reader) =>
  db
    .selectFrom('leavings')
    .select(['leavings.account_id as account', 'leavings.works', 'leavings.left_at as leftAt'])
    .where('leavings.erased_at', 'is', null)

export const findLeaving = (db: Reader, account: number): Promise<Leaving | undefined> =>
  leavings(db).where('leavings.account_id', '=', account).executeTakeFirst()

export const listLeftBefore = (db: Reader, before: Instant, most: number): Promise<Leaving[]> =>
  leavings(db).where('leavings.left_at', '<=', before).orderBy('leavings.left_at').limit(most).execute()

/** Those who closed an account of this address; several where nobody has shown that it is theirs. The last first. */
export function listClosed(db: Reader, emailKey: string): Promise<(Leaving & { passwordHash: string | null })[]> {
  return leavings(db)
    .innerJoin('accounts', 'accounts.id', 'leavings.account_id')
    .select('accounts.password_hash as passwordHash')
    .where((eb) => eb.or([eb('accounts.email_key', '=', emailKey), eb('accounts.unconfirmed_key', '=', emailKey)]))
    .orderBy('leavings.id', 'desc')
    .limit(5)
    .execute()
}

/** Their names are nobody’s to enter or to take meanwhile. */
export async function close(tx: Tx, { account, works, leftAt }: Leaving): Promise<void> {
  await tx.db.updateTable('accounts').set({ closed_at: leftAt }).where('id', '=', account).execute()
  await tx.db.updateTable('pen_names').set({ left_at: leftAt }).where('account_id', '=', account).execute()
  await tx.db.insertInto('leavings').values({ account_id: account, works, left_at: leftAt, erased_at: null }).execute()
  await tx.db.deleteFrom('sessions').where('account_id', '=', account).execute()
}

export async function reopen(tx: Tx, account: number): Promise<void> {
  await tx.db.updateTable('accounts').set({ closed_at: null }).where('id', '=', account).execute()
  await tx.db.updateTable('pen_names').set({ left_at: null }).where('account_id', '=', account).execute()
  await tx.db.deleteFrom('leavings').where('account_id', '=', account).execute()
}

/** The row stays, because others’ deeds refer to it; it says nothing of anybody. No address can be what stands in its place. */
export async function wipe(tx: Tx, account: number): Promise<void> {
  const nobody = `erased ${account}`
  await tx.db
    .updateTable('accounts')
    .set({
      email: nobody,
      email_key: nobody,
      unconfirmed_key: null,
      password_hash: null,
      time_zone: null,
      admin_since: null,
      confirmed_at: null,
      vouched_at: null,
      vouched_by: null,
      reading: '',
      shows_adult: 0,
    })
    .where('id', '=', account)
    .execute()
  await tx.db.deleteFrom('sessions').where('account_id', '=', account).execute()
  await tx.db.deleteFrom('mailed_links').where('account_id', '=', account).execute()
  await tx.db.updateTable('leavings').set({ erased_at: tx.now() }).where('account_id', '=', account).execute()
}
