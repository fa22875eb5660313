// The fortnight in the margin of the first page: a strip of fourteen days for each round that has some of them.
import type { Ink } from '#src/kit/colours/inks.ts'
import { paths } from '#src/schema/paths.ts'
import { Mark } from '#src/ui/marks.tsx'
import type { RoundFortnight } from '../up-today.ts'
import type { Fortnight, FortnightDay } from './fortnight.ts'

export function Fortnights({ rounds }: { rounds: readonly RoundFortnight[] }) {
  if (rounds.length === 0) return null
  return (
    <section class="forts" aria-labelledby="fortnight">
      <h2 id="fortnight" class="forts__head">
        This fortnight
      </h2>
      {rounds.map(({ community, round, days }) => (
        <div class={inkClass(round.ink)}>
          <p class="small">
            <a href={paths.round(community.slug, round.slug)}>
              {round.name}
              <span class="hush">: the whole calendar</span>
            </a>
          </p>
          <Strip days={days} />
        </div>
      ))}
    </section>
  )
}

const inkClass = (ink: Ink | undefined): string => (ink === undefined ? 'forts__round' : `forts__round ink-${ink}`)

/** The letters, numbers and moons are for the eye; whoever hears the page hears the day and its state. */
const Strip = ({ days }: { days: Fortnight }) => (
  <ol class="fort">
    {days.map((day) => (
      <li class={classOf(day)} aria-current={day.isToday ? 'date' : undefined}>
        <span class="hush">
          {day.label}: {day.chip?.word ?? 'no day of the round'}
        </span>
        <span class="fort__w" aria-hidden="true">
          {day.label.slice(0, 1)}
        </span>
        <span class="fort__n" aria-hidden="true">
          {Number(day.day.slice(8))}
        </span>
        {day.chip ? <Mark name={day.chip.mark} /> : null}
      </li>
    ))}
  </ol>
)

function classOf({ isToday, isMine, isFree, chip }: FortnightDay): string {
  if (!chip) return isToday ? 'fort__none fort__today' : 'fort__none'
  const is = [`is-${chip.tone}`, isToday && 'fort__today', isMine && 'fort__mine', isFree && 'fort__free']
  return is.filter((word) => word !== false).join(' ')
}
