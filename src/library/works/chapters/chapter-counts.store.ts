// What a work says of its chapters all together, kept with it for lists: words, how many are for readers, and when the last one came.
import type { Tx } from '#src/platform/context.ts'

/** After every change of a chapter. */
export async function recount(tx: Tx, work: number): Promise<void> {
  const rows = await tx.db
    .selectFrom('chapters')
    .select(['words', 'posted_at as postedAt'])
    .where('work_id', '=', work)
    .where('state', '=', 'posted')
    .where('deleted_at', 'is', null)
    .execute()
  const dates = rows.flatMap(({ postedAt }) => postedAt ?? []).toSorted()
  const set = {
    words: rows.reduce((sum, { words }) => sum + words, 0),
    chapters_posted: rows.length,
    last_chapter_at: dates.at(-1) ?? null,
  }
  await tx.db.updateTable('works').set(set).where('id', '=', work).execute()
}

/** Null where nobody knows yet. */
export async function updatePlanned(tx: Tx, work: number, planned: number | null): Promise<void> {
  await tx.db.updateTable('works').set({ chapters_planned: planned }).where('id', '=', work).execute()
}

/** Readers and feeds are told that the work has changed. */
export async function touchWork(tx: Tx, work: number): Promise<void> {
  await tx.db.updateTable('works').set({ changed_at: tx.now() }).where('id', '=', work).execute()
}
