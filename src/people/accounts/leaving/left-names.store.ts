// What becomes of the names of somebody who leaves: nameless ones take their place, or they stay for ever, or they go.
import type { Reader, Tx } from '#src/platform/context.ts'
import { referring } from '../names/names.store.ts'

export async function insertNameless(
  tx: Tx,
  { name, standsFor }: { name: string; standsFor: number },
): Promise<number> {
  const uid = tx.uid()
  const row = {
    uid,
    account_id: null,
    name,
    // No key of a name holds a space, so nobody can ask for it.
    name_key: `nameless ${uid}`,
    created_at: tx.now(),
    left_at: tx.now(),
    stands_for: standsFor,
  }
  const { id } = await tx.db.insertInto('pen_names').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Nameless ones that stand for somebody’s names, as pairs. */
export function listStandingFor(db: Reader, account: number): Promise<{ nameless: number; own: number }[]> {
  return db
    .selectFrom('pen_names')
    .innerJoin('pen_names as own', 'own.id', 'pen_names.stands_for')
    .select(['pen_names.id as nameless', 'own.id as own'])
    .where('own.account_id', '=', account)
    .orderBy('pen_names.id')
    .execute()
}

export async function deleteNames(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0)
    await tx.db
      .deleteFrom('pen_names')
      .where('id', 'in', [...ids])
      .execute()
}

/** From here on nobody can tell for whom they stand. */
export async function forgetStandingFor(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0)
    await tx.db
      .updateTable('pen_names')
      .set({ stands_for: null })
      .where('id', 'in', [...ids])
      .execute()
}

/** In use and put away. */
export async function listAllNamesOf(db: Reader, account: number): Promise<number[]> {
  const rows = await db.selectFrom('pen_names').select('id').where('account_id', '=', account).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

export async function forgetLinksFor(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0)
    await tx.db
      .deleteFrom('name_links')
      .where('pen_name_id', 'in', [...ids])
      .execute()
}

/** Those that nothing refers to any more are gone; the others are nobody’s, for ever. */
export async function leaveNamesBehind(tx: Tx, account: number): Promise<void> {
  for (const id of await listAllNamesOf(tx.db, account)) {
    if (await isReferredTo(tx.db, id)) {
      await tx.db.updateTable('pen_names').set({ account_id: null, is_first: 0 }).where('id', '=', id).execute()
    } else {
      await deleteNames(tx, [id])
    }
  }
}

async function isReferredTo(db: Reader, id: number): Promise<boolean> {
  for (const [table, column] of referring) {
    const found = await db
      .selectFrom(table)
      .select('id')
      .where(db.dynamic.ref(`${table}.${column}`), '=', id)
      .limit(1)
      .executeTakeFirst()
    if (found) return true
  }
  return false
}
