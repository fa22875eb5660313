// Keeps what others may make of a work.
import type { Reader, Tx } from '#src/platform/context.ts'

export async function findWishes(db: Reader, work: number): Promise<string | undefined> {
  return (await db.selectFrom('works').select('wishes').where('id', '=', work).executeTakeFirst())?.wishes
}

export async function updateWishes(tx: Tx, work: number, wishes: string): Promise<void> {
  await tx.db.updateTable('works').set({ wishes }).where('id', '=', work).execute()
}
