// Where a work stands in its series: a line of its header, and under it the works before and after.
import type { Child } from 'hono/jsx'
import type { StandsIn } from '#src/library/works/series/series-seen.ts'
import { paths } from '#src/schema/paths.ts'
import { Icon } from '#src/ui/marks.tsx'

export function seriesLine(series: readonly StandsIn[]): Child | undefined {
  if (series.length === 0) return undefined
  return (
    <>
      {series.map(({ id, title, at }) => (
        <span class="part-of">
          Part {at} of{' '}
          <a href={paths.series(id)} dir="auto">
            {title}
          </a>
        </span>
      ))}
    </>
  )
}

export function SeriesWays({ series }: { series: readonly StandsIn[] }) {
  return (
    <>
      {series
        .filter(({ before, after }) => before || after)
        .map((each) => (
          <nav class="work__ways" aria-label={`The series ${each.title}`}>
            {each.before ? <Way of={each} to={each.before} word="before it" icon="arrow-left" /> : <span></span>}
            {each.after ? <Way of={each} to={each.after} word="next" icon="arrow-right" /> : null}
          </nav>
        ))}
    </>
  )
}

type WayProps = {
  readonly of: StandsIn
  readonly to: NonNullable<StandsIn['before']>
  readonly word: string
  readonly icon: 'arrow-left' | 'arrow-right'
}

const Way = ({ of, to, word, icon }: WayProps) => (
  <p>
    <span class="soft small">
      {icon === 'arrow-left' ? <Icon name={icon} /> : null} In {of.title}, {word}{' '}
      {icon === 'arrow-right' ? <Icon name={icon} /> : null}
    </span>
    <br />
    <a href={paths.work(to.id)} dir="auto">
      {to.title}
    </a>
  </p>
)
