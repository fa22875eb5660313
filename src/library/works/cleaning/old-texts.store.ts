// Texts that an older sanitiser cleaned, and what is written back of them: never the source, and no save.
import type { Reader, Tx } from '#src/platform/context.ts'
import { unpack } from '#src/platform/text/pack.ts'
import { SANITISER_VERSION } from '#src/text/sanitiser-version.ts'
import { kindsIn, type TidyKind } from '#src/text/tidy/kinds.ts'
import type { TextForm } from '#src/schema/library/works.ts'

export type OldText = {
  readonly work: number
  /** Of the work: whoever saves meanwhile has a newer text. */
  readonly version: number
  readonly source: string
  readonly form: TextForm
  readonly leave: readonly TidyKind[]
  readonly html: string
}

export async function listOldTexts(db: Reader, most: number): Promise<number[]> {
  const rows = await db
    .selectFrom('work_texts')
    .select('work_id')
    .where('sanitiser_version', '<', SANITISER_VERSION)
    .orderBy('sanitiser_version')
    .orderBy('work_id')
    .limit(most)
    .execute()
  return rows.map((row) => row.work_id)
}

export async function findOldText(db: Reader, work: number): Promise<OldText | undefined> {
  const row = await db
    .selectFrom('work_texts')
    .innerJoin('works', 'works.id', 'work_texts.work_id')
    .select(['work_texts.source', 'source_form', 'left_alone', 'html', 'works.version'])
    .where('work_texts.work_id', '=', work)
    .where('sanitiser_version', '<', SANITISER_VERSION)
    .executeTakeFirst()
  return (
    row && {
      work,
      version: row.version,
      source: unpack(row.source),
      form: row.source_form,
      leave: kindsIn(row.left_alone),
      html: row.html,
    }
  )
}

export type CleanedAnew = {
  readonly html: string
  /** Undefined where only what was kept could be read: then they are as they were. */
  readonly counted: { readonly excerpt: string; readonly words: number } | undefined
}

/** False where somebody has saved meanwhile: that text is clean already. */
export async function writeBack(tx: Tx, { work, version }: OldText, { html, counted }: CleanedAnew): Promise<boolean> {
  const now = await tx.db.selectFrom('works').select('version').where('id', '=', work).executeTakeFirst()
  if (now?.version !== version) return false
  const set = {
    html,
    sanitiser_version: SANITISER_VERSION,
    ...(counted === undefined ? {} : { excerpt: counted.excerpt }),
  }
  const old = tx.db.updateTable('work_texts').set(set).where('work_id', '=', work)
  const { numUpdatedRows } = await old.where('sanitiser_version', '<', SANITISER_VERSION).executeTakeFirst()
  if (numUpdatedRows > 0n && counted !== undefined)
    await tx.db.updateTable('works').set({ words: counted.words }).where('id', '=', work).execute()
  return numUpdatedRows > 0n
}
