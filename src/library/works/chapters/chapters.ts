// Chapters: written as drafts, put up one after the other, put in order, taken down, deleted and brought back. For a work's creators.
import { addMillis, daysLong, type Instant } from '#src/kit/instants.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { type Editable, mustEdit } from '#src/library/works/work-access.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import type { ChapterState } from '#src/schema/library/works.ts'
import { recount, touchWork, updatePlanned } from './chapter-counts.store.ts'
import { eraseSaveOf, findSaveOf, insertSave } from './chapter-saves.store.ts'
import { saysTheSame } from './same-words.ts'
import {
  type ChapterSaid,
  type ChapterWithText,
  eraseChapter,
  findChapterByKey,
  findToEdit,
  insertChapter,
  type KeptChapter,
  listDeletedBefore,
  listKept,
  updateChapterLife,
  updateDeleted,
  updatePosition,
  updateSaid,
} from './chapters.store.ts'
import { findPlan } from './plan.store.ts'

export type { ChapterSaid } from './chapters.store.ts'

/** A draft behind the others. A form that is sent twice makes one; with other words in it, that is the next save of it. */
export async function addChapter(ctx: Ctx, id: number, said: ChapterSaid, onceKey: string): Promise<number> {
  return ctx.atomically({ works: id }, async (tx) => {
    const work = await mustEdit(tx, id)
    const before = await findChapterByKey(tx.db, onceKey)
    if (before?.work === id) {
      await sayOnceMore(tx, work, before.id, said)
      return before.id
    }
    const all = await listKept(tx.db, id)
    const position = Math.max(0, ...all.map((each) => each.position)) + 1
    const chapter = await insertChapter(tx, { work: id, position, cameWithWork: false, state: 'draft', onceKey, said })
    await insertSave(tx, { chapter, version: 1, said })
    // What was whole with one is not whole any more; how many there will be its writer says.
    if ((await findPlan(tx.db, id)) === 1) await updatePlanned(tx, id, null)
    await follow(tx, work, 'draft')
    return chapter
  })
}

/**
 * Every save keeps the earlier text. Refuses where somebody saved something else since `version` was read, in another window or
 * as another of its creators: what was typed comes back, and the next press of the button is one more save.
 */
export async function saveChapter(
  ctx: Ctx,
  where: Where,
  save: { readonly said: ChapterSaid; readonly version: number },
): Promise<void> {
  await withChapter(ctx, where, async (tx, work, chapter) => {
    if (save.version === chapter.version) return write(tx, work, chapter, save.said)
    if (!saysTheSame(chapter, save.said)) throw changedMeanwhile()
  })
}

/** Nobody has seen anything of it since; or else that somebody has is said, and the form becomes a chapter of its own. */
async function sayOnceMore(tx: Tx, work: Editable, id: number, said: ChapterSaid): Promise<void> {
  const chapter = await findToEdit(tx.db, work.id, id)
  if (chapter && saysTheSame(chapter, said)) return
  if (!chapter || chapter.deletedAt !== null || chapter.version > 1) throw keptAlready()
  await write(tx, work, chapter, said)
}

async function write(tx: Tx, work: Editable, chapter: KeptChapter, said: ChapterSaid): Promise<void> {
  const version = chapter.version + 1
  await updateSaid(tx, chapter.id, version, said)
  await insertSave(tx, { chapter: chapter.id, version, said })
  await follow(tx, work, chapter.state)
}

/** At once and for good; what it is now is no save to erase but a text to change. */
export async function eraseChapterSave(ctx: Ctx, where: Where, version: number): Promise<void> {
  await withChapter(ctx, where, async (tx, _, chapter) => {
    if (!(await findSaveOf(tx.db, chapter.id, version))) throw isMissing('chapter')
    if (version === chapter.version) throw newestSave()
    await eraseSaveOf(tx, chapter.id, version)
  })
}

export type Where = { readonly work: number; readonly chapter: number }

/** For readers, from now on; where the work itself is not up yet, with it. What was taken down comes back with the date it had. */
export async function postChapter(ctx: Ctx, where: Where): Promise<void> {
  await withChapter(ctx, where, async (tx, work, chapter) => {
    if (chapter.state === 'posted') return
    if (chapter.words === 0 && (await findToEdit(tx.db, work.id, chapter.id))?.source.trim() === '') throw isEmpty()
    const isNew = chapter.state === 'draft' && work.state === 'posted'
    const postedAt = isNew ? tx.now() : chapter.postedAt
    await updateChapterLife(tx, chapter.id, { state: 'posted', postedAt })
    await keepPlanTrue(tx, work.id)
    await follow(tx, work, 'posted')
    if (isNew) tx.announce({ name: 'chapter.posted', work: work.id, chapter: chapter.id })
  })
}

/** Its creators keep it. Refuses the last one that readers have: then it is the work that is taken down. */
export async function takeChapterDown(ctx: Ctx, where: Where): Promise<void> {
  await withChapter(ctx, where, async (tx, work, chapter) => {
    if (chapter.state !== 'posted') return
    await mustNotBeLast(tx, work, chapter)
    await updateChapterLife(tx, chapter.id, { state: 'withdrawn', postedAt: chapter.postedAt })
    await follow(tx, work, 'posted')
  })
}

/** One step among those that are not deleted; at either end it stays. */
export async function moveChapter(ctx: Ctx, where: Where, to: 'up' | 'down'): Promise<void> {
  await withChapter(ctx, where, async (tx, work, chapter) => {
    const order = (await listKept(tx.db, work.id)).filter(({ deletedAt }) => deletedAt === null)
    const at = order.findIndex(({ id }) => id === chapter.id)
    const other = order[to === 'up' ? at - 1 : at + 1]
    if (!other) return
    const swapped = order.map((each) => (each === order[at] ? other : each === other ? chapter : each))
    for (const [position, { id }] of swapped.entries()) await updatePosition(tx, id, position + 1)
    await follow(tx, work, [chapter.state, other.state].includes('posted') ? 'posted' : 'draft')
  })
}

