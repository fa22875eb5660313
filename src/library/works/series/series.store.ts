// What is kept of series: under which name, what they are called, and their works in their order.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export type SeriesSaid = { readonly title: string; readonly summary: string }

export async function insertSeries(
  tx: Tx,
  series: SeriesSaid & { readonly penName: number; readonly titleKey: string },
): Promise<number> {
  const row = {
    uid: tx.uid(),
    pen_name_id: series.penName,
    title: series.title,
    title_key: series.titleKey,
    summary: series.summary,
    created_at: tx.now(),
    changed_at: tx.now(),
    deleted_at: null,
  }
  const { id } = await tx.db.insertInto('series').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateSeries(
  tx: Tx,
  id: number,
  said: SeriesSaid & { readonly titleKey: string },
): Promise<void> {
  const set = { title: said.title, title_key: said.titleKey, summary: said.summary, changed_at: tx.now() }
  await tx.db.updateTable('series').set(set).where('id', '=', id).execute()
}

export async function updateSeriesDeleted(tx: Tx, id: number, deletedAt: Instant | null): Promise<void> {
  await tx.db.updateTable('series').set({ deleted_at: deletedAt }).where('id', '=', id).execute()
}

export async function eraseSeries(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('series').where('id', '=', id).execute()
}

export async function listSeriesToErase(db: Reader, before: Instant): Promise<number[]> {
  const rows = await db.selectFrom('series').select('id').where('deleted_at', '<=', before).limit(100).execute()
  return rows.map(({ id }) => id)
}

const kept = (db: Reader) =>
  db
    .selectFrom('series')
    .innerJoin('pen_names', 'pen_names.id', 'series.pen_name_id')
    .select(['series.id', 'series.uid', 'series.title', 'series.summary', 'series.deleted_at as deletedAt'])
    .select(['pen_names.id as penName', 'pen_names.name', 'pen_names.account_id as account'])

export const findSeries = (db: Reader, id: number) => kept(db).where('series.id', '=', id).executeTakeFirst()

export type KeptSeries = NonNullable<Awaited<ReturnType<typeof findSeries>>>

export const listSeriesOf = (db: Reader, account: number) =>
  kept(db).where('pen_names.account_id', '=', account).orderBy('series.title_key').orderBy('series.id').execute()

export async function listOrder(db: Reader, series: number): Promise<number[]> {
  const rows = await db
    .selectFrom('series_works')
    .select('work_id as work')
    .where('series_id', '=', series)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ work }) => work)
}

export async function insertPart(tx: Tx, series: number, work: number, position: number): Promise<void> {
  await tx.db
    .insertInto('series_works')
    .values({ series_id: series, work_id: work, position })
    .onConflict((conflict) => conflict.columns(['series_id', 'work_id']).doNothing())
    .execute()
}

export async function updatePart(tx: Tx, series: number, work: number, position: number): Promise<void> {
  await tx.db
    .updateTable('series_works')
    .set({ position })
    .where('series_id', '=', series)
    .where('work_id', '=', work)
    .execute()
}

export async function deletePart(tx: Tx, series: number, work: number): Promise<void> {
  await tx.db.deleteFrom('series_works').where('series_id', '=', series).where('work_id', '=', work).execute()
}
