// Rounds in a list: what is under way first, then what comes next, and what is over at the end.
import type { ListedRound } from '#src/fests/rounds/rounds.ts'
import { sayDayShort } from '#src/kit/date-words.ts'
import { type CalendarDay, daysBetween } from '#src/kit/days.ts'
import { paths } from '#src/schema/paths.ts'
import { RoundRow } from '#src/ui/leaves.tsx'
import { isFinished } from './shelf/shelf.ts'
import { whenWords } from './round-words.ts'

export type RoundListProps = {
  /** The slug of their community. */
  readonly community: string
  readonly rounds: readonly ListedRound[]
  readonly today: CalendarDay
}

/** Those that are not over yet; finished ones stand on the shelf. */
export function RoundList({ community, rounds, today }: RoundListProps) {
  return (
    <>
      {inOrder(
        rounds.filter((round) => !isFinished(round, today)),
        today,
      ).map((round) => (
        <RoundRow
          ink={round.ink}
          title={round.name}
          to={paths.round(community, round.slug)}
          next={whenWords(round, today)}
          says={round.theme || undefined}
          until={round.first && round.last ? `${sayDayShort(round.first)} to ${sayDayShort(round.last)}` : undefined}
        />
      ))}
    </>
  )
}

/** Within a group the nearest comes first: what begins soonest, what ended last. */
function inOrder(rounds: readonly ListedRound[], today: CalendarDay): ListedRound[] {
  return rounds.toSorted((one, other) => groupOf(one, today) - groupOf(other, today) || nearer(one, other, today))
}

function groupOf({ openedAt, first, last }: ListedRound, today: CalendarDay): number {
  if (first !== undefined && last !== undefined && daysBetween(last, today) > 0) return 3
  if (openedAt === undefined || first === undefined) return 2
  return daysBetween(today, first) > 0 ? 1 : 0
}

function nearer(one: ListedRound, other: ListedRound, today: CalendarDay): number {
  const away = ({ first }: ListedRound): number => (first === undefined ? 0 : Math.abs(daysBetween(today, first)))
  return away(one) - away(other)
}

export const NothingUnderWay = () => <p class="soft">None is under way, and none is announced.</p>
