// Reads series for those who may see what stands in them; a series of which nothing is to be seen is not there.
import { visibleInSeries } from '#src/library/works/visible.store.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import type { Reader } from '#src/platform/context.ts'

const parts = (db: Reader, beholder: Beholder) =>
  db
    .selectFrom('series_works')
    .innerJoin('series', 'series.id', 'series_works.series_id')
    .innerJoin('works', 'works.id', 'series_works.work_id')
    .where((eb) => visibleInSeries(eb, beholder))

export async function listPartsSeen(db: Reader, beholder: Beholder, series: number): Promise<number[]> {
  const rows = await parts(db, beholder)
    .select('series_works.work_id as work')
    .where('series.id', '=', series)
    .orderBy('series_works.position')
    .orderBy('series_works.id')
    .execute()
  return rows.map(({ work }) => work)
}

export function listSeriesWith(db: Reader, beholder: Beholder, work: number) {
  return parts(db, beholder)
    .select(['series.id', 'series.uid', 'series.title'])
    .where('series_works.work_id', '=', work)
    .orderBy('series.title_key')
    .orderBy('series.id')
    .execute()
}
