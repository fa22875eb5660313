// What is kept of the pictures of works: whose they are, in which order, what is said of each, and whether it was taken away.
import type { Instant } from '#src/kit/instants.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import { chapterVisibleTo } from '#src/library/works/visible.store.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import { paths } from '#src/schema/paths.ts'
import type { PictureStand, PictureState } from '#src/schema/library/works.ts'

export type PictureWords = {
  readonly alt: string
  readonly isDecoration: boolean
  readonly caption: string
  readonly stands: PictureStand
}

export type KeptPicture = PictureWords & {
  readonly id: number
  readonly uid: string
  readonly work: number
  readonly source: number
  readonly state: PictureState
  readonly deletedAt: Instant | null
}

const columns = [
  'id',
  'uid',
  'work_id as work',
  'source_id as source',
  'state',
  'alt',
  'is_decoration',
  'caption',
  'stands',
  'deleted_at as deletedAt',
] as const

const find = (db: Reader) => db.selectFrom('work_pictures').select(columns)
type Row = Awaited<ReturnType<ReturnType<typeof find>['executeTakeFirstOrThrow']>>

const kept = ({ is_decoration: isDecoration, ...row }: Row): KeptPicture => ({
  ...row,
  isDecoration: isDecoration === 1,
})

/** In their order, with those that were taken away. */
export async function listPictures(db: Reader, work: number): Promise<KeptPicture[]> {
  return (await find(db).where('work_id', '=', work).orderBy('position').orderBy('id').execute()).map(kept)
}

export async function findPicture(db: Reader, by: { readonly id: number } | { readonly uid: string }) {
  const found = find(db)
  const row = await ('id' in by ? found.where('id', '=', by.id) : found.where('uid', '=', by.uid)).executeTakeFirst()
  return row && kept(row)
}

export type NewPicture = PictureWords & {
  readonly work: number
  readonly source: number
  readonly size: number
  readonly position: number
  readonly by: number | null
}

export async function insertPicture(tx: Tx, picture: NewPicture): Promise<number> {
  const { work, source, size, position, by, isDecoration, ...said } = picture
  const { id } = await tx.db
    .insertInto('work_pictures')
    .values({
      ...said,
      uid: tx.uid(),
      work_id: work,
      source_id: source,
      position,
      state: 'making',
      is_decoration: isDecoration ? 1 : 0,
      size,
      brought_by: by,
      brought_at: tx.now(),
      deleted_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateWords(tx: Tx, id: number, { isDecoration, ...said }: PictureWords): Promise<void> {
  const set = { ...said, is_decoration: isDecoration ? (1 as const) : (0 as const) }
  await tx.db.updateTable('work_pictures').set(set).where('id', '=', id).execute()
}

export async function updatePosition(tx: Tx, id: number, position: number): Promise<void> {
  await tx.db.updateTable('work_pictures').set({ position }).where('id', '=', id).execute()
}

export async function updateDeleted(tx: Tx, id: number, at: Instant | null): Promise<void> {
  await tx.db.updateTable('work_pictures').set({ deleted_at: at }).where('id', '=', id).execute()
}

export async function markPicture(tx: Tx, id: number, state: PictureState, size: number): Promise<void> {
  await tx.db.updateTable('work_pictures').set({ state, size }).where('id', '=', id).execute()
}

export async function deletePicture(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('work_pictures').where('id', '=', id).execute()
}

/** Bytes that one account has brought, those of pictures that can be brought back among them. */
export async function sizeBroughtBy(db: Reader, account: number): Promise<number> {
  const row = await db
    .selectFrom('work_pictures')
    .select((eb) => eb.fn.sum<number | string | null>('size').as('size'))
    .where('brought_by', '=', account)
    .executeTakeFirst()
  return Number(row?.size ?? 0)
}

export async function listToErase(db: Reader, before: Instant): Promise<KeptPicture[]> {
  return (await find(db).where('deleted_at', '<=', before).execute()).map(kept)
}

/** What stands inside a text is for whoever may read a chapter that has it. */
export async function isInTextFor(db: Reader, beholder: Beholder, { work, uid }: KeptPicture): Promise<boolean> {
  const found = await db
    .selectFrom('chapters')
    .innerJoin('works', 'works.id', 'chapters.work_id')
    .select('chapters.id')
    .where('chapters.work_id', '=', work)
    .where('chapters.html', 'like', `%${paths.picture(uid)}"%`)
    .where((eb) => chapterVisibleTo(eb, beholder))
    .executeTakeFirst()
  return found !== undefined
}

export async function forgetBroughtBy(tx: Tx, account: number): Promise<void> {
  await tx.db.updateTable('work_pictures').set({ brought_by: null }).where('brought_by', '=', account).execute()
}
