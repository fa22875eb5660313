// Works whose setting was read by an older reader than there is now, and what the new one makes of them.
import type { Reader, Tx } from '#src/platform/context.ts'
import { SETTING_READER } from '#src/text/timing/statements.ts'
import type { WorkFields } from '../work-fields.ts'
import { settingColumns } from '../works.store.ts'

export async function listToReread(db: Reader, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('works')
    .select('id')
    .where('timing_reader', '<', SETTING_READER)
    .orderBy('timing_reader')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

export async function markToReread(tx: Tx, fandom: number): Promise<void> {
  await tx.db.updateTable('works').set({ timing_reader: 0 }).where('fandom_id', '=', fandom).execute()
}

/** It is no save: its writer has said nothing new. */
export async function updateSetting(
  tx: Tx,
  id: number,
  setting: Pick<WorkFields, 'place' | 'placeChoice' | 'spoilers'>,
): Promise<void> {
  await tx.db.updateTable('works').set(settingColumns(setting)).where('id', '=', id).execute()
}