/** For thirty days it can be brought back. Refuses the text that the work was posted with. */
export async function deleteChapter(ctx: Ctx, where: Where): Promise<void> {
  await withChapter(ctx, where, async (tx, work, chapter) => {
    if (chapter.cameWithWork === 1) throw cameWithWork()
    if (chapter.state === 'posted') await mustNotBeLast(tx, work, chapter)
    await updateDeleted(tx, chapter.id, tx.now())
    await follow(tx, work, chapter.state)
  })
}

/** Where it was, and as it was. */
export async function restoreChapter(ctx: Ctx, where: Where): Promise<void> {
  await ctx.atomically({ works: where.work }, async (tx) => {
    const work = await mustEdit(tx, where.work)
    const chapter = await findToEdit(tx.db, work.id, where.chapter)
    if (!chapter) throw isMissing('chapter')
    if (chapter.deletedAt === null) return
    await updateDeleted(tx, chapter.id, null)
    await keepPlanTrue(tx, work.id)
    await follow(tx, work, chapter.state)
  })
}

/** How many there will be; undefined where nobody knows. Refuses fewer than there are. */
export async function planChapters(
  ctx: Ctx,
  id: number,
  planned: number | 'as-many-as-now' | undefined,
): Promise<void> {
  await ctx.atomically({ works: id }, async (tx) => {
    const work = await mustEdit(tx, id)
    const posted = await countPosted(tx, id)
    if (typeof planned === 'number' && planned < posted) throw fewer(posted)
    await updatePlanned(tx, id, planned === 'as-many-as-now' ? Math.max(1, posted) : (planned ?? null))
    await follow(tx, work, 'posted')
  })
}

export const bringableUntil = (deletedAt: Instant): Instant => addMillis(deletedAt, DELETED_DAYS)

const DELETED_DAYS = daysLong(30)

/** A sweep. */
export async function eraseDeletedChapters(ctx: Ctx): Promise<void> {
  for (const { id } of await listDeletedBefore(ctx.db, addMillis(ctx.now(), -DELETED_DAYS), 100)) {
    await ctx.atomically('nothing', (tx) => eraseChapter(tx, id))
  }
}

async function withChapter(
  ctx: Ctx,
  where: Where,
  deed: (tx: Tx, work: Editable, chapter: ChapterWithText) => Promise<void>,
): Promise<void> {
  await ctx.atomically({ works: where.work }, async (tx) => {
    const work = await mustEdit(tx, where.work)
    const chapter = await findToEdit(tx.db, work.id, where.chapter)
    if (!chapter || chapter.deletedAt !== null) throw isMissing('chapter')
    await deed(tx, work, chapter)
  })
}

/** What nobody but its creators has read changes nothing for readers. */
async function follow(tx: Tx, work: Editable, state: ChapterState): Promise<void> {
  await recount(tx, work.id)
  if (work.state === 'posted' && state === 'posted') {
    await touchWork(tx, work.id)
    tx.announce({ name: 'work.revised', work: work.id })
  } else {
    tx.announce({ name: 'work.drafted', work: work.id })
  }
}

/** More than were planned: then nobody knows how many there will be. */
async function keepPlanTrue(tx: Tx, work: number): Promise<void> {
  const planned = await findPlan(tx.db, work)
  if (planned !== null && planned < (await countPosted(tx, work))) await updatePlanned(tx, work, null)
}

const postedOf = (chapters: readonly KeptChapter[]): KeptChapter[] =>
  chapters.filter(({ state, deletedAt }) => state === 'posted' && deletedAt === null)

const countPosted = async (tx: Tx, work: number): Promise<number> => postedOf(await listKept(tx.db, work)).length

async function mustNotBeLast(tx: Tx, work: Editable, chapter: KeptChapter): Promise<void> {
  const others = postedOf(await listKept(tx.db, work.id)).filter(({ id }) => id !== chapter.id)
  if (others.length === 0) throw isLast()
}

const isEmpty = (): Refusal =>
  new Refusal('limit', 'chapter/empty', 'There is no text in this chapter yet. It is kept as a draft until there is.', {
    about: 'text',
  })

export const chapterChanged = 'chapter/changed'

const changedMeanwhile = (): Refusal =>
  new Refusal(
    'taken',
    chapterChanged,
    'This chapter was saved elsewhere since you opened it. What you typed is still here; save again to put it in its place. Either text stays in its history.',
  )

export const chapterKeptAlready = 'chapter/kept-already'

const keptAlready = (): Refusal =>
  new Refusal(
    'taken',
    chapterKeptAlready,
    'What you began here is a chapter already, and was changed since. What you typed is still here; keep it once more, and it becomes a chapter of its own.',
  )

const newestSave = (): Refusal =>
  new Refusal(
    'closed',
    'chapter/newest-save',
    'This is the text as it is now. Change it first; then this save can be erased.',
  )

const isLast = (): Refusal =>
  new Refusal(
    'closed',
    'chapter/last',
    'This is the only chapter that readers have. The whole piece can be taken down instead.',
  )

const cameWithWork = (): Refusal =>
  new Refusal(
    'closed',
    'chapter/came-with-work',
    'This is the text that the piece was posted with. It can be taken down once another chapter is up, but it stays with the piece.',
  )

const fewer = (posted: number): Refusal =>
  new Refusal('limit', 'chapter/fewer-than-there-are', `There are ${posted} chapters already.`, { about: 'planned' })
