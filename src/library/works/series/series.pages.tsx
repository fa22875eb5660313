// Series for those who keep them: all of one's own, one of them with its works, and the series of a work.
import { sayMoment } from '#src/kit/date-words.ts'
import { asFirst, pressed, readEntries, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { listOwnSeries, openOneSeries, openSeriesForWork } from './own-series.ts'
import { addForm, newSeriesForm, seriesForm } from './series.form.ts'
import { DeletingSeries, EditSeries, OwnSeriesList, SeriesOfWork } from './series.parts.tsx'
import {
  addToSeries,
  beginSeries,
  changeSeries,
  deleteSeries,
  moveInSeries,
  restoreSeries,
  seriesBringableUntil,
  takeFromSeries,
} from './series.ts'

const idOf = (c: WebContext): number => idFrom(c, 'id')
const zoneOf = (c: WebContext): string => c.get('zone').name ?? 'UTC'

export function seriesPages(web: Web): void {
  web.get(paths.ownSeries, async (c) => {
    const ctx = c.get('ctx')
    if (ctx.viewer.kind !== 'person') return c.redirect(asking(paths.signIn, { back: paths.ownSeries }), 303)
    const main = <OwnSeriesList series={await listOwnSeries(ctx)} csrf={c.get('csrf')} />
    return c.get('show')({ title: 'Your series', main, here: paths.mine })
  })

  ofAWork(web)
  oneOfThem(web)
}

function ofAWork(web: Web): void {
  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const own = await openSeriesForWork(c.get('ctx'), idOf(c))
    const main = <SeriesOfWork own={own} again={again} csrf={c.get('csrf')} />
    return c.get('show')({ title: `Series, ${own.title}`, main, status: statusOf(again) })
  }

  web.get(paths.workSeries(':id'), (c) => show(c, asFirst))

  web.post(paths.workSeries(':id'), async (c) => {
    if ((await readEntries(c)).get('do') === 'add') {
      return submitted(c, addForm, {
        act: (ctx, { series }) => addToSeries(ctx, series, idOf(c)),
        next: () => ({ to: paths.workSeries(idOf(c)), notice: 'It stands in the series now, behind the others.' }),
        again: (again) => show(c, again),
      })
    }
    return submitted(c, newSeriesForm, {
      act: (ctx, { under, title, summary }) =>
        beginSeries(ctx, { work: idOf(c), penName: under, said: { title, summary } }),
      next: (series) => ({ to: paths.seriesEdit(series), notice: 'The series has begun.' }),
      again: (again) => show(c, again),
    })
  })
}

function oneOfThem(web: Web): void {
  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const series = await openOneSeries(c.get('ctx'), idOf(c))
    const until = series.deletedAt === null ? undefined : sayMoment(seriesBringableUntil(series.deletedAt), zoneOf(c))
    if (until !== undefined) {
      const main = <DeletingSeries series={series} until={until} csrf={c.get('csrf')} />
      return c.get('show')({ title: series.title, main })
    }
    const main = <EditSeries series={series} again={again} csrf={c.get('csrf')} />
    return c.get('show')({ title: `Change the series, ${series.title}`, main, status: statusOf(again) })
  }

  web.get(paths.seriesEdit(':id'), (c) => show(c, asFirst))

  web.post(paths.seriesEdit(':id'), (c) =>
    submitted(c, seriesForm, {
      act: (ctx, said) => changeSeries(ctx, idOf(c), said),
      next: () => ({ to: paths.seriesEdit(idOf(c)), notice: 'Saved.' }),
      again: (again) => show(c, again),
    }),
  )

  web.post(paths.seriesPlace(':id', ':work'), async (c) => {
    const wanted = (await readEntries(c)).get('do')
    const work = idFrom(c, 'work')
    return pressed(
      c,
      (ctx) =>
        wanted === 'out'
          ? takeFromSeries(ctx, idOf(c), work)
          : moveInSeries(ctx, idOf(c), work, wanted === 'down' ? 'down' : 'up'),
      () => ({ to: paths.seriesEdit(idOf(c)) }),
    )
  })

  web.get(paths.seriesDeletion(':id'), async (c) => {
    const series = await openOneSeries(c.get('ctx'), idOf(c))
    const until = series.deletedAt === null ? undefined : sayMoment(seriesBringableUntil(series.deletedAt), zoneOf(c))
    const main = <DeletingSeries series={series} until={until} csrf={c.get('csrf')} />
    return c.get('show')({ title: `Delete the series, ${series.title}`, main })
  })

  web.post(paths.seriesDeletion(':id'), async (c) => {
    const isBack = (await readEntries(c)).get('do') === 'restore'
    return pressed(
      c,
      (ctx) => (isBack ? restoreSeries(ctx, idOf(c)) : deleteSeries(ctx, idOf(c))),
      () => ({
        to: isBack ? paths.seriesEdit(idOf(c)) : paths.ownSeries,
        notice: isBack
          ? 'It is back, as it was.'
          : 'Deleted. Its works stay; for 30 days the series can be brought back.',
      }),
    )
  })
}
