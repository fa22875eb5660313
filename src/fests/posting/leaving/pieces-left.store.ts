// Who handed pieces in and who ruled on them, forgotten for somebody who has left; and what they typed without saving it.
import type { Tx } from '#src/platform/context.ts'

export async function forgetHand(tx: Tx, account: number): Promise<void> {
  await tx.db.updateTable('pieces').set({ made_by: null }).where('made_by', '=', account).execute()
  await tx.db.updateTable('rulings').set({ made_by: null }).where('made_by', '=', account).execute()
  await tx.db.updateTable('rulings').set({ lifted_by: null }).where('lifted_by', '=', account).execute()
  await tx.db.deleteFrom('typings').where('account_id', '=', account).execute()
  await tx.db.updateTable('header_templates').set({ changed_by: null }).where('changed_by', '=', account).execute()
}
