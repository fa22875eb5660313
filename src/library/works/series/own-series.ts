// Series for those who keep them: one with all of its works, all of one's own, and those that a work could stand in.
import type { Instant } from '#src/kit/instants.ts'
import { isMissing } from '#src/kit/refusal.ts'
import { listNamesOn } from '#src/library/works/asks/asks.store.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { type OwnWork, openOwnWork } from '#src/library/works/chapters/own-chapters.ts'
import { seeCards } from '#src/library/works/works-seen.ts'
import type { Ctx } from '#src/platform/context.ts'
import type { WorkState } from '#src/schema/library/works.ts'
import { findSeries, type KeptSeries, listOrder, listSeriesOf } from './series.store.ts'
import { isViewer } from './series.ts'

type Looking = Pick<Ctx, 'db' | 'viewer'>

export type OwnPart = {
  readonly work: number
  readonly title: string
  readonly state: WorkState
  /** It bears another name now, so nobody finds it here. */
  readonly bearsName: boolean
}

export type OneOwnSeries = {
  readonly id: number
  readonly title: string
  readonly summary: string
  readonly name: string
  readonly deletedAt: Instant | null
  readonly parts: readonly OwnPart[]
}

/** For everybody else there is no such page. Works that have gone out of its owner's own sight are left out. */
export async function openOneSeries({ db, viewer }: Looking, id: number): Promise<OneOwnSeries> {
  const series = await findSeries(db, id)
  if (!series || !isViewer({ viewer }, series.account)) throw isMissing('series')
  const cards = await seeCards(db, await beholderOf(db, viewer), await listOrder(db, id))
  const parts: OwnPart[] = []
  for (const { id: work, title, state } of cards) {
    const bearsName = (await listNamesOn(db, work)).some(({ penName }) => penName === series.penName)
    parts.push({ work, title, state, bearsName })
  }
  const { title, summary, name, deletedAt } = series
  return { id, title, summary, name, deletedAt, parts }
}

export type SeriesLine = Pick<KeptSeries, 'id' | 'title' | 'name' | 'deletedAt'>

export const listOwnSeries = async ({ db, viewer }: Looking): Promise<SeriesLine[]> =>
  viewer.kind === 'person' ? listSeriesOf(db, viewer.account) : []

export type SeriesForWork = OwnWork & {
  /** One's own names that it bears: a series can be begun under them. */
  readonly names: readonly { readonly penName: number; readonly name: string }[]
  readonly standsIn: readonly SeriesLine[]
  readonly couldStandIn: readonly SeriesLine[]
}

export async function openSeriesForWork(looking: Looking, id: number): Promise<SeriesForWork> {
  const { db, viewer } = looking
  const work = await openOwnWork(looking, id)
  const all = await listNamesOn(db, id)
  const names = all.filter(({ account }) => isViewer({ viewer }, account))
  const own = viewer.kind === 'person' ? await listSeriesOf(db, viewer.account) : []
  const standsIn: SeriesLine[] = []
  const couldStandIn: SeriesLine[] = []
  for (const series of own.filter(({ deletedAt }) => deletedAt === null)) {
    const bears = all.some(({ penName }) => penName === series.penName)
    if ((await listOrder(db, series.id)).includes(id)) standsIn.push(series)
    else if (bears) couldStandIn.push(series)
  }
  return { ...work, names, standsIn, couldStandIn }
}
