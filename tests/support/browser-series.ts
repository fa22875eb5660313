// Series, as those see them who keep them and those who read them.
import { addToSeries, beginSeries, deleteSeries } from '#src/library/works/series/series.ts'
import { paths } from '#src/schema/paths.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import type { Sight } from './browser-first-steps.ts'
import type { BrowserHouse } from './browser-house.ts'

const long = 'W'.repeat(110)

export async function* seriesOfWorks({ house, enter }: BrowserHouse): AsyncGenerator<Sight> {
  const oriel = await (await enter({ as: 'oriel' })).newPage()
  const guest = await (await enter()).newPage()
  house.at('2026-11-16T12:00:00.000Z')
  const works: number[] = []
  for (const title of ['One Lamp', long, 'What the Bell Said'])
    works.push((await post(house, 'oriel', { said: saidOf({ title }) })).work)
  const [first = 0, second = 0, third = 0] = works
  await oriel.goto(paths.ownSeries)
  yield { name: 'series-none', page: oriel }
  await oriel.goto(paths.workSeries(first))
  yield { name: 'series-of-a-work-none', page: oriel }
  await oriel.getByRole('button', { name: 'Begin the series' }).click()
  await oriel.waitForSelector('.summary')
  yield { name: 'series-refused', page: oriel }
  const begin = (title: string) =>
    house.act('oriel', (ctx) =>
      beginSeries(ctx, {
        work: first,
        penName: undefined,
        said: { title, summary: 'All the lamps.\n\nAnd who lit them.' },
      }),
    )
  const lamps = await begin('The Lamps')
  const other = await begin(`Nights, ${long}`)
  const gone = await begin('Gone Again')
  for (const work of [second, third]) await house.act('oriel', (ctx) => addToSeries(ctx, lamps, work))
  await house.act('oriel', (ctx) => addToSeries(ctx, other, third))
  await house.act('oriel', (ctx) => deleteSeries(ctx, gone))
  for (const [name, page, to] of [
    ['work-wishes', oriel, paths.workWishes(first)],
    ['work-dating', oriel, paths.workDating(first)],
    ['series-own', oriel, paths.ownSeries],
    ['series-of-a-work', oriel, paths.workSeries(second)],
    ['series-edit', oriel, paths.seriesEdit(lamps)],
    ['series-deletion', oriel, paths.seriesDeletion(lamps)],
    ['series-bringing-back', oriel, paths.seriesEdit(gone)],
    ['series-as-writer', oriel, paths.series(lamps)],
    ['series', guest, paths.series(lamps)],
    ['work-in-series', guest, paths.work(third)],
    ['work-in-series-as-writer', oriel, paths.work(second)],
  ] as const) {
    await page.goto(to)
    yield { name, page }
  }
}
