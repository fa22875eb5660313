// The rounds of a community, whatever has become of them: a deleted one may be brought back.
import type { Reader } from '#src/platform/context.ts'

export async function listRoundIds(db: Reader, community: number): Promise<number[]> {
  const rows = await db.selectFrom('rounds').select('id').where('community_id', '=', community).orderBy('id').execute()
  return rows.map(({ id }) => id)
}
