// Every save of a chapter on its own page: its text, title and notes as they were. Saves in the composer are saves of the work.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import { pack, unpack } from '#src/platform/text/pack.ts'
import type { TextForm } from '#src/schema/library/works.ts'
import { kindsIn, type TidyKind } from '#src/text/tidy/kinds.ts'
import type { ChapterSaid } from './chapters.store.ts'

export async function insertSave(
  tx: Tx,
  { chapter, version, said }: { readonly chapter: number; readonly version: number; readonly said: ChapterSaid },
): Promise<void> {
  const { title, notesBefore, notesAfter, text } = said
  const row = {
    chapter_id: chapter,
    version,
    title,
    notes_before: notesBefore,
    notes_after: notesAfter,
    words: text.words,
    source: pack(text.source),
    source_form: text.form,
    left_alone: (text.leave ?? []).join(','),
    by_account: tx.viewer.kind === 'person' ? tx.viewer.account : null,
    made_at: tx.now(),
  }
  await tx.db.insertInto('chapter_revisions').values(row).execute()
}

export type ChapterSave = { readonly version: number; readonly madeAt: Instant; readonly words: number }

/** The newest first. */
export function listSavesOf(db: Reader, chapter: number): Promise<ChapterSave[]> {
  return db
    .selectFrom('chapter_revisions')
    .select(['version', 'made_at as madeAt', 'words'])
    .where('chapter_id', '=', chapter)
    .orderBy('version', 'desc')
    .execute()
}

export type ChapterSaved = Omit<ChapterSaid, 'text'> & {
  readonly version: number
  readonly source: string
  readonly form: TextForm
  readonly leave: readonly TidyKind[]
}

export async function findSaveOf(db: Reader, chapter: number, version: number): Promise<ChapterSaved | undefined> {
  const row = await db
    .selectFrom('chapter_revisions')
    .select(['version', 'title', 'notes_before as notesBefore', 'notes_after as notesAfter', 'source'])
    .select(['source_form as form', 'left_alone'])
    .where('chapter_id', '=', chapter)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) return undefined
  const { left_alone, ...save } = row
  return { ...save, source: unpack(row.source), leave: kindsIn(left_alone) }
}

export async function findSaveBefore(db: Reader, chapter: number, version: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('chapter_revisions')
    .select(({ fn }) => fn.max<number>('version').as('last'))
    .where('chapter_id', '=', chapter)
    .where('version', '<', version)
    .executeTakeFirst()
  return row?.last ?? undefined
}

export async function eraseSaveOf(tx: Tx, chapter: number, version: number): Promise<void> {
  const one = tx.db.deleteFrom('chapter_revisions').where('chapter_id', '=', chapter)
  await one.where('version', '=', version).execute()
}
