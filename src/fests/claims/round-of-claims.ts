// What a decision about a claim needs to know of its round, read in one go under the round's lock.
import { type ClaimDeadlines, claimTimes } from '#src/fests/claims/table/claim-clock.ts'
import type { Actor, ClaimingOpen } from '#src/fests/claims/table/claim-events.ts'
import { listHolding, type StoredClaim } from '#src/fests/claims/claims.store.ts'
import { type Day, listDays, type Round } from '#src/fests/rounds/rounds.ts'
import { daysBetween } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Reader } from '#src/platform/context.ts'

export type Board = { readonly round: Round; readonly days: readonly Day[]; readonly holding: readonly StoredClaim[] }

export async function readBoard(db: Reader, round: Round): Promise<Board> {
  return { round, days: await listDays(db, round.id), holding: await listHolding(db, round.id) }
}

export const holdersOf = (board: Board, day: Day): StoredClaim[] =>
  board.holding.filter((claim) => claim.day === day.id)

export const holdsDay = (board: Board, day: Day, penName: number): boolean =>
  board.holding.some((claim) => claim.day === day.id && claim.penName === penName)

/** The lowest number that nobody has; undefined when the day is full. Places are what the schema keeps apart. */
export function freePlace(board: Board, day: Day): number | undefined {
  if (freePlaces(board, day) === 0) return undefined
  const taken = new Set(holdersOf(board, day).map((claim) => claim.place))
  return Array.from({ length: day.places }, (_, at) => at + 1).find((place) => !taken.has(place))
}

/** Never less than none: lowering the places of a day unseats nobody. */
export const freePlaces = (board: Board, day: Day): number => Math.max(0, day.places - holdersOf(board, day).length)

export function deadlinesFor(board: Board, day: Day, zone: string): ClaimDeadlines {
  const { round, days } = board
  const lastOn = (kinds: readonly Day['kind'][]) => days.findLast((candidate) => kinds.includes(candidate.kind))?.on
  return claimTimes({
    day: day.on,
    midnight: round.midnight,
    posterZone: zone,
    roundZone: round.timeZone,
    graceDays: round.graceDays,
    lastFreeDay: lastOn(['free']),
    lastPostingDay: lastOn(['open', 'free']) ?? day.on,
  })
}

export const isForClaiming = (day: Day): boolean => day.kind !== 'closed' && day.places > 0

/** Mods are bound by the days themselves, not by the hours in which others may claim. */
export function claimingOpen(board: Board, day: Day, starts: Instant, now: Instant, by: Actor): ClaimingOpen {
  if (!isForClaiming(day)) return 'never'
  if (by === 'mod') return 'open'
  const { openedAt, claimsOpen } = board.round
  if (openedAt === undefined || (claimsOpen !== undefined && now < claimsOpen.at)) return 'not-yet'
  return now < starts ? 'open' : 'over'
}

/** For whom days are looked at: under which name, by whose midnight, and who does the choosing. */
export type Chooser = { readonly penName: number; readonly zone: string; readonly by: Actor }

/** The days that could be had now, in the order of the calendar. */
export function listOpenDays(board: Board, { penName, zone, by }: Chooser, now: Instant): Day[] {
  return board.days.filter((day) => {
    if (freePlace(board, day) === undefined || holdsDay(board, day, penName)) return false
    const { start, end } = deadlinesFor(board, day, zone)
    return now < end.at && claimingOpen(board, day, start.at, now, by) === 'open'
  })
}

/** The days on which a mod may still enter somebody, by the round's midnight: as long as a piece would be on time. */
export const listDaysToEnter = (board: Board, now: Instant): Day[] =>
  board.days.filter(
    (day) =>
      isForClaiming(day) &&
      freePlaces(board, day) > 0 &&
      now < deadlinesFor(board, day, board.round.timeZone).graceEnd.at,
  )

/** Up to three of them: the nearest to the wanted day, in the order of the calendar. */
export function nearestOpen(board: Board, wanted: Day, chooser: Chooser, now: Instant): Day[] {
  const distance = (day: Day): number => Math.abs(daysBetween(wanted.on, day.on))
  const nearest = listOpenDays(board, chooser, now)
    .filter((day) => day.id !== wanted.id)
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, 3)
  return nearest.toSorted((one, other) => daysBetween(other.on, one.on))
}
