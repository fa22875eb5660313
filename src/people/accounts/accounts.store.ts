// What is kept about people and the names they write under.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export type NewAccount = {
  readonly email: string
  readonly emailKey: string
  readonly passwordHash: string
  readonly timeZone: string
  readonly adminSince: Instant | null
  readonly confirmedAt: Instant | null
  readonly vouchedAt: Instant | null
  readonly vouchedBy: number | null
  readonly unconfirmedKey: string | null
}

export async function insertAccount(tx: Tx, account: NewAccount): Promise<number> {
  const uid = tx.uid()
  const row = {
    uid,
    email: account.email,
    // An address that nobody has shown to be theirs is nobody's: a word in its place that none can be.
    email_key: account.unconfirmedKey === null ? account.emailKey : `unconfirmed ${uid}`,
    unconfirmed_key: account.unconfirmedKey,
    confirmed_at: account.confirmedAt,
    vouched_at: account.vouchedAt,
    vouched_by: account.vouchedBy,
    password_hash: account.passwordHash,
    time_zone: account.timeZone,
    admin_since: account.adminSince,
    created_at: tx.now(),
    closed_at: null,
  }
  const { id } = await tx.db.insertInto('accounts').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Whose the address is shown to be. */
export function findAccountByEmail(db: Reader, emailKey: string) {
  return db
    .selectFrom('accounts')
    .select(['id', 'password_hash as passwordHash'])
    .where('email_key', '=', emailKey)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
}

/** Accounts that only say that the address is theirs: those that somebody stands for first, then the newest. */
export function listUnconfirmedWith(db: Reader, emailKey: string, limit: number) {
  return db
    .selectFrom('accounts')
    .select(['id', 'password_hash as passwordHash'])
    .where('unconfirmed_key', '=', emailKey)
    .where('closed_at', 'is', null)
    .orderBy((eb) => eb.case().when('vouched_at', 'is', null).then(1).else(0).end())
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function countAccounts(db: Reader): Promise<number> {
  const { count } = await db
    .selectFrom('accounts')
    .select(db.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function insertPenName(
  tx: Tx,
  name: { readonly account: number | null; readonly name: string; readonly key: string; readonly isFirst: boolean },
): Promise<number> {
  const row = {
    uid: tx.uid(),
    account_id: name.account,
    name: name.name,
    name_key: name.key,
    created_at: tx.now(),
    is_first: name.isFirst ? (1 as const) : (0 as const),
  }
  const { id } = await tx.db.insertInto('pen_names').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export type PenName = {
  readonly id: number
  readonly name: string
  /** Null for a reserved name, and for one that was left behind. */
  readonly account: number | null
  readonly isLeft: boolean
}

const penNames = (db: Reader) =>
  db.selectFrom('pen_names').select(['id', 'name', 'account_id as account', 'left_at as leftAt'])

type PenNameRow = Omit<PenName, 'isLeft'> & { readonly leftAt: Instant | null }

const toPenName = ({ id, name, account, leftAt }: PenNameRow): PenName => ({
  id,
  name,
  account,
  isLeft: leftAt !== null,
})

export async function findPenNameByKey(db: Reader, key: string): Promise<PenName | undefined> {
  const row = await penNames(db).where('name_key', '=', key).executeTakeFirst()
  return row && toPenName(row)
}

/** Two that have become alike since they were made are told apart by how they are written. */
export async function findPenNameAsWritten(db: Reader, name: string): Promise<PenName | undefined> {
  const [row, ...others] = await penNames(db).where('name', '=', name).limit(2).execute()
  return row && others.length === 0 ? toPenName(row) : undefined
}

/** Two mods who enter the same new name at once mean the same person. */
export async function reservePenName(tx: Tx, name: string, key: string): Promise<PenName> {
  await tx.db
    .insertInto('pen_names')
    .values({ uid: tx.uid(), account_id: null, name, name_key: key, created_at: tx.now() })
    .onConflict((conflict) => conflict.column('name_key').doNothing())
    .execute()
  return toPenName(await penNames(tx.db).where('name_key', '=', key).executeTakeFirstOrThrow())
}

export async function listPenNamesOf(db: Reader, account: number): Promise<PenName[]> {
  const rows = await penNames(db)
    .where('account_id', '=', account)
    .where('retired_at', 'is', null)
    .orderBy('is_first', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toPenName)
}

export async function findZoneOf(db: Reader, account: number): Promise<string | null> {
  const row = await db.selectFrom('accounts').select('time_zone').where('id', '=', account).executeTakeFirst()
  return row?.time_zone ?? null
}

export async function updateZone(tx: Tx, account: number, zone: string): Promise<void> {
  await tx.db.updateTable('accounts').set({ time_zone: zone }).where('id', '=', account).execute()
}

export async function findShowsAdult(db: Reader, account: number): Promise<boolean> {
  const row = await db.selectFrom('accounts').select('shows_adult').where('id', '=', account).executeTakeFirst()
  return row?.shows_adult === 1
}

export async function updateShowsAdult(tx: Tx, account: number, isShown: boolean): Promise<void> {
  const set = { shows_adult: isShown ? (1 as const) : (0 as const) }
  await tx.db.updateTable('accounts').set(set).where('id', '=', account).execute()
}
