// Series as one viewer may see them: their works in order, and for a work where it stands in each and what comes before and after.
import { isMissing } from '#src/kit/refusal.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import { seeCards, type WorkCard } from '#src/library/works/works-seen.ts'
import type { Reader } from '#src/platform/context.ts'
import { listPartsSeen, listSeriesWith } from './series-seen.store.ts'
import { findSeries } from './series.store.ts'

export type SeriesSeen = {
  readonly id: number
  readonly uid: string
  readonly title: string
  readonly summary: string
  readonly name: string
  readonly works: readonly WorkCard[]
  readonly isMine: boolean
}

/** Refuses a series of which this viewer sees no work as one that there is not; its owner finds it all the same. */
export async function seeSeries(db: Reader, beholder: Beholder, id: number): Promise<SeriesSeen> {
  const series = await findSeries(db, id)
  if (!series || series.deletedAt !== null) throw isMissing('series')
  const works = await seeCards(db, beholder, await listPartsSeen(db, beholder, id))
  const isMine = beholder.account !== undefined && series.account === beholder.account
  if (works.length === 0 && !isMine) throw isMissing('series')
  const { uid, title, summary, name } = series
  return { id, uid, title, summary, name, works, isMine }
}

export type StandsIn = {
  readonly id: number
  readonly uid: string
  readonly title: string
  /** Counted among those that this viewer sees, so that no gap tells of another. */
  readonly at: number
  readonly of: number
  readonly before: WorkCard | undefined
  readonly after: WorkCard | undefined
}

/** Whoever asks has made sure that the work itself may be seen. */
export async function seriesWith(db: Reader, beholder: Beholder, work: number): Promise<StandsIn[]> {
  const found: StandsIn[] = []
  for (const { id, uid, title } of await listSeriesWith(db, beholder, work)) {
    const order = await listPartsSeen(db, beholder, id)
    const at = order.indexOf(work)
    const near = await seeCards(db, beholder, order.slice(Math.max(0, at - 1), at + 2))
    const card = (other: number | undefined): WorkCard | undefined => near.find((each) => each.id === other)
    found.push({
      id,
      uid,
      title,
      at: at + 1,
      of: order.length,
      before: card(order[at - 1]),
      after: card(order[at + 1]),
    })
  }
  return found
}
