// What is kept of how a person reads.
import type { Tx } from '#src/platform/context.ts'

export async function updateReading(tx: Tx, account: number, reading: string): Promise<void> {
  await tx.db.updateTable('accounts').set({ reading }).where('id', '=', account).execute()
}
