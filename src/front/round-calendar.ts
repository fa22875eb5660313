// Turns the days of a round, as one viewer may see them, into the cells and sentences of its calendar.
import type { ClaimSeen } from '#src/fests/claims/claim-seen.ts'
import type { DayShown, RoundShown } from '#src/fests/claims/round-shown.ts'
import { publicWords } from '#src/fests/claims/table/claim-words.ts'
import {
  type CalendarCell,
  type CalendarSheet,
  type DayAction,
  type DayChip,
  type DayEntry,
  dayChips,
} from '#src/fests/rounds/calendar.ts'
import { sayCount, sayDay, sayDayLong, sayList } from '#src/kit/date-words.ts'
import { addDays, type CalendarDay, dayAt, daysBetween, monthOf, toDay, weekdayOf } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import { asking, paths } from '#src/schema/paths.ts'

export type Calendar = { readonly sheets: readonly CalendarSheet[]; readonly days: readonly CalendarCell[] }

export type Looking = { readonly now: Instant; readonly zone: string; readonly csrf: string }

export function drawCalendar(shown: RoundShown, looking: Looking): Calendar {
  const days = shown.days.map((day) => drawDay(shown, day, looking))
  return { days, sheets: sheetsOf(days) }
}

function drawDay(shown: RoundShown, dayShown: DayShown, looking: Looking): CalendarCell {
  const { day, claims } = dayShown
  const today = dayAt(looking.now, looking.zone)
  const freeAhead = shown.days.some((other) => other.day.kind === 'free' && daysBetween(today, other.day.on) >= 0)
  const told = claims.flatMap((claim) => tell(shown, claim, freeAhead) ?? [])
  const isOver = daysBetween(day.on, today) > 0
  return {
    day: day.on,
    number: Number(day.on.slice(8)),
    label: sayDay(day.on),
    kind: day.kind,
    isToday: day.on === today,
    isMine: claims.some((claim) => claim.isMine),
    chip: chipOf(dayShown, told, isOver),
    entries: [...told.map(({ entry }) => entry), ...(day.note === '' ? [] : [{ text: day.note }])],
    action: actionOf(shown, dayShown, looking),
    sentence: sentenceOf(dayShown, told, isOver),
  }
}

type Told = { readonly claim: ClaimSeen; readonly words: string; readonly entry: DayEntry }

/** A claim whose round is over and that has no piece says nothing: nobody stands as a drop-out ten rounds later. */
function tell(shown: RoundShown, claim: ClaimSeen, freeAhead: boolean): Told | undefined {
  const words = publicWords({
    state: claim.state,
    clock: claim.clock,
    day: claim.on,
    name: claim.name,
    piece: undefined,
    freeDayAhead: freeAhead,
    newName: undefined,
  })
  if (words === undefined) return undefined
  const detail = words.startsWith(`${claim.name} – `) ? words.slice(claim.name.length + 3) : undefined
  const link = claim.mayOpen ? paths.claim(shown.community.slug, shown.round.slug, claim.id) : undefined
  return { claim, words, entry: { text: claim.name, detail, link } }
}

function chipOf({ day, left, claiming, claims }: DayShown, told: readonly Told[], isOver: boolean): DayChip {
  if (claims.some((claim) => claim.isMine)) return dayChips.mine
  if (day.kind === 'closed') return dayChips.closed
  if (told.some(({ claim }) => claim.clock === 'today')) return dayChips.today
  if (told.some(({ entry }) => entry.detail === 'on the way')) return dayChips.onTheWay
  if (told.some(({ claim }) => claim.state === 'later')) return dayChips.expected
  if (day.kind === 'free') return dayChips.freeForAll
  if (left > 0 && claiming === 'not-yet') return { ...dayChips.open, word: 'not open yet' }
  if (left > 0 && claiming === 'open') return openChip(day.places, left)
  if (told.length > 0 || !(isOver || claiming === 'over')) return dayChips.taken
  return { mark: 'closed', word: isOver ? 'over' : 'begun', tone: 'closed' }
}

const openChip = (places: number, left: number): DayChip =>
  left === places ? dayChips.open : { ...dayChips.open, word: `${left} of ${places} open` }

function actionOf(
  shown: RoundShown,
  { day, left, claiming, claims }: DayShown,
  looking: Looking,
): DayAction | undefined {
  const { community, round } = shown
  if (claiming !== 'open' || left === 0 || claims.some((claim) => claim.isMine)) return undefined
  if (!shown.isSignedIn)
    return { label: 'Take this day', to: asking(paths.signIn, { back: paths.round(community.slug, round.slug) }) }
  if (shown.isAtLimit && shown.isMember) return undefined
  return {
    label: 'Take this day',
    post: paths.claims(community.slug, round.slug),
    fields: { day: String(day.id) },
    csrf: looking.csrf,
  }
}

function sentenceOf({ day, left, claiming }: DayShown, told: readonly Told[], isOver: boolean): string {
  const names = told.length === 0 ? '' : `; ${sayList(told.map(({ words }) => words))}`
  const note = day.note === '' ? '' : ` (${day.note})`
  return `${sayDay(day.on)}: ${whatItIs({ day, left, claiming }, told.length > 0, isOver)}${names}${note}.`
}

/** Of a day that is over nobody reads whether it had been taken, unless its claim has something to say. */
function whatItIs({ day, left, claiming }: Omit<DayShown, 'claims'>, isTold: boolean, isOver: boolean): string {
  if (day.kind === 'closed') return 'closed'
  const isToHave = left > 0 && claiming === 'open'
  if (day.kind === 'free')
    return isToHave ? `free for all, with ${sayCount(left, 'place', 'places')} to claim` : 'free for all'
  if (isOver || claiming === 'over') return isTold ? 'taken' : isOver ? 'over' : 'begun, and not taken'
  if (left === 0) return 'taken'
  if (!isToHave) return 'not open to claim yet'
  return left === day.places ? 'open' : `open, ${left} of ${sayCount(day.places, 'place', 'places')} left`
}

/** Whole weeks from Monday; days that the round does not have stay empty, and so do the days of the months around. */
function sheetsOf(days: readonly CalendarCell[]): CalendarSheet[] {
  const byDay = new Map(days.map((cell) => [cell.day, cell]))
  const all = days.flatMap((cell) => toDay(cell.day) ?? [])
  return [...new Set(all.map(monthOf))].map((month) => {
    const inMonth = all.filter((day) => monthOf(day) === month)
    return {
      label: monthLabel(inMonth),
      weeks: weeksOf(inMonth, month).map((week) => week.map((day) => byDay.get(day))),
    }
  })
}

/** "November 2026", from any of its days. */
const monthLabel = ([day]: readonly CalendarDay[]): string => (day ? sayDayLong(day).split(' ').slice(2).join(' ') : '')

function weeksOf(days: readonly CalendarDay[], month: string): (CalendarDay | '')[][] {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const monday = addDays(first, 1 - weekdayOf(first))
  const count = Math.floor(daysBetween(monday, last) / 7) + 1
  const week = (at: number) => Array.from({ length: 7 }, (_, offset) => addDays(monday, at * 7 + offset))
  return Array.from({ length: count }, (_, at) => week(at).map((day) => (monthOf(day) === month ? day : '')))
}
