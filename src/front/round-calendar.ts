// Turns the days of a round, as one viewer may see them, into the cells and sentences of its calendar.
import type { ClaimSeen } from '#src/fests/claims/claim-seen.ts'
import type { DayShown, RoundShown } from '#src/fests/claims/round-shown.ts'
import { type PieceSeen, publicWords } from '#src/fests/claims/table/claim-words.ts'
import type { ListedPiece, PiecesSeen } from '#src/fests/posting/pieces-seen.ts'
import {
  type CalendarCell,
  type CalendarSheet,
  type DayAction,
  type DayChip,
  type DayEntry,
  dayChips,
} from '#src/fests/rounds/calendar.ts'
import type { RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { sayCount, sayDay, sayDayLong, sayList } from '#src/kit/date-words.ts'
import { addDays, type CalendarDay, dayAt, daysBetween, monthOf, toDay, weekdayOf } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { asSeen, entryOf, nameOf, noPieces, othersOn, pieceOfClaim } from './day-pieces.ts'

export type Calendar = { readonly sheets: readonly CalendarSheet[]; readonly days: readonly CalendarCell[] }

export type Looking = { readonly now: Instant; readonly zone: string; readonly csrf: string }

/** Pieces and names are those that this viewer may see. */
export function drawCalendar(shown: RoundShown, looking: Looking, pieces: PiecesSeen = noPieces): Calendar {
  const days = shown.days.map((day) => drawDay(shown, day, looking, pieces))
  return { days, sheets: sheetsOf(days) }
}

function drawDay(shown: RoundShown, dayShown: DayShown, looking: Looking, pieces: PiecesSeen): CalendarCell {
  const { day, claims } = dayShown
  const today = dayAt(looking.now, looking.zone)
  const freeAhead = shown.days.some((other) => other.day.kind === 'free' && daysBetween(today, other.day.on) >= 0)
  const told = claims.flatMap((claim) => tell(shown, claim, freeAhead, pieces) ?? [])
  const others = othersOn(pieces, day.on, {
    claims: new Set(told.map(({ claim }) => claim.id)),
    works: new Set(told.flatMap(({ work }) => work ?? [])),
  })
  const isOver = daysBetween(day.on, today) > 0
  return {
    day: day.on,
    number: Number(day.on.slice(8)),
    label: sayDay(day.on),
    kind: day.kind,
    isToday: day.on === today,
    isMine: claims.some((claim) => claim.isMine),
    chip: chipOf(dayShown, told, isOver),
    entries: entriesOf(dayShown, told, others),
    action: actionOf(shown, dayShown, looking) ?? askFor(shown, dayShown, isOver),
    sentence: sentenceOf(dayShown, told, others, isOver),
  }
}

/** Of a free-for-all day its number of pieces stands first, because there may be many. */
function entriesOf({ day }: DayShown, told: readonly Told[], others: readonly ListedPiece[]): DayEntry[] {
  const isMany = day.kind === 'free' && others.length > 0
  return [
    ...told.map(({ entry }) => entry),
    ...(isMany ? [{ text: sayCount(others.length, 'piece', 'pieces') }] : []),
    ...others.map((each) => entryOf(each, day.on)),
    ...(day.note === '' ? [] : [{ text: day.note }]),
  ]
}

type Told = {
  readonly claim: ClaimSeen
  readonly words: string
  readonly entry: DayEntry
  /** As what its piece came, where one can be seen. */
  readonly role: PieceSeen['role'] | undefined
  readonly work: number | undefined
}

/** A claim whose round is over and that has no piece says nothing: nobody stands as a drop-out ten rounds later. */
export function tell(
  shown: RoundAtHome,
  claim: ClaimSeen,
  freeAhead: boolean,
  pieces: PiecesSeen = noPieces,
): Told | undefined {
  const listed = pieceOfClaim(pieces, claim.id)
  const piece = listed && asSeen(listed)
  const name = nameOf(pieces, claim)
  const { state, clock, on: day } = claim
  const words = publicWords({ state, clock, day, name, piece, freeDayAhead: freeAhead, newName: undefined })
  if (words === undefined) return undefined
  const link = claim.mayOpen ? paths.claim(shown.community.slug, shown.round.slug, claim.id) : undefined
  if (listed && piece)
    return {
      claim,
      words,
      role: piece.role,
      work: listed.work.id,
      entry: { ...entryOf(listed, claim.on), claimLink: link },
    }
  const text = name ?? 'taken'
  const detail = words.startsWith(`${text} – `) ? words.slice(text.length + 3) : undefined
  return { claim, words, role: undefined, work: undefined, entry: { text, detail, link } }
}

function chipOf({ day, left, claiming, claims }: DayShown, told: readonly Told[], isOver: boolean): DayChip {
  const roles = new Set(told.map(({ role }) => role))
  if (claims.some((claim) => claim.isMine)) return ownChip(told.filter(({ claim }) => claim.isMine))
  if (isDelivered({ day, left, claiming }, told)) return dayChips.kept
  if (day.kind === 'closed') return dayChips.closed
  if (roles.has('part') || roles.has('stand-in')) return dayChips.standIn
  if (told.some(({ claim }) => claim.clock === 'today' && claim.state === 'held')) return dayChips.today
  if (told.some(({ entry }) => entry.detail === 'on the way')) return dayChips.onTheWay
  if (told.some(({ claim }) => claim.state === 'later')) return dayChips.expected
  if (day.kind === 'free') return dayChips.freeForAll
  if (left > 0 && claiming === 'not-yet') return { ...dayChips.open, word: 'not open yet' }
  if (left > 0 && claiming === 'open') return openChip(day.places, left)
  if (told.length > 0 || !(isOver || claiming === 'over')) return dayChips.taken
  return { mark: 'closed', word: isOver ? 'over' : 'begun', tone: 'closed' }
}

/** One’s own claims on a day, by what is there of them. */
function ownChip(mine: readonly Told[]): DayChip {
  if (mine.length > 0 && mine.every(({ role }) => role === 'main')) return dayChips.mineHere
  return mine.some(({ role }) => role !== undefined) ? dayChips.mineMore : dayChips.mine
}

/** Everything that was to come is here, and nobody can take a place any more. */
const isDelivered = ({ day, left, claiming }: Omit<DayShown, 'claims'>, told: readonly Told[]): boolean =>
  day.kind === 'open' &&
  told.length > 0 &&
  told.every(({ role }) => role === 'main') &&
  !(left > 0 && claiming === 'open')

const openChip = (places: number, left: number): DayChip =>
  left === places ? dayChips.open : { ...dayChips.open, word: `${left} of ${places} open` }

function actionOf(
  shown: RoundShown,
  { day, left, claiming, claims }: DayShown,
  looking: Looking,
): DayAction | undefined {
  const { community, round } = shown
  if (claiming !== 'open' || left === 0 || claims.some((claim) => claim.isMine)) return undefined
  if (!shown.isSignedIn && !shown.isByKey)
    return { label: 'Take this day', to: paths.dayTaking(community.slug, round.slug, day.id) }
  const isBound = shown.isMember || shown.isByKey
  if ((shown.isAtLimit && isBound) || shown.notLet !== undefined) return undefined
  if (shown.hasSeveralNames && shown.isMember)
    return { label: 'Take this day', to: paths.dayTaking(community.slug, round.slug, day.id) }
  return {
    label: 'Take this day',
    post: paths.claims(community.slug, round.slug),
    fields: { day: String(day.id) },
    csrf: looking.csrf,
  }
}

/** A day that has begun is given by the mods, to whoever asks them; they themselves have a line for that. */
function askFor(shown: RoundShown, { day, left, claiming, claims }: DayShown, isOver: boolean): DayAction | undefined {
  const { community, round, isMod, isMember, notLet } = shown
  const isToAskFor = day.kind === 'open' && left > 0 && claiming === 'over' && !isOver
  if (!isToAskFor || isMod || !isMember || notLet !== undefined || claims.some((claim) => claim.isMine))
    return undefined
  const about = `${sayDay(day.on)}, ${round.name}`
  return { label: 'Ask the mods for it', to: asking(paths.newLetter(community.slug), { about }) }
}

function sentenceOf(
  { day, left, claiming }: DayShown,
  told: readonly Told[],
  others: readonly ListedPiece[],
  isOver: boolean,
): string {
  const said = [...told.map(sentenceWords).filter((words) => words !== ''), ...others.map(({ work }) => work.title)]
  const pieces = day.kind === 'free' && others.length > 0 ? `; ${sayCount(others.length, 'piece', 'pieces')}` : ''
  const names = said.length === 0 ? '' : `${pieces === '' ? ';' : ':'} ${sayList(said)}`
  const note = day.note === '' ? '' : ` (${day.note})`
  const isHere = isDelivered({ day, left, claiming }, told)
  const what = isHere ? 'delivered' : whatItIs({ day, left, claiming }, told.length > 0, isOver)
  return `${sayDay(day.on)}: ${what}${pieces}${names}${note}.`
}

/** That a day is taken has been said already, where whose it is may not be. */
const sentenceWords = ({ words, entry }: Told): string =>
  entry.text === 'taken' && entry.leadsTo !== 'piece' ? words.replace(/^taken(?: – )?/, '') : words

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
