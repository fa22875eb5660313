// What is kept of chapters: each a text with a title and notes of its own, in the order of its work.
import type { Instant } from '#src/kit/instants.ts'
import type { WorkText } from '#src/library/works/work-fields.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import { pack, unpack } from '#src/platform/text/pack.ts'
import type { ChapterState } from '#src/schema/library/works.ts'
import { kindsIn } from '#src/text/tidy/kinds.ts'

const textColumns = (text: WorkText) => ({
  source: pack(text.source),
  source_form: text.form,
  left_alone: (text.leave ?? []).join(','),
  html: text.html,
  excerpt: text.excerpt,
  words: text.words,
  sanitiser_version: text.sanitiserVersion,
})

/** The text that a work is posted with: the composer's, whatever stands before it later. */
export async function keepText(tx: Tx, work: number, text: WorkText): Promise<void> {
  const now = tx.now()
  const found = tx.db.selectFrom('chapters').select(['id', 'version']).where('work_id', '=', work)
  const before = await found.where('came_with_work', '=', 1).executeTakeFirst()
  if (before) {
    const set = { ...textColumns(text), version: before.version + 1, changed_at: now }
    await tx.db.updateTable('chapters').set(set).where('id', '=', before.id).execute()
    return
  }
  await insertChapter(tx, {
    work,
    position: 1,
    cameWithWork: true,
    state: 'posted',
    onceKey: null,
    said: { title: '', notesBefore: '', notesAfter: '', text },
  })
}

export type ChapterSaid = {
  readonly title: string
  readonly notesBefore: string
  readonly notesAfter: string
  readonly text: WorkText
}

export type NewChapter = {
  readonly work: number
  readonly position: number
  readonly cameWithWork: boolean
  readonly state: ChapterState
  readonly onceKey: string | null
  readonly said: ChapterSaid
}

export async function insertChapter(tx: Tx, chapter: NewChapter): Promise<number> {
  const row = {
    uid: tx.uid(),
    work_id: chapter.work,
    position: chapter.position,
    came_with_work: chapter.cameWithWork ? (1 as const) : (0 as const),
    state: chapter.state,
    posted_at: null,
    once_key: chapter.onceKey,
    version: 1,
    created_at: tx.now(),
    changed_at: tx.now(),
    ...saidColumns(chapter.said),
  }
  const { id } = await tx.db.insertInto('chapters').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

const saidColumns = ({ title, notesBefore, notesAfter, text }: ChapterSaid) => ({
  title,
  notes_before: notesBefore,
  notes_after: notesAfter,
  ...textColumns(text),
})

export async function updateSaid(tx: Tx, id: number, version: number, said: ChapterSaid): Promise<void> {
  const set = { ...saidColumns(said), version, changed_at: tx.now() }
  await tx.db.updateTable('chapters').set(set).where('id', '=', id).execute()
}

export type ChapterLife = {
  readonly state: ChapterState
  readonly postedAt: Instant | null
}

export async function updateChapterLife(tx: Tx, id: number, { state, postedAt }: ChapterLife): Promise<void> {
  await tx.db.updateTable('chapters').set({ state, posted_at: postedAt }).where('id', '=', id).execute()
}

export async function updateDeleted(tx: Tx, id: number, deletedAt: Instant | null): Promise<void> {
  await tx.db.updateTable('chapters').set({ deleted_at: deletedAt }).where('id', '=', id).execute()
}

export async function updatePosition(tx: Tx, id: number, position: number): Promise<void> {
  await tx.db.updateTable('chapters').set({ position }).where('id', '=', id).execute()
}

export async function findChapterByKey(db: Reader, onceKey: string) {
  return db.selectFrom('chapters').select(['id', 'work_id as work']).where('once_key', '=', onceKey).executeTakeFirst()
}

const keptColumns = [
  'id',
  'position',
  'came_with_work as cameWithWork',
  'title',
  'state',
  'posted_at as postedAt',
  'words',
  'version',
  'changed_at as changedAt',
  'deleted_at as deletedAt',
] as const

/** All of them in their order, deleted ones too; whoever asks has looked who asks. */
export function listKept(db: Reader, work: number) {
  return db
    .selectFrom('chapters')
    .select(keptColumns)
    .where('work_id', '=', work)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export type KeptChapter = Awaited<ReturnType<typeof listKept>>[number]

/** There, and not deleted. */
export async function isKept(db: Reader, work: number, id: number): Promise<boolean> {
  const found = db.selectFrom('chapters').select('id').where('id', '=', id).where('work_id', '=', work)
  return (await found.where('deleted_at', 'is', null).executeTakeFirst()) !== undefined
}

export async function findToEdit(db: Reader, work: number, id: number) {
  const row = await db
    .selectFrom('chapters')
    .select([
      ...keptColumns,
      'notes_before as notesBefore',
      'notes_after as notesAfter',
      'source',
      'source_form as form',
      'left_alone',
    ])
    .where('id', '=', id)
    .where('work_id', '=', work)
    .executeTakeFirst()
  if (!row) return undefined
  const { left_alone, ...chapter } = row
  return { ...chapter, source: unpack(row.source), leave: kindsIn(left_alone) }
}

export type ChapterWithText = NonNullable<Awaited<ReturnType<typeof findToEdit>>>

/** What the composer goes on with. */
export async function findSource(
  db: Reader,
  work: number,
): Promise<
  (Required<Pick<WorkText, 'source' | 'form' | 'words' | 'leave'>> & { readonly textVersion: number }) | undefined
> {
  const row = await db
    .selectFrom('chapters')
    .select(['source', 'source_form as form', 'left_alone', 'words', 'version as textVersion'])
    .where('work_id', '=', work)
    .where('came_with_work', '=', 1)
    .executeTakeFirst()
  if (!row) return undefined
  const { left_alone, ...text } = row
  return { ...text, source: unpack(row.source), leave: kindsIn(left_alone) }
}

export async function listDeletedBefore(db: Reader, before: Instant, limit: number) {
  return db
    .selectFrom('chapters')
    .select(['id', 'work_id as work'])
    .where('deleted_at', '<=', before)
    .limit(limit)
    .execute()
}

/** Its saves go with it. */
export async function eraseChapter(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('chapters').where('id', '=', id).execute()
}
