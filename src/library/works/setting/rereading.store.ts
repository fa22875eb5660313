// Works whose setting was read by an older reader than there is now, and what the new one makes of them.
import type { Reader, Tx } from '#src/platform/context.ts'
import { SETTING_READER } from '#src/text/timing/statements.ts'
import type { WorkFields } from '../work-fields.ts'
import { settingColumns } from '../works.store.ts'

export type ToReread = { readonly id: number; readonly version: number; readonly reader: number }

export const listToReread = (db: Reader, limit: number): Promise<ToReread[]> =>
  db
    .selectFrom('works')
    .select(['id', 'version', 'timing_reader as reader'])
    .where('timing_reader', '<', SETTING_READER)
    .orderBy('timing_reader')
    .orderBy('id')
    .limit(limit)
    .execute()

/** Each time another number, so that nothing is written that was read before this. */
export async function markToReread(tx: Tx, fandom: number): Promise<void> {
  await tx.db
    .updateTable('works')
    .set((eb) => ({
      timing_reader: eb
        .case()
        .when('timing_reader', '>', 0)
        .then(0)
        .else(eb('timing_reader', '-', 1))
        .end(),
    }))
    .where('fandom_id', '=', fandom)
    .execute()
}

/**
 * It is no save: its writer has said nothing new. What was saved meanwhile was read as it was saved, and what was marked meanwhile
 * has to be read again: both are left alone, and answered with false.
 */
export async function updateSetting(
  tx: Tx,
  { id, version, reader }: ToReread,
  setting: Pick<WorkFields, 'place' | 'placeChoice' | 'spoilers'>,
): Promise<boolean> {
  const rows = await tx.db
    .updateTable('works')
    .set(settingColumns(setting))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('timing_reader', '=', reader)
    .returning('id')
    .execute()
  return rows.length > 0
}
