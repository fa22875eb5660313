// What is kept of rounds that were deleted, until they are brought back or erased.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export async function markDeleted(tx: Tx, round: number, by: number | null): Promise<void> {
  await tx.db.updateTable('rounds').set({ deleted_at: tx.now(), deleted_by: by }).where('id', '=', round).execute()
}

export async function markRestored(tx: Tx, round: number): Promise<void> {
  await tx.db.updateTable('rounds').set({ deleted_at: null, deleted_by: null }).where('id', '=', round).execute()
}

export type DeletedRound = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly deletedAt: Instant
}

export async function listDeleted(db: Reader, community: number): Promise<DeletedRound[]> {
  const rows = await db
    .selectFrom('rounds')
    .select(['id', 'slug', 'name', 'deleted_at'])
    .where('community_id', '=', community)
    .where('deleted_at', 'is not', null)
    .orderBy('deleted_at', 'desc')
    .execute()
  return rows.flatMap(({ deleted_at: deletedAt, ...round }) => (deletedAt === null ? [] : [{ ...round, deletedAt }]))
}

/** The ids of rounds that were deleted before a moment. */
export async function listDeletedBefore(db: Reader, before: Instant): Promise<number[]> {
  const rows = await db.selectFrom('rounds').select('id').where('deleted_at', '<=', before).execute()
  return rows.map((row) => row.id)
}

/** The days and the round itself; whatever higher features keep about it has to be gone by then. */
export async function eraseRound(tx: Tx, round: number): Promise<void> {
  await tx.db.deleteFrom('days').where('round_id', '=', round).execute()
  await tx.db.deleteFrom('rounds').where('id', '=', round).execute()
}
