// The pictures of a work: brought by its creators, made ready by a job, put in order, described, taken away and brought back.
import { addMillis, daysLong, type Instant } from '#src/kit/instants.ts'
import { isMissing } from '#src/kit/refusal.ts'
import { type OwnWork, openOwnWork } from '#src/library/works/chapters/own-chapters.ts'
import { type Editable, mustEdit } from '#src/library/works/work-access.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import { drawAgain } from '#src/platform/files/drawings.ts'
import { dropFile, emptyFile, findFile, keepFile } from '#src/platform/files/files.ts'
import type { Picture } from '#src/platform/files/pictures.ts'
import { mustHaveRoom } from './room.ts'
import { type PictureSeen, withFiles } from './pictures-seen.ts'
import {
  deletePicture,
  findPicture,
  insertPicture,
  type KeptPicture,
  listPictures,
  listToErase,
  markPicture,
  type PictureWords,
  updateDeleted,
  updatePosition,
  updateWords,
} from './pictures.store.ts'

export type { PictureWords } from './pictures.store.ts'

export const PICTURE_JOB = 'works/make-picture'

export async function bringPicture(ctx: Ctx, id: number, said: PictureWords & { picture: Picture }): Promise<void> {
  const { picture, ...words } = said
  await withWork(ctx, id, async (tx, work) => {
    const before = await listPictures(tx.db, work.id)
    const by = tx.viewer.kind === 'person' ? tx.viewer.account : null
    const size = picture.bytes.byteLength
    await mustHaveRoom(tx.db, { count: before.length, by, size })
    const source = await keepFile(tx, picture)
    const kept = await insertPicture(tx, { ...words, work: work.id, source, size, by, position: before.length + 1 })
    tx.enqueue({ kind: PICTURE_JOB, payload: { picture: kept } })
  })
}

export const describePicture = (ctx: Ctx, where: Where, words: PictureWords): Promise<void> =>
  withPicture(ctx, where, (tx, { id }) => updateWords(tx, id, words))

export const takePictureAway = (ctx: Ctx, where: Where): Promise<void> =>
  withPicture(ctx, where, (tx, { id }) => updateDeleted(tx, id, tx.now()))

/** For thirty days it can be. */
export const bringPictureBack = (ctx: Ctx, where: Where): Promise<void> =>
  withPicture(ctx, where, (tx, { id }) => updateDeleted(tx, id, null), 'taken away')

export async function movePicture(ctx: Ctx, where: Where, to: 'up' | 'down'): Promise<void> {
  await withPicture(ctx, where, async (tx, { id }) => {
    const there = (await listPictures(tx.db, where.work)).filter(({ deletedAt }) => deletedAt === null)
    const order = there.map((picture) => picture.id)
    const at = order.indexOf(id)
    const other = order[to === 'up' ? at - 1 : at + 1]
    if (other === undefined) return
    const swapped = order.map((each) => (each === id ? other : each === other ? id : each))
    for (const [position, each] of swapped.entries()) await updatePosition(tx, each, position + 1)
  })
}

export type Where = { readonly work: number; readonly picture: number }

/** For everybody but the creators of its work there is no such picture to change. */
function withPicture(
  ctx: Ctx,
  where: Where,
  deed: (tx: Tx, picture: KeptPicture) => Promise<void>,
  which: 'there' | 'taken away' = 'there',
): Promise<void> {
  return withWork(ctx, where.work, async (tx, work) => {
    const picture = await findPicture(tx.db, { id: where.picture })
    const isThere = picture?.deletedAt === null
    if (picture?.work !== work.id || isThere !== (which === 'there')) throw isMissing('picture')
    await deed(tx, picture)
  })
}

async function withWork(ctx: Ctx, id: number, deed: (tx: Tx, work: Editable) => Promise<void>): Promise<void> {
  await ctx.atomically({ works: id }, async (tx) => {
    const work = await mustEdit(tx, id)
    await deed(tx, work)
    tx.announce({ name: 'work.pictured', work: id })
  })
}

/** A job's work, outside every transaction but for what is kept of it. It may have been erased meanwhile. */
export async function makePicture(ctx: Ctx, id: number): Promise<void> {
  const picture = await findPicture(ctx.db, { id })
  const came = picture?.state === 'making' ? await findFile(ctx.db, picture.source) : undefined
  if (!picture || !came) return
  const made = await drawAgain(came.bytes, came)
  await ctx.atomically({ works: picture.work }, async (tx) => {
    if ((await findPicture(tx.db, { id }))?.state !== 'making') return
    for (const each of made ?? []) await keepFile(tx, each, picture.source)
    await emptyFile(tx, picture.source)
    const size = (made ?? []).reduce((sum, each) => sum + each.bytes.byteLength, 0)
    await markPicture(tx, id, made ? 'shown' : 'unreadable', size)
    tx.announce({ name: 'work.pictured', work: picture.work })
  })
}

export type OwnPicture = PictureSeen & Pick<KeptPicture, 'state' | 'deletedAt'>

export type OwnPictures = OwnWork & {
  readonly pictures: readonly OwnPicture[]
  readonly away: readonly OwnPicture[]
}

export async function openOwnPictures(looking: Pick<Ctx, 'db' | 'viewer'>, id: number): Promise<OwnPictures> {
  const work = await openOwnWork(looking, id)
  const all = await withFiles(looking.db, await listPictures(looking.db, id))
  return {
    ...work,
    pictures: all.filter(({ deletedAt }) => deletedAt === null),
    away: all.filter(({ deletedAt }) => deletedAt !== null),
  }
}

const AWAY_DAYS = daysLong(30)

export const bringableUntil = (deletedAt: Instant): Instant => addMillis(deletedAt, AWAY_DAYS)

/** A sweep. */
export async function erasePicturesAway(ctx: Ctx): Promise<void> {
  for (const { id, source } of await listToErase(ctx.db, addMillis(ctx.now(), -AWAY_DAYS))) {
    await ctx.atomically('nothing', async (tx) => {
      // Whoever brought it back meanwhile has it.
      if ((await findPicture(tx.db, { id }))?.deletedAt == null) return
      await deletePicture(tx, id)
      await dropFile(tx, source)
    })
  }
}

/** Before its work is erased: the files do not go with the row. */
export async function forgetPicturesOf(tx: Tx, work: number): Promise<void> {
  for (const { id, source } of await listPictures(tx.db, work)) {
    await deletePicture(tx, id)
    await dropFile(tx, source)
  }
}
