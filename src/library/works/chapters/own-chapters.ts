// Chapters for those who write them: all of them with what can be done to each, one of them to go on with, and its saves.
import type { Instant } from '#src/kit/instants.ts'
import { isMissing } from '#src/kit/refusal.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { mayEdit } from '#src/library/works/work-access.ts'
import { findFields } from '#src/library/works/work-saves.store.ts'
import type { Ctx } from '#src/platform/context.ts'
import type { ChapterState, TextForm, WorkState } from '#src/schema/library/works.ts'
import { type ChapterSave, type ChapterSaved, findSaveOf, listSavesOf } from './chapter-saves.store.ts'
import { findToEdit, listKept } from './chapters.store.ts'
import { findPlan } from './plan.store.ts'

export type { ChapterSave, ChapterSaved } from './chapter-saves.store.ts'

type Looking = Pick<Ctx, 'db' | 'viewer'>

export type OwnWork = { readonly id: number; readonly title: string; readonly state: WorkState }

/** For everybody but its editors there is no such page. */
export async function openOwnWork({ db, viewer }: Looking, id: number): Promise<OwnWork> {
  if (!(await mayEdit(db, await beholderOf(db, viewer), id))) throw isMissing('work')
  const kept = await findFields(db, id)
  if (!kept) throw isMissing('work')
  return { id, title: kept.fields.title, state: kept.state }
}

export type OwnChapter = {
  readonly id: number
  /** As readers count. */
  readonly number: number | undefined
  readonly title: string
  readonly state: ChapterState
  readonly postedAt: Instant | null
  readonly words: number
  readonly changedAt: Instant
  readonly deletedAt: Instant | null
  readonly cameWithWork: boolean
}

export type OwnChapters = OwnWork & {
  readonly chapters: readonly OwnChapter[]
  readonly deleted: readonly OwnChapter[]
  readonly planned: number | null
}

export async function openOwnChapters(looking: Looking, id: number): Promise<OwnChapters> {
  const work = await openOwnWork(looking, id)
  const all = numbered(await listKept(looking.db, id))
  return {
    ...work,
    chapters: all.filter(({ deletedAt }) => deletedAt === null),
    deleted: all.filter(({ deletedAt }) => deletedAt !== null),
    planned: await findPlan(looking.db, id),
  }
}

function numbered(rows: Awaited<ReturnType<typeof listKept>>): OwnChapter[] {
  let count = 0
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    state: row.state,
    postedAt: row.postedAt,
    words: row.words,
    changedAt: row.changedAt,
    deletedAt: row.deletedAt,
    cameWithWork: row.cameWithWork === 1,
    number: row.state === 'posted' && row.deletedAt === null ? (count += 1) : undefined,
  }))
}

export type ChapterToEdit = {
  readonly work: OwnWork
  readonly id: number
  readonly title: string
  readonly notesBefore: string
  readonly notesAfter: string
  readonly source: string
  readonly form: TextForm
  readonly state: ChapterState
  readonly version: number
  readonly deletedAt: Instant | null
  readonly cameWithWork: boolean
}

/** Deleted ones too: their page says so. */
export async function openChapter(looking: Looking, work: number, id: number): Promise<ChapterToEdit> {
  const own = await openOwnWork(looking, work)
  const found = await findToEdit(looking.db, work, id)
  if (!found) throw isMissing('chapter')
  const { title, notesBefore, notesAfter, source, form, state, version, deletedAt, cameWithWork } = found
  return {
    work: own,
    id,
    title,
    notesBefore,
    notesAfter,
    source,
    form,
    state,
    version,
    deletedAt,
    cameWithWork: cameWithWork === 1,
  }
}

export async function chapterSavesOf(looking: Looking, work: number, id: number): Promise<ChapterSave[]> {
  await openChapter(looking, work, id)
  return listSavesOf(looking.db, id)
}

export async function openChapterSave(
  looking: Looking,
  { work, chapter, version }: { readonly work: number; readonly chapter: number; readonly version: number },
): Promise<ChapterSaved> {
  await openChapter(looking, work, chapter)
  const save = await findSaveOf(looking.db, chapter, version)
  if (!save) throw isMissing('chapter')
  return save
}
