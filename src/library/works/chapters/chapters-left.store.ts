// What is kept of the chapters of somebody who has left: what readers read, and nothing of how it came to be.
import type { Tx } from '#src/platform/context.ts'
import { pack } from '#src/platform/text/pack.ts'

/** Drafts, what was taken down or deleted, what was pasted and every earlier save is gone. */
export async function stripChapters(tx: Tx, work: number): Promise<void> {
  await tx.db
    .deleteFrom('chapters')
    .where('work_id', '=', work)
    .where((eb) => eb.or([eb('state', '<>', 'posted'), eb('deleted_at', 'is not', null)]))
    .execute()
  const rows = await tx.db.selectFrom('chapters').select('id').where('work_id', '=', work).execute()
  for (const { id } of rows) await stripChapter(tx, id)
}

async function stripChapter(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('chapter_revisions').where('chapter_id', '=', id).execute()
  const { html } = await tx.db.selectFrom('chapters').select('html').where('id', '=', id).executeTakeFirstOrThrow()
  const set = { source: pack(html), source_form: 'html' as const, once_key: null }
  await tx.db.updateTable('chapters').set(set).where('id', '=', id).execute()
}

export async function forgetHandInChapters(tx: Tx, account: number): Promise<void> {
  await tx.db.updateTable('chapter_revisions').set({ by_account: null }).where('by_account', '=', account).execute()
}
