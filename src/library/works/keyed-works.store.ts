// Which works a key link opens: those that were written for its claim, under its name, while nobody has taken the name over.
import type { Reader } from '#src/platform/context.ts'

export async function listWorksForKey(
  db: Reader,
  key: { readonly claim: number; readonly penName: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('pieces')
    .innerJoin('work_creators', 'work_creators.work_id', 'pieces.work_id')
    .innerJoin('pen_names', 'pen_names.id', 'work_creators.pen_name_id')
    .select('pieces.work_id as work')
    .where('pieces.claim_id', '=', key.claim)
    .where('pen_names.id', '=', key.penName)
    .where('pen_names.account_id', 'is', null)
    .where('pen_names.left_at', 'is', null)
    .execute()
  return rows.map(({ work }) => work)
}

/** Whether a work was written with a key to its claim, and whether anybody still has it. */
export async function findByKey(db: Reader, work: number): Promise<'no' | 'lives' | 'gone'> {
  const row = await db
    .selectFrom('pieces')
    .leftJoin('claim_keys', 'claim_keys.claim_id', 'pieces.claim_id')
    .select('claim_keys.id as key')
    .where('pieces.work_id', '=', work)
    .where('pieces.by_key', '=', 1)
    .executeTakeFirst()
  if (!row) return 'no'
  return row.key === null ? 'gone' : 'lives'
}
