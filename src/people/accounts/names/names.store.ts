// What is kept of the names of one person: which is the first, which are put away, and what each is used for.
import { sql } from 'kysely'
import type { Reader, Tx } from '#src/platform/context.ts'

export type OwnName = {
  readonly id: number
  readonly name: string
  readonly isFirst: boolean
  readonly isPutAway: boolean
  /** Something refers to it: a day, a work, a place among members. */
  readonly isUsed: boolean
}

/** Every column of other tables that refers to a pen name; a test compares them with the schema. */
export const referring = [
  ['claims', 'pen_name_id'],
  ['memberships', 'pen_name_id'],
  ['work_creators', 'pen_name_id'],
  ['name_links', 'pen_name_id'],
  ['pen_names', 'stands_for'],
  ['announcements', 'pen_name_id'],
  ['bans', 'pen_name_id'],
  ['member_turns', 'pen_name_id'],
  ['letter_threads', 'pen_name_id'],
  ['letters', 'pen_name_id'],
] as const

/** The first first, then as they were made. */
export async function listOwnNames(db: Reader, account: number): Promise<OwnName[]> {
  const uses = referring.map(
    ([table, column]) =>
      sql<number>`(select count(*) from ${sql.table(table)} as used where ${sql.ref(`used.${column}`)} = pen_names.id)`,
  )
  const rows = await db
    .selectFrom('pen_names')
    .select(['id', 'name', 'is_first as isFirst', 'retired_at as retiredAt'])
    .select(sql<number>`(${sql.join(uses, sql` + `)})`.as('uses'))
    .where('account_id', '=', account)
    .orderBy('is_first', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, isFirst, retiredAt, uses: count }) => ({
    id,
    name,
    isFirst: isFirst === 1,
    isPutAway: retiredAt !== null,
    isUsed: count > 0,
  }))
}

export async function setFirst(tx: Tx, account: number, penName: number): Promise<void> {
  await tx.db.updateTable('pen_names').set({ is_first: 0 }).where('account_id', '=', account).execute()
  await tx.db.updateTable('pen_names').set({ is_first: 1 }).where('id', '=', penName).execute()
}

export async function setPutAway(tx: Tx, penName: number, isPutAway: boolean): Promise<void> {
  const set = { retired_at: isPutAway ? tx.now() : null }
  await tx.db.updateTable('pen_names').set(set).where('id', '=', penName).execute()
}

export async function deleteName(tx: Tx, penName: number): Promise<void> {
  await tx.db.deleteFrom('pen_names').where('id', '=', penName).execute()
}

export function listKeys(db: Reader, after: number, most: number) {
  return db
    .selectFrom('pen_names')
    .select(['id', 'name', 'name_key as key'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute()
}

export async function isKeyTaken(db: Reader, key: string): Promise<boolean> {
  return (await db.selectFrom('pen_names').select('id').where('name_key', '=', key).executeTakeFirst()) !== undefined
}

export async function setKey(tx: Tx, id: number, key: string): Promise<void> {
  await tx.db.updateTable('pen_names').set({ name_key: key }).where('id', '=', id).execute()
}
