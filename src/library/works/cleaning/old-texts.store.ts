// Texts that an older sanitiser cleaned, and what is written back of them: never the source, and no save.
import { recount } from '#src/library/works/chapters/chapter-counts.store.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import { unpack } from '#src/platform/text/pack.ts'
import { SANITISER_VERSION } from '#src/text/sanitiser-version.ts'
import { kindsIn, type TidyKind } from '#src/text/tidy/kinds.ts'
import type { TextForm } from '#src/schema/library/works.ts'

/** A chapter, as all texts are. */
export type OldText = {
  readonly id: number
  readonly work: number
  /** Whoever saves it meanwhile has a newer text. */
  readonly version: number
  readonly source: string
  readonly form: TextForm
  readonly leave: readonly TidyKind[]
  readonly html: string
}

export async function listOldTexts(db: Reader, most: number): Promise<number[]> {
  const rows = await db
    .selectFrom('chapters')
    .select('id')
    .where('sanitiser_version', '<', SANITISER_VERSION)
    .orderBy('sanitiser_version')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

export async function findOldText(db: Reader, id: number): Promise<OldText | undefined> {
  const row = await db
    .selectFrom('chapters')
    .select(['id', 'work_id as work', 'version', 'source', 'source_form as form', 'left_alone', 'html'])
    .where('id', '=', id)
    .where('sanitiser_version', '<', SANITISER_VERSION)
    .executeTakeFirst()
  if (!row) return undefined
  const { left_alone, ...text } = row
  return { ...text, source: unpack(row.source), leave: kindsIn(left_alone) }
}

export type CleanedAnew = {
  readonly html: string
  /** Undefined where only what was kept could be read: then they are as they were. */
  readonly counted: { readonly excerpt: string; readonly words: number } | undefined
}

/** False where somebody has saved meanwhile: that text is clean already. */
export async function writeBack(tx: Tx, old: OldText, { html, counted }: CleanedAnew): Promise<boolean> {
  const set = { html, sanitiser_version: SANITISER_VERSION, ...counted }
  const { numUpdatedRows } = await tx.db
    .updateTable('chapters')
    .set(set)
    .where('id', '=', old.id)
    .where('version', '=', old.version)
    .where('sanitiser_version', '<', SANITISER_VERSION)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  if (counted !== undefined) await recount(tx, old.work)
  return true
}
