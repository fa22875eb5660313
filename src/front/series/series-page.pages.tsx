// The page of a series, for those who may see any of its works.
import { sayCount } from '#src/kit/date-words.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { seeSeries, type SeriesSeen } from '#src/library/works/series/series-seen.ts'
import type { WorkCard } from '#src/library/works/works-seen.ts'
import type { Web } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonLink } from '#src/ui/forms.tsx'
import { Entry, TitleLeaf } from '#src/ui/leaves.tsx'
import { Head } from '#src/ui/prose.tsx'
import { Paragraphs } from '#src/ui/around-story.tsx'
import { bylineWords, kindWords, sayNumber, tagsOfKind } from '../work/work-words.ts'

export function seriesPagePages(web: Web): void {
  web.get(paths.series(':id'), async (c) => {
    const { db, viewer } = c.get('ctx')
    const series = await seeSeries(db, await beholderOf(db, viewer), idFrom(c, 'id'))
    c.set('reads', ['frame', 'works', `series:${series.id}`, ...series.works.map(({ id }) => `work:${id}`)])
    return c.get('show')({ title: `${series.title}, a series`, main: <SeriesPage series={series} /> })
  })
}

function SeriesPage({ series }: { series: SeriesSeen }) {
  const { works, summary } = series
  const words = works.reduce((sum, work) => sum + work.words, 0)
  return (
    <>
      <TitleLeaf
        kicker={`A series by ${series.name}`}
        title={series.title}
        says={`${sayCount(works.length, 'work', 'works')}, ${sayNumber(words)} words`}
        actions={
          series.isMine ? (
            <ButtonLink to={paths.seriesEdit(series.id)} look="plain">
              Change the series
            </ButtonLink>
          ) : undefined
        }
      />
      {summary === '' ? null : (
        <div class="entry__sum" dir="auto">
          <Paragraphs text={summary} />
        </div>
      )}
      <section>
        <Head title="In their order" />
        {works.length === 0 ? <p class="soft">Nothing of it is up yet. Only you see this page.</p> : null}
        {works.map((work, at) => (
          <Part work={work} number={at + 1} />
        ))}
      </section>
    </>
  )
}

function Part({ work, number }: { work: WorkCard; number: number }) {
  const facts = [kindWords(work), work.timing, ...tagsOfKind(work, 'rating')].filter((fact) => fact !== '')
  return (
    <Entry
      facts={<span>{facts.join(' · ')}</span>}
      title={
        <>
          {number}.{' '}
          <a href={paths.work(work.id)} dir="auto">
            {work.title}
          </a>
        </>
      }
      by={`by ${bylineWords(work.byline)}`}
    >
      {work.summary === '' ? null : (
        <div class="entry__sum" dir="auto">
          <Paragraphs text={work.summary} />
        </div>
      )}
    </Entry>
  )
}
