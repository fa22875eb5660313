// Series: works that belong together, in an order, under a name that all of them bear. Whoever writes under that name keeps it.
import { addMillis, daysLong, type Instant } from '#src/kit/instants.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { listNamesOn } from '#src/library/works/asks/asks.store.ts'
import { mustEdit } from '#src/library/works/work-access.ts'
import { titleKey } from '#src/library/works/works.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import {
  deletePart,
  eraseSeries,
  findSeries,
  insertPart,
  insertSeries,
  type KeptSeries,
  listOrder,
  listSeriesToErase,
  type SeriesSaid,
  updatePart,
  updateSeries,
  updateSeriesDeleted,
} from './series.store.ts'

export type { SeriesSaid } from './series.store.ts'

/** With its first work. Refuses a name of one's own that the work does not bear. */
export async function beginSeries(
  ctx: Ctx,
  { work, penName, said }: { readonly work: number; readonly penName: number | undefined; readonly said: SeriesSaid },
): Promise<number> {
  return ctx.atomically({ works: work }, async (tx) => {
    await mustEdit(tx, work)
    const mine = (await listNamesOn(tx.db, work)).filter(({ account }) => isViewer(tx, account))
    const name = penName === undefined ? mine[0] : mine.find((each) => each.penName === penName)
    if (!name) throw notTheirName()
    const series = await insertSeries(tx, { ...said, penName: name.penName, titleKey: titleKey(said.title) })
    await insertPart(tx, series, work, 1)
    tx.announce({ name: 'series.changed', series })
    return series
  })
}

/** Behind the others; once is enough. Refuses a work that does not bear the name of the series. */
export async function addToSeries(ctx: Ctx, id: number, work: number): Promise<void> {
  await withSeries(ctx, id, async (tx, series) => {
    await mustEdit(tx, work)
    if (!(await listNamesOn(tx.db, work)).some(({ penName }) => penName === series.penName))
      throw otherName(series.name)
    await insertPart(tx, id, work, (await listOrder(tx.db, id)).length + 1)
  })
}

/** The work stays what it is. */
export async function takeFromSeries(ctx: Ctx, id: number, work: number): Promise<void> {
  await withSeries(ctx, id, (tx) => deletePart(tx, id, work))
}

/** One step; at either end it stays. */
export async function moveInSeries(ctx: Ctx, id: number, work: number, to: 'up' | 'down'): Promise<void> {
  await withSeries(ctx, id, async (tx) => {
    const order = await listOrder(tx.db, id)
    const at = order.indexOf(work)
    const other = order[to === 'up' ? at - 1 : at + 1]
    if (at < 0 || other === undefined) return
    const swapped = order.map((each) => (each === work ? other : each === other ? work : each))
    for (const [position, each] of swapped.entries()) await updatePart(tx, id, each, position + 1)
  })
}

export async function changeSeries(ctx: Ctx, id: number, said: SeriesSaid): Promise<void> {
  await withSeries(ctx, id, (tx) => updateSeries(tx, id, { ...said, titleKey: titleKey(said.title) }))
}

/** Its works stay; for thirty days it can be brought back. */
export async function deleteSeries(ctx: Ctx, id: number): Promise<void> {
  await withSeries(ctx, id, (tx) => updateSeriesDeleted(tx, id, tx.now()))
}

export async function restoreSeries(ctx: Ctx, id: number): Promise<void> {
  await withSeries(ctx, id, (tx) => updateSeriesDeleted(tx, id, null), 'deleted too')
}

const DELETED_DAYS = daysLong(30)

export const seriesBringableUntil = (deletedAt: Instant): Instant => addMillis(deletedAt, DELETED_DAYS)

/** A sweep. */
export async function eraseDeletedSeries(ctx: Ctx): Promise<void> {
  for (const id of await listSeriesToErase(ctx.db, addMillis(ctx.now(), -DELETED_DAYS))) {
    await ctx.atomically('nothing', (tx) => eraseSeries(tx, id))
  }
}

/** For everybody but whoever writes under its name there is no such series to change. */
async function withSeries(
  ctx: Ctx,
  id: number,
  deed: (tx: Tx, series: KeptSeries) => Promise<void>,
  which: 'there' | 'deleted too' = 'there',
): Promise<void> {
  await ctx.atomically('nothing', async (tx) => {
    const series = await findSeries(tx.db, id)
    if (!series || !isViewer(tx, series.account)) throw isMissing('series')
    if (which === 'there' && series.deletedAt !== null) throw isMissing('series')
    await deed(tx, series)
    tx.announce({ name: 'series.changed', series: id })
  })
}

export const isViewer = ({ viewer }: Pick<Ctx, 'viewer'>, account: number | null): boolean =>
  viewer.kind === 'person' && account === viewer.account

const notTheirName = (): Refusal =>
  new Refusal('forbidden', 'series/no-name', 'A series is under a name of yours that the work bears.', {
    about: 'title',
  })

const otherName = (name: string): Refusal =>
  new Refusal('forbidden', 'series/other-name', `This series is under the name ${name}, which the work does not bear.`)
