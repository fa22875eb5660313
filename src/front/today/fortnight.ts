// The fortnight of the first page: this week and the next, with what each day of a round is, by mark and word.
import type { RoundShown } from '#src/fests/claims/round-shown.ts'
import type { PiecesSeen } from '#src/fests/posting/pieces-seen.ts'
import { type CalendarCell, type DayChip, dayChips } from '#src/fests/rounds/calendar.ts'
import type { ListedRound } from '#src/fests/rounds/rounds.ts'
import { sayDay } from '#src/kit/date-words.ts'
import { addDays, type CalendarDay, weekdayOf } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import { drawCalendar } from '../round-calendar.ts'

export type FortnightDay = {
  readonly day: CalendarDay
  /** "Friday 20 November" */
  readonly label: string
  readonly isToday: boolean
  readonly isMine: boolean
  readonly isFree: boolean
  /** None on days that the round does not have. */
  readonly chip: DayChip | undefined
}

/** Fourteen days, or the seven of this week. */
export type Fortnight = readonly FortnightDay[]

/** From the Monday of this week on. */
export const fortnightOf = (today: CalendarDay): CalendarDay[] =>
  Array.from({ length: 14 }, (_, at) => addDays(today, at + 1 - weekdayOf(today)))

export function isInFortnight({ openedAt, first, last }: ListedRound, today: CalendarDay): boolean {
  const days = fortnightOf(today)
  const [begins, ends] = [days[0], days.at(-1)]
  if (openedAt === undefined || first === undefined || last === undefined || !begins || !ends) return false
  return first <= ends && begins <= last
}

type Looking = { readonly today: CalendarDay; readonly now: Instant; readonly zone: string }

/** Pieces are those that this viewer may see: the strip says no more than the calendar of the round. */
export function drawFortnight(shown: RoundShown, pieces: PiecesSeen, { today, now, zone }: Looking): Fortnight {
  const { days } = drawCalendar(shown, { now, zone, csrf: '' }, pieces)
  const cells = new Map(days.map((cell) => [cell.day, cell]))
  const fortnight = fortnightOf(today).map((day) => {
    const cell = cells.get(day)
    return {
      day,
      label: sayDay(day),
      isToday: day === today,
      isMine: cell?.isMine ?? false,
      isFree: cell?.kind === 'free',
      chip: cell && quietly(cell),
    }
  })
  // Of a round that ends this week, next week has nothing to say.
  return fortnight.slice(7).some(({ chip }) => chip) ? fortnight : fortnight.slice(0, 7)
}

/** Who is on the way, and from whom something is expected, is nobody's business on the first page. */
function quietly({ chip, kind, isMine }: CalendarCell): DayChip {
  if (isMine) return chip
  if (chip.tone !== 'waiting' && chip.word !== dayChips.today.word) return chip
  return kind === 'free' ? dayChips.freeForAll : dayChips.taken
}
