// Rules and announcements that an older sanitiser cleaned, and what is written back of them.
import type { Reader, Tx } from '#src/platform/context.ts'
import { SANITISER_VERSION } from '#src/text/sanitiser-version.ts'

export type OldWords = {
  readonly of: 'rules' | 'announcement'
  readonly id: number
  readonly community: number
  readonly source: string
  readonly form: 'html' | 'markdown' | 'plain'
}

export async function listOldWords(db: Reader, most: number): Promise<OldWords[]> {
  const rules = await db
    .selectFrom('communities')
    .select(['id', 'rules as source'])
    .where('rules_version', '<', SANITISER_VERSION)
    .where('rules', '<>', '')
    .orderBy('id')
    .limit(most)
    .execute()
  const announcements = await db
    .selectFrom('announcements')
    .select(['id', 'community_id as community', 'source', 'source_form as form'])
    .where('sanitiser_version', '<', SANITISER_VERSION)
    .orderBy('id')
    .limit(most)
    .execute()
  return [
    ...rules.map(({ id, source }) => ({ of: 'rules' as const, id, community: id, source, form: 'markdown' as const })),
    ...announcements.map((row) => ({ of: 'announcement' as const, ...row })),
  ]
}

export type CleanWords = { readonly html: string; readonly excerpt: string }

/** False where somebody has written something else meanwhile: that is clean already. */
export async function writeWordsBack(
  tx: Tx,
  { of, id, source }: OldWords,
  { html, excerpt }: CleanWords,
): Promise<boolean> {
  if (of === 'rules') {
    const set = { rules_html: html, rules_version: SANITISER_VERSION }
    const old = tx.db.updateTable('communities').set(set).where('id', '=', id).where('rules', '=', source)
    return (await old.where('rules_version', '<', SANITISER_VERSION).executeTakeFirst()).numUpdatedRows > 0n
  }
  const set = { html, excerpt, sanitiser_version: SANITISER_VERSION }
  const old = tx.db.updateTable('announcements').set(set).where('id', '=', id).where('source', '=', source)
  return (await old.where('sanitiser_version', '<', SANITISER_VERSION).executeTakeFirst()).numUpdatedRows > 0n
}
