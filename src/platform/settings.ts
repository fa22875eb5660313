// Settings of the whole site: a name and a value as JSON, each read and written by the feature that knows what it means.
import type { Reader, Tx } from './context.ts'

export async function readSetting(db: Reader, name: string): Promise<unknown> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst()
  return row === undefined ? undefined : JSON.parse(row.value)
}

export async function writeSetting(tx: Tx, name: string, value: unknown): Promise<void> {
  const row = { value: JSON.stringify(value), changed_at: tx.now() }
  await tx.db
    .insertInto('settings')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}
