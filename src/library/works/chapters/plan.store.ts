// Reads how many chapters a work is to have.
import type { Reader } from '#src/platform/context.ts'

export async function findPlan(db: Reader, work: number): Promise<number | null> {
  const row = await db
    .selectFrom('works')
    .select('chapters_planned as planned')
    .where('id', '=', work)
    .executeTakeFirst()
  return row?.planned ?? null
}
