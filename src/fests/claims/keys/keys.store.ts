// What is kept of key links: where that of a claim is mailed, whether somebody there has answered, and hashes of the secrets.
import { emailKey } from '#src/kit/fold.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export type StoredKey = {
  readonly id: number
  readonly claim: number
  readonly email: string
  readonly askedBy: 'mod' | 'guest'
  readonly madeBy: number | null
  readonly madeAt: Instant
  readonly confirmedAt: Instant | null
  /** When the round ends for the claim. */
  readonly roundEnd: Instant
  readonly round: number
  readonly penName: number
}

/** Of claims that stand under a reserved name, in rounds that are there: all others have no key. */
const whole = (db: Reader) =>
  db
    .selectFrom('claim_keys')
    .innerJoin('claims', 'claims.id', 'claim_keys.claim_id')
    .innerJoin('rounds', 'rounds.id', 'claims.round_id')
    .innerJoin('pen_names', 'pen_names.id', 'claims.pen_name_id')
    .select([
      'claim_keys.id',
      'claim_keys.claim_id as claim',
      'claim_keys.email',
      'claim_keys.asked_by as askedBy',
      'claim_keys.made_by as madeBy',
      'claim_keys.made_at as madeAt',
      'claim_keys.confirmed_at as confirmedAt',
      'claims.round_at as roundEnd',
      'claims.round_id as round',
      'claims.pen_name_id as penName',
    ])
    .where('rounds.deleted_at', 'is', null)
    .where('pen_names.account_id', 'is', null)
    .where('pen_names.left_at', 'is', null)

export const findKeyOf = (db: Reader, claim: number): Promise<StoredKey | undefined> =>
  whole(db).where('claim_keys.claim_id', '=', claim).executeTakeFirst()

/** Of those claims, the addresses from which somebody has answered. */
export async function listAnswered(db: Reader, claims: readonly number[]): Promise<string[]> {
  if (claims.length === 0) return []
  const rows = await db
    .selectFrom('claim_keys')
    .select('email')
    .distinct()
    .where('claim_id', 'in', [...claims])
    .where('confirmed_at', 'is not', null)
    .orderBy('email')
    .execute()
  return rows.map(({ email }) => email)
}

export const findKeyByHash = (db: Reader, hash: string): Promise<StoredKey | undefined> =>
  whole(db)
    .innerJoin('claim_key_links', 'claim_key_links.key_id', 'claim_keys.id')
    .where('claim_key_links.token_hash', '=', hash)
    .executeTakeFirst()

export type NewKey = Pick<StoredKey, 'claim' | 'email' | 'askedBy' | 'madeBy' | 'confirmedAt'>

/** In place of the one there was, whose links are dead by it. */
export async function insertKey(tx: Tx, key: NewKey): Promise<void> {
  await deleteKeys(tx, [key.claim])
  const row = {
    claim_id: key.claim,
    email: key.email,
    asked_by: key.askedBy,
    made_by: key.madeBy,
    made_at: tx.now(),
    confirmed_at: key.confirmedAt,
  }
  await tx.db.insertInto('claim_keys').values(row).execute()
}

export async function insertKeyLink(tx: Tx, key: number, hash: string): Promise<void> {
  await tx.db.insertInto('claim_key_links').values({ key_id: key, token_hash: hash, made_at: tx.now() }).execute()
}

export async function setKeyConfirmed(tx: Tx, key: number): Promise<void> {
  await tx.db.updateTable('claim_keys').set({ confirmed_at: tx.now() }).where('id', '=', key).execute()
}

/** A mod stands for it, as for one that they asked for themselves. */
export async function setKeyVouched(tx: Tx, key: number, by: number | null): Promise<void> {
  await tx.db.updateTable('claim_keys').set({ asked_by: 'mod', made_by: by }).where('id', '=', key).execute()
}

export async function deleteKeys(tx: Tx, claims: readonly number[]): Promise<void> {
  if (claims.length === 0) return
  const keys = tx.db
    .selectFrom('claim_keys')
    .select('id')
    .where('claim_id', 'in', [...claims])
  await tx.db.deleteFrom('claim_key_links').where('key_id', 'in', keys).execute()
  await tx.db
    .deleteFrom('claim_keys')
    .where('claim_id', 'in', [...claims])
    .execute()
}

/** Of claims whose round was over before this, and to which no key was given since. */
export async function listOldKeys(db: Reader, before: Instant): Promise<number[]> {
  const rows = await db
    .selectFrom('claim_keys')
    .innerJoin('claims', 'claims.id', 'claim_keys.claim_id')
    .select('claim_keys.claim_id as claim')
    .where('claims.round_at', '<=', before)
    .where('claim_keys.made_at', '<=', before)
    .limit(200)
    .execute()
  return rows.map(({ claim }) => claim)
}

/** The places that other keys of one address take in a round; only of those that somebody there has answered. */
export async function countConfirmedPlaces(db: Reader, of: { round: number; email: string; but: number }) {
  const rows = await db
    .selectFrom('claim_keys')
    .innerJoin('claims', 'claims.id', 'claim_keys.claim_id')
    .select('claim_keys.email')
    .where('claims.round_id', '=', of.round)
    .where('claims.place', 'is not', null)
    .where('claims.id', '!=', of.but)
    .where('claim_keys.asked_by', '=', 'guest')
    .where('claim_keys.confirmed_at', 'is not', null)
    .execute()
  return rows.filter(({ email }) => emailKey(email) === emailKey(of.email)).length
}
